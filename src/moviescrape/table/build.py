"""Movies -> DataFrame: typed, nullable, in the columns asked for."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any

import pandas as pd

from moviescrape.errors import UsageError
from moviescrape.movie import BY_NAME, DEFAULT_COLUMNS, Field, Movie, join_names

ROWS = 20_000


def fields_of(columns: Iterable[str]) -> tuple[Field, ...]:
    """The fields behind column names; UsageError for one that doesn't exist or comes twice.

    >>> [field.name for field in fields_of(["title", "year"])]
    ['title', 'year']
    """
    names = tuple(columns)
    for place, name in enumerate(names):
        if name not in BY_NAME:
            raise UsageError(f"no column is called {name!r}", remedy=f"the columns are {', '.join(BY_NAME)}")
        if name in names[:place]:
            raise UsageError(f"the column {name!r} was asked for twice", remedy="name each column once")
    if not names:
        raise UsageError("no columns were asked for", remedy=f"the columns are {', '.join(BY_NAME)}")
    return tuple(BY_NAME[name] for name in names)


def to_frame(movies: Iterable[Movie], columns: Sequence[str] = DEFAULT_COLUMNS, *, lists: bool = False) -> pd.DataFrame:
    """A row a movie, with the dtypes of `movie.FIELDS`; missing is `<NA>`.

    Names are joined by `;` (a `;` inside a name is written `,`), or, with `lists`, stay Python lists
    in a column of dtype object, where no names are an empty list.
    """
    fields = fields_of(columns)
    rows = movies if isinstance(movies, Sequence) else list(movies)
    return pd.DataFrame({field.name: _column(rows, field, lists=lists) for field in fields})


def frames(
    movies: Iterable[Movie], columns: Sequence[str] = DEFAULT_COLUMNS, rows: int = ROWS, *, lists: bool = False
) -> Iterator[pd.DataFrame]:
    """The same in frames of at most `rows` rows, so that memory stays flat. Always at least one, which may be empty."""
    remaining = iter(movies)
    yield to_frame(list(islice(remaining, rows)), columns, lists=lists)
    while portion := list(islice(remaining, rows)):
        yield to_frame(portion, columns, lists=lists)


def put_beside(portions: Iterable[pd.DataFrame], own: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The frames with columns of `own`, row for row: what a person noted in a table beside what a movie has."""
    at = 0
    for frame in portions:
        yield pd.concat([frame, own.iloc[at : at + len(frame)].reset_index(drop=True)], axis=1)
        at += len(frame)


def _column(movies: Sequence[Movie], field: Field, *, lists: bool) -> "pd.Series[Any]":
    values = list(map(itemgetter(Movie._fields.index(field.name)), movies))
    if field.kind == "names" and lists:
        return pd.Series([[_encodable(name) for name in names] for names in values], dtype="object")
    if field.kind == "names":
        values = list(map(join_names, values))
    return pd.Series(_text(values) if field.dtype == "string" else values, dtype=field.dtype)


def _text(values: list[str | None]) -> list[str | None]:
    """Empty text is missing, and text that no file can hold is made to fit."""
    return [_encodable(value) if value else None for value in values]


def _encodable(text: str) -> str:
    """A lone surrogate (JSON's `"\\ud83c"` without its other half) has no UTF-8 form: written as U+FFFD.

    >>> _encodable("a" + chr(0xD83C))
    'a\ufffd'
    """
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
