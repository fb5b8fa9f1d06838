"""Which row of a submission is which movie of a page, and, by column, how much of it is right."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from moviescrape.check.cell_mistakes import Wanted, find_mistake, is_right
from moviescrape.check.messages import say
from moviescrape.check.score import ColumnVerdict, Mistake, mark
from moviescrape.movie import Movie
from moviescrape.practice import PUBLIC_ORIGIN

SubmittedRow = dict[str, Any]

ORDER_CREDIT = 0.75
"""What a cell counts for that is right, but in a row out of order."""
MOST_MISTAKES = 4
"""Classes named a column, the most frequent first: a beginner reads no list of ten."""


class SubmittedTable(NamedTuple):
    """A table of the submission (its rows, by column name) beside the movies it should show; `name` is said in messages."""

    name: str
    movies: Sequence[Movie]
    rows: Sequence[SubmittedRow]


class Pairing(NamedTuple):
    """By movie, the number of its row (None: not there). `in_order` is False where rows stand in another order."""

    row_of: list[int | None]
    in_order: bool = True


@dataclass(slots=True)
class Tally:
    """The cells of one column over all pages."""

    right: float = 0.0
    filled_right: int = 0
    total: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    first: dict[str, tuple[str, Any]] = field(default_factory=dict)

    def note(self, kind: str, where: str, cell: Any = None, count: int = 1) -> None:
        """Count a mistake; the first of its class is kept as the example."""
        self.kinds[kind] += count
        self.first.setdefault(kind, (where, cell))


def judge_tables(
    tables: Iterable[SubmittedTable], points: dict[str, float], origins: tuple[str, ...] = (PUBLIC_ORIGIN,)
) -> dict[str, ColumnVerdict]:
    """Return the verdict of each column of `points`, over all tables. A missing row costs in every column."""
    tallies = {column: Tally() for column in points}
    for table in tables:
        if is_foreign(table):
            for tally in tallies.values():
                tally.total += len(table.movies)
                tally.note("other_page", table.name)
            continue
        pairing = pair_rows(table, list(points), origins)
        for column, tally in tallies.items():
            _judge_column(column, table, pairing, tally, origins)
    return {column: _sum_up(column, tallies[column], points[column]) for column in points}


def is_foreign(table: SubmittedTable) -> bool:
    """Whether the rows are other movies than those of the page: an answer written into the program, or a page saved before.

    By the columns that tell movies apart, where they are filled; a table whose ratings fit has but a wrong title.
    """
    told = [column for column in ("title", "url") if sum(bool(row.get(column)) for row in table.rows) > 5]
    ratings = list(zip(*_keys("rating", table), strict=False))
    ratings_fit = sum(wanted == given for wanted, given in ratings) > len(ratings) / 2
    overlaps = [_overlap(*map(set, _keys(column, table))) for column in told]
    return bool(told) and not ratings_fit and max(overlaps) < 0.2


def _overlap(wanted: set[str], given: set[str]) -> float:
    return len(wanted & given) / len(given) if given else 0.0


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
    """Rows without gaps and jumps, found by one column: for a table that lacks some rows."""
    matcher = SequenceMatcher(None, *_keys(column, table), autojunk=False)
    row_of: list[int | None] = [None] * len(table.movies)
    last_movie, last_row = 0, 0
    for movie, row, size in matcher.get_matching_blocks():
        if movie - last_movie == row - last_row:  # as many rows as movies between two matches: they belong together
            row_of[last_movie:movie] = range(last_row, row)
        row_of[movie : movie + size] = range(row, row + size)
        last_movie, last_row = movie + size, row + size
    return Pairing(row_of)


def _in_any_order(column: str, table: SubmittedTable) -> Pairing:
    """Rows found by one column wherever they stand; each row is taken once."""
    wanted, given = _keys(column, table)
    places: dict[str, list[int]] = {}
    for place, key in enumerate(given):
        places.setdefault(key, []).append(place)
    row_of = [places[key].pop(0) if places.get(key) else None for key in wanted]
    taken = [place for place in row_of if place is not None]
    return Pairing(row_of, taken == sorted(taken))


def _keys(column: str, table: SubmittedTable) -> tuple[list[str], list[str]]:
    """Return a column of the movies and of the rows, so loosely written that usual mistakes don't matter."""
    wanted = [_loose(column, _joined(getattr(movie, column))) for movie in table.movies]
    return wanted, [_loose(column, row.get(column)) for row in table.rows]


def _joined(value: Any) -> Any:
    return ";".join(value) if isinstance(value, tuple) else value


def _loose(column: str, cell: Any) -> str:
    if cell is None:
        return ""
    if column == "url":
        return str(cell).partition("/title/")[2].strip("/").partition("/")[0]
    if isinstance(cell, int | float):
        return f"{cell:g}"
    return "".join(letter for letter in str(cell).lower() if letter.isalpha()) or str(cell)


def _judge_column(column: str, table: SubmittedTable, pairing: Pairing, tally: Tally, origins: tuple[str, ...]) -> None:
    credit = 1.0 if pairing.in_order else ORDER_CREDIT
    tally.total += max(len(table.movies), len(table.rows))
    for place, (movie, row) in enumerate(zip(table.movies, pairing.row_of, strict=True)):
        where = f"row {place + 1} of {table.name}"
        if row is None:
            tally.note("missing_row", where)
            continue
        cell = table.rows[row].get(column)
        neighbours = (*table.movies[max(0, place - 3) : place], *table.movies[place + 1 : place + 4])
        kind = find_mistake(column, cell, Wanted(movie, neighbours, origins))
        if kind is None:
            tally.right += credit
            tally.filled_right += cell is not None
        else:
            tally.note(kind, f"row {row + 1} of {table.name}", cell)
    taken = {row for row in pairing.row_of if row is not None}
    if spare := [row for row in range(len(table.rows)) if row not in taken]:
        tally.note("extra_row", f"row {spare[0] + 1} of {table.name}", count=len(spare))
    if not pairing.in_order:
        tally.note("order", table.name)


def _sum_up(column: str, tally: Tally, max_score: float) -> ColumnVerdict:
    share = tally.right / tally.total if tally.total and tally.filled_right else 0.0
    mistakes = [_mistake(column, kind, count, tally) for kind, count in tally.kinds.most_common(MOST_MISTAKES)]
    return mark(max_score, share, mistakes)


def _mistake(column: str, kind: str, count: int, tally: Tally) -> Mistake:
    where, cell = tally.first[kind]
    return Mistake(kind, say(kind, column, count, tally.total, cell, where))
