"""schema.org movies, in whatever syntax a page carries them: which objects are movies, and which of them a page is about.

JSON-LD gives objects as they are; microdata and RDFa are gathered into the same shape: `{"@type": ..., property: value or list}`.
"""

from typing import Any, NamedTuple

from moviescrape.parse.combine import merge_repeated
from moviescrape.parse.markup.items import local_name
from moviescrape.parse.markup.schemaorg_movie import read_movie
from moviescrape.parse.model import ColumnNames, Extraction, Extractor, PageAddress, PageKind, Record
from moviescrape.parse.values.urls import page_key

SERIES_TYPES = frozenset(["tvseries", "tvminiseries", "tvseason", "tvepisode"])
MOVIE_TYPES = frozenset(["movie", "film", "shortfilm", "movieseries", "tvmovie"]) | SERIES_TYPES
"""schema.org's types that are read. Series are too: their sites, which have site files, tell them apart."""
_HOLDERS = ("@graph", "itemReviewed", "mainEntity", "mainEntityOfPage", "about", "item", "itemListElement", "subjectOf")
_SHOWINGS = ("workPresented", "workFeatured")
"""Where schema.org nests the thing that a page is about, and, of a screening, what is shown."""
_NESTING = (*_HOLDERS, *_SHOWINGS)
_OF_THE_FILM = ("name", "headline", "url", "@id", "image", "actor", "director", "description")
"""What a screening says of the film rather than of itself: its date and its length are the evening's."""
_MAX_DEPTH = 12


class FoundMovie(NamedTuple):
    """A movie object, where it is, and whether a list holds it."""

    movie: dict[str, Any]
    place: str
    listed: bool


def find_movies(data: Any, place: str) -> list[FoundMovie]:
    """Every movie object in `data`, in order; what a movie itself nests is not searched. A screening's movie counts as listed."""
    found: list[FoundMovie] = []
    _collect(data, place, found, listed=False, depth=0)
    return found


def _collect(data: Any, place: str, found: list[FoundMovie], *, listed: bool, depth: int) -> None:
    if depth > _MAX_DEPTH:
        return
    if isinstance(data, list):
        for i, each in enumerate(data):
            _collect(each, f"{place}[{i}]", found, listed=listed, depth=depth + 1)
    elif isinstance(data, dict):
        types = types_of(data)
        if not types.isdisjoint(MOVIE_TYPES):
            found.append(FoundMovie(data, place, listed))
        elif "screeningevent" in types and not any(key in data for key in _SHOWINGS):
            found.append(FoundMovie({key: data[key] for key in _OF_THE_FILM if key in data}, place, listed=True))
        else:
            for key in (key for key in _NESTING if key in data):
                inside, before = listed or key == "itemListElement" or key in _SHOWINGS, len(found)
                _collect(data[key], f"{place}.{key}", found, listed=inside, depth=depth + 1)
                if key == "itemReviewed" and "aggregaterating" in types:
                    found[before:] = [_rated(each, data) for each in found[before:]]
                elif key == "itemReviewed" and not listed and "reviewRating" in data:
                    found[before:] = [_reviewed(each, data["reviewRating"]) for each in found[before:]]


def _rated(found: FoundMovie, rating: dict[str, Any]) -> FoundMovie:
    """Return the movie with the AggregateRating that holds it, instead of the reverse."""
    return found if "aggregateRating" in found.movie else found._replace(movie={**found.movie, "aggregateRating": rating})


_OF_REVIEW = "reviewRating"


def _reviewed(found: FoundMovie, rating: Any) -> FoundMovie:
    """Return the movie with the score that the review of it which holds it gives."""
    return found._replace(movie={**found.movie, _OF_REVIEW: rating})


def _with_review(found: list[FoundMovie]) -> list[FoundMovie]:
    """Return the movies; the one of a page that is a review has the review's score where it has no other."""
    if len(found) != 1 or _OF_REVIEW not in found[0].movie or "aggregateRating" in found[0].movie:
        return found
    return [found[0]._replace(movie={**found[0].movie, "aggregateRating": found[0].movie[_OF_REVIEW]})]


def types_of(data: dict[str, Any]) -> set[str]:
    """Return an object's types in lower case, without their vocabulary.

    >>> types_of({"@type": ["https://schema.org/Movie", "schema:Product"]}) == {"movie", "product"}
    True
    """
    kinds = data.get("@type") or data.get("type")
    return {local_name(str(kind)).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])}


def read_found(
    extractor: Extractor, found: list[FoundMovie], address: PageAddress, columns: ColumnNames = None
) -> Extraction | None:
    """Return what one extractor makes of the movies it found; None where none of them has a title.

    The `columns` alone are read (all where None is given). Where movies stand outside of a list, beside others, everything is:
    how much is said of whom tells which movie a page is about.
    """
    if not found:
        return None
    found = _with_review(found)
    wanted = columns if len(found) == 1 or all(each.listed for each in found) else None
    pairs = [(read_movie(each.movie, each.place, address, wanted), each.listed) for each in found]
    records = merge_repeated(record for record, _ in pairs if "title" in record.values)
    if not records:
        return None
    is_of_series = all(
        types_of(each.movie) & MOVIE_TYPES <= SERIES_TYPES and types_of(each.movie) & SERIES_TYPES for each in found
    )
    own = _own(merge_repeated(record for record, listed in pairs if "title" in record.values and not listed), records, address)
    if own is not None:
        return Extraction(extractor=extractor, kind=PageKind.TITLE, records=[own], is_of_series=is_of_series)
    kind = PageKind.LIST if len(records) > 1 else PageKind.TITLE
    return Extraction(extractor=extractor, kind=kind, records=records, is_of_series=is_of_series)


_CLEARLY_MORE = 3
"""So many more values than any other movie has the one that a page is about; the others are recommendations."""


def _own(alone: list[Record], records: list[Record], address: PageAddress) -> Record | None:
    """Return the movie that the page is about, of those that stand outside of lists; the others are beside it."""
    for record in alone:
        if address.url and record.link and page_key(record.link) == page_key(address.url):
            return record
    if not alone:
        return None
    most = max((len(record.values) for record in records if record is not alone[0]), default=0)
    return alone[0] if len(records) == 1 or len(alone[0].values) >= most + _CLEARLY_MORE else None
