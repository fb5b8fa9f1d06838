"""A list's last page, which may show too few movies to be known as a list by itself."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from moviescrape.movie import Movie
from moviescrape.pages.page import Page
from moviescrape.parse.decode import decode_page
from moviescrape.parse.dom.joined import join_documents
from moviescrape.parse.model import PageKind, ParsedPage
from moviescrape.parse.parser import parse_page
from moviescrape.parse.sites import SITES
from moviescrape.parse.sites.site import Site


def parse_continuation(
    page: Page,
    before: Page,
    listed: Sequence[Movie],
    columns: Collection[str] | None = None,
    sites: tuple[Site, ...] = SITES,
) -> ParsedPage | None:
    """Return what `page` lists, read together with the page `before` it, which `listed` these movies; else None.

    Two cards alone may be anything. In front of fifty of the same form they are movies: so both pages are read as one, and what
    comes before the movies of the page `before` is the page's own.
    """
    parsed = parse_page(_joined(page, before), columns, sites)
    own = len(parsed.movies) - len(listed)
    if parsed.kind is not PageKind.LIST or own < 1 or _titles(parsed.movies[own:]) != _titles(listed):
        return None
    return replace(parsed, movies=parsed.movies[:own], detail_urls=parsed.detail_urls[:own], declared_here=None, problem=None)


def _titles(movies: Sequence[Movie]) -> list[str]:
    return [movie.title for movie in movies]


def _joined(page: Page, before: Page) -> Page:
    """Return `page` with the content of the page `before` it behind its own."""
    return replace(page, body=join_documents(decode_page(page).body, decode_page(before).body))
