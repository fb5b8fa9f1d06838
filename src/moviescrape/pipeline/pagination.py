"""How far a list is followed: its next pages, the limits, and lists that never end."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple
from urllib.parse import urldefrag

from moviescrape.movie import Movie
from moviescrape.parse import ParsedPage
from moviescrape.pipeline.results import PageResult

UNDECLARED_PAGES = 1_000
"""Followed of a list that doesn't say how long it is, unless the user names a number."""
SPARE_PAGES = 10
"""Beyond what a declared total needs: some lists show fewer on some pages."""


class Limits(NamedTuple):
    """What the user asked for at most: list pages of each list, and rows of the table. None is no limit."""

    max_pages: int | None = None
    max_movies: int | None = None


NO_LIMITS = Limits()


class ListEnd(Enum):
    """Why a list was not followed further."""

    LAST_PAGE = "no next page"
    LIMIT = "the user's limit"
    ENDLESS = "more pages than a list can have"
    LOOP = "a next link to a page that was read already"
    REPEATED = "a page of movies that were all read already"


@dataclass(slots=True)
class ListProgress:
    """How far one list was followed. Call `next_url` after each page; when it returns None, `end` says why.

    `read` counts movies as the pages show them, duplicates included, but for a page that only repeats. `declared` is how many
    the list says it has from its first page on.
    """

    max_pages: int | None = None
    pages: int = 0
    read: int = 0
    declared: int | None = None
    end: ListEnd | None = None
    goes_on: str | None = None
    """What shows that the list goes on behind the last page read, in words."""
    _first_page: int = 1
    _last_page: int = 0
    _new_pages: int = 0
    _addresses: set[str] = field(default_factory=set)
    _movies: set[int] = field(default_factory=set)

    def next_url(self, result: PageResult) -> str | None:
        """Note a list page that has movies, and return the address of the page to get after it, None at the end."""
        parsed = result.parsed
        assert parsed is not None  # noqa: S101 - there are movies
        if self.pages == 0:
            self._first_page = parsed.page_number or 1
        if self.declared is None and parsed.declared_total is not None:
            self.declared = _declared_from_here(parsed)
        self._last_page = max(self._last_page, parsed.last_page or 0)
        repeated = self._note(result)
        self.end = self._reason_to_end(parsed, repeated=repeated)
        self.goes_on = self._what_is_left(parsed)
        return None if self.end else parsed.next_url

    def end_at_empty_page(self) -> None:
        """Note that the next page had no movies: the list has ended, if it doesn't name more pages."""
        self.end = ListEnd.LAST_PAGE
        self.goes_on = self._unread_pages()

    def _note(self, result: PageResult) -> bool:
        """Note a page's addresses and movies; True where none of its movies is new."""
        self.pages += 1
        asked, answered = (result.page.asked_url, result.page.url) if result.page else (None, None)
        self._addresses.update(urldefrag(address).url for address in (result.where, asked, answered) if address)
        movies = {hash(movie.url or (movie.title, movie.year)) for movie in result.movies}
        repeated = movies <= self._movies
        self._movies |= movies
        if not repeated:
            self.read += len(result.movies)
            self._new_pages += 1
        return repeated

    def _reason_to_end(self, parsed: ParsedPage, *, repeated: bool) -> ListEnd | None:
        if repeated:
            return ListEnd.REPEATED
        at_limit = self.max_pages is not None and self.pages >= self.max_pages
        if parsed.next_url is None:
            return ListEnd.LIMIT if at_limit and parsed.goes_on else ListEnd.LAST_PAGE
        if urldefrag(parsed.next_url).url in self._addresses:
            return ListEnd.LOOP
        if self.max_pages is not None:
            return ListEnd.LIMIT if at_limit else None
        return ListEnd.ENDLESS if self.pages >= most_pages(self.declared, len(parsed.movies)) else None

    def _what_is_left(self, parsed: ParsedPage) -> str | None:
        """Return what shows that the list has more than was read, where it ended by itself."""
        if self.declared is not None and self.read >= self.declared:
            return None
        if self.end is ListEnd.LAST_PAGE:
            return parsed.goes_on
        return self._unread_pages() if self.end in (ListEnd.LOOP, ListEnd.REPEATED) else None

    def _unread_pages(self) -> str | None:
        """Return how far the list was read, where it names more pages."""
        last_read = self._first_page + self._new_pages - 1
        return f"page {last_read} of {self._last_page}" if last_read < self._last_page else None


def _declared_from_here(parsed: ParsedPage) -> int | None:
    """Return how many movies the list declares from this page on; None where it was entered midway, nobody knows where."""
    before = first_place(parsed.movies)
    if before == 0 and (parsed.page_number or 1) > 1:
        return None
    return max((parsed.declared_total or 0) - before, 0)


def most_pages(declared: int | None, movies_a_page: int) -> int:
    """Return how many pages a list may have before it counts as endless: twice what it declares, as pages may be short.

    >>> most_pages(1_234, 50), most_pages(None, 50)
    (60, 1000)
    """
    if not declared or not movies_a_page:
        return UNDECLARED_PAGES
    return 2 * math.ceil(declared / movies_a_page) + SPARE_PAGES


def first_place(movies: Sequence[Movie]) -> int:
    """Return how many movies a list has before this page, told by the ranks, where it shows any: it may be entered midway.

    >>> first_place([Movie("Heat", rank=51), Movie("Alien", rank=52)])
    50
    """
    ranks = [movie.rank for movie in movies if movie.rank]
    return min(ranks) - 1 if len(ranks) == len(movies) and ranks else 0
