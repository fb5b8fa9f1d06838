"""How drift is measured, and held against floors."""

from pathlib import Path

import pytest

from moviescrape.errors import SourceError
from moviescrape.pages.page import Page
from moviescrape.parse.drift import Drift, DriftMeter, floors_of, known_floors, read_floors


def _measure(*pages: Page) -> list[Drift]:
    meter = DriftMeter()
    for page in pages:
        meter.add(page)
    return meter.drifts


def _list_page(*items: str) -> Page:
    head = '<html><head><link rel="canonical" href="https://www.imdb.com/search/title/"></head><body>'
    return Page((head + "".join(items) + "</body></html>").encode(), name="list.html")


def _item(number: int, year: str = "(1990)", runtime: str = "") -> str:
    link = f'<a href="/title/tt000000{number}/">Film {number}</a>'
    heading = f'<h3 class="lister-item-header">{link}<span class="lister-item-year">{year}</span></h3>'
    return f'<div class="lister-item mode-advanced">{heading}{runtime}</div>'


RUNTIME = '<span class="runtime">95 min</span>'


def test_shares_are_of_movies_not_of_pages() -> None:
    (drift,) = _measure(_list_page(_item(1, runtime=RUNTIME), _item(2)), _list_page(_item(3), _item(4)))
    assert (drift.layout, drift.pages, drift.movies) == ("imdb/search-lister", 2, 4)
    assert drift.share("runtime") == 0.25
    assert drift.share("year") == 1.0


def test_a_selector_that_finds_nothing_on_any_page_is_named() -> None:
    (drift,) = _measure(_list_page(_item(1)))
    assert ("runtime", "span.runtime") in drift.silent_selectors()
    assert ("year", "span.lister-item-year") not in drift.silent_selectors()


def test_a_field_below_its_floor_is_broken() -> None:
    (drift,) = _measure(_list_page(_item(1), _item(2, year="")))
    assert drift.below({"imdb/search-lister": {"year": 0.9, "title": 1.0}}) == {"year": 0.9}
    assert drift.has_changed({"imdb/search-lister": {"year": 0.9}})
    assert not drift.has_changed({"imdb/search-lister": {"year": 0.5}})


def test_pages_that_gave_nothing_are_counted_apart() -> None:
    error = Page(
        b'<html><head><link rel="canonical" href="https://www.imdb.com/title/tt0000009/"><title>404</title></head></html>'
    )
    (drift,) = _measure(error)
    assert (drift.layout, drift.unread, drift.movies) == ("imdb/error", 1, 0)


def test_floors_are_measured_shares_less_a_margin() -> None:
    drifts = _measure(_list_page(_item(1, runtime=RUNTIME), _item(2)))
    assert floors_of(drifts) == {"imdb/search-lister": {"title": 0.9, "year": 0.9, "runtime": 0.4, "url": 0.9}}


def test_the_known_floors_are_shares_of_real_columns() -> None:
    floors = known_floors()
    assert floors
    assert all(0 < share <= 1 for fields in floors.values() for share in fields.values())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"imdb/x": 3}',
        b'{"imdb/x": {"title": "all"}}',
        b'{"imdb/x": {"title": NaN}}',
        b'{"imdb/x": {"title": 3}}',
        b"[" * 100_000,
    ],
)
def test_a_file_that_holds_no_floors_is_named(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_bytes(content)
    with pytest.raises(SourceError, match=r"mine\.json: not a file of floors; name one that"):
        read_floors(tmp_path / "mine.json")


def test_floors_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.json: can't be read"):
        read_floors(tmp_path / "none.json")
