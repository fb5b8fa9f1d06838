"""A page says the same however it was saved: every page in fixtures/pages, changed as browsers and tools change pages."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from moviescrape.movie import DEFAULT_COLUMNS
from moviescrape.pages.page import Page
from moviescrape.parse import parse_page
from moviescrape.parse.decode import to_utf8
from support.paths import PAGES

_TAG = re.compile(rb"<[a-zA-Z][^<>]*>")
_QUOTED = re.compile(rb"""=\s*(?:"([^"'\s=<>`]+)"|'([^"'\s=<>`]+)')(?=[\s>])""")


def unquoted(html: bytes) -> bytes:
    """SingleFile and minifiers leave quotes out where they can."""
    return _TAG.sub(lambda tag: _QUOTED.sub(lambda value: b"=" + (value[1] or value[2]), tag[0]), html)


def single_quoted(html: bytes) -> bytes:
    return _TAG.sub(lambda tag: re.sub(rb"=\"([^\"']*)\"", rb"='\1'", tag[0]), html)


def upper_case(html: bytes) -> bytes:
    """Internet Explorer saved tags so; names with a hyphen are custom elements, which it never knew."""
    return re.sub(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s>/])", lambda tag: b"<" + tag[1] + tag[2].upper(), html)


def indented(html: bytes) -> bytes:
    """Each element on its own line: white space within names, and between the parts of a number."""
    return BeautifulSoup(html.decode("utf-8", "replace"), "lxml").prettify().encode()


def minified(html: bytes) -> bytes:
    return re.sub(rb"\s+", b" ", re.sub(rb">\s+<", b"> <", html))


def without_white_space(html: bytes) -> bytes:
    return re.sub(rb">\s+<", b"><", html)


def escaped_twice(html: bytes) -> bytes:
    return html.replace(b"&amp;", b"&amp;amp;")


def with_crlf(html: bytes) -> bytes:
    return html.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def with_http_head(html: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html


def saved_complete(html: bytes) -> bytes:
    """Pictures lie in a folder beside the page, and the page says where it was saved from."""
    return re.sub(rb'\b(src|srcset)="https?://[^"]*?([^/"]*)"', rb'\1="./page_files/\2"', html)


VARIANTS: tuple[Callable[[bytes], bytes], ...] = (
    unquoted, single_quoted, upper_case, indented, minified, without_white_space,
    escaped_twice, with_crlf, with_http_head, saved_complete,
)  # fmt: skip


def _read(html: bytes) -> tuple[str, list[tuple[object, ...]]]:
    parsed = parse_page(Page(html, name="page.html"))
    return parsed.kind, [tuple(getattr(movie, name) for name in DEFAULT_COLUMNS) for movie in parsed.movies]


@pytest.mark.parametrize("change", VARIANTS, ids=lambda change: change.__name__)
@pytest.mark.parametrize("file", sorted(PAGES.rglob("*.htm*")), ids=lambda file: str(file.relative_to(PAGES).with_suffix("")))
def test_saved_otherwise(file: Path, change: Callable[[bytes], bytes]) -> None:
    html, _ = to_utf8(file.read_bytes())
    assert _read(change(html)) == _read(html)
