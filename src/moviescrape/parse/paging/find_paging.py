"""Everything that a list page says of the rest of its list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from moviescrape.parse.dom.document import Document, Node
from moviescrape.parse.paging.declared_totals import Declared, find_declared
from moviescrape.parse.paging.link_header import next_in_header
from moviescrape.parse.paging.links import PageLinks, read_links
from moviescrape.parse.paging.next_links import (
    button_for_more,
    next_by_looks,
    next_by_more,
    next_by_relation,
    next_by_relation_in_bytes,
    next_by_words,
)
from moviescrape.parse.paging.page_numbers import PageNumbers, find_page_numbers, page_before
from moviescrape.parse.paging.site_links import NOWHERE, ListAddress

_MAY_GO_ON = re.compile(rb"pag(?:e|ing|ination|er)\b|[?&](?:page|p|start|offset)=\d|load[ _-]?more", re.IGNORECASE)
"""A page read from its data alone that holds none of these is not searched for links: that would need its tree."""


@dataclass(frozen=True, slots=True)
class Paging:
    """Where a list page stands in its list.

    `next_url` is the next page's address, on the host that was fetched. `page` is the page's number and `last_page` the highest
    that it names. `goes_on` says in words what shows that the list goes on, where no link leads there.
    """

    next_url: str | None = None
    page: int | None = None
    last_page: int | None = None
    goes_on: str | None = None
    declared: Declared = field(default_factory=Declared)


def find_paging(document: Document, address: ListAddress, headers: Mapping[str, str], shown: int, known: str | None) -> Paging:
    """Return what the page says of the rest of its list, of which it shows `shown` movies.

    `known` is the next page as the site's own layout names it. The tree is built only where the bytes hint at more pages.
    """
    next_url = address.on_fetched_host(known) or address.resolve(next_in_header(headers))
    if next_url is None and (document.is_parsed or _MAY_GO_ON.search(document.html)):
        return _from_tree(document.root, address, shown) if document.root else Paging()
    return _followed(next_url or next_by_relation_in_bytes(document.html, address), address)


def _from_tree(root: Node, address: ListAddress, shown: int) -> Paging:
    links, lines = read_links(root, address), _lines_with_numbers(root)
    numbers = find_page_numbers(lines, links, address)
    next_url = _next_in_tree(root, links, address, numbers)
    paging = _followed(next_url, address)
    return Paging(
        paging.next_url,
        numbers.page or paging.page,
        numbers.last,
        paging.goes_on or (None if next_url else _sign_of_more(links, numbers)),
        find_declared(lines, shown),
    )


_MAX_NOTICE = 120
_TWO_NUMBERS = re.compile(r"\d\D+\d")


def _lines_with_numbers(root: Node) -> list[str]:
    """Return the short texts of the page that hold two numbers: "Page 1 of 9", "1-50 of 1,234"."""
    texts = (node.text for node in root.with_digits())
    return [text for text in dict.fromkeys(texts) if len(text) <= _MAX_NOTICE and _TWO_NUMBERS.search(text)]


def _next_in_tree(root: Node, links: PageLinks, address: ListAddress, numbers: PageNumbers) -> str | None:
    """Return where a link leads to the next page, the surest first."""
    return (
        next_by_relation(root, address)
        or next_by_words(links, address)
        or numbers.next_url
        or next_by_more(links, address)
        or next_by_looks(links, address)
    )


def _sign_of_more(links: PageLinks, numbers: PageNumbers) -> str | None:
    if numbers.page and numbers.last and numbers.page < numbers.last:
        return f"page {numbers.page} of {numbers.last}"
    button = button_for_more(links)
    return f'a button "{button}"' if button else None


def _followed(next_url: str | None, address: ListAddress) -> Paging:
    """Return the next page, or, where it can't be followed, that there is one: on another site, which nobody asked for, or of a
    page that doesn't say where it is from."""
    if next_url and next_url.startswith(NOWHERE):
        return Paging(goes_on="a link to the next page")
    if next_url and not address.is_on_site(next_url):
        return Paging(goes_on=f"its next page is on another site, {next_url}")
    return Paging(next_url, page_before(next_url, address.here) if next_url and address.here else None)
