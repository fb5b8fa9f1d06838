"""Tables of the same movies from several sites -> one table that has them side by side."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any, NamedTuple

import pandas as pd

from moviescrape.errors import UsageError
from moviescrape.movie import split_names
from moviescrape.table.movie_keys import address_of, fold_person, fold_title
from moviescrape.table.pair_rows import Agreement, RowKeys, pair_rows

SHARED = ("title", "year")
MATCHED_BY = "matched_by"


class DoubtfulMatch(NamedTuple):
    """Two rows that may be one movie, each as `Heat (1995)`, what they agree in, and whether they are one row now."""

    one: str
    other: str
    agreement: Agreement
    joined: bool

    def __str__(self) -> str:
        """Return one line."""
        return f"{self.one} and {self.other}: {self.agreement}, {'joined' if self.joined else 'left apart'}"


class MergedTable(NamedTuple):
    """The movies of several tables side by side.

    `matched` counts the rows that several tables have; `unmatched`, by table, those that it alone has; `doubtful` are the
    matches that a person should look at.
    """

    frame: pd.DataFrame
    matched: int
    unmatched: dict[str, int]
    doubtful: list[DoubtfulMatch]


def merge_tables(tables: Mapping[str, pd.DataFrame]) -> MergedTable:
    """Return typed tables, by name, as one: a row a movie, each column once for each table that has it (`rating_imdb`).

    In front stand `title` and `year`, as the first table that has the movie says them, and `matched_by`, the weakest agreement
    by which a row was put together (`url`, `title, year and people`, ...), missing where one table alone has the movie. Rows
    stand in the order of the first table, then those that only the second has, and so on.

    >>> one = pd.DataFrame({"title": ["Heat"], "year": [1995], "rating": [8.3]})
    >>> merge_tables({"imdb": one, "films": one.assign(rating=8.1)}).frame.iloc[0].to_dict()
    {'title': 'Heat', 'year': 1995, 'matched_by': 'title and year', 'title_imdb': 'Heat', 'title_films': 'Heat', \
'year_imdb': 1995, 'year_films': 1995, 'rating_imdb': 8.3, 'rating_films': 8.1}
    """
    if len(tables) < 2:
        raise UsageError("one table has nothing to be merged with", remedy="name two or more")
    movies: list[_MergedMovie] = []
    doubtful: list[DoubtfulMatch] = []
    for name, frame in tables.items():
        doubtful += _join(movies, _movies_of(name, frame))
    alone = Counter(name for movie in movies if len(movie.rows) == 1 for name in movie.rows)
    return MergedTable(
        _side_by_side(tables, movies),
        matched=len(movies) - alone.total(),
        unmatched={name: alone[name] for name in tables},
        doubtful=doubtful,
    )


@dataclass(slots=True)
class _MergedMovie:
    """A row of the merged table: its row in each table that has it, what it is known by, and the weakest agreement in it."""

    rows: dict[str, int]
    keys: RowKeys
    label: str
    agreement: Agreement | None = None

    def join(self, other: "_MergedMovie", agreement: Agreement) -> None:
        """Take in the row of another table."""
        self.rows |= other.rows
        self.keys = self.keys.joined(other.keys)
        self.agreement = agreement if self.agreement is None else min(self.agreement, agreement)


def _movies_of(name: str, frame: pd.DataFrame) -> list[_MergedMovie]:
    labels = [f"{title} ({year})" if year else title for title, year in zip(*_values(frame, "title", "year"), strict=True)]
    return [
        _MergedMovie({name: place}, keys, label) for place, (keys, label) in enumerate(zip(row_keys(frame), labels, strict=True))
    ]


def _join(movies: list[_MergedMovie], others: Sequence[_MergedMovie]) -> list[DoubtfulMatch]:
    """Put the movies of another table to those so far, and return what is doubtful about it."""
    pairing = pair_rows([movie.keys for movie in movies], [movie.keys for movie in others])
    doubtful = [
        DoubtfulMatch(movies[one].label, others[other].label, agreement, joined)
        for pairs, joined in ((pairing.pairs, True), (pairing.left_apart, False))
        for one, other, agreement, _ in pairs
        if agreement.doubtful or not joined
    ]
    partners = {pair.other: pair for pair in pairing.pairs}
    for place, movie in enumerate(others):
        if pair := partners.get(place):
            movies[pair.one].join(movie, pair.agreement)
        else:
            movies.append(movie)
    return doubtful


def row_keys(frame: pd.DataFrame) -> list[RowKeys]:
    """Return what each row of a typed table can be known by; a column that it lacks tells nothing."""
    columns = _values(frame, "url", "title", "original_title", "year", "actors", "directors")
    return [
        RowKeys(
            urls=frozenset([address_of(url)] if url else []),
            titles=frozenset(fold_title(each) for each in (title, original) if each),
            year=year,
            actors=_folded(actors),
            directors=_folded(directors),
        )
        for url, title, original, year, actors, directors in zip(*columns, strict=True)
    ]


def _folded(names: str | list[str] | None) -> frozenset[str]:
    return frozenset(map(fold_person, names if isinstance(names, list) else split_names(names)))


def _values(frame: pd.DataFrame, *columns: str) -> list[list[Any]]:
    """Return columns as Python values, with None for missing; all None for a column that isn't there."""
    missing = pd.Series([None] * len(frame), dtype="object")
    found = [frame[name].astype("object") if name in frame else missing for name in columns]
    return [values.where(values.notna(), None).tolist() for values in found]


def _side_by_side(tables: Mapping[str, pd.DataFrame], movies: Sequence[_MergedMovie]) -> pd.DataFrame:
    """Return the columns of all tables, those of one name next to each other."""
    frames = {
        name: frame.reset_index(drop=True).reindex([movie.rows.get(name, -1) for movie in movies]).reset_index(drop=True)
        for name, frame in tables.items()
    }
    columns = {
        column: [name for name in frames if column in frames[name]] for frame in frames.values() for column in map(str, frame)
    }
    shared = {column: _first_said([frames[name][column] for name in columns[column]]) for column in SHARED if column in columns}
    matched_by = pd.Series([None if movie.agreement is None else str(movie.agreement) for movie in movies], dtype="string")
    beside = {f"{column}_{name}": frames[name][column] for column, names in columns.items() for name in names}
    return pd.DataFrame(shared | {MATCHED_BY: matched_by} | beside)


def _first_said(columns: Sequence["pd.Series[Any]"]) -> "pd.Series[Any]":
    return reduce(lambda said, more: said.fillna(more), columns)
