"""Which links stay within a list, seen from the address that was fetched."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from moviescrape.parse.values.urls import absolute_url, canonical_url, same_page, web_origin

NOWHERE = "https://nowhere.invalid/"
"""Where links lead on a page that says nothing of its address (RFC 2606): they show that there are pages, and not where."""


class ListAddress(NamedTuple):
    """Where a list page is: `here` was fetched (of a saved page: what it says of itself), `base` resolves its links, and `own`
    is what it calls itself, which a mirror copies from elsewhere."""

    here: str | None
    base: str | None
    own: str | None
    movies: Collection[str] = frozenset()
    """Canonical addresses of the movies that the page lists: no pages of the list."""

    def resolve(self, link: str | None) -> str | None:
        """Return the address that a link leads to, on the host that was fetched.

        None where it leads nowhere, to the page itself, or to the same page of another date: a calendar has no end.
        """
        link = (link or "").strip()
        url = self.on_fetched_host(absolute_url(self.base or NOWHERE, link)) if link and not link.startswith("#") else None
        if url is None or (self.here and (_is_same(url, self.here) or _dates(url) != _dates(self.here))):
            return None
        return url

    def leads_to_movie(self, link: str | None) -> bool:
        """Return whether a link leads to one of the page's movies."""
        return bool(link and self.movies) and canonical_url(absolute_url(self.base, link)) in self.movies

    def on_fetched_host(self, url: str | None) -> str | None:
        """Return `url` on the host that was fetched, where it lies on the one that the page calls its own: pages of a mirror.

        >>> address = ListAddress("http://127.0.0.1:8000/top", "http://127.0.0.1:8000/top", "https://films.example/top")
        >>> address.on_fetched_host("https://films.example/top?page=2")
        'http://127.0.0.1:8000/top?page=2'
        """
        own, fetched = web_origin(self.own), web_origin(self.here)
        if url is None or own is None or fetched is None or web_origin(url) != own or is_same_site(own, fetched):
            return url
        return fetched + url[len(own) :]

    def is_on_site(self, url: str) -> bool:
        """Return whether `url` is of the site that was fetched, whatever the form of its host."""
        return self.here is None or is_same_site(url, self.here)

    def is_page_of_list(self, url: str) -> bool:
        """Return whether `url` is the page's own address but for its query, or for a page's number in its path."""
        return self.here is not None and self.is_on_site(url) and _unnumbered(url) == _unnumbered(self.here)

    def is_near(self, url: str) -> bool:
        """Return whether `url` is of the same site and the same folder, or another page of the same name: the arrows of a slide
        show lead elsewhere."""
        if self.here is None or not self.is_on_site(url):
            return self.here is None
        here, there = _folders(self.here), _folders(url)
        return not here or here[:1] == there[:1] or self.is_page_of_list(url)


_OFFSET = re.compile(r"[?&]from=\d")
_DATE = re.compile(r"(?<![\d.])(?:19|20)\d\d(?:[-/.]\d{1,2}){0,2}(?!\d)")
_DATE_PARAMETER = re.compile(r"[?&](?:date|day|month|year|week|datum|tag|jahr|fecha|data|dia|mes)[a-z_]*=([^&#]+)", re.IGNORECASE)


@lru_cache(maxsize=16)
def _canonical(url: str) -> str | None:
    return canonical_url(url)


def _is_same(url: str, here: str) -> bool:
    """Return whether two addresses are of one page, whatever their tracking queries; `from=50` may be a page of a list."""
    return same_page(url, here) or (not _OFFSET.search(url) and same_page(canonical_url(url), _canonical(here)))


def _dates(url: str) -> set[str]:
    """Return the dates and years that a path names, and those in a query's parameters of a date's name."""
    return {*_DATE.findall(urlsplit(url).path), *_DATE_PARAMETER.findall(url)}


def is_same_site(one: str, other: str) -> bool:
    """Return whether two addresses are of one site: the same host and port, but for `www.` and the like.

    >>> is_same_site("https://www.films.example/top", "http://films.example/")
    True
    """
    return _site(one) == _site(other)


@lru_cache(maxsize=64)
def _site(url: str) -> tuple[str, int | None]:
    parts = urlsplit(url)
    host = re.sub(r"^(?:www|m|mobile)\.", "", (parts.hostname or "").lower())
    return host, None if parts.port in (80, 443) else parts.port


def _folders(url: str) -> list[str]:
    return [part for part in urlsplit(url).path.split("/") if part]


_PAGE_NUMBER = re.compile(
    r"(?:[-_./](?:page|pag|pagina|p|seite|strana|sida|side|sayfa|oldal))?[-_./]?(?<!\d)\d{1,9}(?=$|[./])", re.IGNORECASE
)


def _unnumbered(url: str) -> str:
    """Return a path without the numbers of pages: `/top_2.html` and `/top.html`, `/list/page/2/` and `/list/` are of one list."""
    return _PAGE_NUMBER.sub("", urlsplit(url).path).rstrip("/")
