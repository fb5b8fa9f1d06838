"""Pages become UTF-8, whatever they call their encoding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.parse.decode import to_utf8


@pytest.mark.parametrize("name", [b"ut\0f", b"idna", b"undefined", b"utf-7", b"hex", b"unicode_escape", b"punycode", b"utf-16"])
def test_a_name_that_is_no_encoding_is_passed_over(name: bytes) -> None:
    html, _ = to_utf8(b'<meta charset="' + name + b'"><p>caf\xe9 +2AA- \\ud800 \xff</p>')
    assert html.decode("utf-8")


@given(st.binary(max_size=200), st.text(max_size=30))
def test_any_bytes_become_utf8(body: bytes, content_type: str) -> None:
    html, _ = to_utf8(body, f"text/html; charset={content_type}")
    assert html.decode("utf-8") is not None


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [("Nattfärjan", "utf-8", "windows-1251"), ("Ночь", "windows-1251", "windows-1251"), ("Café", "windows-1252", "utf-8")],
)
def test_the_bytes_count_more_than_what_is_said_of_them(text: str, encoding: str, said: str) -> None:
    html, _ = to_utf8(f"<p>{text}</p>".encode(encoding), f"text/html; charset={said}")
    assert text in html.decode("utf-8")
