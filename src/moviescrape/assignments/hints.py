"""Hints for a day, in three steps, in `book/hints.toml`."""

import tomllib

from moviescrape.assignments.days import find_day
from moviescrape.assignments.language import translated
from moviescrape.assignments.textbook import BOOK

STEPS = 3


def read_hints(day: int) -> list[str]:
    """Return the hints of a day, each saying more than the one before, in the language in use. UsageError for no such day."""
    hints: dict[str, list[str]] = tomllib.loads(translated(BOOK, "hints.toml").read_text(encoding="utf-8"))
    return hints[str(find_day(day).number)]
