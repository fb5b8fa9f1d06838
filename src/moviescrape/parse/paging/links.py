"""The links and buttons of a page that may lead to more of its list, each read once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from moviescrape.parse.dom.document import Node
from moviescrape.parse.paging.paging_words import (
    ARROW,
    LOAD_MORE_CLASS,
    NEXT_CLASS,
    OFF_CLASS,
    PAGE,
    Phrase,
    may_be_phrase,
    read_phrase,
)
from moviescrape.parse.paging.site_links import ListAddress
from moviescrape.parse.values.numbers import ascii_digits

_MAX_LINKS = 5_000
_MAX_CHARACTERS = 60
_TAGS = ("a", "button", "option", "input")


@dataclass(frozen=True)
class PageLink:
    """A link, a button, or an option of a drop-down list, whose words, number or class may be those of paging.

    `place` is where it stands among all links. `said` are its text, label, title and value, none of them long, `phrases` what of
    these may be a phrase of paging, and `number` the page number that one of them is.
    """

    node: Node
    address: ListAddress
    place: int
    said: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    number: int | None

    @property
    def is_button(self) -> bool:
        """Return whether it has no address of its own: what it does is a script's."""
        href = _href(self.node)
        return not href or href.strip().lower().startswith(("#", "javascript:"))

    @cached_property
    def url(self) -> str | None:
        """Return where it leads; None for a button, and for a link to a movie or to the page itself."""
        href = _href(self.node)
        return None if self.is_button or self.address.leads_to_movie(href) else self.address.resolve(href)

    @property
    def classes(self) -> str:
        """Return its classes and its id."""
        return _classes(self.node)

    @property
    def is_off(self) -> bool:
        """Return whether it, or what is around it, is switched off or hidden."""
        around = self.node.parent
        return any(_is_off(node) for node in (self.node, around) if node is not None)


@dataclass(frozen=True, slots=True)
class PageLinks:
    """The links of a page whose words, numbers or classes may be those of paging: a few of hundreds."""

    address: ListAddress
    links: tuple[PageLink, ...]
    _nodes: list[Node] = field(repr=False)

    def __iter__(self) -> Iterator[PageLink]:
        return iter(self.links)

    def last_movie(self) -> int | None:
        """Return the place of the last link to one of the page's movies; None without one."""
        for place in range(len(self._nodes) - 1, -1, -1):
            if self.address.leads_to_movie(self._nodes[place].attribute("href")):
                return place
        return None


def read_links(root: Node, address: ListAddress) -> PageLinks:
    """Return the links and buttons of a page that may lead to more of its list, in its order, `role=button` last."""
    others = (node for node in root.select("[role=button]") if node.tag not in _TAGS)
    nodes = [*root.each(*_TAGS), *others][:_MAX_LINKS]
    links = (_read_link(node, place, address) for place, node in enumerate(nodes))
    return PageLinks(address, tuple(link for link in links if link), nodes)


def _read_link(node: Node, place: int, address: ListAddress) -> PageLink | None:
    said = tuple(_said(node))
    phrases = tuple(map(read_phrase, filter(may_be_phrase, said)))
    number = next((number for text in said if (number := read_page_number(text))), None)
    if not (phrases or number or any(map(ARROW.search, said)) or _has_class_of_paging(node)):
        return None
    return PageLink(node, address, place, said, phrases, number)


_MAX_PAGES = 1_899
"""Larger numbers are years, or ids."""
_LABEL = re.compile(
    rf"[\[(]?\s*(\d{{1,4}})\s*[\])]?|(?:[^\W\d]{{1,12}} ){{0,3}}(?:{PAGE})\.?\s*(\d{{1,4}})|"
    r"第?\s*(\d{1,4})\s*(?:页|頁|ページ目?|페이지)",
    re.IGNORECASE,
)
_MAX_LABEL = 40


def read_page_number(text: str) -> int | None:
    """Return the page number that a link says; None where it says anything else.

    >>> read_page_number("[2]"), read_page_number("Go to page 3"), read_page_number("1994")
    (2, 3, None)
    """
    if len(text) > _MAX_LABEL or not any(map(str.isdigit, text[:1] + text[-4:])):
        return None
    found = _LABEL.fullmatch(ascii_digits(text).strip())
    number = int(next(filter(None, found.groups()))) if found else 0
    return number if 0 < number <= _MAX_PAGES else None


def _has_class_of_paging(node: Node) -> bool:
    classes = _classes(node)
    return len(classes) > 1 and bool(NEXT_CLASS.search(classes) or LOAD_MORE_CLASS.search(classes))


def _href(node: Node) -> str | None:
    if node.tag != "option":
        return node.attribute("href")
    value = node.attribute("value") or ""
    return value if value.startswith(("/", "?", "http:", "https:")) else None


def _said(node: Node) -> Iterator[str]:
    value = node.attribute("value") if node.tag == "input" else None
    for said in (node.text, node.attribute("aria-label"), node.attribute("title"), value):
        if said and len(said) <= _MAX_CHARACTERS:
            yield said.strip()


def _classes(node: Node) -> str:
    return f"{node.attribute('class') or ''} {node.attribute('id') or ''}"


def _is_off(node: Node) -> bool:
    return bool(
        OFF_CLASS.search(_classes(node))
        or node.attribute("hidden") is not None
        or node.attribute("disabled") is not None
        or node.attribute("aria-disabled") == "true"
        or "display:none" in (node.attribute("style") or "").replace(" ", "")
    )
