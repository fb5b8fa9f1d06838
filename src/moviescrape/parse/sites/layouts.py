"""Extract what the rules of a site's layout find on a page."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from moviescrape.movie import BY_NAME, DEFAULT_COLUMNS
from moviescrape.parse.combine import merge_repeated
from moviescrape.parse.dom.document import Node, all_finder, first_finder
from moviescrape.parse.fields import READERS, put
from moviescrape.parse.headline import headline_year
from moviescrape.parse.model import ColumnNames, Extraction, Extractor, PageAddress, Record
from moviescrape.parse.sites.site import FieldRule, FieldRules, Layout, Site, as_tuple, split_attribute
from moviescrape.parse.values.numbers import ascii_digits
from moviescrape.parse.values.ratings import read_rating
from moviescrape.parse.values.titles import read_whole_title
from moviescrape.parse.values.urls import absolute_url, canonical_url

_ALWAYS = frozenset({"title", "url"})
"""Read whether or not the columns are asked for: they tell movies apart."""


class _Column(NamedTuple):
    """A field of a layout, ready to be looked for: its rules in their order, and the reader of what they find."""

    field: str
    rules: tuple[FieldRule, ...]
    read: Callable[[Any], Any]
    is_link: bool


def read_layout(
    layout: Layout, root: Node, address: PageAddress, site: Site | None, columns: ColumnNames = None
) -> Extraction | None:
    """Read what a layout's selectors find on a page, of the `columns` (None: all); None where its items, or a title page's
    title, aren't there.

    A list is complete where none of its selectors for the default columns is silent, a movie's own page where each
    column asked for has a value: other extractors may fill gaps of a layout that has changed, but add nothing to one that
    has not.
    """
    nodes = [root] if layout.item is None else root.select(layout.item)
    wanted = _columns(layout, site, columns)
    places = _places(layout)
    records = [record for node in nodes if (record := _read_item(wanted, node, places, address.base))]
    if not records:
        return None
    if layout.once:
        records = merge_repeated(records)
    found: set[str] = set().union(*(record.values for record in records))
    here, whole = read_declared(ascii_digits(str(_first_raw(root, layout.total) or "")[:200]))
    return Extraction(
        extractor=Extractor.SITE,
        kind=layout.kind,
        records=records,
        layout=layout.name,
        next_url=_next_url(_first_raw(root, layout.next), address),
        declared_here=here,
        declared_total=whole,
        is_complete=found.issuperset(_needed(layout, wanted, columns)),
    )


@cache
def _columns(layout: Layout, site: Site | None, columns: ColumnNames) -> tuple[_Column, ...]:
    """Return what to look for in each item, worked out once for all items of all pages; the title comes first."""
    fields = {"title": layout.fields["title"], **layout.fields}
    return tuple(
        _Column(name, _compiled(name, rules), _reader(name, layout, site), name in _LINKS)
        for name, rules in fields.items()
        if columns is None or name in columns or name in _ALWAYS
    )


def _next_url(link: object, address: PageAddress) -> str | None:
    """Return the next page's address; a bare `?start=25` leads nowhere where only the site is known, not the page."""
    known = address.url is not None or (isinstance(link, str) and link.startswith(("http", "/")))
    return absolute_url(address.base, link) if known else None


_NOT_SHOWN = frozenset({"source", "layout", "fetched_at", "rank"})
"""What no movie's own page says: waiting for it would have every extractor run."""


def _needed(layout: Layout, wanted: tuple[_Column, ...], columns: ColumnNames) -> set[str]:
    """Return the fields that must be found for an extraction to be complete."""
    if layout.item is None:
        return set(BY_NAME if columns is None else columns) - _NOT_SHOWN
    return {column.field for column in wanted if column.field in DEFAULT_COLUMNS}


_RANGE = re.compile(r"(\d[\d.,\s]{0,12}?)\s?(?:-|–|to|bis|à|a|до|из)\s?(\d[\d.,]{0,12})\D{1,12}(\d[\d.,\s]{0,12}\d|\d)")
_TOTAL = re.compile(r"(\d[\d.,]*\d|\d)")


def read_declared(text: str) -> tuple[int | None, int | None]:
    """How many movies a page says it shows, and how many its list has.

    >>> read_declared("1-50 of 1,234 titles."), read_declared("250 titles"), read_declared("")
    ((50, 1234), (None, 250), (None, None))
    """
    found = _RANGE.search(text)
    if found:
        first, last, total = (int(re.sub(r"\D", "", part)) for part in found.groups())
        return (last - first + 1, total) if first <= last <= total else (None, total)
    alone = _TOTAL.search(text)
    return None, int(re.sub(r"\D", "", alone[1])) if alone else None


def _read_item(columns: tuple[_Column, ...], node: Node, places: Mapping[str, str], base: str | None) -> Record | None:
    record, shown = Record({}, places), None
    for field, rules, read, is_link in columns:
        for rule in rules:
            raw = rule.find(node)
            if is_link:
                raw = absolute_url(base, raw)
                record.link = raw if field == "url" and raw else record.link
            if put(record, field, raw, read):
                shown = raw if field == "title" else shown
                if len(rules) > 1:
                    record.found_at[field] = rule.place
                break
        if "title" not in record.values:  # it comes first: what has none is another layout's, or no movie
            return None
    _keep_other_year(record, shown)
    return record


def _keep_other_year(record: Record, shown: object) -> None:
    """Put back a year in brackets that is not the movie's but part of its title: an episode of 2017 named "Saw (2004)"."""
    whole = read_whole_title(shown) if isinstance(shown, str) and ")" in shown else None
    if whole and whole.endswith(")") and record.values.get("year", headline_year(whole)) != headline_year(whole):
        record.values["title"] = whole


def _reader(field: str, layout: Layout, site: Site | None) -> Callable[[Any], Any]:
    """Return the field's reader, or another where the layout or the site knows better."""
    if field == "rating" and layout.scale != 10:
        return lambda raw: read_rating(raw, layout.scale)
    if field == "url" and site is not None:
        return lambda url: site.movie_address(url) if site.movie_url and site.owns(url) else canonical_url(url)
    return READERS[field]


_LINKS = frozenset({"url", "poster"})
_MANY = frozenset(name for name, field in BY_NAME.items() if field.kind == "names")


def _compiled(field: str, rules: FieldRules) -> tuple[FieldRule, ...]:
    """Return the rules of a field, each CSS selector compiled to one."""
    return tuple(_compile(rule, many=field in _MANY) for rule in as_tuple(rules))


@cache
def _compile(rule: str | FieldRule, *, many: bool = False) -> FieldRule:
    """Return a rule that finds the text or attribute of the first element that a selector matches, or, `many`, those of all."""
    if isinstance(rule, FieldRule):
        return rule
    css, attribute = split_attribute(rule)
    if css:
        return FieldRule(all_finder(css, attribute) if many else first_finder(css, attribute), rule)
    says: Callable[[Node], str | None] = (lambda node: node.attribute(attribute)) if attribute else (lambda node: node.text)
    return FieldRule((lambda node: [text] if (text := says(node)) else []) if many else says, rule)


def _first_raw(node: Node, rules: FieldRules) -> object:
    return next((raw for rule in as_tuple(rules) if (raw := _compile(rule).find(node))), None)


@cache
def _places(layout: Layout) -> Mapping[str, str]:
    prefix = f"{layout.item} " if layout.item else ""
    return {name: prefix + " | ".join(rule.place for rule in _compiled(name, rules)) for name, rules in layout.fields.items()}


def matching_rules(layout: Layout, root: Node) -> Iterator[tuple[tuple[str, str], bool]]:
    """((field, rule), whether it finds anything on the page) for each rule of a layout."""
    nodes = [root] if layout.item is None else root.select(layout.item)
    for name, rules in layout.fields.items():
        for rule in _compiled(name, rules):
            yield (name, rule.place), any(map(rule.find, nodes))
