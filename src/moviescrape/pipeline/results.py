"""A page as the pipeline hands it on: what was read from it, or what is wrong with it."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple, Self

from moviescrape.errors import MoviescrapeError, NotAMoviePage, UnreadablePage
from moviescrape.movie import Movie
from moviescrape.pages.page import Page, PageRequest
from moviescrape.pages.record_counts import RecordCounts
from moviescrape.parse import PageKind, ParsedPage, parse_page
from moviescrape.parse.continuation import parse_continuation
from moviescrape.parse.sites import SITES
from moviescrape.parse.sites.site import Site


class PageResult(NamedTuple):
    """A page that was read, or what is wrong with it (`problem`), or both. `where` is its URL or file.

    The last result of an archive is no page: it counts the archive's `records`.
    """

    where: str
    page: Page | None = None
    parsed: ParsedPage | None = None
    problem: MoviescrapeError | None = None
    records: RecordCounts | None = None

    @property
    def movies(self) -> tuple[Movie, ...]:
        """Return the movies that the page shows, duplicates included."""
        return self.parsed.movies if self.parsed else ()

    @property
    def is_count(self) -> bool:
        """Return whether this is no page, but what records an archive held."""
        return self.records is not None

    def without_body(self) -> Self:
        """Leave out the page's bytes, which nobody needs any more once it is read."""
        page = self.page
        return self._replace(page=Page(b"", page.url, page.asked_url, page.status, name=page.name)) if page else self


@dataclass(frozen=True, slots=True)
class PageParser:
    """Parses pages of `sites` for a table of some `columns` (None is all) with the function `read`."""

    columns: Collection[str] | None = None
    read: Callable[[Page, Collection[str] | None, tuple[Site, ...]], ParsedPage] = parse_page
    sites: tuple[Site, ...] = SITES

    def parse(self, page: Page, where: str | None = None) -> PageResult:
        """Parse a page that is named `where`. A bug of ours on one page is that page's problem, and must not lose the others."""
        return self._guarded(page, where or page.source, lambda: self.read(page, self.columns, self.sites))

    def parse_next(self, page: Page, where: str, before: PageResult, load_before: Callable[[], Page | None]) -> PageResult:
        """Parse a page that follows a page `before` it in one list.

        Too few movies to be known by themselves are read as those before them: for that `load_before` brings the page before
        with its bytes. A movie's own page is a problem: the link led out of the list.
        """
        result = self._guarded(page, where, lambda: self._read_next(page, before, load_before))
        if result.parsed and result.parsed.kind is PageKind.TITLE:
            what, remedy = "a movie's page in place of the list's next page", "see what it is in a browser"
            return PageResult(where, page, problem=NotAMoviePage(what, where=where, remedy=remedy))
        return result

    def _read_next(self, page: Page, before: PageResult, load_before: Callable[[], Page | None]) -> ParsedPage:
        alone = self.read(page, self.columns, self.sites)
        page_before = load_before() if _may_continue(alone, before) else None
        if page_before is None:
            return alone
        continued = parse_continuation(page, page_before, before.movies, self.columns, self.sites)
        return continued if continued and continued.movies != alone.movies else alone

    def _guarded(self, page: Page, where: str, read: Callable[[], ParsedPage]) -> PageResult:
        try:
            parsed = read()
        except Exception as bug:
            what = f"reading it failed ({type(bug).__name__}: {bug}), which is a bug of moviescrape"
            return PageResult(where, page, problem=UnreadablePage(what, where=where, remedy="report the page"))
        return PageResult(where, page, parsed, parsed.problem)


def _may_continue(alone: ParsedPage, before: PageResult) -> bool:
    """Return whether a page of no known site shows less than a list: too few movies, or what may be beside them."""
    if before.parsed is None or before.parsed.site:
        return False
    is_less = alone.kind is PageKind.LIST and len(alone.movies) < len(before.movies)
    return is_less or alone.kind in (PageKind.OTHER, PageKind.TITLE)


class ListedMovie(NamedTuple):
    """A movie of a list, and the request for its own page, if the list links to it."""

    movie: Movie
    own_page: PageRequest | None = None


def listed_movies(result: PageResult) -> Iterator[ListedMovie]:
    """Yield the movies of a page with the pages to follow; a title page is its own and leads nowhere."""
    parsed, page = result.parsed, result.page
    if parsed is None or page is None:
        return
    links = parsed.detail_urls if parsed.kind is PageKind.LIST else ()
    for movie, url in zip_longest(parsed.movies, links):
        yield ListedMovie(movie, PageRequest(url, referer=page.url) if url else None)
