"""Repeated blocks: the elements that each hold the links to one page of a kind, or that stand beside others of their make."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from moviescrape.parse.dom.document import Node


@dataclass(slots=True)
class Block:
    """The largest element that links to one page only, with the links to it."""

    node: Node
    url: str
    links: list[Node]


def find_blocks(links: list[tuple[str, Node]]) -> list[Block]:
    """The largest elements that hold links to one of the addresses only, in page order."""
    only: dict[Node, str | None] = {}  # the one address below an element, or None for several
    for url, link in links:
        here: Node | None = link
        while here is not None and only.get(here, url) is not None:
            only[here] = url if only.get(here, url) == url else None
            here = here.parent
    blocks: dict[Node, Block] = {}
    for url, link in links:
        node = link
        while (around := node.parent) is not None and only.get(around) == url:
            node = around
        blocks.setdefault(node, Block(node, url, [])).links.append(link)
    return list(blocks.values())


def alike(blocks: list[Block]) -> list[Block]:
    """The blocks of the most frequent make, and those beside them (the class of a first or even row may differ), each
    address once: a film may be on several shelves."""
    makes = Counter(make(block.node) for block in blocks)
    most = makes.most_common(1)[0][0] if makes else None
    around = {block.node.parent for block in blocks if make(block.node) == most}
    similar = (
        block
        for block in blocks
        if make(block.node) == most or (block.node.parent in around and block.node.tag == (most and most[0]))
    )
    first: dict[str, Block] = {}
    for block in similar:
        first.setdefault(block.url, block)
    return list(first.values())


def unlinked_blocks(root: Node, fewest: int) -> list[list[Block]]:
    """The groups of elements of one class, below elements of one class: cards whose links lead nowhere."""
    groups: dict[tuple[tuple[str, str], tuple[str, str]], list[Block]] = defaultdict(list)
    for node in root.select("li, tr, article, div[class], section[class], a[class]"):
        if node.parent is not None:
            groups[make(node.parent), make(node)].append(Block(node, "", []))
    return [blocks for blocks in groups.values() if fewest <= len(blocks) <= _MAX_BLOCKS and not _nest(blocks)]


_MAX_BLOCKS = 1_000
_NEAREST = 12


def _nest(blocks: list[Block]) -> bool:
    """Whether one of the blocks stands within another: no items of a list, and each would be read with all below it."""
    nodes = {block.node for block in blocks}
    return any(around in nodes for block in blocks for around in islice(_above(block.node), _NEAREST))


def _above(node: Node) -> Iterator[Node]:
    while (around := node.parent) is not None:
        yield around
        node = around


def make(node: Node) -> tuple[str, str]:
    return node.tag, next(iter((node.attribute("class") or "").split()), "")
