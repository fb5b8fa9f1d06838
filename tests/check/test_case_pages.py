"""The pages that days 3 to 5 are marked on: what is irregular stands in the same places whatever the seed."""

import itertools

import pytest
from bs4 import BeautifulSoup

from moviescrape.check.case_pages import CASES, PLAIN, SHORT, SPECIAL_ROWS, make_list_pages, weights_of
from moviescrape.check.sandbox.narrowing import keep_movies
from moviescrape.movie import Movie
from moviescrape.pages.page import Page
from moviescrape.parse import parse_page
from moviescrape.practice import PUBLIC_ORIGIN

COLUMNS = ("title", "rating", "year", "actors", "runtime", "url")
SEEDS = (1, 2, 77, 2**31 - 1)


def _values(movies: list[Movie]) -> list[tuple[object, ...]]:
    return [tuple(getattr(movie, column) for column in COLUMNS) for movie in movies]


@pytest.mark.parametrize("seed", SEEDS)
def test_each_page_shows_its_movies(seed: int) -> None:
    for page in make_list_pages(seed, COLUMNS):
        read = parse_page(Page(page.html.encode(), url=f"{PUBLIC_ORIGIN}/search/title/"))
        assert _values(list(read.movies)) == _values(page.movies)
        assert len(page.movies) == page.case.size


@pytest.mark.parametrize("seed", SEEDS)
def test_gaps_stand_in_the_same_rows(seed: int) -> None:
    gaps = {"movies without a rating": "rating", "movies without actors": "actors", "movies without a running time": "runtime"}
    for page in make_list_pages(seed, COLUMNS):
        for column in COLUMNS:
            missing = tuple(place for place, movie in enumerate(page.movies) if not getattr(movie, column))
            assert missing == (SPECIAL_ROWS if gaps.get(page.case.name) == column else ())


@pytest.mark.parametrize("seed", SEEDS)
def test_a_value_that_moved_is_never_right_by_chance(seed: int) -> None:
    for page in make_list_pages(seed, COLUMNS):
        for column in ("rating", "year", "runtime"):
            values = [getattr(movie, column) for movie in page.movies]
            assert not any(one == other for one, other in itertools.pairwise(values))


def test_the_shares_of_a_column_make_one() -> None:
    for column in COLUMNS:
        shares = [weights_of(case, [column], CASES)[column] for case in CASES]
        assert sum(shares) == pytest.approx(1)
        assert min(shares) >= 0
        assert weights_of(PLAIN, [column], CASES)[column] >= 0.4


def test_a_day_gets_the_cases_of_its_columns() -> None:
    cases = [page.case for page in make_list_pages(5, ("title", "rating"))]
    assert {column for case in cases for column in case.columns} <= {"title", "rating", "year"}
    assert cases[0] is PLAIN
    assert cases[-1] is SHORT


def test_a_page_is_cut_between_its_movies() -> None:
    page = make_list_pages(5, ("title", "rating"))[0]
    part = keep_movies(page.html, page.cuts, [2, 5])
    titles = [str(link.string) for link in BeautifulSoup(part, "lxml").select("h3 a")]
    assert titles == [page.movies[2].title, page.movies[5].title]
    assert keep_movies(page.html, page.cuts, range(50)) == page.html
