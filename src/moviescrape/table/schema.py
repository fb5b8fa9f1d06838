"""A table that a program or a person wrote -> a frame with the dtypes of `movie.FIELDS` -> movies.

Columns that aren't ours are kept, as text. What doesn't fit its column is an error that names line and column,
not a missing value: a table is never silently made smaller.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from moviescrape.errors import SourceError, UsageError
from moviescrape.movie import BY_NAME, DTYPES, FIELDS, MY_RATING, FieldKind, Movie, join_names, split_names

Cell = str | int | float | list[str] | None


def conform(columns: Mapping[str, Sequence[Any]], lines: Sequence[int], where: str) -> pd.DataFrame:
    """Return the typed frame of columns of cells as read from a file.

    Cells are text, numbers, lists of names, or None; `lines[i]` is where row i stands in the file `where`.
    SourceError names the first cell that doesn't fit.
    """
    if "title" not in columns:
        known = f"its columns are {', '.join(columns)}" if columns else "it has no columns"
        raise SourceError(
            f"no column 'title'; {known}", where=where, remedy="name the columns in the first line: title,rating,year,..."
        )
    typed = {name: _typed(cells, name, lines, where) for name, cells in columns.items()}
    _check_titles(typed["title"], lines, where)
    return pd.DataFrame(typed)


def conform_frame(frame: pd.DataFrame, where: str = "table") -> pd.DataFrame:
    """Return a frame with our column names as one with our dtypes.

    Raise SourceError that names the row, counted from 1, that doesn't fit.
    """
    return conform({str(name): _cells(frame[name]) for name in frame}, range(1, len(frame) + 1), where)


def choose(frame: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """Return some columns of a table, in this order. Raise UsageError for one that it doesn't have."""
    for name in columns:
        if name not in frame:
            raise UsageError(f"the table has no column {name!r}", remedy=f"its columns are {', '.join(map(str, frame))}")
    return frame[list(columns)]


def to_movies(frame: pd.DataFrame) -> Iterator[Movie]:
    """Yield the movies of a typed frame; columns that aren't a movie's are left behind."""
    fields = [field for field in FIELDS if field.name in frame]
    columns = [_cells(frame[field.name]) for field in fields]
    for index, field in enumerate(fields):
        if field.kind == "names":
            columns[index] = [tuple(cell) if isinstance(cell, list) else split_names(cell) for cell in columns[index]]
    names = [field.name for field in fields]
    for row in zip(*columns, strict=True):
        yield Movie(**dict(zip(names, row, strict=True)))


def _cells(column: "pd.Series[Any]") -> list[Any]:
    """Return Python values, with None for missing."""
    values: list[Any] = column.astype("object").tolist()
    return [cell if isinstance(cell, list) or not pd.isna(cell) else None for cell in values]


def _typed(cells: Sequence[Cell], name: str, lines: Sequence[int], where: str) -> "pd.Series[Any]":
    kind: FieldKind = BY_NAME[name].kind if name in BY_NAME else "decimal" if name == MY_RATING else "text"
    try:
        values: Sequence[object] = _read_plain(cells, kind)
    except (TypeError, ValueError):
        values = [_read_cell(cell, kind, name, line, where) for cell, line in zip(cells, lines, strict=True)]
    return pd.Series(values, dtype=DTYPES[kind])


def _read_plain(cells: Sequence[Any], kind: FieldKind) -> list[object]:
    """Read all cells at once, five times faster, where they are text as we write it; ValueError where one needs a closer look."""
    if not set(map(type, cells)) <= {str}:
        raise TypeError
    if kind == "whole":
        wholes = [int(cell) if cell else None for cell in cells]
        if max(map(abs, filter(None, wholes)), default=0) >= 2**63:
            raise ValueError
        return list(wholes)
    if kind == "decimal":
        numbers = [float(cell) if cell else None for cell in cells]
        if not all(map(math.isfinite, filter(None, numbers))):
            raise ValueError
        return list(numbers)
    return [cell or None for cell in cells]


def _read_cell(cell: Cell, kind: FieldKind, name: str, line: int, where: str) -> object:
    try:
        return None if cell is None or cell == "" else _READERS[kind](cell)
    except (TypeError, ValueError, OverflowError):
        what = f"line {line}, column {name}: {_shown(cell)} is not {_WANTED[kind]}"
        raise SourceError(what, where=where, remedy=_REMEDY) from None


def _check_titles(titles: "pd.Series[Any]", lines: Sequence[int], where: str) -> None:
    missing = titles.isna()
    if missing.any():
        line = lines[int(missing.argmax())]
        raise SourceError(f"line {line}, column title: empty", where=where, remedy="every movie needs a title")


def _read_text(cell: Cell) -> str | None:
    if isinstance(cell, bool | list):
        raise TypeError
    if isinstance(cell, float):  # a spreadsheet keeps the title 300 as a number
        return _number_text(cell)
    return str(cell)


def _number_text(number: float) -> str | None:
    if number != number:
        return None
    return str(int(number)) if number.is_integer() else str(number)


def _read_names(cell: Cell) -> str | None:
    if not isinstance(cell, list):
        return _read_text(cell)
    if not all(isinstance(name, str) for name in cell):
        raise TypeError
    return join_names(cell)


def _read_decimal(cell: Cell) -> float | None:
    if isinstance(cell, bool | list) or cell is None:
        raise TypeError
    number = float(cell.replace(",", ".") if isinstance(cell, str) else cell)
    if isinstance(cell, str) and number != number:
        raise ValueError
    if number in (float("inf"), float("-inf")):
        raise ValueError
    return None if number != number else number


def _read_whole(cell: Cell) -> int | None:
    number = int(cell) if isinstance(cell, str) and cell.isdecimal() else _read_decimal(cell)
    if number is None:
        return None
    if abs(number) >= 2**63 or number != int(number):
        raise ValueError
    return int(number)


_READERS: dict[FieldKind, Callable[[Cell], object]] = {
    "text": _read_text,
    "names": _read_names,
    "decimal": _read_decimal,
    "whole": _read_whole,
}
_WANTED: dict[FieldKind, str] = {
    "text": "text",
    "names": "names joined by ;",
    "decimal": "a number",
    "whole": "a whole number",
}
_REMEDY = "correct the cell, or leave it empty where the value is missing"


def _shown(cell: object) -> str:
    text = repr(cell)
    return text if len(text) <= 60 else f"{text[:57]}..."
