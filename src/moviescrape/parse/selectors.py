"""The way of site selectors: what a layout's rules find on a page."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from typing import Any

from moviescrape.movie import BY_NAME, DEFAULT_COLUMNS
from moviescrape.parse.document import Node
from moviescrape.parse.fields import put
from moviescrape.parse.headline import headline_year
from moviescrape.parse.record import Reading, Record
from moviescrape.parse.site import Layout, PageAddress, Rule, Rules, Site
from moviescrape.parse.values.numbers import ascii_digits
from moviescrape.parse.values.ratings import read_rating
from moviescrape.parse.values.titles import read_whole_title
from moviescrape.parse.values.urls import join_url

_ALWAYS = frozenset({"title", "url", "rank"})
"""Read whether or not the columns are asked for: they tell movies apart, and where in its list a page stands."""


def read_layout(
    layout: Layout, root: Node, address: PageAddress, site: Site | None, columns: Collection[str] | None = None
) -> Reading | None:
    """What a layout's selectors find on a page, of the `columns` (all where None is given); None where its items, or a title
    page's title, aren't there.

    A list settles the page where none of its selectors for the default columns is silent, a movie's own page where each
    column asked for has a value: other ways may fill gaps of a layout that has changed, but have nothing to add to one that
    has not.
    """
    nodes = [root] if layout.item is None else root.select(layout.item)
    fields = {"title": layout.fields["title"], **layout.fields}
    rules = {name: rules for name, rules in fields.items() if columns is None or name in columns or name in _ALWAYS}
    places = _places(layout)
    records = [record for node in nodes if (record := _read_item(layout, rules, node, places, address, site))]
    if not records:
        return None
    found: set[str] = set().union(*(record.values for record in records))
    here, whole = read_declared(ascii_digits(str(_first_raw(root, layout.total) or "")[:200]))
    return Reading(
        way="site",
        kind=layout.kind,
        records=records,
        layout=layout.name,
        next_url=_next_url(_first_raw(root, layout.next), address),
        declared_here=here,
        declared_total=whole,
        settles=found.issuperset(_needed(layout, rules, columns)),
    )


def _next_url(link: object, address: PageAddress) -> str | None:
    """The next page's address; a bare `?start=25` leads nowhere where only the site is known, not the page."""
    known = address.url is not None or (isinstance(link, str) and link.startswith(("http", "/")))
    return join_url(address.base, link) if known else None


_NOT_SHOWN = frozenset({"source", "rank"})
"""What no movie's own page says: waiting for it would have every way asked."""


def _needed(layout: Layout, rules: Mapping[str, Rules], columns: Collection[str] | None) -> set[str]:
    """The fields that must be found for a reading to settle its page."""
    if layout.item is None:
        return set(BY_NAME if columns is None else columns) - _NOT_SHOWN
    return {name for name in rules if name in DEFAULT_COLUMNS}


_RANGE = re.compile(r"(\d[\d.,\s]*?)\s*(?:-|–|to|bis|à|a|до|из)\s*(\d[\d.,]*)\D{1,12}(\d[\d.,\s]*\d|\d)")
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


def _read_item(
    layout: Layout, fields: Mapping[str, Rules], node: Node, places: Mapping[str, str], address: PageAddress, site: Site | None
) -> Record | None:
    record = Record({}, places)
    shown: object = None
    for name, rules in fields.items():
        for rule in rules if isinstance(rules, tuple) else (rules,):
            raw = _finder(rule, many=name in _MANY)(node)
            if name in _LINKS:
                raw = join_url(address.base, raw)
            if name == "url":
                record.link = str(raw) if raw else record.link
            if put(record, name, raw, _special_reader(name, record.link, layout, site)):
                shown = raw if name == "title" else shown
                if rule is not rules:
                    record.found_at[name] = _place(rule)
                break
        if "title" not in record.values:  # it comes first: what has none is another layout's, or no movie
            return None
    _keep_other_year(record, shown)
    return record


def _keep_other_year(record: Record, shown: object) -> None:
    """A year in brackets that is not the movie's is part of its title: an episode of 2017 named "Saw (2004)"."""
    whole = read_whole_title(shown) if isinstance(shown, str) and ")" in shown else None
    if whole and whole.endswith(")") and record.values.get("year", headline_year(whole)) != headline_year(whole):
        record.values["title"] = whole


def _special_reader(name: str, link: str | None, layout: Layout, site: Site | None) -> Callable[[Any], Any] | None:
    """Where the layout or the site knows better than the field's ordinary reader."""
    if name == "url" and site and site.owns(link):
        return site.movie_address
    return _scaled(layout.scale) if name == "rating" and layout.scale != 10 else None


@cache
def _scaled(scale: float) -> Callable[[Any], Any]:
    return lambda raw: read_rating(raw, scale)


_LINKS = frozenset({"url", "poster"})
_MANY = frozenset(name for name, field in BY_NAME.items() if field.kind == "names")
_ATTRIBUTE = re.compile(r"^(.*?)::attr\(([\w-]+)\)$")


@cache
def _parts(rule: str) -> tuple[str, str | None]:
    """A selector and the attribute it ends in.

    >>> _parts("a.next::attr(href)")
    ('a.next', 'href')
    """
    found = _ATTRIBUTE.match(rule)
    return (found[1].strip(), found[2]) if found else (rule, None)


@cache
def _finder(rule: Rule, *, many: bool = False) -> Callable[[Node], object]:
    """What finds a rule's raw value in an item, decided once: the first element's text or attribute, or those of all."""
    if not isinstance(rule, str):
        return rule
    css, name = _parts(rule)
    says: Callable[[Node], str | None] = (lambda node: node.attribute(name)) if name else (lambda node: node.text)
    if not css:
        return (lambda node: [text] if (text := says(node)) else []) if many else says
    if many:
        return lambda node: [text for found in node.select(css) if (text := says(found))]
    return lambda node: says(found) if (found := node.first(css)) is not None else None


def _first_raw(node: Node, rules: Rules) -> object:
    for rule in rules if isinstance(rules, tuple) else (rules,):
        raw = _finder(rule)(node)
        if raw:
            return raw
    return None


@cache
def _place(rules: Rules) -> str:
    shown = (
        rule if isinstance(rule, str) else (rule.__doc__ or rule.__name__).split("\n")[0]
        for rule in (rules if isinstance(rules, tuple) else (rules,))
    )
    return " | ".join(shown)


def _places(layout: Layout) -> Mapping[str, str]:
    prefix = f"{layout.item} " if layout.item else ""
    return {name: prefix + _place(rules) for name, rules in layout.fields.items()}


def matching_rules(layout: Layout, root: Node) -> Iterator[tuple[tuple[str, str], bool]]:
    """((field, rule), whether it finds anything on the page) for each rule of a layout."""
    nodes = [root] if layout.item is None else root.select(layout.item)
    for name, rules in layout.fields.items():
        for rule in rules if isinstance(rules, tuple) else (rules,):
            yield (name, _place(rule)), any(map(_finder(rule, many=name in _MANY), nodes))
