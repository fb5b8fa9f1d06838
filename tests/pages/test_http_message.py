"""Responses as archives keep them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.pages.http_message import split_response


@pytest.mark.parametrize(
    ("block", "status", "body"),
    [
        (b"HTTP/1.1 200 OK\r\nA: b\r\n\r\n<p>a\r\n\r\nb", 200, b"<p>a\r\n\r\nb"),
        (b"HTTP/1.1 200 OK\nA: b\n\n<p>a\r\n\r\nb", 200, b"<p>a\r\n\r\nb"),
        (b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 Not Found\r\n\r\ngone", 404, b"gone"),
        (b"HTTP/2 301\nLocation: /x\n\n", 301, b""),
        (b"HTTP/1.1 200 OK\r\nA: b", 200, b""),
        (b"<p>no head at all", 200, b"<p>no head at all"),
        (b"", 200, b""),
    ],
)
def test_the_body_begins_behind_the_first_empty_line(block: bytes, status: int, body: bytes) -> None:
    response = split_response(block)
    assert (response.status, block[response.body_start :]) == (status, body)


def test_headers_are_read_leniently() -> None:
    head = b"HTTP/1.1 200 OK\nX-A: 1\nx-a: 2\nX-Long: one\n two\nno colon\nX-L: \xe9\n\n"
    assert split_response(head).headers == {"x-a": "1", "x-long": "one two", "x-l": "é"}


@given(st.binary(max_size=200))
def test_no_bytes_are_an_error(block: bytes) -> None:
    assert 0 <= split_response(block).body_start <= len(block)
