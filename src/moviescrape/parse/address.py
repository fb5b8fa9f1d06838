"""Where a page is from, by its own bytes: canonical link, og:url, the comment a browser saved it with, its base."""

import html as entities
import re
from collections.abc import Iterator

from moviescrape.page import Page
from moviescrape.parse.site import PageAddress
from moviescrape.parse.values.urls import join_url

_TAGS = re.compile(rb"<(link|meta|base)\b([^>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"([a-zA-Z:_-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_SAVED = re.compile(rb"<!--[^>]{0,200}?(?:saved from url=\(\d+\)|url:\s*)(https?://[^\s>]+)")
_SAVED_SPAN = 4096


def find_address(page: Page, html: bytes) -> PageAddress:
    """The page's canonical address and the base of its links.

    A page that was fetched has its links resolved against the address that answered (RFC 3986 5.1.3), unless it says
    another base (HTML 4.2.3); a saved one against what it says of itself.
    """
    said = dict(_stated(html))
    canonical = join_url(page.url, said.get("canonical")) or join_url(page.url, said.get("og:url"))
    saved = _SAVED.search(html[:_SAVED_SPAN])
    url = canonical or page.url or (saved[1].decode("latin-1") if saved else None)
    base = page.url or (join_url(None, saved[1].decode("latin-1")) if saved else None) or canonical
    return PageAddress(url, join_url(base, said.get("base")) or base)


def _stated(html: bytes) -> Iterator[tuple[str, str]]:
    """(`canonical` | `og:url` | `base`, address) of the page's head, the last first so that the first one wins in a dict."""
    stated: list[tuple[str, str]] = []
    for found in _TAGS.finditer(html):
        attributes = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(found[2])}
        if b"canonical" in attributes.get(b"rel", b"").lower().split():
            stated.append(("canonical", _plain(attributes.get(b"href", b""))))
        elif b"og:url" in (attributes.get(b"property"), attributes.get(b"name")):
            stated.append(("og:url", _plain(attributes.get(b"content", b""))))
        elif found[1].lower() == b"base" and b"href" in attributes:
            stated.append(("base", _plain(attributes[b"href"])))
    return reversed([(name, address) for name, address in stated if address])


def _plain(value: bytes) -> str:
    return entities.unescape(value.decode("utf-8", "replace")).strip()
