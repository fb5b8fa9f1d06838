"""Why a table holds what it holds: for each value which extractor found it and what the others said, for each gap why."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from moviescrape.movie import DEFAULT_COLUMNS
from moviescrape.pages.page import Page
from moviescrape.parse.combine import Evidence
from moviescrape.parse.model import Extractor, PageKind, ParsedPage, Record
from moviescrape.parse.parser import Examined, examine, sum_up
from moviescrape.parse.sites import SITES
from moviescrape.parse.sites.site import Site

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value as one extractor has it (`site`, `json-ld`, ...), and the `place` it was read at: a selector, a JSON key."""

    value: Any
    extractor: str
    place: str


@dataclass(frozen=True, slots=True)
class FieldExplanation:
    """One field of one movie: the value that was `chosen`, what the `others` said, or the reason of the `gap`."""

    field: str
    chosen: Candidate | None
    others: tuple[Candidate, ...] = ()
    gap: str = ""

    @property
    def disagreeing(self) -> tuple[Candidate, ...]:
        """Return the others that said something else than what was chosen."""
        return tuple(other for other in self.others if self.chosen and other.value != self.chosen.value)


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """A page explained: `page` as `parse_page` returns it, and the fields of each of its movies, in page order.

    `extractors` are those that found something, each with its layout and how many movies it found.
    """

    page: ParsedPage
    extractors: tuple[str, ...]
    movies: tuple[tuple[FieldExplanation, ...], ...]

    def to_frame(self) -> "pd.DataFrame":
        """Return a row for each field of each movie: the value, what found it where, what others said, why it is a gap."""
        import pandas as pd

        rows = [(number, *_row(field)) for number, movie in enumerate(self.movies, 1) for field in movie]
        return pd.DataFrame(rows, columns=["movie", *_COLUMNS])

    def __repr__(self) -> str:
        return f"Explanation({self.page!r}, found by {', '.join(self.extractors) or 'nothing'})"

    def _repr_html_(self) -> str:
        """Return the first movie's fields as a table, for notebooks."""
        from moviescrape.table.html_table import html_table

        first = self.movies[0] if self.movies else ()
        page = f"{self.page.kind}, found by {', '.join(self.extractors) or 'nothing'}"
        caption = f"movie 1 of {len(self.movies)}; {page}" if first else f"{page}; {self.page.problem}"
        return html_table(_COLUMNS, map(_row, first), caption)


_COLUMNS = ("field", "value", "extractor", "place", "others", "gap")


def _row(explained: FieldExplanation) -> tuple[object, ...]:
    chosen = explained.chosen
    others = tuple(f"{other.extractor}: {other.value}" for other in explained.others)
    found = (chosen.value, chosen.extractor, chosen.place) if chosen else (None, None, None)
    return (explained.field, *found, others, explained.gap or None)


def explain_page(page: Page, fields: tuple[str, ...] = DEFAULT_COLUMNS, sites: tuple[Site, ...] = SITES) -> Explanation:
    """Run every extractor on a page, also those that `parse_page` does not need, and return all that they found."""
    examined = examine(page, thorough=True, sites=sites)
    parsed = sum_up(examined)
    extractors = tuple(
        f"{extraction.extractor} ({extraction.layout or extraction.kind}, {len(extraction.records)})"
        for extraction in examined.extractions
    )
    movies = examined.evidence if parsed.movies else ()
    explained = tuple(tuple(_explain_field(field, evidence, examined) for field in fields) for evidence in movies)
    return Explanation(parsed, extractors, explained)


def _explain_field(field: str, evidence: Evidence, page: Examined) -> FieldExplanation:
    found = [
        Candidate(record.values[field], str(extractor), _place(record, field))  # type: ignore[literal-required]
        for extractor, record in evidence
        if field in record.values
    ]
    if found:
        return FieldExplanation(field, found[0], tuple(found[1:]))
    return FieldExplanation(field, None, gap="; ".join(_reasons(field, evidence, page)) or "no extractor found it on this page")


def _reasons(field: str, evidence: Evidence, page: Examined) -> Iterator[str]:
    for extractor, record in evidence:
        if field in record.rejected:
            yield f"{record.rejected[field]} ({extractor}, {_place(record, field)})"
        elif extractor is Extractor.SITE and field in record.places:
            yield f"selector found nothing: {record.places[field]}"
    if page.kind is PageKind.LIST and not any(field in record.values for said in page.evidence for _, record in said):
        yield "no movie of this list has it"


def _place(record: Record, field: str) -> str:
    own, whole = record.found_at.get(field) or record.places.get(field, ""), record.places.get("", "")
    return own or (f"{whole}.{field}" if whole else field)
