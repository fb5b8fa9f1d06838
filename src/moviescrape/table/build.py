"""Movies -> DataFrame: typed, nullable, in the columns asked for."""

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from moviescrape.movie import BY_NAME, DEFAULT_COLUMNS, Movie
from moviescrape.table.columns import ROWS, batches, to_columns


def to_frame(movies: Iterable[Movie], columns: Sequence[str] = DEFAULT_COLUMNS, *, lists: bool = False) -> pd.DataFrame:
    """Return a row a movie, with the dtypes of `movie.FIELDS`; missing is `<NA>`.

    Names are joined by `;` (a `;` inside a name is written `,`), or, with `lists`, stay Python lists
    in a column of dtype object, where no names are an empty list.
    """
    values = to_columns(movies, columns, lists=lists)
    dtypes = {name: "object" if lists and BY_NAME[name].kind == "names" else BY_NAME[name].dtype for name in values}
    return pd.DataFrame({name: pd.Series(column, dtype=dtypes[name]) for name, column in values.items()})


def frames(
    movies: Iterable[Movie], columns: Sequence[str] = DEFAULT_COLUMNS, rows: int = ROWS, *, lists: bool = False
) -> Iterator[pd.DataFrame]:
    """Yield the same in frames of at most `rows` rows. Always at least one, which may be empty."""
    return (to_frame(batch, columns, lists=lists) for batch in batches(movies, rows))


def put_beside(table: Iterable[pd.DataFrame], own: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Yield the frames with columns of `own`, row for row: what a person noted in a table beside what a movie has."""
    at = 0
    for frame in table:
        yield pd.concat([frame, own.iloc[at : at + len(frame)].reset_index(drop=True)], axis=1)
        at += len(frame)
