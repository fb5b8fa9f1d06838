"""Everything that a list page says of the rest of its list."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from moviescrape.parse.dom.document import Document, Node
from moviescrape.parse.paging.declared_totals import Declared, find_declared
from moviescrape.parse.paging.link_header import next_in_header
from moviescrape.parse.paging.links import PageLink, read_links
from moviescrape.parse.paging.next_links import (
    button_for_more,
    next_by_looks,
    next_by_more,
    next_by_relation,
    next_by_relation_in_bytes,
    next_by_words,
)
from moviescrape.parse.paging.page_numbers import PageNumbers, find_page_numbers
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
    if document.is_parsed or (next_url is None and _MAY_GO_ON.search(document.html)):
        return _from_tree(document.root, address, shown, next_url) if document.root else _followed(next_url, address)
    return _followed(next_url or next_by_relation_in_bytes(document.html, address), address)


def _from_tree(root: Node, address: ListAddress, shown: int, next_url: str | None) -> Paging:
    links = read_links(root, address)
    numbers = find_page_numbers(root, links, address)
    next_url = next_url or _next_in_tree(root, links, address, numbers)
    paging = _followed(next_url, address)
    return Paging(
        paging.next_url,
        numbers.page,
        numbers.last,
        paging.goes_on or (None if next_url else _sign_of_more(links, numbers)),
        find_declared(root, shown),
    )


def _next_in_tree(root: Node, links: Sequence[PageLink], address: ListAddress, numbers: PageNumbers) -> str | None:
    """Return where a link leads to the next page, the surest first."""
    return (
        next_by_relation(root, address)
        or next_by_words(links, address)
        or numbers.next_url
        or next_by_more(links, address)
        or next_by_looks(links, address)
    )


def _sign_of_more(links: Sequence[PageLink], numbers: PageNumbers) -> str | None:
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
    return Paging(next_url)
