"""What a person reads about a run, on stderr; nothing but the data is on stdout."""

from collections.abc import Iterable, Iterator

import click

from moviescrape.cli.app import COMPLETE, INCOMPLETE, NOTHING_WRITTEN, complain
from moviescrape.crawl import Visit
from moviescrape.report import Report

MOST_LINES = 20
"""Of one sort; a run with thousands of failed pages says how many more there are."""


def exit_status(report: Report) -> int:
    """0 complete, 3 written but incomplete, 4 nothing written."""
    if not report.written:
        return NOTHING_WRITTEN
    return COMPLETE if report.complete else INCOMPLETE


def plural(number: int, word: str) -> str:
    """`1 page`, `2,000 pages`.

    >>> plural(1, "page"), plural(2_000, "page")
    ('1 page', '2,000 pages')
    """
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def say(line: str) -> None:
    """Print one line on stderr."""
    click.echo(line, err=True)


def say_problem(visit: Visit) -> None:
    """Print what is wrong with a page, if anything, as soon as it is known."""
    if visit.problem:
        complain(str(visit.problem))


def say_missing(report: Report) -> None:
    """Print where fewer movies came out than a page or list declares, and why there is no table, if nothing else has said it."""
    for line in _first(f"{shortfall}; it may load more by script, or its layout has changed" for shortfall in report.shortfalls):
        complain(line)
    if not report.written and not report.problems:
        complain("no movie found, nothing written" if not report.found else "no movie is of the years asked for, nothing written")


def _first(lines: Iterable[str]) -> Iterator[str]:
    number = 0
    for number, line in enumerate(lines, 1):
        if number <= MOST_LINES:
            yield line
    if number > MOST_LINES:
        yield f"... and {number - MOST_LINES:,} more"
