"""What a response is: a page, or which error; decided from status, type and first bytes."""

import pytest

from moviescrape.errors import BadStatus, FetchError, NotAPage, NotFound, Refused
from moviescrape.fetch.response_check import find_error, looks_like_html, status_text
from moviescrape.pages.page import Page

URL = "https://movies.example/list"
HTML = b"<!doctype html><title>Films</title><p>Metropolis (1927)"


def _error(body: bytes = HTML, status: int = 200, kind: str = "text/html") -> FetchError | None:
    return find_error(Page(body, URL, URL, status, headers={"content-type": kind} if kind else {}))


@pytest.mark.parametrize("status", [200, 203])
@pytest.mark.parametrize(
    "kind", ["text/html; charset=utf-8", "TEXT/HTML", "application/xhtml+xml", "text/plain", "", "application/json"]
)
def test_html_is_a_page_whatever_its_type_is_called(status: int, kind: str) -> None:
    assert _error(status=status, kind=kind) is None


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (404, NotFound),
        (410, NotFound),
        (401, Refused),
        (403, Refused),
        (429, Refused),
        (451, Refused),
        (500, BadStatus),
        (418, BadStatus),
    ],
)
def test_a_status_that_carries_no_page_is_its_error(status: int, kind: type[FetchError]) -> None:
    error = _error(status=status)
    assert type(error) is kind
    assert error.where == URL
    assert error.remedy


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "text/html"),
        (b" \r\n\t", "text/html"),
        (b'{"movies": []}', "application/json"),
        (b"%PDF-1.7", "text/html"),
        (b"\x89PNG\r\n", "image/png"),
        (b"PK\x03\x04", "application/zip"),
        (b"just words", "audio/mpeg"),
    ],
)
def test_what_is_no_web_page_is_said(body: bytes, kind: str) -> None:
    assert isinstance(_error(body, kind=kind), NotAPage)


def test_an_empty_202_is_a_refusal_and_no_page() -> None:
    assert isinstance(_error(b"", 202), Refused)


def test_a_redirected_page_is_named_with_what_was_asked() -> None:
    error = find_error(Page(b"", "https://movies.example/b", URL, 404))
    assert error
    assert error.where == f"{URL} (answered by https://movies.example/b)"


def test_a_byte_order_mark_and_blanks_before_the_first_tag_are_passed_over() -> None:
    assert looks_like_html(b"\xef\xbb\xbf \n<HTML>")
    assert not looks_like_html(b"<?xml version='1.0'?><rss>")


def test_a_status_without_a_name_is_its_number() -> None:
    assert (status_text(503), status_text(599)) == ("503 Service Unavailable", "599")
