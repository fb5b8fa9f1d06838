"""Options that choose titles of IMDb's data files."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import click

from moviescrape.cli.options import gather, with_options
from moviescrape.cli.parameters import WholeNumber
from moviescrape.table.imdb.imdb_choice import STARS, ImdbChoice

_NAMES = tuple(field.name for field in fields(ImdbChoice) if field.name not in ("first_year", "last_year"))


def imdb_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add which titles are wanted; the command gets them as `imdb: ImdbChoice | None`, None where no option was given."""

    return with_options(
        gather(command, "imdb", _NAMES, _choice_of),
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


def _choice_of(**given: Any) -> ImdbChoice | None:
    chosen = {name: value for name, value in given.items() if value not in (None, (), False)}
    return ImdbChoice(**chosen) if chosen else None
