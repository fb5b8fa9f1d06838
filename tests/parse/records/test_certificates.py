"""Certificates in records."""

import pytest

from moviescrape.parse.records.certificates import has_certificate
from support.outlines import outline_of


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("PG-13", True), ("(R)", True), ("FSK 12", True), ("16+", True), ("UA", True), ("Rated PG for mild peril", True),
        ("Rated 8.1", False), ("1917", False), ("Rain", False), ("8", False),
    ],
)  # fmt: skip
def test_a_certificate_stands_by_itself_or_behind_rated(text: str, is_one: bool) -> None:
    assert has_certificate(outline_of(f"<p>Heat</p><p>{text}</p>"), range(2)) is is_one
