"""Signs that a page, or a link, has to do with films: words in addresses and titles."""

import re
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from moviescrape.parse.dom.document import Node
from moviescrape.parse.model import PageAddress

_FILM_WORD = re.compile(
    r"(?:movie|film|cinema|kino|pel[ií]cula|filme|title|series|фильм|фільм|кино|сериал|电影|電影|影片|映画|영화|فیلم|سریال|elokuv|sinema|tainia)",
    re.IGNORECASE,
)
_OTHER_PATH = re.compile(
    r"^(?:news?|nieuws|actus?|actualites?|blog|articles?|stor(?:y|ies)|features?|reviews?|critics?|comments?|komentare|forum|"
    r"tags?|topics?|categor(?:y|ies)|genres?|zanry?|people|persons?|names?|celebs?|celebrit(?:y|ies)|actors?|directors?|tvurce|"
    r"personnes?|stars?|cast|videos?|trailers?|photos?|images?|galler(?:y|ies)|users?|profiles?|members?|uzivatel|login|register|"
    r"help|about|contact|terms|privacy|shop|cart|basket|tickets?|cinemas?|theaters?|theatres?|venues?|events?|lists?|awards?|"
    r"publications?|sources?|outlets?|wiki|podcasts?|games?|books?|music|companys?|companies|studios?|countr(?:y|ies)|years?|search|page|author|archive)$",
    re.IGNORECASE,
)


class LinkShape(NamedTuple):
    """What the addresses of one kind of page have in common: host, folder, query keys."""

    host: str
    folder: tuple[str, ...]
    keys: tuple[str, ...]

    @property
    def is_of_films(self) -> bool:
        """Whether the folder is named after films."""
        return any(_FILM_WORD.search(part) for part in self.folder)

    @property
    def is_of_something_else(self) -> bool:
        """Whether the folder is named after something that a film site has besides films."""
        return any(_OTHER_PATH.match(part) for part in self.folder) and not _FILM_WORD.search(self.folder[-1])


def link_shape(url: str) -> LinkShape | None:
    """The shape of an address; None for a front page.

    >>> link_shape("https://example.org/film/12-heat/?ref=x") == link_shape("https://example.org/film/7-ran/?ref=y")
    True
    >>> link_shape("https://example.org/film/12-heat/about/").folder
    ('film', '#')
    """
    parts = urlsplit(url)
    segments = [segment for segment in unquote(parts.path).split("/") if segment]
    keys = tuple(sorted(key for key, _ in parse_qsl(parts.query)))
    if not segments:
        return None
    folder = ["#" if _IDENTITY.fullmatch(segment) else segment.lower() for segment in segments[:-1]]
    if keys and _PROGRAM.fullmatch(segments[-1]):
        folder.append(segments[-1].lower())
    return LinkShape(parts.hostname or "", tuple(folder), keys)


_IDENTITY = re.compile(r"[a-z]{0,3}\d+(?:-.*)?", re.IGNORECASE)
"""A part of a path that names one thing: `7`, `tt0000007`, `7-ran`."""
_PROGRAM = re.compile(
    r".*\.(?:php|aspx?|html?|cgi|jsp|do)|details?|film|movie|title|view|show|index|page|search|list", re.IGNORECASE
)
"""The last part of a path that is the same for every page, with the query telling them apart."""
_LISTING = re.compile(
    r"(?:top|popular|best|new|latest|upcoming|coming|now|current|all|list|lists|genres?|years?|decades?|page|search|browse|charts?|"
    r"box-?office|in-?theaters|rated|trending|a-z|index|films?|movies?|whats-on|programm?e?|line-?up|schedule|showing|catalog(?:ue)?)(?:[-_].*|\d*)|\d{1,4}",
    re.IGNORECASE,
)


def is_page_of(shape: LinkShape, url: str | None) -> bool:
    """Whether `url` is such a page as `shape` describes, or a page below one: its cast, its reviews.

    >>> shape = link_shape("https://example.org/film/7-ran/")
    >>> is_page_of(shape, "https://example.org/film/12-heat/reviews/"), is_page_of(shape, "https://example.org/film/top-100/")
    (True, False)
    """
    parts = urlsplit(url or "")
    segments = [segment for segment in parts.path.split("/") if segment]
    for length in range(1, len(segments) + 1):
        path = "/".join(segments[:length])
        query = f"?{parts.query}" if length == len(segments) and parts.query else ""
        if link_shape(f"{parts.scheme}://{parts.netloc}/{path}{query}") == shape:
            return bool(shape.folder or shape.keys) and not _LISTING.fullmatch(segments[length - 1])
    return False


def is_listing(url: str | None) -> bool:
    """Whether an address ends in a word for a list or for films.

    >>> is_listing("https://festival.example/whats-on"), is_listing("https://festival.example/film/7-ran/")
    (True, False)
    """
    segments = [segment for segment in unquote(urlsplit(url or "").path).split("/") if segment]
    return bool(segments) and bool(_LISTING.fullmatch(segments[-1]) or re.search(r"(?:^|[-_])(?:films?|movies?)$", segments[-1]))


def speaks_of_films(root: Node, address: PageAddress) -> bool:
    """Whether the page's title, heading or address has a word for films."""
    said = [node.text for node in root.select("title, h1")[:4]]
    url = urlsplit(address.url or address.base or "")
    return any(_FILM_WORD.search(text[:300]) for text in (*said, url.hostname or "", unquote(url.path)))


_OF_A_PERSON = frozenset({"profile", "person", "actor", "director", "video.person"})


def is_about_a_person(root: Node) -> bool:
    """Whether a page says by its og:type that it is about a person."""
    kind = root.first('meta[property="og:type"]')
    return kind is not None and (kind.attribute("content") or "").strip().lower() in _OF_A_PERSON
