"""What one schema.org/Movie object says.

schema.org lets any property be a text, a thing with a name, or a list of either; and texts carry HTML and entities.
"""

import html
import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from moviescrape.movie import BY_NAME
from moviescrape.parse.fields import put
from moviescrape.parse.model import ColumnNames, PageAddress, Record
from moviescrape.parse.values.numbers import read_decimal
from moviescrape.parse.values.ratings import on_ten, read_rating
from moviescrape.parse.values.urls import absolute_url, page_key, stated_url
from moviescrape.parse.values.years import read_year

_DATES = ("datePublished", "releasedEvent", "dateCreated", "copyrightYear", "startDate")
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


class _Property(NamedTuple):
    """A field, the properties that say it, and what takes the texts out of one."""

    field: str
    keys: tuple[str, ...]
    take: Callable[[Any], object]


def read_movie(movie: dict[str, Any], place: str, address: PageAddress, columns: ColumnNames = None) -> Record:
    """Return the values of one schema.org/Movie object, of the `columns` (None: all) and of those that tell movies apart."""
    link = _link_of(movie, address.base)
    record = Record({}, {"": place}, link)
    put(record, "url", link)
    rating = movie.get("aggregateRating") or ({**movie, "@type": "AggregateRating"} if "ratingValue" in movie else None)
    put(record, "rating", rating, read_aggregate)
    for key in _DATES:
        if key in movie:
            put(record, "year", _texts(movie[key]), first_year)
    for field, keys, take in _properties(columns):
        for key in keys:
            if said := movie.get(key):
                put(record, field, take(said))
                break
    if columns is None or "votes" in columns:
        put(record, "votes", _votes(rating))
    if columns is None or "poster" in columns:
        put(record, "poster", absolute_url(address.base, _text(movie.get("image"))))
    return record


@cache
def _properties(columns: ColumnNames) -> tuple[_Property, ...]:
    return tuple(
        _Property(field, keys, _take(field))
        for field, keys in _KEYS.items()
        if columns is None or field in columns or field == "title"
    )


def _take(field: str) -> Callable[[Any], object]:
    return _duration if field == "runtime" else _texts if BY_NAME[field].kind == "names" else _text


def _link_of(movie: dict[str, Any], base: str | None) -> str | None:
    """Return a movie's address; a site's front page, which careless markup gives for it, is none."""
    for key in ("url", "@id", "mainEntityOfPage"):
        url = stated_url(base, _text(movie.get(key)))
        if url and page_key(url).partition("/")[2]:
            return url
    return None


def first_year(texts: list[str]) -> int | None:
    """Return the earliest year of several dates: a film's releases by country.

    >>> first_year(["2010-09-01 (China)", "2010-07-16 (USA)", "2020-08-28 (again)"])
    2010
    """
    return min((year for text in texts if (year := read_year(text))), default=None)


def read_aggregate(rating: Any) -> float | None:
    """Return a schema.org/AggregateRating on 0-10: `ratingValue` against `bestRating`.

    schema.org says 5 where that is absent; film sites that leave it out mean 10, or 100 where the value is above that.

    >>> read_aggregate({"ratingValue": "87", "bestRating": "100"}), read_aggregate({"ratingValue": 4.2, "bestRating": 5})
    (8.7, 8.4)
    """
    if isinstance(rating, list):
        return next((value for each in rating if (value := read_aggregate(each)) is not None), None)
    if not isinstance(rating, dict):
        return read_rating(rating)
    raw = _number_or_text(rating.get("ratingValue"))
    value, best = read_decimal(raw), read_decimal(_number_or_text(rating.get("bestRating")))
    if not value:  # 0 stands for "no votes yet"
        return None
    if isinstance(raw, str) and ("%" in raw or "/" in raw):
        return read_rating(raw)
    return on_ten(value, best or (10 if value <= 10 else 100))


def _number_or_text(value: Any) -> float | str | None:
    return value if isinstance(value, (int, float)) else _text(value)


def _votes(rating: Any) -> str | None:
    return _text(rating.get("ratingCount") or rating.get("reviewCount")) if isinstance(rating, dict) else None


_NAMED_BY = ("name", "@value", "url", "@id", "startDate")


def _text(value: Any) -> str | None:
    """Return the text in a value that schema.org lets be a text, a thing with a name, or a list of either."""
    if isinstance(value, str):  # first: most values are texts
        return _plain(value) or None
    if isinstance(value, dict):
        for key in _NAMED_BY:
            if key in value and (text := _text(value[key])):
                return text
        return None
    if isinstance(value, list):
        return next((text for each in value if (text := _text(each))), None)
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


_IN_MINUTES = {"min": 1, "mins": 1, "minutes": 1, "hur": 60, "hour": 60, "hours": 60, "sec": 1 / 60, "seconds": 1 / 60}
"""Units of a schema.org/QuantitativeValue, as UN/CEFACT codes or in words."""


def _duration(value: Any) -> object:
    """Return what says the running time: a text, or minutes where an object gives a number and a unit.

    Of an object with a least and a greatest value it is certain only where both are the same.

    >>> _duration({"value": 108, "unitCode": "MIN"}), _duration({"minValue": "PT90M", "maxValue": "PT108M"})
    (108.0, None)
    """
    if isinstance(value, list):
        return next((said for each in value if (said := _duration(each))), None)
    if not isinstance(value, dict):
        return _text(value)
    least, greatest = value.get("minValue"), value.get("maxValue")
    said = _text(value) or _text(value.get("value")) or (_text(least) if least == greatest else None)
    unit = _text(value.get("unitCode")) or _text(value.get("unitText")) or ""
    number = read_decimal(said) if said and said.replace(".", "", 1).isdecimal() else None
    return number * _IN_MINUTES[unit.lower()] if number is not None and unit.lower() in _IN_MINUTES else said


_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")


def _plain(text: str) -> str:
    """Return a text without the HTML and the entities, once or twice escaped, that some generators leave in JSON.

    >>> _plain("Bo &amp;amp; <b>Li</b>")
    'Bo & Li'
    """
    for _ in range(2 if "&" in text else 0):
        text = html.unescape(text)
    return (_TAGS.sub("", text) if "<" in text else text).strip()


_BETWEEN = re.compile(r"[,;]\s")


def _texts(value: Any) -> list[str]:
    """All texts of a value; one text that joins several names by commas counts as several."""
    if isinstance(value, list):
        return [text for each in value if (text := _text(each))]
    text = _text(value)
    return [part.strip() for part in _BETWEEN.split(text)] if text else []
