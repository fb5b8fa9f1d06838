"""Outlines of pages, for tests of what reads them."""

from moviescrape.parse.dom.document import parse_document
from moviescrape.parse.records.outline import Outline, outline


def outline_of(html: str) -> Outline:
    """Return the outline of a page."""
    root = parse_document(html.encode())
    assert root is not None
    return outline(root)
