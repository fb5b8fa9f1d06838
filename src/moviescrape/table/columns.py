"""Movies -> columns of plain values, as a file holds them: what a frame is made of, and all that a text format needs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any, TypeVar

from moviescrape.errors import UsageError
from moviescrape.movie import BY_NAME, DEFAULT_COLUMNS, Field, Movie, join_names
from moviescrape.table.clean_text import clean_text

T = TypeVar("T")
ROWS = 20_000
"""A batch where speed counts: larger ones gain nothing."""


def fields_of(columns: Iterable[str]) -> tuple[Field, ...]:
    """Return the fields behind column names. Raise UsageError for one that doesn't exist or comes twice.

    >>> [field.name for field in fields_of(["title", "year"])]
    ['title', 'year']
    """
    if isinstance(columns, str):
        raise TypeError(f"columns are a list of names, not the text {columns!r}; the columns are {', '.join(BY_NAME)}")
    names = tuple(columns)
    for place, name in enumerate(names):
        if name not in BY_NAME:
            raise UsageError(f"no column is called {name!r}", remedy=f"the columns are {', '.join(BY_NAME)}")
        if name in names[:place]:
            raise UsageError(f"the column {name!r} was asked for twice", remedy="name each column once")
    if not names:
        raise UsageError("no columns were asked for", remedy=f"the columns are {', '.join(BY_NAME)}")
    return tuple(BY_NAME[name] for name in names)


def to_columns(movies: Iterable[Movie], columns: Sequence[str] = DEFAULT_COLUMNS, *, lists: bool = False) -> dict[str, list[Any]]:
    """Return the values of each column, a value a movie: str, float, int, or None where it is missing.

    Names are joined by `;` (a `;` inside a name is written `,`), or, with `lists`, stay lists, where no names are an empty one.

    >>> to_columns([Movie("Heat", actors=("Al Pacino", "Val Kilmer"))], ["title", "year", "actors"])
    {'title': ['Heat'], 'year': [None], 'actors': ['Al Pacino;Val Kilmer']}
    """
    rows = movies if isinstance(movies, Sequence) else list(movies)
    return {field.name: _values(rows, field, lists=lists) for field in fields_of(columns)}


def batches(records: Iterable[T], rows: int = ROWS) -> Iterator[list[T]]:
    """Yield at most `rows` records at a time, so that memory stays flat. Always at least one batch, which may be empty."""
    remaining = iter(records)
    yield list(islice(remaining, rows))
    while batch := list(islice(remaining, rows)):
        yield batch


def _values(movies: Sequence[Movie], field: Field, *, lists: bool) -> list[Any]:
    values = list(map(itemgetter(Movie._fields.index(field.name)), movies))
    if field.kind == "names":
        cleaned = [[clean for name in names if (clean := clean_text(name))] for names in values]
        return cleaned if lists else list(map(join_names, cleaned))
    if field.kind == "text":
        return [clean_text(text) or None if text else None for text in values]
    exact = float if field.kind == "decimal" else int
    return [None if number is None or number != number else exact(number) for number in values]
