"""What one way of reading makes of a page: partial records of movies, each with the places its values were found at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from moviescrape.parse.parsed import PageKind
from moviescrape.parse.values.titles import without_ranks
from moviescrape.parse.values.urls import page_key

Columns: TypeAlias = frozenset[str] | None
"""The columns asked for; None is all."""


@dataclass(slots=True)
class Record:
    """Some values of one movie as one way found them.

    `values` are clean and typed as in `Movie`, only those found. `places` say where each was looked for (selectors, a JSON
    key), and `found_at`, where several places were tried, which of them had it. `link` is
    the absolute link to the movie's page as it stands on the page. `rejected` says of a field what stood there and why
    it was not taken.
    """

    values: dict[str, Any]
    places: Mapping[str, str] = field(default_factory=dict)
    link: str | None = None
    rejected: dict[str, str] = field(default_factory=dict)
    found_at: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Reading:
    """All that one way found: `kind` is LIST or TITLE; `settles`, that no other way could add to it."""

    way: str
    kind: PageKind
    records: list[Record]
    layout: str | None = None
    next_url: str | None = None
    declared_here: int | None = None
    declared_total: int | None = None
    settles: bool = False


def merged(records: Iterable[Record]) -> list[Record]:
    """Titled records of one way, each movie once (by URL, else title and year), its gaps filled from its repetitions."""
    kept: dict[object, Record] = {}
    for record in records:
        url = record.values.get("url")
        key = page_key(url) if url else (record.values["title"], record.values.get("year"))
        first = kept.setdefault(key, record)
        if first is not record:
            first.values |= {name: value for name, value in record.values.items() if name not in first.values}
    return list(kept.values())


def unrank(reading: Reading) -> Reading:
    """A list's reading without the numbers that its page glues to the titles to count them."""
    titled = [record for record in reading.records if "title" in record.values]
    if reading.kind is PageKind.LIST:
        for record, title in zip(titled, without_ranks([record.values["title"] for record in titled]), strict=True):
            record.values["title"] = title
    return reading
