"""Options that choose titles of IMDb's data files, and what is said of these files."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import wraps
from typing import Any

import click

from moviescrape.cli.parameters import WholeNumber
from moviescrape.cli.terminal import say
from moviescrape.pipeline.job import Job
from moviescrape.pipeline.sources import SourceKind
from moviescrape.table.imdb.imdb_choice import STARS, ImdbChoice
from moviescrape.table.imdb.imdb_folder import find_imdb_files

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
def saying_data_files(job: Job, *, quiet: bool) -> Iterator[None]:
    """Say the licence of IMDb's data files once, which of them are missing, and each one that is read meanwhile."""
    folders = [source for source in job.sources if source.kind is SourceKind.IMDB]
    if quiet or not folders:
        yield
        return
    say(LICENCE)
    for folder in folders:
        files = find_imdb_files(folder.path)
        for name, columns in files.missing.items() if files else ():
            say(f"{folder.text}: no {name}.tsv.gz here, so {' and '.join(columns)} are missing")
    handler = _SayingHandler()
    logger = logging.getLogger("moviescrape.table.imdb")
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.setLevel(before)
        logger.removeHandler(handler)


class _SayingHandler(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        """Say what the library logs: which file is read."""
        say(record.getMessage())
