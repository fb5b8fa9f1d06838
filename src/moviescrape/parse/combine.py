"""Combine what the extractors found into movies: which records speak of the same movie, and which value is believed."""

from collections.abc import Iterable, Sequence

from moviescrape.movie import Movie
from moviescrape.parse.model import Extraction, Extractor, PageKind, Record, RecordValues
from moviescrape.parse.values.titles import without_ranks
from moviescrape.parse.values.urls import page_key

Evidence = list[tuple[Extractor, Record]]
"""All records of one movie, each with its extractor, the most trusted first."""


def sort_by_trust(extractions: Iterable[Extraction]) -> list[Extraction]:
    """Return the extractions, those of the most trusted extractor first."""
    return sorted(extractions, key=lambda extraction: extraction.extractor.value)


def align_list(extractions: Sequence[Extraction]) -> list[Evidence]:
    """Return the movies of a list page: those of the extraction that found most, each with the others' records of it."""
    ordered = sort_by_trust(extractions)
    base = max(ordered, key=lambda extraction: (extraction.kind is PageKind.LIST, len(extraction.records)))
    if len(ordered) == 1:
        return [[(base.extractor, record)] for record in base.records]
    others = [(extraction.extractor, _by_key(extraction.records)) for extraction in ordered if extraction is not base]
    movies: list[Evidence] = []
    for record in base.records:
        said = [(extractor, found[key]) for extractor, found in others for key in _keys(record) if key in found]
        movies.append(sorted([(base.extractor, record), *said], key=lambda pair: pair[0].value))
    return movies


def align_title(extractions: Sequence[Extraction], url: str | None) -> Evidence:
    """Return what all extractors found of the movie that a title page (`url`) is about."""
    return [
        (extraction.extractor, record) for extraction in sort_by_trust(extractions) if (record := _own_record(extraction, url))
    ]


def merge(evidence: Evidence, source: str) -> Movie | None:
    """Return the movie as the most trusted extractors have it, gaps filled by the others; None where none has its title."""
    values = RecordValues()
    for _, record in reversed(evidence):
        longer = _longer_cast(values, record.values)
        values.update(record.values)
        values.update(longer)
    if "year" not in values and (year := next((record.title_year for _, record in evidence if record.title_year), None)):
        values["year"] = year
    return Movie(**values, source=source) if "title" in values else None


def _longer_cast(less: RecordValues, more: RecordValues) -> RecordValues:
    """Return the cast of less trusted values where it goes on where the more trusted one stops: markup often names one star."""
    known, longer = more.get("actors", ()), less.get("actors", ())
    return RecordValues(actors=longer) if len(known) == 1 and longer[:1] == known else RecordValues()


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


def merge_repeated(records: Iterable[Record]) -> list[Record]:
    """Return titled records of one extractor, each movie once (by URL, else title and year), gaps filled by its repetitions."""
    kept: dict[object, Record] = {}
    for record in records:
        url = record.values.get("url")
        key = page_key(url) if url else (record.values["title"], record.values.get("year"))
        first = kept.setdefault(key, record)
        if first is not record:
            first.values = {**record.values, **first.values}
    return list(kept.values())


def unrank(extraction: Extraction) -> Extraction:
    """Remove from a list's titles the numbers that count them; return the extraction."""
    titled = [record for record in extraction.records if "title" in record.values]
    if extraction.kind is PageKind.LIST:
        for record, title in zip(titled, without_ranks([record.values["title"] for record in titled]), strict=True):
            record.values["title"] = title
    return extraction
