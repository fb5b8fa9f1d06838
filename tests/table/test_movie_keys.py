"""What sites write differently about one movie folds to the same, and what tells movies apart does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.table.movie_keys import address_of, fold_person, fold_title, site_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Léon: The Professional", "Leon - The Professional"),
        ("Matrix, The", "THE MATRIX"),
        ("Avventura, L'", "L’avventura"),
        ("Rocky II", "Rocky 2"),
        ("Romeo & Juliet", "Romeo and Juliet"),
        ("Cœur fidèle", "Coeur fidele"),
        ("Çılgın Dersane", "Cilgin Dersane"),
        ("Ёлки", "Елки"),
        ("WALL·E", "Wall-E"),
    ],
)
def test_titles_that_are_one(one: str, other: str) -> None:
    assert fold_title(one) == fold_title(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Alien", "Aliens"), ("Rocky", "Rocky II"), ("$", "..."), ("हम", "हिम"), ("ガン", "カン"), ("X", "10")]
)
def test_titles_that_are_two(one: str, other: str) -> None:
    assert fold_title(one) != fold_title(other)


@given(st.text(min_size=1).filter(str.strip))
def test_no_text_folds_to_nothing_or_fails(text: str) -> None:
    assert fold_title(text)
    assert fold_person(text)
    assert len(address_of(text)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.imdb.com/title/tt0000001/", "http://m.imdb.com/title/tt0000001/reference?ref_=x"),
        ("https://www.films.example/film/heat/", "http://films.example/film/heat"),
        ("https://films.example/caf%C3%A9", "https://films.example/café"),
    ],
)
def test_addresses_that_are_one(one: str, other: str) -> None:
    assert address_of(one) == address_of(other)


def test_a_query_names_the_movie() -> None:
    assert address_of("http://films.example/film.php?id=3") != address_of("http://films.example/film.php?id=4")


@pytest.mark.parametrize(
    ("url", "site"),
    [("http://127.0.0.1:8000/x", "127.0.0.1"), ("http://localhost/x", "localhost"), ("no address", ""), ("http://[::1", "")],
)
def test_the_site_of_odd_addresses(url: str, site: str) -> None:
    assert site_of(url) == site
