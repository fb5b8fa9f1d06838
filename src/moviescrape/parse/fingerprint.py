"""Whose page it is where no address says so: by the name that the page gives itself, and the route in its own data."""

import html as entities
import re
from collections import defaultdict
from urllib.parse import quote

import msgspec

from moviescrape.parse.scripts import find_scripts
from moviescrape.parse.site import PageAddress, Site
from moviescrape.parse.sites import SITES
from moviescrape.parse.values.urls import join_url

_HEAD_SPAN = 200_000
_TITLE = re.compile(rb"<title\b[^<>]{0,1000}>([^<]{0,1000})</title", re.IGNORECASE)
_META = re.compile(rb"<meta\b([^<>]{0,1000}og:site_name[^<>]{0,1000})>", re.IGNORECASE)
_CONTENT = re.compile(rb"""\bcontent\s*=\s*["']?([^"'<>]{1,100})""", re.IGNORECASE)


def recognise(html: bytes) -> Site | None:
    """The site that a page names itself after in its og:site_name or title, if it also leads there."""
    said = [text for text in _names(html[:_HEAD_SPAN]) if text]
    return next((site for site in SITES if _is_named(site, said) and any(host.encode() in html for host in site.hosts)), None)


def implied_address(html: bytes, site: Site) -> PageAddress:
    """The address of a page of `site` that states none: from the route that it was drawn for, else only where its links lead."""
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


class _Drawn(msgspec.Struct):
    page: str | None = None
    query: dict[str, object] | None = None


_PARAMETER = re.compile(r"\[+(?:\.\.\.)?(\w+)\]+")


def _route(html: bytes) -> str | None:
    """The path that a page made with Next.js was drawn for: `/title/[tconst]` with the query's `tconst` in it."""
    script = next(find_scripts(html, b"__NEXT_DATA__"), None)
    try:
        drawn = msgspec.json.decode(script.content, type=_Drawn) if script else _Drawn()
    except (msgspec.DecodeError, RecursionError):
        return None
    query = drawn.query or {}
    path = _PARAMETER.sub(lambda found: quote(str(query.get(found[1], found[1]))), drawn.page or "")
    return path if path.startswith("/") else None


_HREF = re.compile(rb"""\bhref\s*=\s*["']?([^"'<>\s]{1,500})""", re.IGNORECASE)
_MOST_LINKS = 3_000
_FEWEST_PAGES = 3
"""So many pages of one movie (its own, cast, reviews) its page links to; a list links to one or two of each."""


def own_movie(html: bytes, site: Site, base: str | None) -> str | None:
    """The canonical URL of the movie to most of whose pages a page of `site` links; None where that is unclear."""
    pages: dict[str, set[str]] = defaultdict(set)
    for link in list(dict.fromkeys(_HREF.findall(html)))[:_MOST_LINKS]:
        url = join_url(base, entities.unescape(link.decode("utf-8", "replace")))
        path = re.split(r"[?#]", url)[0].rstrip("/") if url else ""
        around = path.rpartition("/")[0]
        if movie := site.movie_address(url) or site.movie_address(f"{around}/") or site.movie_address(around):
            pages[movie].add(path)
    counts = sorted(map(len, pages.values()), reverse=True)[:2]
    clear = counts and counts[0] >= _FEWEST_PAGES and counts[1:] != counts[:1]
    return max(pages, key=lambda movie: len(pages[movie])) if clear else None
