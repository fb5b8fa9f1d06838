"""What a page as a whole says of films."""

import pytest

from moviescrape.parse.model import PageAddress
from moviescrape.parse.records.page_words import is_menu, page_words
from support.outlines import outline_of


@pytest.mark.parametrize(
    ("title", "url", "said"),
    [
        ("Films of the week", None, {"film_title"}),
        ("Kino Lípa", None, {"film_title"}),
        ("Week", "https://roxy.example/films/", {"film_address"}),
        ("35 mm film cameras", None, {"other_title"}),
        ("TV series", None, {"series_title"}),
        ("Medicine", None, set()),
    ],
)
def test_titles_and_addresses_speak_of_films(title: str, url: str | None, said: set[str]) -> None:
    words = page_words(outline_of("<p>Text"), [title], PageAddress(url, url))
    names = ("film_title", "film_address", "series_title", "other_title")
    assert {name for name in names if getattr(words, name)} >= said
    assert words.film_title == ("film_title" in said)


def test_letters_in_menus_are_not_counted() -> None:
    menus = "<nav><a>Home</a> <a>Films</a></nav><div class='sidebar'><p>Aside</p></div>"
    page = outline_of(f"{menus}{'<p>Ran and Heat</p>' * 20}")
    assert page_words(page, [], PageAddress(None, None)).letters == 20 * len("Ran and Heat")


@pytest.mark.parametrize(
    ("html", "tag", "menu"),
    [
        ("<nav><a>Home</a></nav><p>a</p><p>b</p>", "nav", True),
        ("<div class='breadcrumb'>Home</div><p>a</p><p>b</p>", "div", True),
        ("<article><header><h2>Ran</h2></header><p>a</p><p>b</p></article>", "header", False),
        ("<div class='menu'><p>a</p><p>b</p><p>c</p></div>", "div", False),
    ],
)
def test_what_holds_most_of_the_text_is_no_menu(html: str, tag: str, menu: bool) -> None:
    page = outline_of(html)
    assert is_menu(page, page.tags.index(tag)) is menu
