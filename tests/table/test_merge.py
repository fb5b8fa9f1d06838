"""Tables of the same movies stand side by side; no row is lost."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import pytest

from moviescrape.errors import UsageError
from moviescrape.table.merge import merge_tables
from moviescrape.table.schema import conform_frame


def table(**columns: Sequence[Any]) -> pd.DataFrame:
    return conform_frame(pd.DataFrame({name: pd.Series(values, dtype="object") for name, values in columns.items()}))


IMDB = table(
    title=["Heat", "Alien", "Solaris"], year=[1995, 1979, 1972], rating=[8.3, 8.5, 8.0], actors=["Al Pacino", None, None]
)
FILMS = table(
    title=["ALIEN", "Heat", "Stalker"], year=[1979, 1995, None], rating=[9.0, 7.9, 8.1], directors=[None, "Michael Mann", None]
)


def test_each_column_is_there_once_a_table_and_rows_keep_their_order() -> None:
    merged = merge_tables({"imdb": IMDB, "films": FILMS})
    assert list(merged.frame) == [
        *("title", "year", "matched_by", "title_imdb", "title_films", "year_imdb", "year_films", "rating_imdb", "rating_films"),
        *("actors_imdb", "directors_films"),
    ]
    assert merged.frame["title"].tolist() == ["Heat", "Alien", "Solaris", "Stalker"]
    assert merged.frame["rating_films"].fillna(-1).tolist() == [7.9, 9.0, -1, 8.1]
    assert merged.frame["matched_by"].fillna("").tolist() == ["title and year", "title and year", "", ""]
    assert merged.frame.dtypes.astype(str).to_dict()["year_films"] == "Int64"
    assert (merged.matched, merged.unmatched, merged.doubtful) == (2, {"imdb": 1, "films": 1}, [])


def test_a_third_table_joins_what_the_first_two_are_known_by() -> None:
    third = table(title=["Heat", "Solaris"], year=[1996, None], directors=["MANN, Michael", None], rating=[1.0, 2.0])
    merged = merge_tables({"imdb": IMDB, "films": FILMS, "third": third})
    assert merged.frame["rating_third"].fillna(-1).tolist() == [1.0, -1, 2.0, -1]
    assert merged.frame["matched_by"].fillna("").tolist() == ["title and year", "title and year", "title alone", ""]
    assert [str(match) for match in merged.doubtful] == ["Solaris (1972) and Solaris: title alone, joined"]


def test_rows_are_neither_lost_nor_doubled() -> None:
    many = table(title=["Heat"] * 3 + ["Alien"], year=[1995, 1995, None, 1979], rating=[1.0, 2.0, 3.0, 4.0])
    merged = merge_tables({"imdb": IMDB, "many": many})
    assert sorted(merged.frame["rating_many"].dropna()) == [1.0, 2.0, 3.0, 4.0]
    assert sorted(merged.frame["rating_imdb"].dropna()) == [8.0, 8.3, 8.5]


def test_an_empty_table_and_one_without_year() -> None:
    empty, bare = table(title=[], year=[]), table(title=["Heat"])
    assert len(merge_tables({"imdb": IMDB, "empty": empty}).frame) == 3
    assert merge_tables({"bare": bare, "imdb": IMDB}).frame["year"].tolist() == [1995, 1979, 1972]


def test_one_table_is_not_merged() -> None:
    with pytest.raises(UsageError, match="name two or more"):
        merge_tables({"imdb": IMDB})
