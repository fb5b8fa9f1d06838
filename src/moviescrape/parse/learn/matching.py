"""Choose the column that holds a field: by the values that were read without a site file, or by those that a person gives."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from moviescrape.movie import BY_NAME
from moviescrape.parse.fields import READERS
from moviescrape.parse.learn.raw_columns import RawColumn
from moviescrape.parse.learn.sample import Item
from moviescrape.parse.sites.rules import split_only
from moviescrape.parse.values.names import split_people
from moviescrape.parse.values.ratings import read_rating
from moviescrape.parse.values.urls import absolute_url, canonical_url

SCALES = (10.0, 5.0, 100.0, 4.0)
_MOST = 0.9
_LEAST = 0.3
_MAX_RULES = 3
_YEARS = r"\b(?:18|19|20)\d\d\b"
_PATTERN_COST = 0.6
_TRIED = 24
"""So many texts with a value in them are tried for a pattern."""
_NOT_LEARNED = frozenset({"rank", "source", "layout", "fetched_at", "description", "poster"})


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """A column taken for a field: read as it stands, or only the part that `pattern` matches; `scale` is of ratings."""

    field: str
    column: RawColumn
    pattern: str | None = None
    scale: float = 10.0

    def values(self, items: Sequence[Item]) -> list[Any]:
        """Return the value of each item, None where there is none."""
        return [self._value(texts, item) for texts, item in zip(self.column.found, items, strict=True)]

    def _value(self, texts: Sequence[str], item: Item) -> Any:
        if self.pattern:
            matches = (re.search(self.pattern, text, re.IGNORECASE) for text in texts)
            texts = [found[found.lastindex or 0] for found in matches if found][:1]
        if self.field in _MANY:
            return READERS[self.field](split_only(list(texts)) if self.field in _PEOPLE else list(texts)) or None
        return read_value(self.field, texts[0], item, self.scale) if texts else None


_PEOPLE = frozenset({"actors", "directors"})
_MANY = frozenset(name for name, field in BY_NAME.items() if field.kind == "names")


def read_value(field: str, text: str, item: Item, scale: float = 10.0) -> Any:
    """Return a raw text as a value of a field; None where it is none."""
    if field == "url":
        return canonical_url(absolute_url(item.page.address.base, text))
    if field in _PEOPLE:
        return READERS[field](split_people(text)) or None
    value = read_rating(text, scale) if field == "rating" else READERS[field](text)
    return value or (0.0 if value == 0 and field == "rating" else None)


def fields_known(items: Sequence[Item]) -> list[str]:
    """Return the fields of which values were read, in the order of the table."""
    known = {field for item in items for field in item.values}
    return [field for field in BY_NAME if field in known and field not in _NOT_LEARNED]


def match_field(field: str, columns: Sequence[RawColumn], items: Sequence[Item]) -> list[FieldColumn]:
    """Return the columns that hold a field, the best first, then those that fill its gaps; [] where none agrees."""
    expected = [item.values.get(field) for item in items]
    ways = [_Way(found, found.values(items)) for found in _candidates(field, columns, expected)]
    chosen: list[_Way] = []
    missing = set(range(len(items)))
    while len(chosen) < _MAX_RULES and any(expected[at] is not None for at in missing):
        possible = [way for way in ways if not chosen or way.found.scale == chosen[0].found.scale]
        best = max(possible, key=lambda way: _worth(way, expected, missing), default=None)
        if best is None or _worth(best, expected, missing) <= 0:
            break
        chosen.append(best)
        missing -= {at for at, value in enumerate(best.values) if value is not None}
    return [way.found for way in chosen]


class _Way(NamedTuple):
    """One way to read a field, with the value of each item."""

    found: FieldColumn
    values: list[Any]


def match_text(field: str, texts: Sequence[str], columns: Sequence[RawColumn]) -> FieldColumn | None:
    """Return the sturdiest column that holds most of these texts as they stand, one an item, for a field; None for none."""
    same = [column for column in columns if sum(map(_equal, column.texts, texts)) >= _MOST * len(texts)]
    return FieldColumn(field, min(same, key=lambda column: column.cost)) if same else None


def _equal(one: str | None, other: str) -> bool:
    return one == other


def _worth(way: _Way, expected: Sequence[Any], missing: set[int]) -> float:
    """Return how well a column gives the values expected of the items `missing`; below 0 where it gives others."""
    found, values = way
    wanted = [at for at in missing if expected[at] is not None]
    hits = sum(is_same(values[at], expected[at]) for at in wanted)
    wrong = sum(values[at] is not None and not is_same(values[at], expected[at]) for at in wanted)
    extra = sum(values[at] is not None and expected[at] is None for at in missing)
    if hits < _LEAST * len(wanted) or wrong > (1 - _MOST) * len(wanted):
        return -1.0
    cost = found.column.cost + (_PATTERN_COST if found.pattern else 0.0)
    return (2.0 * hits - 4.0 * wrong - 0.1 * extra) / len(wanted) - 0.05 * cost


def is_same(value: Any, expected: Any) -> bool:
    """Return whether two values say the same: texts but for case and blanks, ratings but for rounding, names in any order."""
    if value is None or expected is None:
        return False
    if isinstance(value, float) or isinstance(expected, float):
        return isinstance(value, float | int) and isinstance(expected, float | int) and abs(value - expected) < 0.051
    if isinstance(value, str) and isinstance(expected, str):
        return _plain(value) == _plain(expected)
    if isinstance(value, tuple) and isinstance(expected, tuple):
        return {_plain(str(each)) for each in value} == {_plain(str(each)) for each in expected}
    return bool(value == expected)


def _plain(text: str) -> str:
    return re.sub(r"^\d{1,4}[.):]\s+", "", " ".join(text.casefold().split()))


def _candidates(field: str, columns: Sequence[RawColumn], expected: Sequence[Any]) -> Iterator[FieldColumn]:
    for column in columns:
        if not _may_hold(column, field):
            continue
        for scale in SCALES if field == "rating" else (10.0,):
            yield FieldColumn(field, column, scale=scale)
        for pattern in patterns(field, column, expected) if field != "url" else ():
            yield FieldColumn(field, column, pattern)


def _may_hold(column: RawColumn, field: str) -> bool:
    """Return whether a column can hold a field: addresses stand in attributes."""
    return column.attribute not in ((None, "src", "alt", "title") if field == "url" else ("src", "href"))


def patterns(field: str, column: RawColumn, expected: Sequence[Any]) -> list[str]:
    """Return the patterns that may cut a field's value out of a column's texts, from the first of its values that stand there."""
    pairs = [(text, value) for texts, value in zip(column.found, expected, strict=True) if value is not None for text in texts]
    if field == "year":
        return [_YEARS] if any(str(value) in text and text != str(value) for text, value in pairs) else []
    found = (_pattern(field, text, value) for text, value in pairs[:_TRIED])
    return list(dict.fromkeys(pattern for pattern in found if pattern))


def _pattern(field: str, text: str, value: Any) -> str | None:
    if field == "runtime":
        unit = re.search(rf"(?<!\d){value}\s?([^\W\d]{{1,8}}\.?|['’′])", text)
        return rf"\d{{1,3}}\s?{re.escape(unit[1])}" if unit and text != unit[0] else None
    first, last = (value[0], value[-1]) if isinstance(value, tuple) and value else (value, value)
    if not isinstance(first, str):
        return None
    start, end = text.casefold().find(first.casefold()), text.casefold().rfind(str(last).casefold()) + len(str(last))
    if start < 0 or end < start or (start == 0 and end == len(text)):
        return None
    return _between(text[:start], text[end:])


def _between(before: str, behind: str) -> str | None:
    """Return the pattern of what stands between a label before it and a mark behind it; None where neither is there.

    >>> _between("2019 | Cast: ", " | 97 min")
    'Cast:\\\\s*([^|]+)'
    """
    label = re.search(r"([^\W\d][\w.’'-]{1,25}\s?[:：]?|\()\s*$", before)
    mark = re.match(r"\s*([|;/•·(\[–—])", behind)
    lead = re.escape(label[1].strip()) + r"\s*" if label else "" if before.strip() else r"^\s*"
    if (before.strip() and not label) or not (label or mark):
        return None
    return lead + (f"([^{mark[1]}]+)" if mark else "(.+)")


def as_field(field: str, column: RawColumn, items: Sequence[Item]) -> FieldColumn:
    """Return a column that a person names for a field: of the ways to read it, the one that gives most values."""
    ways = [FieldColumn(field, column), *([FieldColumn(field, column, _YEARS)] if field == "year" else [])]
    best = max(ways, key=lambda way: sum(value is not None for value in way.values(items)))
    return replace(best, scale=_scale(column)) if field == "rating" else best


def _scale(column: RawColumn) -> float:
    """Return the scale of a column of ratings: the smallest that none of its numbers is above."""
    numbers = [
        float(found[0].replace(",", ".")) for text in column.texts if text and (found := re.search(r"\d+(?:[.,]\d+)?", text))
    ]
    largest = max(numbers, default=10.0)
    return 5.0 if largest <= 5 else 10.0 if largest <= 10 else 100.0


def by_example(
    field: str, value: str, title: str | None, columns: Sequence[RawColumn], items: Sequence[Item]
) -> FieldColumn | None:
    """Return the column that has a value of a field, of the movie `title` where it is named: the fullest, then sturdiest."""
    at = _place_of(title, columns, items) if title else None
    places = range(len(items)) if at is None else [at]
    found: list[tuple[int, float, FieldColumn]] = []
    for place in places:
        wanted = read_value(field, value, items[place])
        expected = [wanted if here == place else None for here in range(len(items))]
        for candidate in _candidates(field, columns, expected):
            if field == "rating" and candidate.scale != _scale(candidate.column):
                continue
            values = candidate.values(items)
            if is_same(values[place], read_value(field, value, items[place], candidate.scale)):
                found.append((sum(each is not None for each in values), -candidate.column.cost, candidate))
    return max(found, key=lambda each: each[:2])[2] if found else None


def _place_of(title: str, columns: Sequence[RawColumn], items: Sequence[Item]) -> int | None:
    """Return the item of a movie: the first whose title, or any text, is this one."""
    wanted = _plain(title)
    for at, item in enumerate(items):
        texts = [str(item.values.get("title", "")), *(text for column in columns if (text := column.texts[at]))]
        if any(_plain(text) == wanted for text in texts):
            return at
    return None
