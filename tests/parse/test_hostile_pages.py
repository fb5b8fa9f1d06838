"""The pages of tests/bench/hostile.py with few repetitions: read without an exception, and no movie seen that isn't there."""

import runpy

import pytest

from moviescrape.pages.page import Page
from moviescrape.parse import PageKind, parse_page
from support.paths import TESTS

HOSTILE_PAGES = dict(runpy.run_path(str(TESTS / "bench" / "hostile.py"))["pages"](600))
WITH_MOVIES = {"movies", "movies in movies", "links", "links in links"}


@pytest.mark.parametrize("name", HOSTILE_PAGES)
def test_page(name: str) -> None:
    parsed = parse_page(Page(HOSTILE_PAGES[name], name=name))
    assert (parsed.kind in (PageKind.LIST, PageKind.TITLE)) == bool(parsed.movies)
    assert name in WITH_MOVIES or not parsed.movies


def test_nested_cards_are_no_list_and_cost_no_more_than_others() -> None:
    nested = "".join(f'<div class="a"><div class="b"><h3>Film {i}</h3><p>({1950 + i % 50})</p>' for i in range(500))
    parsed = parse_page(Page(f"<title>Films</title>{nested}".encode(), name="nested.html"))
    assert parsed.movies == ()
