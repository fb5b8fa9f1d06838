"""How far a list is followed: its next pages, the limits, and lists that never end."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple
from urllib.parse import urldefrag

from moviescrape.movie import Movie

UNDECLARED_PAGES = 1_000
"""Followed of a list that doesn't say how long it is, unless the user names a number."""
SPARE_PAGES = 10
"""Beyond what a declared total needs: some lists show fewer on some pages."""


class Limits(NamedTuple):
    """What the user asked for at most: list pages of each list, and rows of the table. None is no limit."""

    max_pages: int | None = None
    max_movies: int | None = None


class Stop(Enum):
    """Why a list was not followed further."""

    END = "no next page"
    LIMIT = "the user's limit"
    ENDLESS = "more pages than a list can have"
    LOOP = "a next link to a page that was read already"
    REPEATED = "a page of movies that were all read already"


class ListPageSeen(NamedTuple):
    """What following needs to know of a list page: the addresses that led to it and where it leads, both absolute."""

    addresses: tuple[str, ...]
    movies: Sequence[Movie]
    next_url: str | None = None
    declared_total: int | None = None


NO_LIMITS = Limits()


@dataclass(slots=True)
class ListProgress:
    """The way through one list. `step` after each page; when it returns None, `stop` says why.

    `read` counts movies as the pages show them, duplicates included, but for a page that only repeats.
    """

    max_pages: int | None = None
    pages: int = 0
    read: int = 0
    declared: int | None = None
    stop: Stop | None = None
    _addresses: set[str] = field(default_factory=set)
    _movies: set[int] = field(default_factory=set)

    def step(self, page: ListPageSeen) -> str | None:
        """Return the address of the next page to get, None at the end.

        >>> trail = ListProgress()
        >>> trail.step(ListPageSeen(("https://a.example/1",), [Movie("Metropolis")], "https://a.example/2"))
        'https://a.example/2'
        >>> trail.step(ListPageSeen(("https://a.example/2",), [Movie("Metropolis")], "https://a.example/3")), trail.stop
        (None, <Stop.REPEATED: 'a page of movies that were all read already'>)
        """
        if self.declared is None and page.declared_total is not None:
            self.declared = max(page.declared_total - movies_before(page.movies), 0)
        repeated = self._remember(page)
        if not repeated:
            self.read += len(page.movies)
        self.stop = self._reason_to_stop(page, repeated)
        return None if self.stop else page.next_url

    def _remember(self, page: ListPageSeen) -> bool:
        """Note a page's addresses and movies; True where none of its movies is new."""
        self.pages += 1
        self._addresses.update(urldefrag(address).url for address in page.addresses)
        movies = {hash(movie.url or (movie.title, movie.year)) for movie in page.movies}
        repeated = bool(movies) and movies <= self._movies
        self._movies |= movies
        return repeated

    def _reason_to_stop(self, page: ListPageSeen, repeated: bool) -> Stop | None:
        if repeated:
            return Stop.REPEATED
        if page.next_url is None:
            return Stop.END
        if urldefrag(page.next_url).url in self._addresses:
            return Stop.LOOP
        if self.max_pages is not None:
            return Stop.LIMIT if self.pages >= self.max_pages else None
        return Stop.ENDLESS if self.pages >= most_pages(self.declared, len(page.movies)) else None


def most_pages(declared: int | None, movies_a_page: int) -> int:
    """How many pages a list may have before it counts as endless; twice what it declares, as pages may be short.

    >>> most_pages(1_234, 50), most_pages(None, 50)
    (60, 1000)
    """
    if not declared or not movies_a_page:
        return UNDECLARED_PAGES
    return 2 * math.ceil(declared / movies_a_page) + SPARE_PAGES


def movies_before(movies: Sequence[Movie]) -> int:
    """How many movies the list has before this page, told by the ranks, where it shows any: a list may be entered midway."""
    ranks = [movie.rank for movie in movies if movie.rank]
    return min(ranks) - 1 if len(ranks) == len(movies) and ranks else 0
