"""Short and sturdy selectors of an element: by class, attribute or heading; by its place where there is nothing else."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from moviescrape.parse.dom.document import Node

_NAME = re.compile(r"-?[A-Za-z_][\w-]{0,60}", re.ASCII)
_MADE_BY_TOOLS = re.compile(
    r"(?:css|sc|jsx|svelte|emotion|chakra|v|ng|_ng)-|[\w-]*__[A-Za-z0-9]{5,}$|(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w-]{5,}$"
    r"|[\w-]*\d{3}$|_?[a-f\d]{6,}$"
)
"""Classes that a build step makes anew, and numbers of one record."""
_STATES = frozenset(
    {"odd", "even", "first", "last", "active", "current", "selected", "row", "col", "clearfix", "left", "right", "hidden", "show"}
)
_UTILITIES = re.compile(
    r"^(?:[mp][xytrbl]?|w|h|col|text|font|bg|flex|grid|d|justify|items|align|order|gap|rounded|border|float)(?:-\w+)+$"
)
"""Classes that say how an element looks, and not what it is."""
_ATTRIBUTES = ("itemprop", "data-testid", "data-test", "data-qa", "role", "rel", "itemtype")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TELLING = _HEADINGS | {"a", "time", "strong", "b", "em", "dt", "dd", "td", "th", "tr", "li", "article", "img", "summary", "cite"}


class Selector(NamedTuple):
    """A CSS selector, and how much it costs to depend on it: less is sturdier."""

    css: str
    cost: float


def selectors(node: Node) -> Iterator[Selector]:
    """Yield the selectors of one element by itself, without those around it."""
    tag = node.tag
    for name in classes(node):
        looks = name in _STATES or bool(_UTILITIES.match(name))
        yield Selector(f"{tag}.{name}", 2.5 if looks else 1.0)
    for attribute in _ATTRIBUTES:
        value = (node.attribute(attribute) or "").strip()
        if value and re.fullmatch(r"[\w:/. -]{1,80}", value):
            yield Selector(f'{tag}[{attribute}="{value}"]', 1.1)
    yield Selector(tag, (1.6 if tag in _HEADINGS else 2.0) if tag in _TELLING else 2.4)


def classes(node: Node) -> list[str]:
    """Return the classes of an element that are likely to stay."""
    return [name for name in (node.attribute("class") or "").split() if _NAME.fullmatch(name) and not _MADE_BY_TOOLS.match(name)]


def place(node: Node) -> Selector | None:
    """Return the selector of an element by its number among its siblings of the same tag; None where it has no parent."""
    parent = node.parent
    if parent is None:
        return None
    alike = [child for child in parent.children if child.tag == node.tag]
    if node.tag in ("td", "th"):
        return Selector(f"{node.tag}:nth-child({parent.children.index(node) + 1})", 3.0)
    return Selector(f"{node.tag}:nth-of-type({alike.index(node) + 1})", 4.0)


def own_id(node: Node) -> Selector | None:
    """Return the selector by an element's id, where it is no number of one record."""
    name = node.attribute("id") or ""
    return Selector(f"#{name}", 1.3) if _NAME.fullmatch(name) and not _MADE_BY_TOOLS.match(name) else None


def inner(outer: Selector, own: Selector, *, direct: bool = False) -> Selector:
    """Return the selector of an element in another."""
    return Selector(
        f"{outer.css} {'> ' if direct else ''}{own.css}", outer.cost * 0.5 + own.cost * 0.8 + (0.4 if direct else 0.2)
    )
