"""Whatever people hold in their hands is the same page; anything else is one TypeError that says what is taken."""

import asyncio
import gzip
import io
import urllib.request
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import httpx
import lxml.etree
import lxml.html
import pandas as pd
import pytest
import requests
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

import moviescrape
from moviescrape.errors import SourceError, UsageError
from moviescrape.library.page_input import TAKEN, to_page
from moviescrape.pages.page import Page
from moviescrape.practice import START_PATH, Catalogue, Pages, PracticeSite

ADDRESS = f"http://movies.localhost:8000{START_PATH}"
HTML = Pages(Catalogue(60)).page(START_PATH)
TEXT = HTML.decode()


def _requests_response() -> requests.Response:
    response = requests.Response()
    response.status_code, response.url, response._content = 200, ADDRESS, HTML
    response.headers["Content-Type"] = "text/html; charset=utf-8"
    return response


FORMS = {
    "str": TEXT,
    "bytes": HTML,
    "bytearray": bytearray(HTML),
    "gzipped": gzip.compress(HTML, mtime=0),
    "text file": io.StringIO(TEXT),
    "binary file": io.BytesIO(HTML),
    "httpx": httpx.Response(200, content=HTML, request=httpx.Request("GET", ADDRESS)),
    "httpx, by hand": httpx.Response(200, content=HTML),
    "requests": _requests_response(),
    "html.parser": BeautifulSoup(TEXT, "html.parser"),
    "soup of lxml": BeautifulSoup(TEXT, "lxml"),
    "lxml.html": lxml.html.fromstring(TEXT),
    "lxml tree": lxml.etree.ElementTree(lxml.html.fromstring(TEXT)),
    "Page": Page(HTML),
}


@pytest.mark.parametrize("form", FORMS)
def test_whatever_holds_a_page_gives_the_same_movies(form: str) -> None:
    expected = [movie._replace(source=None) for movie in moviescrape.parse_html(TEXT, ADDRESS).movies]
    parsed = moviescrape.parse_html(FORMS[form], ADDRESS)
    assert [movie._replace(source=None) for movie in parsed.movies] == expected
    assert len(expected) == 50


def test_a_saved_page_is_named_after_its_file(tmp_path: Path) -> None:
    path = tmp_path / "list.html"
    path.write_bytes(HTML)
    assert to_page(path).source == str(path)
    with path.open("rb") as binary, path.open(encoding="utf-8") as text:
        assert to_page(binary).source == str(path)
        assert to_page(text).body == HTML.replace(b"\r\n", b"\n")
    with pytest.raises(SourceError, match="can't be read"):
        to_page(tmp_path / "none.html")


def test_a_response_brings_its_address_status_and_headers() -> None:
    page = to_page(_requests_response())
    assert (page.url, page.status, page.headers["content-type"]) == (ADDRESS, 200, "text/html; charset=utf-8")
    first = httpx.Response(301, request=httpx.Request("GET", "http://movies.localhost/old"))
    redirected = httpx.Response(403, content=b"no", request=httpx.Request("GET", ADDRESS), history=[first])
    page = to_page(redirected)
    assert (page.url, page.asked_url, page.status) == (ADDRESS, "http://movies.localhost/old", 403)
    assert moviescrape.parse_html(redirected).kind is moviescrape.PageKind.BLOCKED


def test_a_response_of_urllib_is_an_open_file_with_an_address() -> None:
    with PracticeSite(Catalogue(60)) as site, urllib.request.urlopen(site.list_url) as response:
        page = to_page(response)
        assert (page.url, page.status, page.headers["content-type"]) == (site.list_url, 200, "text/html; charset=utf-8")
    assert moviescrape.parse_html(page).movies


def test_a_part_of_a_page_is_a_page() -> None:
    soup = BeautifulSoup("<body><p>no</p><div itemscope itemtype='https://schema.org/Movie'><b itemprop=name>Heat", "html.parser")
    assert moviescrape.parse_html(soup.div).movies[0].title == "Heat"


class _AsyncResponse:
    async def read(self) -> bytes:
        return HTML


NO_PAGES: list[Any] = [None, 7, 7.5, ["<p>"], {"html": "<p>"}, pd.DataFrame(), ET.Element("html"), object(), _AsyncResponse()]


@pytest.mark.parametrize("given", NO_PAGES, ids=lambda given: type(given).__name__)
@pytest.mark.parametrize("function", [moviescrape.parse_html, moviescrape.explain])
def test_anything_else_is_a_type_error_that_says_what_is_taken(function: Any, given: object) -> None:
    with pytest.raises(TypeError) as error:
        function(given)
    assert str(error.value) == f"a page is taken as {TAKEN}; not as {type(given).__name__}"


def test_a_file_of_something_else_is_a_type_error() -> None:
    class _Numbers:
        def read(self, _size: int) -> int:
            return 7

    with pytest.raises(TypeError, match="this file gives int"):
        to_page(_Numbers())
    coroutine = _AsyncResponse().read()
    with pytest.raises(TypeError, match="not as coroutine"):
        to_page(coroutine)
    asyncio.run(coroutine)


@pytest.mark.parametrize(
    ("given", "remedy"),
    [
        ("https://movies.example/top", "scrape"),
        (" HTTP://movies.example/top\n", "scrape"),
        ("saved/list.html", "pathlib.Path('saved/list.html')"),
        (r"C:\saved\top.mhtml", "pathlib.Path("),
    ],
)
def test_an_address_or_a_name_in_place_of_html_is_said(given: str, remedy: str) -> None:
    with pytest.raises(UsageError, match="not the HTML of a page") as error:
        moviescrape.parse_html(given)
    assert remedy in str(error.value)


@pytest.mark.parametrize("url", ["movies.example", "file:///tmp/list.html", "", 7, "http://"])
def test_an_address_that_is_none_is_said(url: Any) -> None:
    with pytest.raises(UsageError):
        moviescrape.parse_html(TEXT, url)


def test_an_address_may_be_an_object() -> None:
    assert to_page(TEXT, httpx.URL(ADDRESS)).url == ADDRESS


@pytest.mark.parametrize(
    "empty",
    ["", b"", io.StringIO(), io.BytesIO(), BeautifulSoup("", "html.parser"), lxml.etree.ElementTree()],
    ids=lambda empty: type(empty).__name__,
)
def test_nothing_is_a_page_with_a_problem(empty: object) -> None:
    parsed = moviescrape.parse_html(empty)
    assert parsed.problem
    with pytest.raises(moviescrape.MoviescrapeError):
        parsed.raise_for_problems()


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parsed = moviescrape.parse_html(text)
    except UsageError:
        assert "<" not in text
    else:
        assert parsed.movies or parsed.problem
