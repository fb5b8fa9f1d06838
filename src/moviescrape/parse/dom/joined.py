"""Two pages of one form as one: what stands in a part of the one comes behind what stands in the same part of the other."""

import re
from collections import Counter

from lxml import etree

from moviescrape.parse.dom.document import parse_document


def join_documents(first: bytes, second: bytes) -> bytes:
    """Return the UTF-8 page `first` with the content of `second` put behind its own, container by container.

    >>> join_documents(b"<ul><li>A</li></ul><p>1</p>", b"<ul><li>B</li><li>C</li></ul>")
    b'<html><body><ul><li>A</li><li>B</li><li>C</li></ul><p>1</p></body></html>'
    """
    one, other = parse_document(first), parse_document(second)
    if one is None or other is None:
        return first
    _join(one.element, other.element)
    return etree.tostring(one.element, encoding="utf-8", method="html")


def _join(one: etree._Element, other: etree._Element) -> None:
    """Join parts that stand once on both pages; append all others, such as the items of a list."""
    waiting = [(one, other)]
    while waiting:
        into, of = waiting.pop()
        counts, other_counts = Counter(map(_signature, into)), Counter(map(_signature, of))
        parts = {_signature(child): child for child in into}
        for child in list(of):
            signature = _signature(child)
            if counts[signature] == other_counts[signature] == 1:
                waiting.append((parts[signature], child))
            else:
                into.append(child)


def _signature(element: etree._Element) -> tuple[str, str, str]:
    """Return an element's tag, id and classes, without the numbers that differ from page to page."""
    name, classes = (re.sub(r"\d+", "", element.get(attribute, "")) for attribute in ("id", "class"))
    return str(element.tag), name, classes
