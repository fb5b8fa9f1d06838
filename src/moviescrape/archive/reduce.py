"""Over the parts of a table, one after the other: nothing is shuffled or sorted as a whole, and one part is held at a time."""

from collections.abc import Iterable, Iterator
from functools import reduce
from pathlib import Path

import pandas as pd

from moviescrape.errors import SourceError
from moviescrape.table.dedupe import Seen
from moviescrape.table.read import read_table
from moviescrape.table.schema import choose, to_movies
from moviescrape.table.top import top_per_year


def read_parts(folder: Path) -> Iterator[pd.DataFrame]:
    """The parts in a folder, in order. SourceError where there is none."""
    paths = sorted(folder.glob("part-*"))
    if not paths:
        raise SourceError(
            "no parts in this folder", where=str(folder), remedy="make them with `moviescrape parse ... --out FOLDER`"
        )
    yield from map(read_table, paths)


def distinct(parts: Iterable[pd.DataFrame], seen: Seen | None = None) -> Iterator[pd.DataFrame]:
    """The parts without movies that an earlier row had (by URL, else title and year): the first wins, as in `table.dedupe`.

    About 16 bytes a movie are kept of the parts that have gone by.
    """
    seen = seen or Seen()
    for part in parts:
        told_apart = choose(part, [name for name in ("title", "year", "url") if name in part])
        is_new = pd.Series([seen.add(movie) for movie in to_movies(told_apart)], index=part.index, dtype=bool)
        yield part[is_new].reset_index(drop=True)


def top_of_parts(parts: Iterable[pd.DataFrame], n: int) -> pd.DataFrame:
    """The `n` best of each year over all parts: the top of each part, then the top of those.

    Of equal ratings the earlier row wins, as if the parts were one table (`table.top.top_per_year`).
    """
    tops = (top_per_year(part, n) for part in parts)
    return reduce(lambda best, more: top_per_year(pd.concat([best, more], ignore_index=True), n), tops)
