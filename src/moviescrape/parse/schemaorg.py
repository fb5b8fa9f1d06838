"""schema.org movies, in whatever syntax a page carries them: which objects are movies, and what they say.

JSON-LD gives objects as they are; microdata and RDFa are gathered into the same shape: `{"@type": ..., property: value or list}`.
"""

import html
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from moviescrape.movie import BY_NAME
from moviescrape.parse.fields import put
from moviescrape.parse.parsed import PageKind
from moviescrape.parse.record import Columns, Reading, Record, merged
from moviescrape.parse.site import PageAddress
from moviescrape.parse.values.numbers import read_decimal
from moviescrape.parse.values.ratings import on_ten, read_rating
from moviescrape.parse.values.urls import join_url, page_key
from moviescrape.parse.values.years import read_year

MOVIE_TYPES = frozenset(
    ["movie", "film", "shortfilm", "movieseries", "tvmovie", "tvseries", "tvminiseries", "tvseason", "tvepisode"]
)
_HOLDERS = ("@graph", "itemReviewed", "mainEntity", "mainEntityOfPage", "about", "item", "itemListElement", "subjectOf")
_SHOWINGS = ("workPresented", "workFeatured")
"""Where schema.org nests the thing that a page is about, and, of a screening, what is shown."""
_DEEPEST = 12


class Found(NamedTuple):
    """A movie object, where it is, and whether a list holds it."""

    movie: dict[str, Any]
    place: str
    listed: bool


def find_movies(data: Any, place: str, *, listed: bool = False, depth: int = 0) -> Iterator[Found]:
    """Every movie object in `data`; what a movie itself nests is not searched. A screening's movie counts as listed."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for i, each in enumerate(data):
            yield from find_movies(each, f"{place}[{i}]", listed=listed, depth=depth + 1)
    elif isinstance(data, dict):
        types = types_of(data)
        if types & MOVIE_TYPES:
            yield Found(data, place, listed)
            return
        if "screeningevent" in types and not any(key in data for key in _SHOWINGS):
            yield Found({key: data[key] for key in _OF_THE_FILM if key in data}, place, True)
            return
        for key in chain(_HOLDERS, _SHOWINGS):
            if key in data:
                inside = listed or key == "itemListElement" or key in _SHOWINGS
                for found in find_movies(data[key], f"{place}.{key}", listed=inside, depth=depth + 1):
                    yield _with_rating_around(found, data, key)


def _with_rating_around(found: Found, holder: dict[str, Any], key: str) -> Found:
    """An AggregateRating may hold the movie that it rates, instead of the reverse."""
    if key != "itemReviewed" or "aggregaterating" not in types_of(holder) or "aggregateRating" in found.movie:
        return found
    return found._replace(movie={**found.movie, "aggregateRating": holder})


def types_of(data: dict[str, Any]) -> set[str]:
    """An object's types in lower case, without their vocabulary.

    >>> types_of({"@type": ["https://schema.org/Movie", "schema:Product"]}) == {"movie", "product"}
    True
    """
    kinds = data.get("@type") or data.get("type")
    return {re.split(r"[/#:]", str(kind))[-1].lower() for kind in (kinds if isinstance(kinds, list) else [kinds])}


def read_found(way: str, found: list[Found], address: PageAddress, columns: Columns = None) -> Reading | None:
    """A way's reading of the movies it found; None where none of them has a title.

    Of a list the `columns` alone are read (all where None is given). Where a movie stands outside of it, everything is:
    how much is said of whom tells which movie a page is about.
    """
    wanted = columns if all(each.listed for each in found) else None
    pairs = [(read_movie(each.movie, each.place, address, wanted), each.listed) for each in found]
    records = merged(record for record, _ in pairs if "title" in record.values)
    if not records:
        return None
    alone = [record for record, listed in pairs if "title" in record.values and not listed]
    own = _own(merged(alone), records, address)
    if own is not None:
        return Reading(way=way, kind=PageKind.TITLE, records=[own])
    return Reading(way=way, kind=PageKind.LIST if len(records) > 1 else PageKind.TITLE, records=records)


_CLEARLY_MORE = 3
"""So many more values than any other movie has the one that a page is about; the others are recommendations."""


def _own(alone: list[Record], records: list[Record], address: PageAddress) -> Record | None:
    """The movie that the page is about, of those that stand outside of lists; the others are beside it."""
    for record in alone:
        if address.url and record.link and page_key(record.link) == page_key(address.url):
            return record
    if not alone:
        return None
    most = max((len(record.values) for record in records if record is not alone[0]), default=0)
    return alone[0] if len(records) == 1 or len(alone[0].values) >= most + _CLEARLY_MORE else None


_DATES = ("datePublished", "releasedEvent", "dateCreated", "copyrightYear", "startDate")
_OF_THE_FILM = ("name", "headline", "url", "@id", "image", "actor", "director", "description")
"""What a screening says of the film rather than of itself: its date and its length are the evening's."""


_KEYS = {
    "title": ("name", "headline"),
    "actors": ("actor", "actors"),
    "runtime": ("duration", "timeRequired"),
    "languages": ("inLanguage",),
    "genres": ("genre",),
    "directors": ("director", "directors"),
    "original_title": ("alternateName",),
    "certificate": ("contentRating",),
    "country": ("countryOfOrigin",),
    "description": ("description",),
}
"""Where each field is said; of several properties the first that says anything."""


def read_movie(movie: dict[str, Any], place: str, address: PageAddress, columns: Columns = None) -> Record:
    """The values of one schema.org/Movie object, of the `columns` (all where None is given) and its title."""
    link = next((url for key in ("url", "@id", "mainEntityOfPage") if (url := _page_url(movie.get(key), address))), None)
    record = Record({}, {"": place}, link)
    put(record, "url", link)
    rating = movie.get("aggregateRating") or ({**movie, "@type": "AggregateRating"} if "ratingValue" in movie else None)
    put(record, "rating", rating, read_aggregate)
    for key in _DATES:
        if key in movie:
            put(record, "year", _texts(movie[key]), first_year)
    for field, keys in _KEYS.items():
        if columns is None or field in columns or field == "title":
            said = next((value for key in keys if (value := movie.get(key))), None)
            put(record, field, _texts(said) if BY_NAME[field].kind == "names" else _text(said))
    if columns is None or "votes" in columns:
        put(record, "votes", _votes(rating))
    if columns is None or "poster" in columns:
        put(record, "poster", join_url(address.base, _text(movie.get("image"))))
    return record


def first_year(texts: list[str]) -> int | None:
    """The earliest year of several dates: a film's releases by country.

    >>> first_year(["2010-09-01 (China)", "2010-07-16 (USA)", "2020-08-28 (again)"])
    2010
    """
    return min((year for text in texts if (year := read_year(text))), default=None)


def read_aggregate(rating: Any) -> float | None:
    """A schema.org/AggregateRating on 0-10: `ratingValue` against `bestRating`.

    schema.org says 5 where that is absent; film sites that leave it out mean 10, or 100 where the value is above that.

    >>> read_aggregate({"ratingValue": "87", "bestRating": "100"}), read_aggregate({"ratingValue": 4.2, "bestRating": 5})
    (8.7, 8.4)
    """
    if isinstance(rating, list):
        return next((value for each in rating if (value := read_aggregate(each)) is not None), None)
    if not isinstance(rating, dict):
        return read_rating(rating)
    raw, best = _text(rating.get("ratingValue")), read_decimal(_text(rating.get("bestRating")))
    value = read_decimal(raw)
    if raw is None or not value:  # 0 stands for "no votes yet"
        return None
    if "%" in raw or "/" in raw:
        return read_rating(raw)
    return on_ten(value, best or (10 if value <= 10 else 100))


def _votes(rating: Any) -> str | None:
    return _text(rating.get("ratingCount") or rating.get("reviewCount")) if isinstance(rating, dict) else None


def _page_url(value: Any, address: PageAddress) -> str | None:
    """A movie's address; a site's front page, which careless markup gives for it, is none."""
    url = join_url(address.base, _text(value))
    return url if url and page_key(url).partition("/")[2] else None


def _text(value: Any) -> str | None:
    """The text in a value that schema.org lets be a text, a thing with a name, or a list of either."""
    if isinstance(value, str):  # first: most values are texts
        return _plain(value) or None
    if isinstance(value, list):
        return next((text for each in value if (text := _text(each))), None)
    if isinstance(value, dict):
        return next((text for key in _NAMED_BY if (text := _text(value.get(key)))), None)
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


_NAMED_BY = ("name", "@value", "url", "@id", "startDate")
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")


def _plain(text: str) -> str:
    """A text without the HTML and the entities, once or twice escaped, that some generators leave in JSON.

    >>> _plain("Bo &amp;amp; <b>Li</b>")
    'Bo & Li'
    """
    for _ in range(2):
        text = html.unescape(text) if "&" in text else text
    return (_TAGS.sub("", text) if "<" in text else text).strip()


def _texts(value: Any) -> list[str]:
    """All texts of a value; one text that joins several names by commas counts as several."""
    many = value if isinstance(value, list) else [value]
    texts = [text for each in many if (text := _text(each))]
    return re.split(r"\s*[,;]\s+", texts[0]) if len(texts) == 1 and not isinstance(value, list) else texts
