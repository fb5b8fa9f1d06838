"""Extract the movie of OpenGraph and other meta tags: `og:type` says that a page is about a movie (ogp.me/#type_video)."""

import re
from collections import defaultdict
from urllib.parse import urlsplit

from moviescrape.parse.dom.document import Node
from moviescrape.parse.fields import put, put_all
from moviescrape.parse.headline import read_headline
from moviescrape.parse.labels import label_field
from moviescrape.parse.markup.schemaorg_movie import first_year
from moviescrape.parse.model import Extraction, Extractor, PageAddress, PageKind, Record
from moviescrape.parse.values.runtimes import from_seconds, read_runtime
from moviescrape.parse.values.urls import absolute_url

MARKS = (b"video.movie", b"video.tv_show", b'"movie"', b"'movie'", b"=movie", b"tv_show", b":movie")
"""Without one of these bytes no meta tag says that a page is about a movie."""

_MOVIE_TYPE = re.compile(r"(?:video\.|[\w-]+:)?(?:movie|tv_show|film)", re.IGNORECASE)
_SHORTEST_S = 1_800
"""`video:duration` is in seconds; a smaller number is a trailer's, or a film's in minutes by those who didn't read that."""


def read_meta(root: Node, address: PageAddress) -> Extraction | None:
    """Return the movie that the page's meta tags describe; None where they don't say that it is about one."""
    said = collect_meta(root)
    headline = read_headline(root, address)
    if headline is None or not any(_MOVIE_TYPE.fullmatch(kind) for kind in said["og:type"]):
        return None
    record = Record({}, {"": "meta"}, address.url)
    put(record, "runtime", next(iter(said["video:duration"]), None), read_duration)
    put(record, "year", said["video:release_date"], first_year)
    put_all(
        record,
        (
            ("title", headline.title),
            ("year", headline.year),
            ("url", address.url),
            ("actors", _names(said["video:actor"])),
            ("directors", _names(said["video:director"])),
            ("poster", absolute_url(address.base, next(iter(said["og:image"]), None))),
            ("description", next(iter(said["og:description"]), None)),
        ),
    )
    _put_twitter_labels(record, said)
    if record.values.keys() <= _OF_ANY_PAGE and _PROGRAMME_PATH.search(urlsplit(address.url or "").path):
        return None
    return Extraction(extractor=Extractor.META, kind=PageKind.TITLE, records=[record])


_OF_ANY_PAGE = frozenset({"title", "year", "url", "poster", "description"})
"""What every programme has; a movie's page that states no more may be one of a broadcaster that calls all its pages movies."""
_PROGRAMME_PATH = re.compile(
    r"-[ts]\d{1,2}(?:/|$)|/(?:tv-?)?(?:series?|shows?|program(?:me|ma|a)?s?|seasons?|temporadas?|staffel|stagione|saisons?|sezon)(?:[/-]|$)",
    re.IGNORECASE,
)
"""A path of a series, a season or a programme."""


def collect_meta(root: Node) -> dict[str, list[str]]:
    """Return the contents of the page's meta tags by name, without the `og:` that some put before `video:`."""
    said: dict[str, list[str]] = defaultdict(list)
    for node in root.select("meta[content]"):
        name = (node.attribute("property") or node.attribute("name") or "").lower().replace("og:video:", "video:")
        content = " ".join((node.attribute("content") or "").split())
        if name and content:
            said[name].append(content)
    return said


def read_duration(text: object) -> int | None:
    """Minutes of a `video:duration`: seconds, though some write a text with a unit.

    >>> read_duration("7620"), read_duration("127"), read_duration("PT2H7M")
    (127, None, 127)
    """
    if isinstance(text, str) and text.strip().isdecimal() and len(text) < 7:
        return from_seconds(int(text)) if int(text) >= _SHORTEST_S else None
    return read_runtime(text)


def _names(contents: list[str]) -> list[str]:
    """Names of `video:actor`, which by the standard are profile URLs."""
    texts = contents if len(contents) > 1 else re.split(r"\s*[,،、;|]\s*", contents[0]) if contents else []
    return [text for text in texts if "://" not in text]


def _put_twitter_labels(record: Record, said: dict[str, list[str]]) -> None:
    for number in "12":
        field = label_field(next(iter(said[f"twitter:label{number}"]), ""))
        if field in ("year", "runtime", "directors", "actors", "genres"):
            put(record, field, next(iter(said[f"twitter:data{number}"]), None))
