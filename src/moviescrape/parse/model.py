"""The types that the parts of `parse` hand on: a page's address, what one extractor found, and the page as it is returned."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from moviescrape.errors import ParseError
from moviescrape.movie import Movie


class PageKind(StrEnum):
    """What a page is. Only the first two carry movies; the others carry a `problem`."""

    LIST = "list"
    TITLE = "title"
    BLOCKED = "blocked"
    EMPTY = "empty"
    ERROR = "error"
    OTHER = "not a movie page"
    CHANGED = "layout changed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """A page, read. URLs in it are absolute.

    `next_url` is the list's next page. `detail_urls[i]` is the link to follow for `movies[i]`, against the address
    that was fetched (None where the page links nowhere); `movies[i].url` is canonical and may be another.
    `declared_here` is how many movies the page says it shows (`1-50 of 1,234`: 50), `declared_total` how many the whole
    list has (1,234); None where the page doesn't say. `problem` says why there are no movies, ready to be raised or shown; a page
    that has movies and a problem lacks what its layout always showed.
    `notes` name what was dropped and why, a line each (an impossible year, say).
    """

    kind: PageKind
    movies: tuple[Movie, ...] = ()
    next_url: str | None = None
    detail_urls: tuple[str | None, ...] = ()
    declared_here: int | None = None
    declared_total: int | None = None
    site: str | None = None
    layout: str | None = None
    problem: ParseError | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageAddress:
    """Where a page is from: `base` resolves its links, `url` is its canonical address; each None where nothing says so."""

    url: str | None
    base: str | None


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
class Extraction:
    """All that one way found: `kind` is LIST or TITLE; `is_complete`, that no other way could add to it."""

    extractor: str
    kind: PageKind
    records: list[Record]
    layout: str | None = None
    next_url: str | None = None
    declared_here: int | None = None
    declared_total: int | None = None
    is_complete: bool = False
