"""The first of each movie stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.movie import Movie
from moviescrape.table.dedupe import SeenMovies

movies = st.builds(
    Movie,
    title=st.sampled_from(["Heat", "M", "Ran"]),
    year=st.none() | st.sampled_from([1995, 1931]),
    url=st.none() | st.sampled_from(["u/1", "u/2"]),
)


@pytest.mark.slow
@given(st.lists(movies))
def test_the_first_of_each_stays_in_order(rows: list[Movie]) -> None:
    keys, expected = set(), []
    for movie in rows:
        key = movie.url or (movie.title, movie.year)
        if key not in keys or key == (movie.title, None):
            expected.append(movie)
        keys.add(key)
    assert list(filter(SeenMovies().add, rows)) == expected


def test_every_key_is_found_again_after_growing() -> None:
    rows = [Movie("M", url=f"u/{number}") for number in range(20_000)]
    assert list(filter(SeenMovies().add, [*rows, *rows])) == rows


def test_a_title_alone_does_not_make_two_movies_one() -> None:
    rows = [Movie("Heat"), Movie("Heat")]
    assert list(filter(SeenMovies().add, rows)) == rows
