"""Options that choose titles of IMDb's data files, and what is said of these files."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import fields
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from moviescrape.cli.parameters import WholeNumber
from moviescrape.cli.terminal import say
from moviescrape.pipeline.job import Job
from moviescrape.pipeline.sources import SourceKind
from moviescrape.table.imdb.imdb_choice import STARS, ImdbChoice
from moviescrape.table.imdb.imdb_folder import find_imdb_files

if TYPE_CHECKING:
    from rich.progress import TaskID

LICENCE = (
    "IMDb's data files are for personal and non-commercial use; the terms: https://developer.imdb.com/non-commercial-datasets/"
)
_NAMES = tuple(field.name for field in fields(ImdbChoice) if field.name not in ("first_year", "last_year"))


def imdb_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add which titles are wanted; the command gets them as `imdb: ImdbChoice | None`, None where no option was given."""

    @wraps(command)
    def gathered(**given: Any) -> int:
        chosen = {name: value for name in _NAMES if (value := given.pop(name)) not in (None, (), False)}
        return command(**given, imdb=ImdbChoice(**chosen) if chosen else None)

    options = (
        click.option(
            "--types",
            callback=lambda _context, _parameter, text: tuple(filter(None, map(str.strip, (text or "").split(",")))),
            metavar="TYPE,...",
            help="Of IMDb's data files, titles of these types: movie, tvMovie, short and the like.  [default: movie]",
        ),
        click.option("--min-votes", type=WholeNumber("a number of votes"), metavar="N", help="Of these, with N votes or more."),
        click.option("--adult", is_flag=True, help="Of these, titles for adults too."),
        click.option("--stars", type=WholeNumber("a number of actors"), metavar="N", help=f"Of each, N actors; else {STARS}."),
        click.option("--top", type=WholeNumber("a number of titles"), metavar="N", help="Of these, the N best of each year."),
    )
    for option in reversed(options):
        gathered = option(gathered)
    return gathered


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
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True, soft_wrap=True), transient=True) as progress:
        tasks: dict[str, TaskID] = {}

        def draw(name: str, share: float) -> None:
            if name not in tasks:
                for task in tasks.values():
                    progress.update(task, visible=False)
                tasks[name] = progress.add_task(f"reading {name}", total=1)
            progress.update(tasks[name], completed=share)

        yield draw
