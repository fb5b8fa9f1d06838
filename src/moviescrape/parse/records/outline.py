"""A page's tree as flat lists in document order: what the search for records walks over, once."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from lxml import etree

from moviescrape.parse.dom.document import Node

_SKIPPED = frozenset({"script", "style", "head", "svg", "iframe", "object", "select", "option", "datalist", "textarea"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "big", "center", "cite", "code", "data", "del", "em", "font", "i", "img", "ins", "kbd"}
    | {"label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr"}
)  # fmt: skip
MAX_ELEMENTS = 200_000
"""A page of more elements is read as far as this."""


class Outline:
    """The elements below `root` by number, in document order, and the texts between their tags.

    `tags[i]`, `classes[i]` (the class attribute, "" where there is none), `parents[i]` (-1 for the root) and `ends[i]` (the
    number behind the last element below i) describe element i; `elements[i]` is the element. `texts[t]` is a piece of text with
    white space folded, `owners[t]` the element that it stands in, `lines[t]` the number of its line, where blocks and line
    breaks begin new ones, and `glued[t]` whether no white space stands before it in its line; element i holds the texts
    from `first_text[i]` up to `last_text[i]`. `headers` and `row_years` keep what tables say; `reaching` has, by row, the cells
    of rows above that span into it, by column, once `places` were asked for. `facts` keeps what records state (`stated_facts`),
    `spoken` by pattern which texts have one of its words.
    """

    def __init__(self, root: etree._Element) -> None:
        self.elements: list[etree._Element] = []
        self.tags: list[str] = []
        self.classes: list[str] = []
        self.parents: list[int] = []
        self.ends: list[int] = []
        self.first_text: list[int] = []
        self.last_text: list[int] = []
        self.texts: list[str] = []
        self.owners: list[int] = []
        self.lines: list[int] = []
        self.reaching: dict[int, dict[int, int]] = {}
        self.headers: dict[int, dict[int, str]] = {}
        self.row_years: dict[int, int | None] = {}
        self.facts: dict[object, object] = {}
        self.spoken: dict[str, dict[int, bool]] = {}
        self.glued: list[bool] = []
        self._line = 0
        self._space = False
        self._walk(root)

    def _walk(self, root: etree._Element) -> None:
        """Number the elements. A loop, because pages nest deeper than Python's stack."""
        stack: list[tuple[int, Iterator[etree._Element]]] = [(self._open(root, -1), iter(root))]
        while stack:
            number, children = stack[-1]
            child = next(children, None)
            if child is None or len(self.tags) >= MAX_ELEMENTS:
                stack.pop()
                self._close(number)
                tail = self.elements[number].tail
                if tail and stack:
                    self._say(tail, stack[-1][0])
                continue
            if child.tag in _SKIPPED or not isinstance(child.tag, str):
                if child.tail:
                    self._say(child.tail, number)
                continue
            opened = self._open(child, number)
            if len(child):
                stack.append((opened, iter(child)))
            else:
                self._close(opened)
                if child.tail:
                    self._say(child.tail, number)

    def _open(self, element: etree._Element, parent: int) -> int:
        number = len(self.tags)
        self.elements.append(element)
        self.tags.append(element.tag)
        self.classes.append(element.get("class") or "")
        self.parents.append(parent)
        self.ends.append(number + 1)
        self.first_text.append(len(self.texts))
        self.last_text.append(len(self.texts))
        self._line += element.tag not in _INLINE
        if element.text:
            self._say(element.text, number)
        return number

    def _close(self, number: int) -> None:
        self.ends[number] = len(self.tags)
        self.last_text[number] = len(self.texts)
        self._line += self.tags[number] not in _INLINE

    def _say(self, text: str, owner: int) -> None:
        folded = " ".join(text.split())
        if folded:
            self.glued.append(not (self._space or text[0].isspace()) and bool(self.lines) and self.lines[-1] == self._line)
            self.texts.append(folded)
            self.owners.append(owner)
            self.lines.append(self._line)
            self._space = text[-1].isspace()
        elif text:
            self._space = True

    def __len__(self) -> int:
        return len(self.tags)

    def text(self, number: int) -> str:
        """Return all text below an element, white space folded."""
        return self.join(range(self.first_text[number], self.last_text[number]))

    def join(self, span: Iterable[int]) -> str:
        """Return texts as one: with a space between two of them but where a tag alone parts a word."""
        parts = [self.texts[t] if self.glued[t] else f" {self.texts[t]}" for t in span]
        return "".join(parts).strip()

    def letters(self, span: range) -> int:
        """Return how many letters some texts have that follow each other."""
        return self._letters_before[span.stop] - self._letters_before[span.start] if span else 0

    @cached_property
    def _letters_before(self) -> list[int]:
        return [0, *accumulate(map(len, self.texts))]

    def attribute(self, number: int, name: str) -> str | None:
        """Return an attribute's text, None where the element doesn't have it."""
        return self.elements[number].get(name)

    def ancestors(self, number: int) -> Iterator[int]:
        """Yield the elements around an element, the nearest first."""
        parent = self.parents[number]
        while parent >= 0:
            yield parent
            parent = self.parents[parent]

    @cached_property
    def signatures(self) -> list[str]:
        """By element, its tag with its first class and those of the two elements around it: alike in records that are alike."""
        kinds = [first_class(named) if named else "" for named in self.classes]
        for number in self._striped(kinds):
            kinds[number] = ""
        own = [f"{tag}.{kind}" if kind else tag for tag, kind in zip(self.tags, kinds, strict=True)]
        for number, place in self.places.items():
            own[number] += f":{place}"
        around = [own[parent] if parent >= 0 else "" for parent in self.parents]
        return [f"{own[i]}<{around[i]}<{around[self.parents[i]] if self.parents[i] >= 0 else ''}" for i in range(len(own))]

    def _striped(self, kinds: Sequence[str]) -> list[int]:
        """Return the elements whose class alternates with one other below their parent, while what they hold is alike."""
        children: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        for number, kind in enumerate(kinds):
            if kind and self.tags[number] in _STRIPED:
                children[self.parents[number], self.tags[number]].append(number)
        striped: list[int] = []
        for all_rows in children.values():
            two = [kind for kind, _ in Counter(kinds[row] for row in all_rows).most_common(2)]
            rows = [row for row in all_rows if kinds[row] in two]
            changes = sum(kinds[one] != kinds[other] for one, other in pairwise(rows))
            if len(two) > 1 and changes >= max(_FEWEST_CHANGES, len(rows) * _MOST):
                one, other = ({self._shape(row) for row in rows if kinds[row] == kind} for kind in two)
                striped += rows if any(len(shape) > 1 for shape in one & other) else []
        return striped

    def _shape(self, number: int) -> tuple[str, ...]:
        """Return the tags and classes of an element's children."""
        shape: list[str] = []
        child = number + 1
        while child < self.ends[number] and len(shape) < _WIDEST:
            shape.append(f"{self.tags[child]}.{self.classes[child]}")
            child = self.ends[child]
        return tuple(shape)

    @cached_property
    def places(self) -> dict[int, int]:
        """By table cell, its column from 1, cells that span rows and columns counted (HTML 4.9.12)."""
        places: dict[int, int] = {}
        spans: dict[int, dict[int, tuple[int, int]]] = {}  # by table and column: a cell, rows left
        row, column = -1, 1
        for number, tag in enumerate(self.tags):
            if tag not in ("td", "th"):
                continue
            if self.parents[number] != row:
                row, column = self.parents[number], 1
                table = self.parents[row] if row >= 0 else -1
                above = spans.get(table, {})
                self.reaching[row] = {place: cell for place, (cell, _) in above.items()}
                spans[table] = {place: (cell, left - 1) for place, (cell, left) in above.items() if left > 1}
            while column in self.reaching[row]:
                column += 1
            places[number] = column
            rows, columns = (self._span(number, name) for name in ("rowspan", "colspan"))
            if rows > 1:
                spans[table].update(dict.fromkeys(range(column, min(column + columns, _WIDEST)), (number, rows - 1)))
            column += columns
        return places

    def _span(self, number: int, name: str) -> int:
        said = (self.elements[number].get(name) or "").strip()
        return min(max(int(said), 1), _WIDEST) if said.isascii() and said.isdecimal() and len(said) < 6 else 1


_STRIPED = frozenset({"article", "dd", "div", "li", "p", "tr"})
_FEWEST_CHANGES, _MOST = 3, 0.6
_WIDEST = 60
"""So many columns or rows a cell may span, and in so many columns of a table cells are known to reach into rows below."""


def first_class(named: str) -> str:
    """Return the first class that is no number of its own: `post-178` and `item12` tell one record from the next.

    >>> first_class("card active"), first_class("post-178 card"), first_class("")
    ('card', 'card', '')
    >>> first_class("chart_row_odd"), first_class("rowEven"), first_class("default"), first_class("alt-title")
    ('chart_row', 'row', 'default', 'alt-title')
    """
    for word in named.split():
        kind = _OF_PLACE.sub("", word)
        if kind and (not kind[-1].isdigit() or len(kind) < 3):
            return kind
    return ""


_OF_PLACE = re.compile(
    r"^(?:odd|even|alt|alternate|first|last|active|current|selected|row)$|[-_](?:odd|even|alt|alternate|first|last)$"
    r"|(?-i:(?<=[a-z])(?:Odd|Even|Alt)$)",
    re.IGNORECASE,
)
"""Classes, and ends of them, that say where in its list a record stands, and not what it is."""


def outline(root: Node) -> Outline:
    """Return the outline of a page's tree."""
    return Outline(root._element)
