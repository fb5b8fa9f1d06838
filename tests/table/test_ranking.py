"""The best of each year: years up, ratings down, ties in the table's order."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.errors import SourceError, UsageError
from moviescrape.movie import Movie
from moviescrape.table.build import to_frame
from moviescrape.table.counts import year_means
from moviescrape.table.ranking import top_per_year, unranked

rated = st.lists(st.tuples(st.none() | st.integers(2000, 2002), st.none() | st.sampled_from([7.0, 8.0, 9.0])), max_size=40).map(
    lambda pairs: [Movie(f"Movie {place}", year=year, rating=rating) for place, (year, rating) in enumerate(pairs)]
)


@given(rated, st.integers(1, 4))
def test_top_per_year_is_what_plain_python_says(movies: list[Movie], n: int) -> None:
    expected = []
    for year in (2000, 2001, 2002):
        ranked = [movie for movie in movies if movie.year == year and movie.rating is not None]
        expected += [movie.title for movie in sorted(ranked, key=lambda movie: -(movie.rating or 0))[:n]]
    best = top_per_year(to_frame(movies), n)
    assert best["title"].tolist() == expected
    assert list(best.index) == list(range(len(expected)))


@pytest.mark.slow
@given(rated, st.integers(1, 3), st.integers(0, 40))
def test_the_top_of_tops_is_the_top(movies: list[Movie], n: int, cut: int) -> None:
    parts = [top_per_year(to_frame(part), n) for part in (movies[:cut], movies[cut:])]
    pd.testing.assert_frame_equal(top_per_year(pd.concat(parts), n), top_per_year(to_frame(movies), n))


def test_rows_that_cannot_be_ranked_are_counted() -> None:
    assert unranked(to_frame([Movie("a", year=1995), Movie("b", rating=8.0), Movie("c"), Movie("d", 8.0, 1995)])) == 3


def test_columns_of_the_users_own_stay() -> None:
    frame = to_frame([Movie("Heat", 8.3, 1995)]).assign(note="seen twice")
    assert top_per_year(frame, 1)["note"].tolist() == ["seen twice"]


def test_an_export_without_other_ratings_is_ranked_by_its_owners() -> None:
    frame = pd.DataFrame({"title": ["Heat", "Ran", "Casino"], "year": [1995, 1985, 1995], "my_rating": [8.0, 9.0, float("nan")]})
    assert top_per_year(frame, 1)["title"].tolist() == ["Ran", "Heat"]
    assert unranked(frame) == 1
    assert year_means(frame).to_dict() == {1985: 9.0, 1995: 8.0}
    assert top_per_year(frame.assign(rating=[7.0, 7.0, 8.0]), 1)["title"].tolist() == ["Ran", "Casino"]


def test_what_cannot_be_ranked_at_all_is_refused() -> None:
    with pytest.raises(UsageError, match="0 movies a year"):
        top_per_year(to_frame([]), 0)
    with pytest.raises(SourceError, match="no column 'rating'"):
        top_per_year(to_frame([], ["title", "year"]), 5)
