"""Tell from addresses whether a page is one of those that its records lead to: then the records are recommendations."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, unquote, urlsplit

from moviescrape.parse.records.title_column import share

_IDENTITY = re.compile(r"[a-z]{0,3}\d+(?:[-_.].*)?", re.IGNORECASE)
"""A part of a path that names one thing: `7`, `tt0000007`, `7-ran`."""
_LISTING = re.compile(
    r"(?:top|popular|best|new|latest|upcoming|coming|now|current|all|lists?|genres?|years?|decades?|page|search|browse|charts?"
    r"|box-?office|in-?theaters|rated|trending|a-z|index|films?|movies?|whats-on|programm?e?|line-?up|schedule|showing"
    r"|catalog(?:ue)?|cartelera|estrenos|cartaz|repertoire|repertuar|program|affiche|agenda|calendar|archive)(?:[-_].*|\d*|\.\w+)?"
    r"|\d{1,4}",
    re.IGNORECASE,
)
_WIKI = ("wiki",)
_MOST = 0.6


def address_shape(url: str) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
    """Return what the addresses of one kind of page have in common: host, folder, keys of the query; None for a front page.

    >>> address_shape("https://example.org/film/12-heat/") == address_shape("https://example.org/film/7-ran/")
    True
    >>> address_shape("https://example.org/film.php?id=7")
    ('example.org', ('film.php',), ('id',))
    """
    parts = urlsplit(url)
    segments = [segment for segment in unquote(parts.path).split("/") if segment]
    keys = tuple(sorted(key for key, _ in parse_qsl(parts.query)))
    if not segments:
        return None
    folder = ["#" if _IDENTITY.fullmatch(segment) else segment.lower() for segment in segments[:-1]]
    return parts.hostname or "", (*folder, *([segments[-1].lower()] if keys else [])), keys


def is_one_of(url: str | None, links: Iterable[str]) -> bool:
    """Return whether a page's own address has the shape of most of these links, and does not end in a word for a list.

    >>> is_one_of("https://example.org/film/7-ran", ["https://example.org/film/8-up", "https://example.org/film/9-big"])
    True
    >>> is_one_of("https://example.org/es/bests.php", ["https://example.org/es/film8.html", "https://example.org/es/film9.html"])
    False
    """
    own = address_shape(url) if url else None
    if url is None or own is None:
        return False
    last = _last_part(url)
    if not own[2] and _LISTING.fullmatch(last):
        return False
    if own[1] == _WIKI:
        return False  # the addresses of a wiki's articles are alike, whatever they are about
    alike = (address_shape(link) == own and _suffix(_last_part(link)) == _suffix(last) for link in links)
    return bool(own[1] or own[2]) and share(alike) > _MOST


def _last_part(url: str) -> str:
    return urlsplit(url).path.rstrip("/").rpartition("/")[2]


def _suffix(name: str) -> str:
    """Return the suffix of a file's name: `film7.html` and `top.php` are pages of two kinds."""
    stem, _, suffix = name.rpartition(".")
    return suffix.lower() if stem and suffix.isalpha() else ""
