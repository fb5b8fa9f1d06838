"""Helpers for site files: people behind a label in running markup, as in `Director: <a>..</a> | Stars: <a>..</a>, <a>..</a>`."""

import re
from collections.abc import Iterator

from moviescrape.parse.document import Node
from moviescrape.parse.labels import label_field

_LABEL = re.compile(r"([^\W\d_][^:|]*?)\s*[:：]\s*$")


def linked_after(block: Node, field: str) -> Iterator[str]:
    """The texts of the links in `block` that stand after a label of `field` (in any language known), up to the next label."""
    inside = False
    for piece in block.flow():
        if isinstance(piece, Node) and piece.tag == "a":
            if inside:
                yield piece.text
        elif found := _LABEL.search(piece if isinstance(piece, str) else piece.text):
            inside = label_field(found[1]) == field
