"""What the order of reading promises beyond what the fixture pages show."""

from moviescrape.errors import LayoutChanged
from moviescrape.pages.page import Page
from moviescrape.parse import PageKind, parse_page

HEAD = '<html><head><link rel="canonical" href="https://www.imdb.com/search/title/"></head><body>'
ELSEWHERE = '<html><head><link rel="canonical" href="http://movies.example/search/title/"></head><body>'


def _list_page(movies: int, year: str) -> Page:
    items = (
        f'<div class="lister-item mode-advanced"><h3 class="lister-item-header"><a href="/title/tt000000{number}/">Film'
        f' {number}</a><span class="lister-item-year">{year}</span></h3><span class="runtime">95 min</span></div>'
        for number in range(1, movies + 1)
    )
    return Page((HEAD + "".join(items) + "</body></html>").encode(), name="list.html")


def test_a_field_that_no_movie_shows_any_more_is_a_changed_layout_and_the_rows_stay() -> None:
    parsed = parse_page(_list_page(6, ""))
    assert parsed.kind is PageKind.LIST
    assert len(parsed.movies) == 6
    assert isinstance(parsed.problem, LayoutChanged)
    assert "none of 6 movies has a year" in str(parsed.problem)


def test_a_few_movies_without_a_year_are_no_changed_layout() -> None:
    assert parse_page(_list_page(3, "")).problem is None


def test_a_field_that_was_not_asked_for_is_not_missed() -> None:
    parsed = parse_page(_list_page(6, "(1990)"), ("title",))
    assert parsed.problem is None
    assert [movie.runtime for movie in parsed.movies] == [None] * 6


def test_links_are_followed_against_the_address_that_was_fetched() -> None:
    page = Page(_list_page(1, "(1990)").body, url="http://127.0.0.1:8000/search/title/")
    parsed = parse_page(page)
    assert parsed.detail_urls == ("http://127.0.0.1:8000/title/tt0000001/",)


def test_movies_are_named_by_the_origin_that_the_page_calls_its_own_and_followed_where_it_was_fetched() -> None:
    body = _list_page(2, "(1990)").body.replace(HEAD.encode(), ELSEWHERE.encode())
    parsed = parse_page(Page(body, url="http://127.0.0.1:8000/search/title/"))
    assert [movie.url for movie in parsed.movies] == [f"http://movies.example/title/tt000000{number}/" for number in (1, 2)]
    assert parsed.detail_urls[0] == "http://127.0.0.1:8000/title/tt0000001/"


def test_a_title_page_is_known_by_any_of_its_headings() -> None:
    canonical = '<html><head><link rel="canonical" href="https://www.imdb.com/title/tt9000001/"></head><body>'
    for mark in ("hero__pageTitle", "hero-title-block__title"):
        for quote in ('"', ""):
            page = f"{canonical}<h1 data-testid={quote}{mark}{quote}>The Ferry</h1></body></html>"
            assert [movie.title for movie in parse_page(Page(page.encode())).movies] == ["The Ferry"]


def test_a_list_on_a_mirror_stays_a_list_whatever_movie_its_head_names() -> None:
    rows = "".join(
        f'<tr><td class="titleColumn"><a href="/title/tt900000{number}/">Film {number}</a>'
        f'<span class="secondaryInfo">(199{number})</span></td></tr>'
        for number in range(6)
    )
    ld = '<script type="application/ld+json">{"@type": "Movie", "name": "Film 0", "datePublished": "1990-01-01"}</script>'
    parsed = parse_page(Page(f"<head>{ld}</head><table>{rows}</table>".encode(), url="https://mirror.example/chart"))
    assert parsed.kind is PageKind.LIST
    assert len(parsed.movies) == 6
