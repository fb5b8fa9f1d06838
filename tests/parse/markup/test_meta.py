"""Meta tags that say that a page is about a movie, and pages of programmes that say so too."""

import pytest

from moviescrape.pages.page import Page
from moviescrape.parse import parse_page
from moviescrape.parse.markup.meta import read_duration


def _titles(path: str, more: str = "") -> list[str]:
    head = f'<meta property="og:type" content="video.movie"><meta property="og:title" content="Amber Road (2014)">{more}'
    page = Page(f"<html><head>{head}</head><body><h1>Amber Road</h1></body></html>".encode(), url=f"https://tele.example{path}")
    return [movie.title for movie in parse_page(page).movies]


@pytest.mark.parametrize(
    "path", ["/amber-road-t1/", "/x/amber-road-s02", "/series/amber-road", "/programa/1", "/tv-shows/a", "/shows"]
)
def test_a_programme_without_facts_is_no_movie(path: str) -> None:
    assert _titles(path) == []


@pytest.mark.parametrize(
    "path", ["/amber-road", "/film/amber-road-t800", "/terminator-t1000/", "/programming/amber-road", "/showtimes/1"]
)
def test_other_addresses_are_of_movies(path: str) -> None:
    assert _titles(path) == ["Amber Road"]


@pytest.mark.parametrize(
    "more",
    ['<meta property="video:duration" content="6240">', '<meta property="video:director" content="Ana Bo">'],
    ids=["a running time", "a director"],
)
def test_facts_make_it_a_movie_wherever_it_stands(more: str) -> None:
    assert _titles("/amber-road-t1/", more) == ["Amber Road"]


@pytest.mark.parametrize(("text", "minutes"), [("7620", 127), ("127", None), ("PT2H7M", 127), ("", None), (None, None)])
def test_a_duration(text: str | None, minutes: int | None) -> None:
    assert read_duration(text) == minutes
