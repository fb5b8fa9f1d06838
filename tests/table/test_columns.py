"""Columns of plain values, and what makes a table."""

import pytest

from moviescrape.errors import UsageError
from moviescrape.movie import Movie
from moviescrape.table.columns import batches, fields_of, to_columns


def test_missing_is_none_and_numbers_have_their_kind() -> None:
    movies = [Movie("Heat", 8, 1995, url=""), Movie("M")]
    assert to_columns(movies) == {
        "title": ["Heat", "M"],
        "rating": [8.0, None],
        "year": [1995, None],
        "actors": [None, None],
        "runtime": [None, None],
        "url": [None, None],
    }
    assert isinstance(to_columns(movies)["rating"][0], float)


def test_what_is_no_number_is_missing_and_whole_numbers_are_whole() -> None:
    movies = [Movie("M", rating=float("nan"), year=1931.0)]  # type: ignore[arg-type]
    columns = to_columns(movies, ["rating", "year"])
    assert columns == {"rating": [None], "year": [1931]}
    assert isinstance(columns["year"][0], int)


def test_batches_are_never_none() -> None:
    assert [len(batch) for batch in batches(iter([Movie("M")] * 5), 2)] == [2, 2, 1]
    assert list(batches([], 2)) == [[]]


@pytest.mark.parametrize("columns", [["title", "budget"], ["title", "title"], []])
def test_columns_that_make_no_table_are_refused_with_the_known_ones(columns: list[str]) -> None:
    with pytest.raises(UsageError) as error:
        fields_of(columns)
    assert columns == ["title", "title"] or "original_title" in str(error.value)
