"""Combine what the extractors found into movies: which records speak of the same movie, and which value is believed."""

from collections.abc import Iterable, Mapping, Sequence

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
    others = [(each.extractor, _by_key(each.records), _by_title(each.records)) for each in ordered if each is not base]
    own_titles = _by_title(base.records, with_url=True)
    movies: list[Evidence] = []
    for record in base.records:
        is_unique = own_titles.get(title_key(record)) is record
        said = [
            (extractor, same)
            for extractor, by_key, by_title in others
            if (same := _same(record, by_key, by_title if is_unique else {})) is not None
        ]
        movies.append(sorted([(base.extractor, record), *said], key=lambda pair: pair[0].value))
    return movies


def _same(record: Record, by_key: Mapping[object, Record], by_title: Mapping[str, Record]) -> Record | None:
    """Return another extractor's record of the same movie: of its address, else the one without address of its title."""
    found = next((by_key[key] for key in _keys(record) if key in by_key), None)
    if found is None and (found := by_title.get(title_key(record))):
        years = {found.values.get("year"), record.values.get("year")} - {None}
        return found if len(years) <= 1 else None
    return found


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


def _by_title(records: Iterable[Record], *, with_url: bool = False) -> dict[str, Record]:
    """Return records without an address, or all, by their title, those that share a title left out."""
    found: dict[str, Record] = {}
    repeated: set[str] = set()
    for record in records:
        key = title_key(record)
        if found.setdefault(key, record) is not record:
            repeated.add(key)
    return {
        key: record for key, record in found.items() if key and key not in repeated and (with_url or "url" not in record.values)
    }


def title_key(record: Record) -> str:
    """Return a record's title without case, "" where it has none."""
    return (record.values.get("title") or "").casefold()


def merge_repeated(records: Iterable[Record]) -> list[Record]:
    """Return titled records of one extractor, each movie once (by URL, else title and year), gaps filled by its repetitions.

    A record with neither URL nor year repeats the only other one of its title.
    """
    kept: dict[object, Record] = {}
    for record in records:
        url = record.values.get("url")
        key = page_key(url) if url else (record.values["title"], record.values.get("year"))
        first = kept.setdefault(key, record)
        if first is not record:
            first.values = {**record.values, **first.values}
    known = _by_title((record for record in kept.values() if not _is_bare(record)), with_url=True)
    merged: list[Record] = []
    for record in kept.values():
        if (whole := known.get(title_key(record))) is not None and _is_bare(record):
            whole.values = {**record.values, **whole.values}
        else:
            merged.append(record)
    return merged


def _is_bare(record: Record) -> bool:
    """Return whether nothing tells a record from another of its title."""
    return not record.values.get("url") and not record.values.get("year")


def unrank(extraction: Extraction) -> Extraction:
    """Remove from a list's titles the numbers that count them; return the extraction."""
    titled = [record for record in extraction.records if "title" in record.values]
    if extraction.kind is PageKind.LIST:
        for record, title in zip(titled, without_ranks([record.values["title"] for record in titled]), strict=True):
            record.values["title"] = title
    return extraction
