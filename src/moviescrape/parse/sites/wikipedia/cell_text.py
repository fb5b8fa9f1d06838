"""What a reader sees in a cell: without footnote marks, sort keys and other hidden text; and the names that stand in it."""

import re
from collections.abc import Iterator

from moviescrape.parse.dom.document import Node

_BREAKING = frozenset({"br", "li", "p", "div", "ul", "ol", "tr", "dd", "dt"})
_MARKS = re.compile(r"\[[^\[\]]{0,20}\]|[†‡§*^]+$")
_LOOSE = re.compile(r" (?=[,;:.!?)\]’])|(?<=[(\[‘]) ")
_AND = re.compile(r" ?[,;、，،](?! ?(?:Jr|Sr|I{2,3}|IV)\b) ?(?:(?:and|und|et|y|e|и) )?| (?:and|und|&) ")
_ROLE = re.compile(r" ?[:：].*$| (?:[-–—]|as) .*$| ?\([^()]*\)$|[,;]$")
_ELSEWHERE = re.compile(r"see (?:below|list|cast|full)", re.IGNORECASE)


def shown_lines(cell: Node) -> list[str]:
    """Return the lines of a cell as they are shown."""
    lines = "".join(_pieces(cell)).split("\n")
    plain = (_LOOSE.sub("", " ".join(_MARKS.sub("", line).split())).strip() for line in lines)
    return [line for line in plain if line]


def shown_text(cell: Node) -> str:
    """Return the cell's lines as one text."""
    return " ".join(shown_lines(cell))


def shown_names(cell: Node) -> list[str]:
    """Return the names in a cell, a line each or joined by commas, without the parts they play ("Tim Robbins: Andy Dufresne")."""
    lines = shown_lines(cell)
    names = lines if len(lines) > 1 else split_together("".join(lines))
    return [plain for name in names if (plain := _ROLE.sub("", name).strip()) and not _ELSEWHERE.match(plain)]


def split_together(text: str) -> list[str]:
    """Split a text that joins names.

    >>> split_together("Ana Bo, Robert Downey, Jr. and Li Na")
    ['Ana Bo', 'Robert Downey, Jr.', 'Li Na']
    """
    return [name for name in _AND.split(text) if name]


_MAX_DEPTH = 60
"""Of a cell nested deeper, as none is that people wrote, the text is taken as it stands."""


def _pieces(node: Node, depth: int = 0) -> Iterator[str]:
    if depth > _MAX_DEPTH:
        yield node.text
        return
    for piece in node.flow():
        if isinstance(piece, str):
            yield piece + " "
        elif not _is_hidden(piece):
            edge = "\n" if piece.tag in _BREAKING else ""
            yield edge
            yield from _pieces(piece, depth + 1)
            yield edge


def _is_hidden(node: Node) -> bool:
    if node.tag in ("style", "script"):
        return True
    css_class, style = node.attribute("class") or "", node.attribute("style") or ""
    hidden = "display:none" in style.replace(" ", "") or "sortkey" in css_class
    return hidden or (node.tag == "sup" and "reference" in css_class)
