"""Addresses of pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.pages.web_address import web_address


@pytest.mark.parametrize(
    "text", ["https://a.example/", "HTTP://a.example", "http://127.0.0.1:8000/x?y#z", "http://[::1]/", "https://bücher.example/"]
)
def test_addresses_of_pages(text: str) -> None:
    assert web_address(text) == text


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "a.example",
        "ftp://a.example/",
        "javascript:alert(1)",
        "http://",
        "http://[::1",
        "http://a:port/",
        "http://a:99999/",
    ],
)
def test_what_is_none(text: str | None) -> None:
    assert web_address(text) is None


@given(st.text())
def test_no_text_is_an_error(text: str) -> None:
    assert web_address(text) in (None, text)
