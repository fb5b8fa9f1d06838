"""The tree of a page behind a small interface: select, text, attribute.

Site files and general readers speak CSS through `Node` alone, so that the engine behind it (lxml here) can be replaced.
"""

from collections.abc import Iterator
from functools import cache

import cssselect
from lxml import etree


class _Translator(cssselect.HTMLTranslator):
    """Asks an attribute for a word's letters before it takes the attribute apart: nearly all say no, in less time."""

    def xpath_attrib_includes(self, xpath: cssselect.xpath.XPathExpr, name: str, value: str | None) -> cssselect.xpath.XPathExpr:
        """`[class~=value]`, and with it `.value`."""
        if value:
            xpath.add_condition(f"contains({name}, {self.xpath_literal(value)})")
        return super().xpath_attrib_includes(xpath, name, value)


_TRANSLATOR = _Translator()
_HIDDEN = frozenset({"script", "style", "noscript", "template"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins"}
    | {"kbd", "label", "mark", "meta", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)  # fmt: skip


@cache
def _all(css: str) -> etree.XPath:
    """A selector is translated and compiled once a process: an uncompiled one halves the speed of a list page."""
    return etree.XPath(_TRANSLATOR.css_to_xpath(css))


@cache
def _one(css: str) -> etree.XPath:
    """Of each path of a selector the first element alone: the search stops there, and takes a third of the time."""
    return etree.XPath(" | ".join(f"{_TRANSLATOR.selector_to_xpath(path)}[1]" for path in cssselect.parse(css)))


class Node:
    """An element of a page."""

    __slots__ = ("_element",)

    def __init__(self, element: etree._Element) -> None:
        self._element = element

    def select(self, css: str) -> list["Node"]:
        """All elements below this one that match a CSS selector, in page order."""
        found: list[etree._Element] = _all(css)(self._element)  # type: ignore[assignment]  # a path of elements gives elements
        return [Node(element) for element in found]

    def first(self, css: str) -> "Node | None":
        """The first element below this one that matches, or None."""
        found: list[etree._Element] = _one(css)(self._element)  # type: ignore[assignment]
        return Node(found[0]) if found else None

    def attribute(self, name: str) -> str | None:
        """An attribute's text, or None where the element doesn't have it."""
        value = self._element.get(name)
        return str(value) if value is not None else None

    @property
    def tag(self) -> str:
        """The element's name in lower case."""
        return str(self._element.tag).lower()

    @property
    def text(self) -> str:
        """All text below, white space folded, without scripts and styles."""
        if not len(self._element):  # most elements that hold a value hold nothing else
            return "" if self._element.tag in _HIDDEN else " ".join((self._element.text or "").split())
        return " ".join("".join(_texts(self._element)).split())

    @property
    def lines(self) -> list[str]:
        """The text below, a line for each block or line break, white space folded, no empty line."""
        return [line for line in (" ".join(part.split()) for part in "".join(_broken(self._element)).split("\0")) if line]

    @property
    def own_text(self) -> str:
        """The text directly in this element, not in elements below it, white space folded."""
        parts = [self._element.text or "", *(child.tail or "" for child in self._element)]
        return " ".join("".join(parts).split())

    @property
    def tail(self) -> str:
        """The text that follows the element, up to the next tag, white space folded."""
        return " ".join((self._element.tail or "").split())

    @property
    def parent(self) -> "Node | None":
        """The element around this one."""
        around = self._element.getparent()
        return Node(around) if around is not None else None

    @property
    def children(self) -> list["Node"]:
        """The elements directly in this one."""
        return [Node(child) for child in self._element if isinstance(child.tag, str)]

    def flow(self) -> Iterator["str | Node"]:
        """The direct content in order: texts, white space folded, and elements."""
        for piece in (self._element.text, *(part for child in self._element for part in (child, child.tail))):
            if isinstance(piece, str):
                if text := " ".join(piece.split()):
                    yield text
            elif piece is not None and isinstance(piece.tag, str):
                yield Node(piece)

    def following(self) -> Iterator["Node"]:
        """The elements after this one below the same parent, in order."""
        for sibling in self._element.itersiblings():
            if isinstance(sibling.tag, str):
                yield Node(sibling)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Node) and self._element is other._element

    def __hash__(self) -> int:
        return hash(self._element)


def parse_document(html: bytes) -> Node | None:
    """The tree of UTF-8 `html`; None where there is no element at all. Never raises: HTML has no syntax errors, only pages."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(html, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return Node(root) if root is not None else None


def _texts(element: etree._Element) -> Iterator[str]:
    for piece in element.iter():
        hidden = piece.tag in _HIDDEN
        if piece.text and not hidden:
            yield piece.text
        if piece.tail and piece is not element:
            yield piece.tail


def _broken(element: etree._Element) -> Iterator[str]:
    """The text below with NUL where a browser would begin a new line."""
    for event, piece in etree.iterwalk(element, events=("start", "end")):
        block = piece.tag not in _INLINE
        if event == "start":
            yield "\0" if block else ""
            yield (piece.text or "") if piece.tag not in _HIDDEN else ""
        else:
            yield "\0" if block else ""
            yield (piece.tail or "") if piece is not element else ""
