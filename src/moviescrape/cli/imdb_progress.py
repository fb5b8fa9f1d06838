"""What is said of IMDb's data files while they are read: their licence, which are missing, how far each is."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

from moviescrape.cli.progress import new_bar
from moviescrape.cli.terminal import say
from moviescrape.pipeline.job import Job
from moviescrape.pipeline.sources import SourceKind
from moviescrape.table.imdb.imdb_folder import find_imdb_files

LICENCE = (
    "IMDb's data files are for personal and non-commercial use; the terms: https://developer.imdb.com/non-commercial-datasets/"
)


@contextmanager
def saying_data_files(job: Job, *, quiet: bool, bar: bool = False) -> Iterator[None]:
    """Say the licence of IMDb's data files once, which of them are missing, and each one that is read meanwhile.

    `bar` draws on a terminal how far each is; there can be only one on a screen.
    """
    folders = [source for source in job.sources if source.kind is SourceKind.IMDB]
    if quiet or not folders:
        yield
        return
    say(LICENCE)
    for folder in folders:
        files = find_imdb_files(folder.path)
        for name, columns in files.missing.items() if files else ():
            say(f"{folder.text}: no {name}.tsv.gz here, so {' and '.join(columns)} are missing")
    with _drawing() if bar and sys.stderr.isatty() else nullcontext() as draw:
        handler = _SayingHandler(draw)
        logger = logging.getLogger("moviescrape.table.imdb")
        before = logger.level
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG if draw else logging.INFO)
        try:
            yield
        finally:
            logger.setLevel(before)
            logger.removeHandler(handler)


class _SayingHandler(logging.Handler):
    def __init__(self, draw: Callable[[str, float], None] | None) -> None:
        super().__init__()
        self._draw = draw

    def emit(self, record: logging.LogRecord) -> None:
        """Say what the library logs: which file is read; or draw how far it is."""
        share = getattr(record, "share", None)
        if share is not None and self._draw:
            self._draw(record.getMessage(), share)
        elif share is None and not self._draw:
            say(record.getMessage())


@contextmanager
def _drawing() -> Iterator[Callable[[str, float], None]]:
    """Give what draws the name of a file and the share of it that is read, as a bar."""
    with new_bar() as bar:
        task = bar.add_task("", total=1)
        yield lambda name, share: bar.update(task, description=f"reading {name}", completed=share)
