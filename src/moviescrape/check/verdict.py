"""What the checker says of a submission: points a column, the mistakes found, and messages about the whole."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple


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
    """All of a check. `messages` are about the submission as a whole."""

    day: int
    columns: dict[str, ColumnVerdict] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)

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
        }


def mark(max_score: float, share: float, mistakes: Iterable[Mistake] = ()) -> ColumnVerdict:
    """The points of a column of which `share` (0 to 1) is right; full points only without a mistake.

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
