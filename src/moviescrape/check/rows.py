"""How much of each column is right, over all the tables that a submission gave, and which mistakes are in it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from moviescrape.check.cell_mistakes import Wanted, find_mistake
from moviescrape.check.messages import say
from moviescrape.check.origin import find_common_mistakes
from moviescrape.check.pairing import ORDER_CREDIT, Pairing, SubmittedTable, pair_rows
from moviescrape.check.score import ColumnVerdict, Mistake, mark
from moviescrape.practice import PUBLIC_ORIGIN

MAX_MISTAKES = 4
"""Classes named a column, the most frequent first: a beginner reads no list of ten."""


@dataclass(slots=True)
class Tally:
    """The cells of one column over all tables: its points (`share`, 0 to 1), and the mistakes."""

    share: float = 0.0
    weight: float = 0.0
    filled_right: int = 0
    total: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    first: dict[str, tuple[str, Any]] = field(default_factory=dict)

    def note(self, kind: str, where: str, cell: Any = None, count: int = 1) -> None:
        """Count a mistake; the first of its class is kept as the example."""
        self.kinds[kind] += count
        self.first.setdefault(kind, (where, cell))

    def add(self, weight: float, share: float) -> None:
        """Count a table of which `share` is right."""
        self.weight += weight
        self.share += weight * share


@dataclass(slots=True)
class CellCount:
    """The cells of one column of one table: those in rows that test the column, and the others."""

    special_right: float = 0.0
    special_total: int = 0
    right: float = 0.0
    total: int = 0

    def add(self, credit: float, *, special: bool) -> None:
        """Count a cell."""
        if special:
            self.special_right += credit
            self.special_total += 1
        else:
            self.right += credit
            self.total += 1

    @property
    def share(self) -> float:
        """Return which part is right; where rows test the column, these count as much as all others together."""
        ordinary = self.right / self.total if self.total else 0.0
        if not self.special_total:
            return ordinary
        special = self.special_right / self.special_total
        return (special + ordinary) / 2 if self.total else special


def judge_tables(
    tables: Iterable[SubmittedTable], points: dict[str, float], origins: tuple[str, ...] = (PUBLIC_ORIGIN,)
) -> dict[str, ColumnVerdict]:
    """Return the verdict of each column of `points`, over all tables. A missing row costs in every column."""
    all_tables = list(tables)
    tallies = {column: Tally() for column in points}
    common = find_common_mistakes(all_tables, list(points))
    for table in all_tables:
        pairing = pair_rows(table, list(points), origins)
        for column, tally in tallies.items():
            _judge_column(column, table, pairing, tally, origins, common.get((table.name, column)))
    return {column: _sum_up(column, tallies[column], points[column]) for column in points}


def _judge_column(
    column: str, table: SubmittedTable, pairing: Pairing, tally: Tally, origins: tuple[str, ...], common: str | None
) -> None:
    """Count the cells of a column; `common` is the one mistake that explains the whole column, where there is one."""
    count = CellCount()
    special = table.special.get(column, frozenset())
    for number, row in enumerate(pairing.row_of):
        credit = _judge_cell(column, table, number, row, tally, origins, common) * (1.0 if pairing.in_order else ORDER_CREDIT)
        count.add(credit, special=table.place_of(number) in special)
    _count_failures(column, table, count, tally)
    _count_spare_rows(table, pairing, count, tally)
    if common:
        tally.note(common, table.name, _first_cell(column, table), count=max(1, len(table.rows)))
    elif not pairing.in_order:
        tally.note("order", table.name)
    tally.total += len(table.movies) + len(table.failures)
    tally.add(table.weights.get(column, 1.0), 0.0 if common == "other_page" else count.share)


def _judge_cell(
    column: str, table: SubmittedTable, number: int, row: int | None, tally: Tally, origins: tuple[str, ...], common: str | None
) -> float:
    """Return 1 for a cell that is right, else 0; the mistake is noted."""
    if row is None:
        if not common:
            tally.note("missing_row", f"row {table.place_of(number) + 1} of {table.name}")
        return 0.0
    cell = table.rows[row].get(column)
    near = (*table.movies[max(0, number - 3) : number], *table.movies[number + 1 : number + 4])
    kind = find_mistake(column, cell, Wanted(table.movies[number], near, origins))
    if kind is None:
        tally.filled_right += cell is not None and common is None
        return 1.0
    if not common:
        tally.note(kind, f"row {row + 1} of {table.name}", cell)
    return 0.0


def _count_failures(column: str, table: SubmittedTable, count: CellCount, tally: Tally) -> None:
    """Count the movies that the submission stopped at: in the columns that the page is a test of, or else in all."""
    tested = {place for places in table.special.values() for place in places}
    for place, said in table.failures.items():
        special = place in table.special.get(column, ())
        if special or place not in tested:
            count.add(0.0, special=special)
            tally.note("missing_row", f"movie {place + 1} of {table.name}", said)


def _count_spare_rows(table: SubmittedTable, pairing: Pairing, count: CellCount, tally: Tally) -> None:
    taken = {row for row in pairing.row_of if row is not None}
    spare = [row for row in range(len(table.rows)) if row not in taken]
    for row in spare:
        count.add(0.0, special=False)
        tally.note("extra_row", f"row {row + 1} of {table.name}")


def _first_cell(column: str, table: SubmittedTable) -> Any:
    return table.rows[0].get(column) if table.rows else None


def _sum_up(column: str, tally: Tally, max_score: float) -> ColumnVerdict:
    share = tally.share / tally.weight if tally.weight and tally.filled_right else 0.0
    mistakes = [_mistake(column, kind, count, tally) for kind, count in tally.kinds.most_common(MAX_MISTAKES)]
    return mark(max_score, min(1.0, share + 1e-9), mistakes)


def _mistake(column: str, kind: str, count: int, tally: Tally) -> Mistake:
    where, cell = tally.first[kind]
    return Mistake(kind, say(kind, column, count, tally.total, cell, where))
