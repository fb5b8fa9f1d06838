"""Links to a list's next page, and buttons that load more of it."""

import html as entities
import re

from moviescrape.parse.dom.document import Node
from moviescrape.parse.paging.links import PageLink, PageLinks
from moviescrape.parse.paging.paging_words import ARROW, LOAD_MORE_CLASS, NEXT_CLASS, read_phrase
from moviescrape.parse.paging.site_links import ListAddress

_TAG = re.compile(rb"<(?:link|a)\b[^<>]{0,2000}?\brel\s*=\s*[\"']?[^\"'<>]{0,60}?\bnext\b[^<>]{0,2000}>", re.IGNORECASE)
_HREF = re.compile(rb"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_URL_DATA = ("data-next-url", "data-next-page-url", "data-next-href", "data-next", "hx-get", "data-url", "data-href")


def next_by_relation(root: Node, address: ListAddress) -> str | None:
    """Return where `rel="next"` leads, whatever the path: a link in the head or a link of the page.

    Blogs link so from one article to the next, under its title: what says anything but "next" must lead to a page of this list.
    """
    for node in root.select("link[rel][href], a[rel][href]"):
        if "next" in (node.attribute("rel") or "").lower().split() and (url := address.resolve(node.attribute("href"))):
            said = node.attribute("title") if node.tag == "link" else node.text
            if not said or not _is_title(said) or address.is_page_of_list(url):
                return url
    return None


def next_by_relation_in_bytes(html: bytes, address: ListAddress) -> str | None:
    """Return where `rel="next"` leads, without a tree.

    >>> here = "https://films.example/top"
    >>> next_by_relation_in_bytes(b'<link rel="next" href="/top?page=2">', ListAddress(here, here, here))
    'https://films.example/top?page=2'
    """
    for tag in _TAG.finditer(html):
        href = _HREF.search(tag[0])
        raw = next((part for part in href.groups() if part is not None), b"") if href else b""
        if url := address.resolve(entities.unescape(raw.decode("utf-8", "replace"))):
            return url
    return None


def next_by_words(links: PageLinks, address: ListAddress) -> str | None:
    """Return where a link leads that says "Next", in its text, label or title."""
    for link in links:
        if link.url and any(phrase.is_next for phrase in link.phrases) and address.is_near(link.url) and not link.is_off:
            return link.url
    return None


def next_by_more(links: PageLinks, address: ListAddress) -> str | None:
    """Return where a link or button leads that loads more of the list: its href, or the address in its data.

    "More" alone leads to anything: it must be a page of this list.
    """
    for link in links:
        if not any(phrase.is_more for phrase in link.phrases):
            continue
        addresses = (link.url, *(address.resolve(link.node.attribute(name)) for name in _URL_DATA))
        for url in filter(None, addresses):
            if (address.is_page_of_list(url) or (_loads_more(link) and address.is_near(url))) and not link.is_off:
                return url
    return None


def next_by_looks(links: PageLinks, address: ListAddress) -> str | None:
    """Return where a link leads that is an arrow, or has a class for it."""
    for link in links:
        if not link.url or not address.is_near(link.url):
            continue
        is_arrow = any(map(ARROW.fullmatch, link.said))
        has_class = NEXT_CLASS.search(link.classes) and not any(said.isdecimal() for said in link.said)
        if (is_arrow or has_class) and not link.is_off:
            return link.url
    return None


def button_for_more(links: PageLinks) -> str | None:
    """Return what a button without a link says that loads more of the list; None without one.

    "Show more" alone may unfold a text: it counts once a page, behind the list's last movie.
    """
    buttons = [link for link in links if link.is_button and any(phrase.is_more for phrase in link.phrases) and not link.is_off]
    if sure := next((link for link in buttons if _loads_more(link)), None):
        return sure.said[0]
    last = links.last_movie() if buttons else None
    behind = [link for link in buttons if last is not None and link.place > last]
    return behind[0].said[0] if len(behind) == 1 else None


def _loads_more(link: PageLink) -> bool:
    """Return whether its words, or its class and its words, say that it loads more of a list."""
    by_class = LOAD_MORE_CLASS.search(link.classes) and any(phrase.is_more for phrase in link.phrases)
    return bool(by_class) or any(phrase.loads_more for phrase in link.phrases)


def _is_title(said: str) -> bool:
    """Return whether a text is neither a word for the next page nor a number, nor has an arrow."""
    return not (read_phrase(said).is_next or said.strip().isdecimal() or ARROW.search(said))
