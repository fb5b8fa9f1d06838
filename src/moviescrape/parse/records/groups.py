"""Find what a page repeats: groups of texts at alike places, and the record that each of them stands in."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from moviescrape.parse.records.outline import Outline

MIN_RECORDS = 2
MAX_RECORDS = 5_000
MAX_TITLE_LETTERS = 160
MAX_PIECES = 8
"""A title in more pieces of text than this is a paragraph."""


Members: TypeAlias = list[tuple[int, str]]
"""Elements by number, each with its text."""


@dataclass(frozen=True, slots=True)
class RecordSpan:
    """The elements from `start` up to `end` (without it), which belong to the movie whose title is element `title`."""

    title: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Group:
    """Texts at alike places, in page order, each in a record of its own. `signature` names the place."""

    signature: str
    records: tuple[RecordSpan, ...]

    @property
    def titles(self) -> list[str]:
        """The texts."""
        return [record.text for record in self.records]


def find_groups(page: Outline) -> Iterator[Group]:
    """Yield the groups of a page that may be titles of records: short texts, most of them distinct, with letters."""
    by_place = _by_place(page)
    for signature, members in (*by_place.items(), *_across_columns(page, by_place)):
        for place, some in enumerate((*_split_repeated(page, members), _alone_in_lines(page, members))):
            if MIN_RECORDS <= len(some) <= MAX_RECORDS and _may_be_titles([text for _, text in some]):
                yield Group(f"{signature}#{place}" if place else signature, tuple(records_around(page, some)))


def _across_columns(page: Outline, by_place: Mapping[str, Members]) -> Iterator[tuple[str, Members]]:
    """Yield the pictures and headings of a table whatever their column: a table may lay out cards, several in a row."""
    found: defaultdict[str, Members] = defaultdict(list)
    columns: Counter[str] = Counter()
    for signature, members in by_place.items():
        tag = page.tags[members[0][0]]
        if (tag == "img" or tag in _CARD_HEADINGS) and _COLUMN.search(signature):
            found[_COLUMN.sub("", signature)] += members
            columns[_COLUMN.sub("", signature)] += 1
    return ((signature, sorted(members)) for signature, members in found.items() if columns[signature] > 1)


_COLUMN = re.compile(r":\d+")
_CARD_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def _alone_in_lines(page: Outline, members: Members) -> Members:
    """Return the emphasised members that fill a line, where others stand in running text; none where all or none of them do."""
    if page.tags[members[0][0]] not in EMPHASIS:
        return []
    alone = [member for member in members if _fills_line(page, member[0])]
    return alone if len(alone) < len(members) else []


EMPHASIS = frozenset({"a", "b", "em", "font", "i", "span", "strong", "u"})


def _fills_line(page: Outline, number: int) -> bool:
    first, last = page.first_text[number], page.last_text[number]
    return (
        first < last
        and page.lines[first] == page.lines[last - 1]
        and (first == 0 or page.lines[first - 1] != page.lines[first])
        and (last == len(page.texts) or page.lines[last] != page.lines[first])
    )


def _by_place(page: Outline) -> dict[str, Members]:
    """Return by signature the elements with a short text: their own, an image's alternative, one for scripts."""
    found: defaultdict[str, Members] = defaultdict(list)
    signatures = page.signatures
    for number, (first, last) in enumerate(zip(page.first_text, page.last_text, strict=True)):
        if first < last:
            if last - first <= MAX_PIECES:
                text = page.text(number)
                if len(text) <= MAX_TITLE_LETTERS:
                    found[signatures[number]].append((number, text))
            if page.tags[number] in _ITEMS and _leads_its_item(page, number):
                found[f"{signatures[number]}{_LEADING}"].append((number, page.texts[first]))
        else:
            said = page.attribute(number, _SAID.get(page.tags[number], "data-title"))
            text = " ".join((said or "").split())
            if 0 < len(text) <= MAX_TITLE_LETTERS:
                found[signatures[number]].append((number, text))
    return found


_ITEMS = frozenset({"li", "dd", "td"})
_LEADING = "^"


def _leads_its_item(page: Outline, number: int) -> bool:
    """Return whether an item begins with a text of its own, and others follow: `<li>Heat<ul>...`, `<li>Ran <a>Edit</a>`."""
    first, last = page.first_text[number], page.last_text[number]
    return (
        last - first > 1
        and page.owners[first] == number
        and page.owners[first + 1] != number
        and 0 < len(page.texts[first]) <= MAX_TITLE_LETTERS
    )


_SAID = {"img": "alt", "a": "title"}
"""By tag, the attribute that says what an element without text shows; others keep it for the page's script."""


def _split_repeated(page: Outline, members: Members) -> list[Members]:
    """Return the members by their place among those of one parent, where most parents hold the same small number of them."""
    per_parent = Counter(page.parents[number] for number, _ in members)
    usual, parents = Counter(per_parent.values()).most_common(1)[0]
    if sum(bool(_ENDS_IN_YEAR.search(text)) for _, text in members) > _MOST * len(members):
        return [members]  # each of them is a title
    if not 2 <= usual <= _MAX_PLACES or parents < MIN_RECORDS or parents * usual < _MOST * len(members):
        return [members]
    places: list[Members] = [[] for _ in range(usual)]
    seen: Counter[int] = Counter()
    for member in members:
        parent = page.parents[member[0]]
        if per_parent[parent] == usual:
            places[seen[parent]].append(member)
            seen[parent] += 1
    return places


_ENDS_IN_YEAR = re.compile(r"[(\[](?:18[89]|19\d|20\d)\d[)\]]$")
_MAX_PLACES = 6
_MOST = 0.7


def _may_be_titles(texts: Sequence[str]) -> bool:
    distinct = set(texts)
    return len(distinct) >= max(MIN_RECORDS, len(texts) * _DISTINCT) and sum(map(_has_letters, distinct)) >= _MOST * len(distinct)


_DISTINCT = 0.15
"""A film stands on a calendar as often as it is shown."""


def _has_letters(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def records_around(page: Outline, members: Sequence[tuple[int, str]]) -> Iterator[RecordSpan]:
    """Yield the record of each title: the largest element around it that holds no other, or what follows it up to the next."""
    boxes = [_box(page, members, at) for at in range(len(members))]
    led = _leading(page, boxes)
    for at, (number, text) in enumerate(members):
        start = _lead(page, boxes[at], led)
        end = page.ends[boxes[at]]
        if at + 1 < len(boxes) and page.parents[boxes[at + 1]] == page.parents[boxes[at]]:
            end = max(end, _lead(page, boxes[at + 1], led))
        else:
            end = max(end, _last_end(page, boxes, at))
        yield RecordSpan(number, text, start, end)


def _box(page: Outline, members: Sequence[tuple[int, str]], at: int) -> int:
    """Return the largest element around a member that holds neither the one before nor the one behind it."""
    before = members[at - 1][0] if at else -1
    behind = members[at + 1][0] if at + 1 < len(members) else len(page)
    box = members[at][0]
    parent = page.parents[box]
    while parent > before and parent >= 0 and page.ends[parent] <= behind:
        box, parent = parent, page.parents[parent]
    return box


def _siblings_before(page: Outline, box: int, limit: int) -> list[int]:
    """Return the up to `limit` elements before `box` below its parent, the nearest first."""
    parent = page.parents[box]
    found: list[int] = []
    child = box - 1
    while child > parent and len(found) < limit:
        while page.parents[child] != parent:
            child = page.parents[child]
        found.append(child)
        child -= 1
    return found


_MAX_LEAD = 3


def _leading(page: Outline, boxes: Sequence[int]) -> int:
    """Return how many siblings before each box belong to its record: as many as stand alike before the first and the others."""
    pairs = [(a, b) for a, b in pairwise(boxes) if page.parents[a] == page.parents[b]]
    if len(pairs) < (len(boxes) - 1) * _MOST:
        return 0
    first = _siblings_before(page, boxes[0], _MAX_LEAD)
    alike = 0
    for place, sibling in enumerate(first):
        tag = page.tags[sibling]
        others = [_siblings_before(page, box, place + 1) for _, box in pairs]
        if tag in _BREAKS or any(len(each) <= place or page.tags[each[place]] != tag or each[place] in boxes for each in others):
            break
        alike = place + 1
    return alike


_BREAKS = frozenset({"br", "hr"})


def _lead(page: Outline, box: int, led: int) -> int:
    before = _siblings_before(page, box, led)
    return before[-1] if before else box


def _last_end(page: Outline, boxes: Sequence[int], at: int) -> int:
    """Return the end of a record whose box has no next one below its parent: as many siblings as the one before it has."""
    box = boxes[at]
    if not at or page.parents[boxes[at - 1]] != page.parents[box]:
        return page.ends[box]
    width = sum(1 for _ in _siblings_between(page, boxes[at - 1], box))
    end, parent = page.ends[box], page.parents[box]
    while width > 0 and end < page.ends[parent]:
        end = page.ends[end]
        width -= 1
    return end


def _siblings_between(page: Outline, first: int, last: int) -> Iterator[int]:
    sibling = page.ends[first]
    while sibling < last:
        yield sibling
        sibling = page.ends[sibling]
