"""The way of JSON-LD: schema.org movies in `application/ld+json` scripts, as pages really write them.

Objects, lists, `@graph`, ItemLists, movies nested in reviews and pages; comments, CDATA, trailing commas and control characters
around them are forgiven.
"""

import html
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from moviescrape.parse.fields import put, put_all
from moviescrape.parse.parsed import PageKind
from moviescrape.parse.record import Reading, Record
from moviescrape.parse.scripts import find_scripts
from moviescrape.parse.site import PageAddress
from moviescrape.parse.values.numbers import read_decimal
from moviescrape.parse.values.ratings import on_ten, read_rating
from moviescrape.parse.values.urls import join_url

MOVIE_TYPES = frozenset("Movie TVSeries TVMiniSeries TVMovie TVEpisode TVSeason MovieSeries ShortFilm".lower().split())
_HOLDERS = (
    "@graph",
    "itemReviewed",
    "mainEntity",
    "about",
    "item",
    "itemListElement",
    "subjectOf",
    "workPresented",
    "workFeatured",
)
"""Where schema.org nests the thing that a page is about."""


def read_jsonld(page: bytes, address: PageAddress) -> Reading | None:
    """The movies of the page's JSON-LD scripts; None where there are none."""
    records: list[Record] = []
    listed = False
    for script in find_scripts(page, b"ld+json"):
        for movie, place, in_list in find_movies(decode_loosely(script.content), f"ld+json[{script.number}]"):
            records.append(read_movie(movie, place, address))
            listed |= in_list
    records = [record for record in records if "title" in record.values]
    if not records:
        return None
    kind = PageKind.LIST if listed and len(records) > 1 else PageKind.TITLE
    return Reading(way="json-ld", kind=kind, records=records)


_WRAPPERS = re.compile(rb"^\s*(?:<!--|/\*|//|<!\[CDATA\[|\*/|\s)+|(?:-->|\*/|//|\]\]>|;|\s)+$")
_COMMENTS = re.compile(r'("(?:[^"\\]|\\.)*")|/\*.*?\*/|(?<![:"\w])//[^\n]*', re.DOTALL)
_TRAILING = re.compile(r'("(?:[^"\\]|\\.)*")|,(\s*[}\]])')
_CONTROLS = dict.fromkeys(range(32), " ")


def decode_loosely(content: bytes) -> Any:
    """The JSON of a script, mended where it is broken in the usual ways; None where it can't be.

    >>> decode_loosely(b'//<![CDATA[ {"name": "A", /* x */ "year": [1,],} //]]>')
    {'name': 'A', 'year': [1]}
    """
    try:
        return msgspec.json.decode(content)
    except msgspec.DecodeError:
        pass
    text = _WRAPPERS.sub(b"", content).decode("utf-8", "replace")
    for mend in (lambda t: t, _without_noise, lambda t: _without_noise(html.unescape(t))):
        try:
            return msgspec.json.decode(mend(text.translate(_CONTROLS)))
        except (msgspec.DecodeError, RecursionError):
            continue
    return None


def _without_noise(text: str) -> str:
    text = _COMMENTS.sub(lambda found: found[1] or " ", text)
    return _TRAILING.sub(lambda found: found[1] or found[2], text)


def find_movies(data: Any, place: str, *, in_list: bool = False, depth: int = 0) -> Iterator[tuple[dict[str, Any], str, bool]]:
    """Every movie object in `data` with its place and whether a list holds it; what a movie itself nests is not searched."""
    if depth > 12:
        return
    if isinstance(data, list):
        for i, each in enumerate(data):
            yield from find_movies(each, f"{place}[{i}]", in_list=in_list, depth=depth + 1)
    elif isinstance(data, dict):
        if _types(data) & MOVIE_TYPES:
            yield data, place, in_list
            return
        for key in _HOLDERS:
            if key in data:
                yield from find_movies(data[key], f"{place}.{key}", in_list=in_list or key == "itemListElement", depth=depth + 1)


def read_movie(movie: dict[str, Any], place: str, address: PageAddress) -> Record:
    """The values of one schema.org/Movie object."""
    link = next(
        (
            url
            for raw in (movie.get("url"), movie.get("@id"), movie.get("mainEntityOfPage"))
            if (url := join_url(address.base, _text(raw)))
        ),
        None,
    )
    record = Record({}, {"": place}, link)
    put(record, "url", link)
    put(record, "rating", movie.get("aggregateRating"), read_aggregate)
    return put_all(
        record,
        (
            ("title", _text(movie.get("name") or movie.get("headline"))),
            *(
                ("year", _text(movie.get(key)))
                for key in ("datePublished", "releasedEvent", "dateCreated", "copyrightYear", "startDate")
            ),
            ("actors", _names(movie.get("actor") or movie.get("actors"))),
            ("runtime", _text(movie.get("duration") or movie.get("timeRequired"))),
            ("languages", _names(movie.get("inLanguage"))),
            ("genres", _names(movie.get("genre"))),
            ("directors", _names(movie.get("director"))),
            ("votes", _votes(movie.get("aggregateRating"))),
            ("original_title", _text(movie.get("alternateName"))),
            ("certificate", _text(movie.get("contentRating"))),
            ("country", _names(movie.get("countryOfOrigin"))),
            ("poster", join_url(address.base, _text(movie.get("image")))),
            ("description", _text(movie.get("description"))),
        ),
    )


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
    value = read_decimal(rating.get("ratingValue"))
    best = read_decimal(rating.get("bestRating"))
    if not value:  # 0 stands for "no votes yet"
        return None
    return on_ten(value, best or (10 if value <= 10 else 100))


def _votes(rating: Any) -> object:
    return (rating.get("ratingCount") or rating.get("reviewCount")) if isinstance(rating, dict) else None


def _types(data: dict[str, Any]) -> set[str]:
    kinds = data.get("@type") or data.get("type")
    return {str(kind).rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for kind in (kinds if isinstance(kinds, list) else [kinds])}


def _text(value: Any) -> str | None:
    """The text in a value that schema.org lets be a text, a thing with a name, or a list of either."""
    if isinstance(value, list):
        return next((text for each in value if (text := _text(each))), None)
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("@value") or value.get("url") or value.get("@id") or value.get("startDate"))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value.strip() else None


def _names(value: Any) -> list[str]:
    many = value if isinstance(value, list) else [value]
    return [text for each in many if (text := _text(each))]
