"""Years between two, both included."""

import pytest

from moviescrape.errors import UsageError
from moviescrape.movie import Movie
from moviescrape.table.year_range import check_years, in_years


@pytest.mark.parametrize(
    ("year", "first", "last", "inside"),
    [
        (1990, 1990, 1999, True),
        (1999, 1990, 1999, True),
        (1989, 1990, 1999, False),
        (2000, 1990, 1999, False),
        (2000, 1990, None, True),
        (1980, None, 1990, True),
        (1991, None, 1990, False),
        (None, 1990, None, False),
        (None, None, None, True),
    ],
)
def test_in_years(year: int | None, first: int | None, last: int | None, inside: bool) -> None:
    assert in_years(Movie("M", year=year), first, last) is inside


def test_years_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(UsageError, match="swap them: from 1930 to 2020"):
        check_years(2020, 1930)
    check_years(1930, 1930)
