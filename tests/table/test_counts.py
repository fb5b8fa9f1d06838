"""The three questions of the course, answered from a table."""

import pytest

from moviescrape.errors import SourceError
from moviescrape.movie import Movie
from moviescrape.table.build import to_frame
from moviescrape.table.counts import appearances, per_decade, year_means

COLUMNS = ["title", "rating", "year", "actors", "languages"]
FRAME = to_frame(
    [
        Movie("a", 9.0, 1971, ("Ann", "Bob"), languages=("English", "French")),
        Movie("b", 8.0, 1971, ("Bob", "Bob"), languages=("French",)),
        Movie("c", 1.0, 1971, ("Cleo",), languages=("None",)),
        Movie("d", 7.0, 1999, ("Ann",), languages=("English",)),
        Movie("e", None, 1999, ("Ann",)),
        Movie("f", 10.0, None, ("Dan",), languages=("Dutch", "French")),
    ],
    COLUMNS,
)


def test_which_year_had_the_best_top() -> None:
    means = year_means(FRAME, 2)
    assert means.to_dict() == {1971: 8.5, 1999: 7.0}


def test_which_actor_appears_most() -> None:
    counts = appearances(FRAME, "actors", 3)
    assert list(counts.items()) == [("Ann", 3), ("Bob", 2), ("Cleo", 1)]


def test_which_language_by_decade() -> None:
    counts = per_decade(FRAME, "languages", 10)
    assert list(counts.columns) == ["English", "French"]
    assert counts["English"].to_dict() == {1970: 1, 1980: 0, 1990: 1}
    assert counts["French"].to_dict() == {1970: 2, 1980: 0, 1990: 0}


def test_a_table_without_any_names() -> None:
    empty = to_frame([Movie("a", year=1971)], COLUMNS)
    assert appearances(empty, "actors", 5).empty
    assert per_decade(empty, "languages", 5).empty
    assert year_means(empty, 5).empty


def test_a_table_without_the_column_says_how_to_get_it() -> None:
    with pytest.raises(SourceError, match=r"no column 'languages'; ask for it with columns="):
        appearances(to_frame([]), "languages", 5)
