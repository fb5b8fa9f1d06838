"""Why a table holds what it holds: for each value which way found it and what the others said, for each gap why."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from moviescrape.movie import DEFAULT_COLUMNS
from moviescrape.pages.page import Page
from moviescrape.parse.combine import Evidence
from moviescrape.parse.model import Extractor, PageKind, ParsedPage, Record
from moviescrape.parse.parser import Examined, examine, sum_up


@dataclass(frozen=True, slots=True)
class Found:
    """A value as one way has it: `way` (`site`, `json-ld`, ...) and `place` (a selector, a JSON key)."""

    value: Any
    extractor: str
    place: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One field of one movie: what was `chosen`, what the `others` said, or, where nothing was chosen, the `gap`'s reason."""

    field: str
    chosen: Found | None
    others: tuple[Found, ...] = ()
    gap: str = ""

    @property
    def disagree(self) -> tuple[Found, ...]:
        """The others that said something else than what was chosen."""
        return tuple(other for other in self.others if self.chosen and other.value != self.chosen.value)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A page explained: `page` as `parse_page` would have it, and the answers for each of its movies, in page order."""

    page: ParsedPage
    ways: tuple[str, ...]
    movies: tuple[tuple[Answer, ...], ...]


def explain_page(page: Page, fields: tuple[str, ...] = DEFAULT_COLUMNS) -> Explanation:
    """Ask every way about a page, also those that `parse_page` does not need, and keep all they say."""
    examined = examine(page, thorough=True)
    parsed = sum_up(examined)
    ways = tuple(
        f"{extraction.extractor} ({extraction.layout or extraction.kind}, {len(extraction.records)})"
        for extraction in examined.extractions
    )
    movies = (
        tuple(tuple(_answer(field, said, examined) for field in fields) for said in examined.evidence) if parsed.movies else ()
    )
    return Explanation(parsed, ways, movies)


def _answer(field: str, evidence: Evidence, page: Examined) -> Answer:
    found = [
        Found(record.values[field], str(extractor), _place(record, field))  # type: ignore[literal-required]
        for extractor, record in evidence
        if field in record.values
    ]
    if found:
        return Answer(field, found[0], tuple(found[1:]))
    return Answer(
        field, None, gap="; ".join(_reasons(field, evidence, page)) or "absent: no way of extraction found it on this page"
    )


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
