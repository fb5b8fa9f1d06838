"""What stands in the items of a list: one column for each selector, with the raw text of each item."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from moviescrape.parse.dom.document import Node, all_finder
from moviescrape.parse.learn.selectors import Selector, inner, place, selectors
from moviescrape.parse.records.spread import spread

ITEM = ":scope"
_READ_ATTRIBUTES = ("href", "src", "alt", "title", "datetime", "content", "aria-label", "value")
_MAX_ELEMENTS = 150
_MAX_TEXT = 400
_SAMPLE = 30
_LEAST = 0.2
_MAX_COLUMNS = 250
_MAX_FOUND = 40


@dataclass(frozen=True)
class RawColumn:
    """What one selector (and attribute) finds in each of a list's items: all that it finds, `found[i]`."""

    css: str
    attribute: str | None
    cost: float
    found: tuple[tuple[str, ...], ...]

    @cached_property
    def texts(self) -> tuple[str | None, ...]:
        """Return the first text of each item, None where there is none."""
        return tuple(texts[0] if texts else None for texts in self.found)

    @property
    def rule(self) -> str:
        """Return the column as a site file names it."""
        return f"{self.css}::attr({self.attribute})" if self.attribute else self.css

    @property
    def filled(self) -> int:
        """Return how many items have a text."""
        return sum(bool(texts) for texts in self.found)


def raw_columns(items: Sequence[Node]) -> list[RawColumn]:
    """Return the columns of these items, in the order in which they stand there; of equal ones the sturdiest."""
    counts: Counter[tuple[str, str | None]] = Counter()
    costs: dict[tuple[str, str | None], float] = {}
    for item in spread(items, _SAMPLE):
        for name, cost in dict(_names(item)).items():
            counts[name] += 1
            costs[name] = cost
    least = max(2, _LEAST * min(len(items), _SAMPLE))
    often = [name for name, count in counts.items() if count >= min(least, len(items))][:_MAX_COLUMNS]
    columns = (_column(css, name, costs[css, name], items) for css, name in often)
    best: dict[tuple[tuple[str, ...], ...], RawColumn] = {}
    for column in columns:
        if _may_hold_a_value(column) and (column.found not in best or column.cost < best[column.found].cost):
            best[column.found] = column
    return list(best.values())


def _may_hold_a_value(column: RawColumn) -> bool:
    """Return whether the texts are short and few in each item: else they are those of whole sections. The item itself may be."""
    sizes = [(len(texts), sum(map(len, texts))) for texts in column.found if texts]
    limit = 1.5 * _MAX_TEXT if column.css == ITEM else _MAX_TEXT
    return bool(sizes) and sum(size for _, size in sizes) <= limit * len(sizes) and max(count for count, _ in sizes) <= _MAX_FOUND


def _column(css: str, attribute: str | None, cost: float, items: Sequence[Node]) -> RawColumn:
    """Return a column; to depend on a long text costs more, because its parts may change."""
    found = tuple(_texts(item, css, attribute) for item in items)
    lengths = [len(texts[0]) for texts in found if texts] or [0]
    return RawColumn(css, attribute, cost + min(2.0, sum(lengths) / len(lengths) / _LONG), found)


_LONG = 60


def _texts(item: Node, css: str, attribute: str | None) -> tuple[str, ...]:
    own = item.attribute(attribute) if attribute else item.text
    said = [own or ""] if css == ITEM else all_finder(css, attribute)(item)
    return tuple(text for each in said if (text := " ".join(each.split())))


def _names(item: Node) -> Iterator[tuple[tuple[str, str | None], float]]:
    """Yield the names of all that stands in an item: the selector, the attribute or None for the text, and its cost."""
    for node in [item, *item.select("*")][:_MAX_ELEMENTS]:
        said = [None, *_attributes(node)] if 0 < len(node.text) <= _MAX_TEXT else _attributes(node)
        for selector in _inside(item, node) if said else ():
            for attribute in said:
                yield (selector.css, attribute), selector.cost + (0.3 if attribute else 0.0)


def _attributes(node: Node) -> list[str | None]:
    return [name for name in node.attribute_names if name in _READ_ATTRIBUTES or name.startswith("data-")]


def _inside(item: Node, node: Node) -> Iterator[Selector]:
    """Yield the selectors of an element inside an item."""
    if node == item:
        yield Selector(ITEM, 2.6 if node.children else 1.2)
        return
    own = [*selectors(node), *([numbered] if (numbered := place(node)) else [])]
    yield from own
    around = node.parent
    if around is not None and around != item:
        for outer in selectors(around):
            if "." in outer.css or "[" in outer.css:
                yield from (inner(outer, each) for each in own)
