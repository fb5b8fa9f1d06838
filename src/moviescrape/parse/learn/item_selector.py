"""Choose the selector that finds the elements of a group, on all pages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from moviescrape.parse.dom.document import Node
from moviescrape.parse.learn.sample import Item, SamplePage
from moviescrape.parse.learn.selectors import Selector, inner, own_id, selectors

_MOST = 0.9
MAX_CONTEXT = 8


def choose_item_selector(items: Sequence[Item], beside: Iterable[Item] = ()) -> str | None:
    """Return the selector of the items; None where none finds most of them and little else.

    Items `beside` them may be found as well.
    """
    titles = [item.title for item in items]
    title = min(_shared(titles), key=lambda selector: selector.cost, default=Selector("*", 0.0)).css
    fine = {node for item in beside for node in item.levels}
    levels = list(_by_level(items))
    for candidates in (_alone, _in_context):
        choices = [
            (value, selector.css)
            for level, nodes in enumerate(levels)
            for selector in candidates(nodes)
            if (value := _worth(selector, nodes, items, fine, title) - 0.05 * level) > 0
        ]
        best = max(choices, default=None)
        if best and (best[0] > _GOOD or candidates is _in_context):
            return best[1]
    return None


def _by_level(items: Sequence[Item]) -> Iterator[list[Node]]:
    for level in range(min(len(item.levels) for item in items)):
        yield [item.levels[level] for item in items]


def _alone(nodes: Sequence[Node]) -> Iterator[Selector]:
    """Yield the selectors that name these elements without those around them."""
    own = list(_shared(nodes))
    yield from own
    pairs = [one for one in own if "." in one.css and "[" not in one.css]
    for one in pairs:
        for other in pairs:
            if one.css < other.css:
                yield Selector(f"{one.css}.{other.css.partition('.')[2]}", one.cost + other.cost)


def _in_context(nodes: Sequence[Node]) -> Iterator[Selector]:
    """Yield the selectors of these elements alone, and in those around them that have a name of their own."""
    own = sorted(_shared(nodes), key=lambda selector: selector.cost)[:_MAX_OWN]
    yield from own
    for distance, around in enumerate(_around(nodes)):
        named = [outer for outer in _shared(around) if re.search(r"[.#\[]", outer.css) or outer.css in _TABLES]
        for outer in sorted(named, key=lambda selector: selector.cost)[:_MAX_OWN]:
            for each in own:
                yield inner(outer, each)
                if distance == 0:
                    yield inner(outer, each, direct=True)


_GOOD = 2.5
_MAX_OWN = 4
_TABLES = frozenset({"tbody", "table", "td", "ol", "ul", "dl", "main", "article"})


def _shared(nodes: Sequence[Node]) -> list[Selector]:
    """Return the selectors that most of these elements have."""
    counts: Counter[str] = Counter()
    costs: dict[str, float] = {}
    for node in nodes:
        for selector in [*selectors(node), *([own_id(node)] if own_id(node) else [])]:
            assert selector is not None  # noqa: S101
            counts[selector.css] += 1
            costs[selector.css] = selector.cost
    return [Selector(css, costs[css]) for css, count in counts.items() if count >= _MOST * len(nodes)]


def _around(nodes: Sequence[Node]) -> Iterator[list[Node]]:
    """Yield the elements around all of these, level by level."""
    level = list(nodes)
    for _ in range(MAX_CONTEXT):
        level = list(dict.fromkeys(parent for node in level if (parent := node.parent) is not None and parent.tag != "html"))
        if not level:
            return
        yield level


def _worth(selector: Selector, nodes: Sequence[Node], items: Sequence[Item], beside: set[Node], title: str) -> float:
    """Return how well a selector finds these elements and no others, less what it costs; below 0 where it does not.

    Others that hold no `title` do little harm: they are no movies.
    """
    wanted = set(nodes)
    pages: dict[SamplePage, int] = Counter(item.page for item in items)
    found = [node for page in pages for node in page.root.select(selector.css)]
    hits = sum(node in wanted for node in found)
    if hits < _MOST * len(nodes):
        return -1.0
    beyond = [node for node in found if node not in wanted and node not in beside]
    others = sum(0.9 if node.first(title) else 0.1 for node in beyond)
    return 3.0 * hits / len(nodes) - 4.0 * min(1.0, others / len(nodes)) - 0.15 * selector.cost
