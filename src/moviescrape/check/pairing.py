"""Which row of a submission is which movie of a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from moviescrape.check.cell_mistakes import is_right
from moviescrape.movie import Movie
from moviescrape.practice import PUBLIC_ORIGIN

SubmittedRow = dict[str, Any]

ORDER_CREDIT = 0.75
"""What a cell counts for that is right, but in a row out of order."""


@dataclass(frozen=True, slots=True)
class SubmittedTable:
    """A table of the submission beside the movies it should show; `name` is said in messages.

    `weights`: by column, which share of its points this table gives (1 where it is not named).
    `special`: by column that this table is a test of, the places on the page that test it.
    `failures`: by the place on the page of a movie for which the submission stopped with an error, what it said; `movies` are
    the others, at the `places` (0, 1, 2 ... where there are none).
    """

    name: str
    movies: Sequence[Movie]
    rows: Sequence[SubmittedRow]
    weights: Mapping[str, float] = field(default_factory=dict)
    special: Mapping[str, frozenset[int]] = field(default_factory=dict)
    failures: Mapping[int, str] = field(default_factory=dict)
    places: Sequence[int] = ()

    def place_of(self, movie: int) -> int:
        """Return where on the page the movie of this number stands, from 0."""
        return self.places[movie] if self.places else movie


class Pairing(NamedTuple):
    """By movie, the number of its row (None: not there). `in_order` is False where rows stand in another order."""

    row_of: list[int | None]
    in_order: bool = True


def pair_rows(table: SubmittedTable, columns: Sequence[str], origins: tuple[str, ...] = (PUBLIC_ORIGIN,)) -> Pairing:
    """Return the pairing under which most cells are right: row by row, by any column in order, or by any column in any order."""
    pairings = [Pairing([place if place < len(table.rows) else None for place in range(len(table.movies))])]
    for column in columns:
        pairings += [_in_order(column, table), _in_any_order(column, table)]

    def right_cells(pairing: Pairing) -> float:
        return sum(
            is_right(column, cell, movie, origins)
            for movie, place in zip(table.movies, pairing.row_of, strict=True)
            if place is not None
            for column in columns
            if (cell := table.rows[place].get(column)) is not None
        ) * (1.0 if pairing.in_order else ORDER_CREDIT)

    return max(pairings, key=right_cells)


def _in_order(column: str, table: SubmittedTable) -> Pairing:
    """Return the pairing by one column, without gaps and jumps: for a table that lacks some rows."""
    matcher = SequenceMatcher(None, *keys_of(column, table), autojunk=False)
    row_of: list[int | None] = [None] * len(table.movies)
    last_movie, last_row = 0, 0
    for movie, row, size in matcher.get_matching_blocks():
        if movie - last_movie == row - last_row:  # as many rows as movies between two matches: they belong together
            row_of[last_movie:movie] = range(last_row, row)
        row_of[movie : movie + size] = range(row, row + size)
        last_movie, last_row = movie + size, row + size
    return Pairing(row_of)


def _in_any_order(column: str, table: SubmittedTable) -> Pairing:
    """Return the pairing by one column, wherever the rows stand; each row is taken once."""
    wanted, given = keys_of(column, table)
    places: dict[str, list[int]] = {}
    for place, key in enumerate(given):
        places.setdefault(key, []).append(place)
    row_of = [places[key].pop(0) if places.get(key) else None for key in wanted]
    taken = [place for place in row_of if place is not None]
    return Pairing(row_of, taken == sorted(taken))


def keys_of(column: str, table: SubmittedTable) -> tuple[list[str], list[str]]:
    """Return a column of the movies and of the rows, so loosely written that usual mistakes don't matter."""
    wanted = [loosely(column, _joined(getattr(movie, column))) for movie in table.movies]
    return wanted, [loosely(column, row.get(column)) for row in table.rows]


def overlap_of_keys(wanted: Sequence[str], given: Sequence[str]) -> float:
    """Return which share of the given keys is among the wanted ones."""
    return len(set(wanted) & set(given)) / len(set(given)) if given else 0.0


def _joined(value: Any) -> Any:
    return ";".join(value) if isinstance(value, tuple) else value


def loosely(column: str, cell: Any) -> str:
    """Return a cell as text in which white space, signs and case are left out."""
    if cell is None:
        return ""
    if column == "url":
        return str(cell).partition("/title/")[2].strip("/").partition("/")[0]
    if isinstance(cell, int | float):
        return f"{cell:g}"
    return "".join(letter for letter in str(cell).lower() if letter.isalpha()) or str(cell)
