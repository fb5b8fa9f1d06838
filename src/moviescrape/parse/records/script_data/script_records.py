"""Read the movies that a page's scripts hold as data: by the shape of their objects, whatever the site and the path to them."""

import re
from collections.abc import Mapping
from urllib.parse import unquote

from moviescrape.parse.budget import Budget
from moviescrape.parse.combine import merge_repeated
from moviescrape.parse.dom.document import Node
from moviescrape.parse.model import Extraction, Extractor, PageAddress, PageKind, Record
from moviescrape.parse.records.film_words import PEOPLE
from moviescrape.parse.records.script_data.object_columns import ObjectTable, tabulate
from moviescrape.parse.records.script_data.object_keys import split_key
from moviescrape.parse.records.script_data.object_records import read_rows
from moviescrape.parse.records.script_data.script_evidence import (
    SpokenOf,
    are_movies,
    is_about_others,
    is_other_kind,
    may_be_movies,
    spoken_of,
)
from moviescrape.parse.records.script_data.script_objects import ObjectSet, find_object_sets
from moviescrape.parse.records.script_data.script_values import decode_scripts
from moviescrape.parse.records.spread import spread
from moviescrape.parse.values.urls import absolute_url, page_key

MAX_SETS = 2000
"""So many sets of objects are looked at on a page: four times as many as any page has of those measured."""
SAMPLE = 8
"""So many objects of a set tell whether it is worth a look."""
LARGE_SAMPLE = 60
"""So many tell whether they are movies."""


def read_script_records(html: bytes, root: Node, address: PageAddress, budget: Budget) -> Extraction | None:
    """Return the movies that a page's scripts hold, each once; None where it is not clear that there are any.

    Raises OverBudget where the page takes longer than `budget` allows.
    """
    gathered = find_object_sets(list(decode_scripts(html, budget)))[:MAX_SETS]
    sets = [each for each in gathered if _may_hold_movies(each)]
    if not sets:
        return None
    page, slugs = spoken_of(root, address), _links_by_slug(root, address)
    found: list[tuple[ObjectSet, list[Record]]] = []
    for each in sets:
        budget.check()
        if records := _read_set(each, page, address, slugs):
            found.append((each, records))
    records = merge_repeated(record for _, records in _without_nested(found) for record in records)
    return Extraction(Extractor.GENERAL, PageKind.LIST, records, layout="script") if records else None


def _may_hold_movies(each: ObjectSet) -> bool:
    return not is_about_others(each.path) and may_be_movies(tabulate(spread(each.objects, SAMPLE), each.store))


def _read_set(each: ObjectSet, page: SpokenOf, address: PageAddress, slugs: Mapping[str, str]) -> list[Record]:
    """Return the movies that a set of objects is; none where some of the objects show that they are something else."""
    table = _without_others(tabulate(each.objects, each.store))
    some = ObjectTable(spread(table.rows, LARGE_SAMPLE), table.paths, table.store)
    place = f"script {'.'.join(each.path)}"
    if not are_movies(some, read_rows(some, place, address, slugs), each.path, page):
        return []
    return read_rows(table, place, address, slugs)


def _without_others(table: ObjectTable) -> ObjectTable:
    """Return the table without the rows that say that they are series, people or plays."""
    kinds = table.paths.get("kind", ())
    rows = [row for row in table.rows if not any(is_other_kind(row.get(path)) for path in kinds)]
    return ObjectTable(rows or table.rows[:1], table.paths, table.store)


def _links_by_slug(root: Node, address: PageAddress) -> Mapping[str, str]:
    """Return the page's links by the last part of their paths, those that two links share left out."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for node in root.each("a"):
        link = re.split("[?#]", node.attribute("href") or "", maxsplit=1)[0]
        slug = unquote(link.rstrip("/").rpartition("/")[2]).casefold()
        if slug and found.setdefault(slug, link) != link:
            shared.add(slug)
    links = {slug: absolute_url(address.base, link) for slug, link in found.items() if slug not in shared}
    return {slug: link for slug, link in links.items() if link}


def _without_nested(found: list[tuple[ObjectSet, list[Record]]]) -> list[tuple[ObjectSet, list[Record]]]:
    """Return the sets of objects, of those that hold one another the one that says most; at a tie the outer one."""
    kept: list[ObjectSet] = []
    own = [pair for pair in found if not any(_are_of_people_in(pair[0].path, other.path) for other, _ in found)]
    for each, _ in sorted(own, key=lambda pair: (-_values_of(pair[1]), len(pair[0].path))):
        if not any(_nest(each.path, other.path) for other in kept):
            kept.append(each)
    return [pair for pair in found if any(pair[0] is each for each in kept)]


def _are_of_people_in(inner: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    """Return whether the keys from outer objects to inner ones lead over a person: other films of a film's director."""
    return _nest(inner, outer) and any(PEOPLE.search(split_key(key)) for key in inner[len(outer) :])


def _values_of(records: list[Record]) -> int:
    return sum(len(record.values) for record in records)


def _nest(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one != other and (one[: len(other)] == other or other[: len(one)] == one)


def own_record(scripted: Extraction, address: PageAddress) -> Extraction | None:
    """Return the movie whose page this is, where a script holds it among others; None where the page is none of theirs."""
    if address.url is None:
        return None
    own = [record for record in scripted.records if record.link and page_key(record.link) == page_key(address.url)]
    return Extraction(Extractor.GENERAL, PageKind.TITLE, own, layout="script") if len(own) == 1 else None


def join_records(shown: Extraction | None, scripted: Extraction) -> Extraction:
    """Return the longer of two lists of a page, that which it shows and that of its scripts, gaps filled from the other."""
    if shown is None:
        return scripted
    longer, other = (shown, scripted) if len(shown.records) >= len(scripted.records) else (scripted, shown)
    known: dict[str, Record] = {}
    for record in other.records:
        for key in _keys(record):
            known.setdefault(key, record)
    for record in longer.records:
        same = next((known[key] for key in _keys(record) if key in known), None)
        if same is not None:
            record.values = {**same.values, **record.values}
            record.link = record.link or same.link
    return longer


def _keys(record: Record) -> list[str]:
    url = record.values.get("url")
    return [*([page_key(url)] if url else []), record.values["title"].casefold()]
