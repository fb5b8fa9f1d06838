"""Has a site drifted? How full each field is by layout, against what it was, and which selectors find nothing any more."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from moviescrape.errors import LayoutChanged, SourceError
from moviescrape.errors.remedies import Remedy
from moviescrape.movie import DEFAULT_COLUMNS
from moviescrape.pages.files import check_regular
from moviescrape.pages.page import Page
from moviescrape.parse.dom.document import parse_document
from moviescrape.parse.model import PageKind, ParsedPage
from moviescrape.parse.parser import Examined, examine, sum_up
from moviescrape.parse.sites import SITES
from moviescrape.parse.sites.layouts import matching_rules
from moviescrape.parse.sites.site import Site

Floors = Mapping[str, Mapping[str, float]]
"""`{"imdb/search-lister": {"title": 1.0, "runtime": 0.9, ...}}`: the least share of movies with a value, by layout."""


@dataclass(slots=True)
class Drift:
    """What the pages of one layout show: `filled[field]` of `movies` movies on `pages` pages.

    `unread` pages gave no movies; `changed` ones should have. `matched` says of each selector, (field, selector), on how many
    pages it found something.
    """

    layout: str
    pages: int = 0
    unread: int = 0
    changed: int = 0
    movies: int = 0
    filled: dict[str, int] = field(default_factory=lambda: dict.fromkeys(DEFAULT_COLUMNS, 0))
    matched: dict[tuple[str, str], int] = field(default_factory=dict)

    def share(self, name: str) -> float:
        """Return the share of movies that have a value of the field; 0 where there is no movie."""
        return self.filled[name] / self.movies if self.movies else 0.0

    def silent_selectors(self) -> Iterator[tuple[str, str]]:
        """Yield (field, selector) of each selector that found nothing on any page."""
        return (rule for rule, pages in self.matched.items() if pages == 0)

    def below(self, floors: Floors) -> dict[str, float]:
        """Return the floor of each field whose share is below it. A layout without movies has no shares."""
        expected = floors.get(self.layout, {}) if self.movies else {}
        return {name: floor for name, floor in expected.items() if self.share(name) < floor}

    def has_changed(self, floors: Floors) -> bool:
        """Return whether a field is below its floor, or a page could not be read that should have been."""
        return bool(self.changed or self.below(floors))


class DriftMeter:
    """Measures pages as they come: one Drift a layout. Pages of sites that moviescrape does not know count under the site `-`."""

    def __init__(self, sites: tuple[Site, ...] = SITES) -> None:
        self._sites = sites
        self._drifts: dict[str, Drift] = {}

    @property
    def drifts(self) -> list[Drift]:
        """Return what was measured, by layout."""
        return [self._drifts[name] for name in sorted(self._drifts)]

    def add(self, page: Page) -> ParsedPage:
        """Measure a page; return it parsed."""
        examined = examine(page, thorough=True, sites=self._sites)
        parsed = sum_up(examined)
        name = f"{parsed.site or '-'}/{parsed.layout or parsed.kind}"
        drift = self._drifts.setdefault(name, Drift(name))
        drift.pages += 1
        drift.unread += parsed.kind not in (PageKind.LIST, PageKind.TITLE)
        drift.changed += isinstance(parsed.problem, LayoutChanged)
        drift.movies += len(parsed.movies)
        for movie in parsed.movies:
            for column in DEFAULT_COLUMNS:
                drift.filled[column] += getattr(movie, column) not in (None, ())
        _count_selectors(drift, examined, parsed.layout)
        return parsed


def _count_selectors(drift: Drift, page: Examined, name: str | None) -> None:
    layout = next((each for each in page.site.layouts if each.name == name), None) if page.site else None
    root = parse_document(page.html) if layout else None
    if layout is None or root is None:
        return
    for rule, hit in matching_rules(layout, root):
        drift.matched[rule] = drift.matched.get(rule, 0) + hit


def known_floors() -> Floors:
    """Return the floors kept in the project: shares measured on saved real pages, less a margin."""
    return _floors(files("moviescrape.parse").joinpath("floors.json").read_bytes(), "floors.json")


def read_floors(path: Path) -> Floors:
    """Read floors that `moviescrape drift --save` wrote. Raise SourceError where the file can't be read or holds none."""
    check_regular(path)
    try:
        return _floors(path.read_bytes(), str(path))
    except OSError as error:
        raise SourceError(f"can't be read ({error.strerror or error})", where=str(path), remedy="check the path") from error


def _floors(content: bytes, where: str) -> Floors:
    try:
        floors: Any = json.loads(content)
        return {str(layout): {str(name): _share(share) for name, share in fields.items()} for layout, fields in floors.items()}
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise SourceError("not a file of floors", where=where, remedy=Remedy.WRITE_FLOORS) from error


def _share(value: Any) -> float:
    share = float(value)
    if not 0 <= share <= 1:  # NaN is not, either
        raise ValueError(value)
    return share


def floors_of(drifts: Iterable[Drift], margin: float = 0.1) -> Floors:
    """Return floors a margin below what was measured; fields that are never filled have none."""
    return {
        drift.layout: {name: round(max(drift.share(name) - margin, 0.01), 2) for name in DEFAULT_COLUMNS if drift.filled[name]}
        for drift in drifts
        if drift.movies
    }
