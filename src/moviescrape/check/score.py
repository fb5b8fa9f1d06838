"""What the checker says of a submission: points a column, the mistakes found, and messages about the whole."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from moviescrape.errors import UsageError


class Mistake(NamedTuple):
    """A class of mistake, and where it shows first: `message` never holds the answer."""

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class ColumnVerdict:
    """The points of one column (or function, or file), and what was wrong with it."""

    score: float
    max_score: float
    mistakes: tuple[Mistake, ...] = ()


@dataclass(slots=True)
class Verdict:
    """All of a check. `messages` are about the submission as a whole; `seed` made the data (None where there is none).

    `kept` are files that show what was wrong (name -> content); `isolation` says what kept the submission
    from files, connections, processes and memory.
    """

    day: int
    columns: dict[str, ColumnVerdict] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)
    seed: int | None = None
    isolation: dict[str, str] = field(default_factory=dict)
    kept: dict[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def score(self) -> float:
        """All points."""
        return round(sum(column.score for column in self.columns.values()), 2)

    @property
    def max_score(self) -> float:
        """All points there are."""
        return round(sum(column.max_score for column in self.columns.values()), 2)

    @property
    def is_full(self) -> bool:
        """Nothing was wrong."""
        return all(column.score == column.max_score for column in self.columns.values())

    def as_json(self) -> dict[str, Any]:
        """`{"day", "score", "max_score", "columns": {NAME: {"score", "max_score", "mistakes": [...]}}, "messages": []}`."""
        return {
            "day": self.day,
            "seed": self.seed,
            "score": self.score,
            "max_score": self.max_score,
            "columns": {
                name: {
                    "score": column.score,
                    "max_score": column.max_score,
                    "mistakes": [mistake._asdict() for mistake in column.mistakes],
                }
                for name, column in self.columns.items()
            },
            "messages": self.messages,
            "isolation": self.isolation,
        }


def mark(max_score: float, share: float, mistakes: Iterable[Mistake] = ()) -> ColumnVerdict:
    """Return the points of a column of which `share` (0 to 1) is right; full points only without a mistake.

    >>> mark(2, 1.0).score, mark(2, 0.999, [Mistake("empty", "")]).score, mark(2, 1.0, [Mistake("order", "")]).score
    (2, 1.99, 1.99)
    """
    found = tuple(mistakes)
    if not found and share >= 1:
        return ColumnVerdict(max_score, max_score)
    return ColumnVerdict(max(0.0, min(math.floor(max_score * share * 100) / 100, max_score - 0.01)), max_score, found)


def nothing(max_score: float, kind: str, message: str) -> ColumnVerdict:
    """No points, for one reason."""
    return ColumnVerdict(0.0, max_score, (Mistake(kind, message),))


SIX_COLUMNS = ("title", "rating", "year", "actors", "runtime", "url")

POINTS: dict[int, dict[str, float]] = {
    1: {"pages": 1, "links": 2, "list": 1, "table": 1, "image": 1, "stylesheet": 1, "properties": 1, "selectors": 1, "sizes": 1},
    2: {
        "clean": 2,
        "count_movies": 1,
        "movies_per_year": 1,
        "longest_and_shortest": 1,
        "to_long": 1,
        "to_wide": 1,
        "median_runtimes": 1,
        "explode_actors": 1,
        "best_of_each_actor": 1,
    },
    3: {"title": 5, "rating": 5},
    4: {"title": 2, "rating": 2, "year": 3, "actors": 3},
    5: {"title": 1, "rating": 1, "year": 2, "actors": 2, "runtime": 2, "url": 2},
    6: {"file": 1, "title": 1.5, "rating": 1.5, "year": 1.5, "actors": 1.5, "runtime": 1.5, "url": 1.5},
    7: {"file": 1, "years": 2, "progress": 1, **dict.fromkeys(SIX_COLUMNS, 1)},
    8: {"file": 1, "top": 4, "ties": 1, "order": 2, "cells": 2},
    9: {"image": 2, "bars": 5, "range": 1, "labels": 1, "answer": 1},
    10: {"file": 1, "rows": 2, "actors": 2.5, "languages": 2.5, "saved": 2},
    11: {"image": 2, "bars": 3, "order": 2, "names": 2, "answer": 1},
    12: {"image": 2, "lines": 4, "none": 1, "legend": 2, "answer": 1},
}


def points_of(day: int) -> dict[str, float]:
    """By name, the points of a day; UsageError where there is no such day."""
    if day not in POINTS:
        raise UsageError(f"there is no day {day} to check", remedy=f"the days are 1 to {max(POINTS)}")
    return POINTS[day]
