"""Helpers for site files: people behind a label in running markup, as in `Director: <a>..</a> | Stars: <a>..</a>, <a>..</a>`."""

import re
from collections.abc import Iterator

from moviescrape.parse.document import Node

_LABEL = re.compile(r"([^\W\d_][^:|]*?)\s*[:：]\s*$")


def linked_after(block: Node, label: re.Pattern[str]) -> Iterator[str]:
    """The texts of the links in `block` that stand after a label that `label` matches, up to the next label."""
    inside = False
    for piece in block.flow():
        if isinstance(piece, str):
            found = _LABEL.search(piece)
            inside = bool(label.search(found[1])) if found else inside
        elif piece.tag == "a" and inside:
            yield piece.text
        else:
            found = _LABEL.search(piece.text)
            inside = bool(label.search(found[1])) if found else inside
