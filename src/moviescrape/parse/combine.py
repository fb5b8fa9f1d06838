"""From the extractions of all ways to movies: which records speak of the same movie, and whose word counts."""

from collections.abc import Iterable, Sequence

from moviescrape.movie import Movie
from moviescrape.parse.model import Extraction, PageKind, Record
from moviescrape.parse.values.titles import without_ranks
from moviescrape.parse.values.urls import page_key

WAYS = ("state", "site", "headline", "json-ld", "microdata", "rdfa", "meta", "general")
"""Whose word counts, first to last: what the site draws its page from, shows, tells machines; what looks like a movie."""

Evidence = list[tuple[str, Record]]
"""All that the ways say of one movie: (way, record), the one whose word counts most first."""


def by_trust(extractions: Iterable[Extraction]) -> list[Extraction]:
    """The extractions in the order of `WAYS`."""
    return sorted(extractions, key=lambda extraction: WAYS.index(extraction.extractor))


def align_list(extractions: Sequence[Extraction]) -> list[Evidence]:
    """The movies of a list page: those of the extraction that found most, each with what the others say of it."""
    ordered = by_trust(extractions)
    base = max(ordered, key=lambda extraction: (extraction.kind is PageKind.LIST, len(extraction.records)))
    if len(ordered) == 1:
        return [[(base.extractor, record)] for record in base.records]
    others = [(extraction.extractor, _by_key(extraction.records)) for extraction in ordered if extraction is not base]
    rank = WAYS.index(base.extractor)
    movies: list[Evidence] = []
    for record in base.records:
        said = [(way, found[key]) for way, found in others for key in _keys(record) if key in found]
        movies.append(
            [pair for pair in said if WAYS.index(pair[0]) < rank]
            + [(base.extractor, record)]
            + [pair for pair in said if WAYS.index(pair[0]) >= rank]
        )
    return movies


def align_title(extractions: Sequence[Extraction], url: str | None) -> Evidence:
    """What all ways say of the movie that a title page (`url`) is about."""
    return [(extraction.extractor, record) for extraction in by_trust(extractions) if (record := _own_record(extraction, url))]


def settle(evidence: Evidence, source: str) -> Movie | None:
    """The movie as the most trusted ways have it, gaps filled by the others; None where nobody knows its title."""
    if len(evidence) == 1:
        values = evidence[0][1].values
    else:
        values = {}
        for _, record in reversed(evidence):
            values.update(record.values)
    return Movie(**values, source=source) if "title" in values else None


def _own_record(extraction: Extraction, url: str | None) -> Record | None:
    if url is not None:
        key = page_key(url)
        for record in extraction.records:
            own = record.values.get("url")
            if own is not None and page_key(own) == key:
                return record
    # a page about one movie may leave its address out; one that lists several must name it
    alone = extraction.kind is PageKind.TITLE and (len(extraction.records) == 1 or url is None)
    return extraction.records[0] if alone else None


def _keys(record: Record) -> list[object]:
    url, title = record.values.get("url"), record.values.get("title")
    return [page_key(url)] if url else [(title.casefold(), record.values.get("year"))] if title else []


def _by_key(records: Iterable[Record]) -> dict[object, Record]:
    found: dict[object, Record] = {}
    for record in records:
        for key in _keys(record):
            found.setdefault(key, record)
    return found


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


def unrank(extraction: Extraction) -> Extraction:
    """A list's extraction without the numbers that its page glues to the titles to count them."""
    titled = [record for record in extraction.records if "title" in record.values]
    if extraction.kind is PageKind.LIST:
        for record, title in zip(titled, without_ranks([record.values["title"] for record in titled]), strict=True):
            record.values["title"] = title
    return extraction
