"""The search of the practice site: which movies, in which order, on which page."""

import pytest

from moviescrape.practice import Catalogue
from moviescrape.practice.film import Film
from moviescrape.practice.search import cut_endlessly, cut_page, find, read_query, with_repeats

FILMS = Catalogue(movies=300, seed=5).movies


def _found(query: str) -> list[Film]:
    return find(FILMS, read_query(f"/search/title/?{query}"))


def test_bounds_are_both_included() -> None:
    found = _found("release_date=1990,1999&user_rating=6.5,8")
    assert found
    assert {film.number for film in found} == {
        film.number for film in FILMS if 1990 <= film.year <= 1999 and film.rating is not None and 6.5 <= film.rating <= 8
    }


def test_a_movie_without_a_value_is_not_within_bounds() -> None:
    assert any(film.votes is None for film in FILMS)
    assert all(film.votes is not None for film in _found("num_votes=0,"))


@pytest.mark.parametrize("direction", ["asc", "desc"])
def test_movies_without_the_value_come_last_in_either_direction(direction: str) -> None:
    ratings = [film.rating for film in _found(f"sort=user_rating,{direction}")]
    known = [rating for rating in ratings if rating is not None]
    assert None in ratings
    assert ratings == [*sorted(known, reverse=direction == "desc"), *[None] * (len(ratings) - len(known))]


@pytest.mark.parametrize("query", ["sort=nonsense,desc", "count=-5&start=x", "num_votes=many,&user_rating=,,", "groups=top_"])
def test_what_cannot_be_read_counts_as_not_asked_for(query: str) -> None:
    assert len(_found(query)) == len(FILMS)


def test_a_page_says_its_place_and_the_next() -> None:
    path = "/search/title/?start=251&count=100"
    page = cut_page(FILMS, path, read_query(path))
    assert (page.first, page.last, page.total, page.next_path) == (251, 300, 300, None)
    assert (
        cut_page(FILMS, "/search/title/?start=151", read_query("?count=50")).next_path == "/search/title/?start=201&ref_=adv_nxt"
    )


def test_a_page_beyond_the_end_is_empty() -> None:
    assert list(cut_page(FILMS, "/?start=1001", read_query("/")).films) == []


def test_an_endless_list_begins_again() -> None:
    page = cut_endlessly(FILMS, "/?start=281&count=50", read_query("/?count=50"))
    assert [film.number for film in page.films] == [film.number for film in (*FILMS[280:], *FILMS[:30])]
    assert page.next_path


def test_a_long_list_repeats_the_last_of_each_fourth_page() -> None:
    repeated = with_repeats(list(FILMS), 50)
    assert len(repeated) == 301
    assert repeated[199] is repeated[200]
    assert with_repeats(list(FILMS[:250]), 50) == list(FILMS[:250])
