"""Data scripts of a page, found by bytes: no tree is built to read the JSON that a page carries."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_OPEN = re.compile(rb"<script\b([^<>]*)>", re.IGNORECASE)
_CLOSE = re.compile(rb"</script", re.IGNORECASE)


class Script(NamedTuple):
    """A script's attributes and content, bytes as in the page, and its number among the page's scripts of its kind."""

    attributes: bytes
    content: bytes
    number: int


def find_scripts(html: bytes, mark: bytes) -> Iterator[Script]:
    """The scripts whose opening tag holds `mark` (an id, a type), in page order; one that is never closed goes to the end."""
    number, at = 0, html.find(mark)
    while at >= 0:
        start = html.rfind(b"<", 0, at)
        opened = _OPEN.match(html, start) if start >= 0 else None
        if opened and opened.end() > at:
            closed = _CLOSE.search(html, opened.end())
            number += 1
            yield Script(opened[1], html[opened.end() : closed.start() if closed else len(html)], number)
            at = closed.end() if closed else len(html)
        at = html.find(mark, at + 1)
