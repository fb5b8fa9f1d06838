"""Find where a page is from, by its own bytes: canonical link, og:url, the comment a browser saved it with, its base."""

import html as entities
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

import msgspec

from moviescrape.pages.page import Page
from moviescrape.pages.web_address import web_address
from moviescrape.parse.dom.lenient_json import decode_as
from moviescrape.parse.dom.scripts import find_scripts
from moviescrape.parse.model import PageAddress
from moviescrape.parse.sites import SITES
from moviescrape.parse.sites.site import Site
from moviescrape.parse.values.urls import absolute_url, stated_url

_TAG = re.compile(rb"<(?:link|meta|base)\b([^<>]{0,4000}+)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"(?<![\w:-])([a-zA-Z:_-]{1,40}+)\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_SAVED = re.compile(rb"<!--[^>]{0,200}?(?:saved from url=\(\d+\)|url:\s*)(https?://[^\s>]+)")
_SAVED_SPAN = 4096
_MAX_TAG = 4_000


def find_address(page: Page, html: bytes) -> PageAddress:
    """Return the page's canonical address and the base of its links.

    A page that was fetched has its links resolved against the address that answered (RFC 3986 5.1.3), unless it says
    another base (HTML 4.2.3); a saved one against what it says of itself.
    """
    own = web_address(page.url)
    canonical = stated_url(own, _stated(html, _CANONICAL)) or stated_url(own, _stated(html, _OG_URL))
    saved = _SAVED.search(html[:_SAVED_SPAN])
    answered = own or (web_address(saved[1].decode("latin-1")) if saved else None)
    url, base = canonical or answered, answered or canonical
    head = html.find(b"<body")
    return PageAddress(url, absolute_url(base, _stated(html[:head] if head >= 0 else html, _BASE)) or base)


class _Statement(NamedTuple):
    """A tag that states an address: it holds `mark`, one of `names` says `value`, and the address stands in `holder`."""

    mark: bytes
    names: tuple[bytes, ...]
    value: bytes
    holder: bytes


_CANONICAL = _Statement(b"canonical", (b"rel",), b"canonical", b"href")
_OG_URL = _Statement(b"og:url", (b"property", b"name"), b"og:url", b"content")
_BASE = _Statement(b"<base", (), b"", b"href")


def _stated(html: bytes, statement: _Statement) -> str | None:
    """Return the first address that the page states so. Found by bytes: a pattern tried at each tag takes 0.5 ms a MB."""
    at = html.find(statement.mark)
    while at >= 0:
        start = html.rfind(b"<", max(0, at - _MAX_TAG), at + 1)
        tag = _TAG.match(html, start) if start >= 0 else None
        attributes = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(tag[1])} if tag and tag.end() > at else {}
        says = not statement.names or any(
            statement.value in attributes.get(name, b"").lower().split() for name in statement.names
        )
        if says and (address := _plain(attributes.get(statement.holder, b""))):
            return address
        at = html.find(statement.mark, at + 1)
    return None


def _plain(value: bytes) -> str:
    return entities.unescape(value.decode("utf-8", "replace")).strip()


_HEAD_SPAN = 200_000
_TITLE = re.compile(rb"<title\b[^<>]{0,1000}>([^<]{0,1000})</title", re.IGNORECASE)
_META = re.compile(rb"<meta\b([^<>]{0,1000}og:site_name[^<>]{0,1000})>", re.IGNORECASE)
_CONTENT = re.compile(rb"""\bcontent\s*=\s*["']?([^"'<>]{1,100})""", re.IGNORECASE)


def recognise(html: bytes, sites: tuple[Site, ...] = SITES) -> Site | None:
    """Return the one of `sites` that a page names itself after in its og:site_name or title, if it also leads there."""
    said = [text for text in _names(html[:_HEAD_SPAN]) if text]
    return next((site for site in sites if _is_named(site, said) and any(host.encode() in html for host in site.hosts)), None)


def implied_address(html: bytes, site: Site) -> PageAddress:
    """Return the address of a page of `site` that states none: by the route that it was drawn for, else the links' base alone."""
    route = _route(html)
    url = f"{site.origin}{route}" if route and site.origin else None
    return PageAddress(url, url or (f"{site.origin}/" if site.origin else None))


def _names(head: bytes) -> list[str]:
    meta = _META.search(head)
    content = _CONTENT.search(meta[1]) if meta else None
    title = _TITLE.search(head)
    texts = [found[1].decode("utf-8", "replace") for found in (content, title) if found]
    return [" ".join(entities.unescape(text).split()).casefold() for text in texts]


def _is_named(site: Site, said: list[str]) -> bool:
    """Whether a text is the site's name, or ends in it behind a mark: "Heat (1995) - IMDb"."""
    return any(
        text == name or re.search(rf"[-–—|•·:»]\s*{re.escape(name)}$", text)
        for text in said
        for name in (own.casefold() for own in (site.name, *site.names))
    )


class _DrawnPage(msgspec.Struct):
    page: str | None = None
    query: dict[str, object] | None = None


_PARAMETER = re.compile(r"\[{1,2}(?:\.\.\.)?(\w{1,100})\]{1,2}")


def _route(html: bytes) -> str | None:
    """Return the path that a page made with Next.js was drawn for: `/title/[tconst]` with the query's `tconst` in it."""
    script = next(find_scripts(html, b"__NEXT_DATA__"), None)
    drawn = decode_as(_DrawnPage, script.content) if script else None
    if drawn is None:
        return None
    query = drawn.query or {}
    path = _PARAMETER.sub(lambda found: quote(str(query.get(found[1], found[1]))), drawn.page or "")
    return path if path.startswith("/") else None


_HREF = re.compile(rb"""\bhref\s*=\s*["']?([^"'<>\s]{1,500})""", re.IGNORECASE)
_MAX_LINKS = 3_000
_MIN_PAGES = 3
"""So many pages of one movie (its own, cast, reviews) its page links to; a list links to one or two of each."""


def count_linked_movies(html: bytes, site: Site, base: str | None) -> int:
    """Count the different movies of `site` to whose own pages a page links."""
    return len({movie for url in _linked_urls(html, base) if (movie := site.movie_address(url))})


def _linked_urls(html: bytes, base: str | None) -> Iterator[str | None]:
    for link in list(dict.fromkeys(_HREF.findall(html)))[:_MAX_LINKS]:
        yield absolute_url(base, entities.unescape(link.decode("utf-8", "replace")))


def own_movie(html: bytes, site: Site, base: str | None) -> str | None:
    """Return the canonical URL of the movie to most of whose pages a page of `site` links; None where that is unclear."""
    pages: dict[str, set[str]] = defaultdict(set)
    for url in _linked_urls(html, base):
        path = re.split(r"[?#]", url)[0].rstrip("/") if url else ""
        around = path.rpartition("/")[0]
        if movie := site.movie_address(url) or site.movie_address(f"{around}/") or site.movie_address(around):
            pages[movie].add(path)
    counts = sorted(map(len, pages.values()), reverse=True)[:2]
    clear = counts and counts[0] >= _MIN_PAGES and counts[1:] != counts[:1]
    return max(pages, key=lambda movie: len(pages[movie])) if clear else None
