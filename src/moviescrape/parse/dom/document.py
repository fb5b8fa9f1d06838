"""The tree of a page behind a small interface: select, text, attribute.

Site files and general readers speak CSS through `Node` alone, so that the engine behind it (lxml here) can be replaced.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import dropwhile

from lxml import etree

from moviescrape.parse.dom.css import all_matches, first_match
from moviescrape.parse.dom.limits import MAX_ATTRIBUTES, has_huge_tag

_CLASSES = etree.XPath("descendant-or-self::*/@class", smart_strings=False)
_IDS = etree.XPath("descendant-or-self::*/@id", smart_strings=False)
_DIGIT = re.compile(r"\d")
_HIDDEN = frozenset({"script", "style", "noscript", "template"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins"}
    | {"kbd", "label", "mark", "meta", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)  # fmt: skip


class Node:
    """An element of a page."""

    __slots__ = ("_element",)

    def __init__(self, element: etree._Element) -> None:
        self._element = element

    @property
    def element(self) -> etree._Element:
        """Return the lxml element, for `parse/dom` alone."""
        return self._element

    def select(self, css: str) -> list["Node"]:
        """All elements below this one that match a CSS selector, in page order."""
        return [Node(element) for element in all_matches(css)(self._element)]

    def each(self, *tags: str) -> list["Node"]:
        """Return all elements below with one of these names, in page order: in a tenth of the time of a selector."""
        return list(map(Node, self._element.iter(*tags)))

    def with_digits(self) -> list["Node"]:
        """Return the elements below with a digit, of any script, in their own text, in page order."""
        found: dict[etree._Element, None] = {}
        for element in self._element.iter(etree.Element):
            if element.tag not in _HIDDEN and element.text and _DIGIT.search(element.text):
                found[element] = None
            if element.tail and _DIGIT.search(element.tail) and (around := element.getparent()) is not None:
                found[around] = None
        return list(map(Node, found))

    def first(self, css: str) -> "Node | None":
        """Return the first element below this one that matches, or None."""
        found = first_match(css)(self._element)
        return Node(found) if found is not None else None

    def attribute(self, name: str) -> str | None:
        """Return an attribute's text, or None where the element doesn't have it."""
        value = self._element.get(name)
        return str(value) if value is not None else None

    @property
    def attribute_names(self) -> list[str]:
        """The names of the attributes that the element has."""
        return list(map(str, self._element.attrib))

    @property
    def tag(self) -> str:
        """The element's name in lower case."""
        return str(self._element.tag).lower()

    @property
    def text(self) -> str:
        """All text below, white space folded, without scripts and styles."""
        return _text(self._element)

    @property
    def names(self) -> str:
        """The classes and ids of the elements below, each value once, a line each."""
        return "\n".join({*_CLASSES(self._element), *_IDS(self._element)})  # type: ignore[misc]  # paths of texts give texts

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
        """Return the direct content in order: texts, white space folded, and elements."""
        for piece in (self._element.text, *(part for child in self._element for part in (child, child.tail))):
            if isinstance(piece, str):
                if text := " ".join(piece.split()):
                    yield text
            elif piece is not None and isinstance(piece.tag, str):
                yield Node(piece)

    def following(self) -> Iterator["Node"]:
        """Return the elements after this one below the same parent, in order."""
        for sibling in self._element.itersiblings():
            if isinstance(sibling.tag, str):
                yield Node(sibling)

    def preceding(self) -> Iterator["Node"]:
        """Yield the elements before this one below the same parent, the nearest first."""
        for sibling in self._element.itersiblings(preceding=True):
            if isinstance(sibling.tag, str):
                yield Node(sibling)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Node) and self._element is other._element

    def __hash__(self) -> int:
        return hash(self._element)


def first_finder(css: str, attribute: str | None = None) -> Callable[[Node], str | None]:
    """Return what finds the text, or an attribute, of the first element that matches a CSS selector; None where there is none.

    The same as `first` and `text`, with less to do each time: it is asked for some values of each item of a list.
    """
    match = first_match(css)

    def find(node: Node) -> str | None:
        found = match(node._element)
        return None if found is None else found.get(attribute) if attribute else _text(found)

    return find


def all_finder(css: str, attribute: str | None = None) -> Callable[[Node], list[str]]:
    """Return the same for all elements that match: their texts, or attributes, that aren't empty."""
    matches = all_matches(css)

    def find(node: Node) -> list[str]:
        return [said for element in matches(node._element) if (said := element.get(attribute) if attribute else _text(element))]

    return find


def parse_document(html: bytes) -> Node | None:
    """Return the tree of UTF-8 `html`; None where there is no element at all, or more than a page may have. Never raises."""
    return _build_tree(html)[0]


def _build_tree(html: bytes) -> tuple[Node | None, str | None]:
    """Return the tree, or None and what there is too much of."""
    if has_huge_tag(html):
        return None, f"a tag with more than {MAX_ATTRIBUTES:,} attributes"
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        root = etree.fromstring(_without_early_end(html), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None, None
    last = parser.error_log.last_error
    if last is not None and last.type_name == "ERR_RESOURCE_LIMIT":  # libxml2 stops there: the tree is cut off
        return None, "elements nested more than 2,048 deep"
    if root is not None:
        _move_content_to_body(root)
    return (Node(root) if root is not None else None), None


_METADATA = frozenset(
    {"base", "basefont", "bgsound", "link", "meta", "noframes", "noscript", "script", "style", "template", "title"}
)
"""The elements of a head (HTML 13.2.6.4.4)."""


def _move_content_to_body(root: etree._Element) -> None:
    """Move what is no metadata from the head to the body.

    A page may leave out the tags between them (HTML 13.1.2.4), and libxml2 knows no `<nav>` or `<section>` to begin a body.
    """
    head = root.find("head")
    strays = [] if head is None else list(dropwhile(lambda child: child.tag in _METADATA or not isinstance(child.tag, str), head))
    if strays and head is not None:
        body = root.find("body")
        if body is None:
            body = etree.SubElement(root, "body")
        body[0:0] = strays


_END_TAGS = re.compile(rb"</(?:body|html)\s*>", re.IGNORECASE)
_CONTENT = re.compile(rb"<(?:a|td|tr|div|p|li|h[1-6])\b", re.IGNORECASE)


def _without_early_end(html: bytes) -> bytes:
    """Remove the end tags of body and html where content follows them.

    It belongs to the body (HTML 13.2.6.4.19, "after body"), but libxml2 drops it.
    """
    ends = [at for tag in (b"</body", b"</html", b"</BODY", b"</HTML") if (at := html.find(tag)) >= 0]
    return _END_TAGS.sub(b"", html) if ends and _CONTENT.search(html, min(ends)) else html


class Document:
    """A page's bytes (UTF-8), and its tree, built when it is first asked for: pages read from their data need none."""

    def __init__(self, html: bytes) -> None:
        self.html = html

    @property
    def is_parsed(self) -> bool:
        """Return whether the tree is there."""
        return "_tree" in self.__dict__

    @cached_property
    def _tree(self) -> tuple[Node | None, str | None]:
        return _build_tree(self.html)

    @property
    def root(self) -> Node | None:
        """Return the tree; None where the page has no element at all, or more than a page may have."""
        return self._tree[0]

    @property
    def excess(self) -> str | None:
        """Return what there is too much of for a tree; None where it could be built, or was not asked for."""
        return self._tree[1] if self.is_parsed else None


def _text(element: etree._Element) -> str:
    if len(element):
        return " ".join("".join(_texts(element)).split())
    if element.tag in _HIDDEN:
        return ""
    return " ".join(element.text.split()) if element.text else ""  # most elements that hold a value hold nothing else


def _texts(element: etree._Element) -> Iterator[str]:
    for piece in element.iter():
        hidden = piece.tag in _HIDDEN
        if piece.text and not hidden:
            yield piece.text
        if piece.tail and piece is not element:
            yield piece.tail


def _broken(element: etree._Element) -> Iterator[str]:
    """Return the text below with NUL where a browser would begin a new line."""
    for event, piece in etree.iterwalk(element, events=("start", "end")):
        block = piece.tag not in _INLINE
        if event == "start":
            yield "\0" if block else ""
            yield (piece.text or "") if piece.tag not in _HIDDEN else ""
        else:
            yield "\0" if block else ""
            yield (piece.tail or "") if piece is not element else ""
