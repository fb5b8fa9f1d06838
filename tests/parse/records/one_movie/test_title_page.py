"""Pages about one movie, in many languages and manners, each also written otherwise; and pages that only look like it."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from moviescrape.movie import Movie
from moviescrape.pages.page import Page
from moviescrape.parse import parse_page

_MENU = "<header><nav><ul><li><a href='/'>Home</a></li><li><a href='/programm'>Programm</a></li></ul></nav></header>"
_FOOTER = "<footer><p>© 2024 Kino. All rights reserved.</p><a href='/impressum'>Impressum</a></footer>"
_PAGES = tomllib.loads((Path(__file__).parent / "one_movie_pages.toml").read_text(encoding="utf-8"))["page"]
_FIELDS = ("title", "rating", "year", "actors", "runtime")


def _wrapped(html: str) -> str:
    html = re.sub(r"<(h1|h2|dl|ul|table)\b", r"<div class='w'><\1", html)
    return re.sub(r"</(h1|h2|dl|ul|table)>", r"</\1></div>", html)


VARIANTS: dict[str, Callable[[str], str]] = {
    "as written": lambda html: html,
    "in one line": lambda html: html.replace("\n", ""),
    "white space and comments": lambda html: html.replace("><", ">\n\n <!-- a comment --> <"),
    "wrapped": _wrapped,
    "other classes": lambda html: re.sub(r"<(p|div|span|li|dt|dd|td|h1|h2|h3)>", r"<\1 class='q7z'>", html),
}


def movies_of(html: str) -> tuple[Movie, ...]:
    return parse_page(Page(html.replace("{nav}", _MENU).replace("{footer}", _FOOTER).encode())).movies


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("page", [page for page in _PAGES if "title" in page], ids=lambda page: page["name"])
def test_a_page_about_one_movie_gives_its_values(page: dict[str, Any], variant: str) -> None:
    movies = movies_of(VARIANTS[variant](page["html"]))
    stated = {name: page[name] for name in _FIELDS if name in page}
    assert [{name: _plain(getattr(movie, name)) for name in stated} for movie in movies] == [stated]


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("page", [page for page in _PAGES if "title" not in page], ids=lambda page: page["name"])
def test_what_is_no_movie_gives_none(page: dict[str, Any], variant: str) -> None:
    assert movies_of(VARIANTS[variant](page["html"])) == ()


def test_boxes_named_after_the_title_cost_no_more_than_their_number() -> None:
    depth, fact = 300, "<p>no heading at all</p>"
    html = f"<title>Roxy cinema</title>{'<div class=title>' * depth}{fact * 5000}{'</div>' * depth}"
    assert movies_of(html) == ()
