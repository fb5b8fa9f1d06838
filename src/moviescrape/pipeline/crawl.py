"""The pages of a site: lists, their next pages, and the movies' own pages, in a fixed order, whatever comes back first."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Self

from moviescrape.movie import Movie
from moviescrape.pages.frontier import Frontier, Place
from moviescrape.pages.page import PageRequest
from moviescrape.pipeline.crawl_ahead import CrawlAhead
from moviescrape.pipeline.followed_list import FollowedList
from moviescrape.pipeline.pagination import NO_LIMITS, Limits
from moviescrape.pipeline.reading import PageFetcher, PageReading
from moviescrape.pipeline.results import ListedMovie, PageParser, PageResult

OWN_PAGES_AHEAD = 24
"""Movies' own pages asked for, in the order of the table, before the first of them is waited for."""


class Crawl:
    """Gives pages in the order in which they are wanted, while others are fetched ahead as each host allows.

    With a limit on movies nothing is fetched ahead but what the table is sure to need, so that nothing is fetched in vain.
    """

    def __init__(
        self,
        fetcher: PageFetcher,
        parser: PageParser,
        frontier: Frontier,
        limits: Limits = NO_LIMITS,
        wants: Callable[[ListedMovie], bool] | None = None,
    ) -> None:
        """Take `wants`, which says whether a listed movie's own page will be needed; None: no movie's is."""
        self._max_pages = limits.max_pages
        self._reading = PageReading(fetcher, parser, frontier)
        may_run_ahead = limits.max_movies is None
        self._ahead = CrawlAhead(self._reading, frontier, limits.max_pages, wants) if may_run_ahead else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._reading.close()

    def begin(self, starts: Iterable[str] = (), own_pages: Iterable[PageRequest] = ()) -> None:
        """Begin with the lists and movies' own pages that will be wanted."""
        if self._ahead:
            self._ahead.follow(starts)
            self._ahead.want(own_pages)

    def read_one(self) -> Place:
        """Wait for one of the pages that were asked for, ask for what follows from it, and return its place."""
        came = self._reading.read_next()
        if self._ahead:
            self._ahead.go_on(came)
        return came

    def open_list(self, start: str) -> FollowedList:
        """Return a list to be followed."""
        return FollowedList.begin(start, self._max_pages)

    def follow(self, followed: FollowedList) -> Iterator[PageResult]:
        """Yield the pages of a list, to its end."""
        while followed.next:
            result = self._wait_for(followed.place, followed.next, followed.before)
            if followed.add(result):
                yield result

    def details(self, listed: Iterable[ListedMovie]) -> Iterator[tuple[Movie, PageResult | None]]:
        """Yield each movie, in order, with its own page (None where the list doesn't link to it)."""
        waiting: deque[ListedMovie] = deque()
        for each in listed:
            if each.own_page and self._reading.result(Place(each.own_page.url)) is None:
                self._reading.ask(Place(each.own_page.url), each.own_page)
            waiting.append(each)
            if len(waiting) > OWN_PAGES_AHEAD:
                yield self._detail(waiting.popleft())
        while waiting:
            yield self._detail(waiting.popleft())

    def _detail(self, listed: ListedMovie) -> tuple[Movie, PageResult | None]:
        page = listed.own_page
        return listed.movie, self._wait_for(Place(page.url), page) if page else None

    def _wait_for(self, place: Place, request: PageRequest, before: PageResult | None = None) -> PageResult:
        """Return what a page gave, once it has come and was read; meanwhile others are."""
        result = self._reading.result(place)
        while result is None:
            self._reading.ask(place, request, before)
            if self.read_one() == place:
                result = self._reading.result(place)
        return result
