"""Selectors tried on a page, and read as a field reads them."""

import pytest

from moviescrape.errors import UsageError
from moviescrape.pages.page import Page
from moviescrape.parse.selection import Found, select, try_selector

PAGE = Page(
    b"""<ul><li><a href="/film/river">River</a> <b>8,1</b> <i>1 h 30 min</i></li>
    <li><a href="https://films.example/film/dune">Dune</a> <b></b> <i>soon</i></li></ul>""",
    "https://films.example/list",
)


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("li a", ["River", "Dune"]),
        ("a::attr(href)", ["/film/river", "https://films.example/film/dune"]),
        ("b", ["8,1"]),
        ("li:first-child i", ["1 h 30 min"]),
        ("h1", []),
        ("a::attr(title)", []),
    ],
)
def test_texts_and_attributes_in_page_order(selector: str, found: list[str]) -> None:
    assert select(PAGE, selector) == found


@pytest.mark.parametrize("selector", ["li[", "a::before", "a >", "", "::attr(x)y"])
def test_what_is_no_selector_is_said(selector: str) -> None:
    with pytest.raises(UsageError, match="no CSS selector"):
        select(PAGE, selector)


def test_a_field_says_what_it_reads() -> None:
    assert try_selector(PAGE, "runtime", "i") == [Found("1 h 30 min", 90), Found("soon", None)]
    assert try_selector(PAGE, "rating", "b") == [Found("8,1", 8.1)]


def test_links_are_made_absolute_where_the_address_is_known() -> None:
    urls = ["https://films.example/film/river", "https://films.example/film/dune"]
    assert [found.value for found in try_selector(PAGE, "url", "a::attr(href)")] == urls
    assert try_selector(Page(PAGE.body), "url", "a::attr(href)")[0].value == "/film/river"


def test_an_unknown_field_is_said() -> None:
    with pytest.raises(UsageError, match="no field is called 'score'; the fields are title, rating"):
        try_selector(PAGE, "score", "b")


@pytest.mark.parametrize("body", [b"", b"   ", b"\x00\xff"])
def test_a_page_without_html_has_nothing(body: bytes) -> None:
    assert select(Page(body), "a") == []


def test_the_encoding_of_the_page_is_heeded() -> None:
    page = Page('<meta charset="windows-1251"><p>Сталкер</p>'.encode("windows-1251"))
    assert select(page, "p") == ["Сталкер"]
