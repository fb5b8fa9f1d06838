"""Objects written into a page's elements: one element opens an object, elements below it carry its properties.

Microdata (`itemscope`, `itemprop`) and RDFa (`typeof`, `property`, `rel`) differ in the attributes' names; what is gathered has
the shape of JSON-LD, so that one reader serves all three.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from moviescrape.parse.dom.document import Node

Item = dict[str, Any]

_LINKED = frozenset(["url", "sameas", "image", "thumbnailurl", "mainentityofpage", "poster", "logo"])
"""Properties whose value is an address; elsewhere a link's text counts, though both standards say its address: that is what
pages mean by `<a itemprop="name" href="...">`."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """The attributes of a syntax: which open an object, name its types, its properties and its identity."""

    opens: str
    types: str
    properties: tuple[str, ...]
    identity: tuple[str, ...]


@dataclass(slots=True)
class _Gathering:
    """Objects by the element that opens them, and, for each element seen, the object around it."""

    items: dict[Node, Item] = field(default_factory=dict)
    around: dict[Node, Node | None] = field(default_factory=dict)
    lent: dict[Node, Node] = field(default_factory=dict)


def gather_items(root: Node, dialect: Dialect) -> list[Item]:
    """Return the page's objects that are not a property of another, in page order (WHATWG HTML 5.4; RDFa 1.1 Lite)."""
    css = ", ".join(f"[{name}]" for name in dict.fromkeys((dialect.opens, dialect.types, *dialect.properties)))
    nodes = ([root] if _opens(root, dialect) else []) + root.select(css)
    gathering = _Gathering()
    for node in nodes:
        if _opens(node, dialect):
            gathering.items[node] = _opened(node, dialect)
    gathering.lent = _lent(root, gathering.items)
    top: list[Item] = []
    for node in nodes:
        names = [name for attribute in dialect.properties for name in (node.attribute(attribute) or "").split()]
        owner = _owner(node, gathering)
        item = gathering.items.get(node)
        if item is not None and (not names or owner is None):
            top.append(item)
        elif names and owner is not None:
            for name in names:
                _add(gathering.items[owner], local_name(name), item if item is not None else _value(node, local_name(name)))
    return top


@lru_cache(maxsize=512)  # pages use the same few dozen names over and over
def local_name(name: str) -> str:
    """Return a property's name without prefix or vocabulary.

    >>> local_name("schema:name"), local_name("http://schema.org/director")
    ('name', 'director')
    """
    return name.rsplit("/", 1)[-1].rsplit("#", 1)[-1].rsplit(":", 1)[-1]


def _opens(node: Node, dialect: Dialect) -> bool:
    return node.attribute(dialect.opens) is not None or bool(node.attribute(dialect.types))


def _opened(node: Node, dialect: Dialect) -> Item:
    item: Item = {"@type": (node.attribute(dialect.types) or "").split()}
    identity = next((text for name in dialect.identity if (text := node.attribute(name))), None)
    return {**item, "@id": identity} if identity else item


def _lent(root: Node, items: Iterable[Node]) -> dict[Node, Node]:
    """Return the elements that an object takes in from elsewhere by `itemref`, and that object's element."""
    wanted = {name: node for node in items for name in (node.attribute("itemref") or "").split()}
    if not wanted:
        return {}
    return {found: wanted[name] for found in root.select("[id]") if (name := found.attribute("id") or "") in wanted}


def _owner(node: Node, gathering: _Gathering) -> Node | None:
    """Return the element that opens the object around `node`. Each element is climbed once: pages nest thousands deep."""
    if node in gathering.lent and gathering.lent[node] != node:
        return gathering.lent[node]
    path: list[Node] = []
    here = node.parent
    while here is not None and here not in gathering.around:
        path.append(here)
        if here in gathering.items or here in gathering.lent:
            break
        here = here.parent
    owner = None
    if here is not None:
        owner = here if here in gathering.items else gathering.lent.get(here) or gathering.around.get(here)
    for each in path:
        gathering.around[each] = owner
    return owner


def _add(item: Item, name: str, value: Any) -> None:
    if value in (None, ""):
        return
    if name in item:
        item[name] = [*(item[name] if isinstance(item[name], list) else [item[name]]), value]
    else:
        item[name] = value


def _value(node: Node, name: str) -> Any:
    for attribute in ("content", "datetime"):
        if (said := node.attribute(attribute)) and said.strip():
            return said
    if name.lower() in _LINKED:
        return node.attribute("href") or node.attribute("src") or node.attribute("resource") or node.text
    if node.tag in ("data", "meter") and node.attribute("value"):
        return node.attribute("value")
    if node.tag == "img":
        return node.attribute("alt")
    if node.tag == "link":
        return node.attribute("href")
    links = [text for link in node.select("a") if (text := link.text)] if node.tag != "a" else []
    return links if len(links) > 1 else node.text
