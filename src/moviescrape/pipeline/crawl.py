"""The pages of a site: lists, their next pages, and the movies' own pages, in a fixed order, whatever comes back first."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol
from urllib.parse import urlsplit

from moviescrape.errors import FetchError, NotAMoviePage
from moviescrape.movie import Movie
from moviescrape.pages.page import Page, PageRequest
from moviescrape.parse import PageKind
from moviescrape.pipeline.pagination import NO_LIMITS, Limits, ListProgress
from moviescrape.pipeline.results import ListedMovie, PageParser, PageResult

LISTS_A_HOST = 4
"""Followed at once on one host, so that its worker has something to do while a page is parsed."""
LISTS_AT_ONCE = 64
PAGES_AHEAD = 200
"""Held until it is their list's turn; beyond it only the list whose turn it is goes on. Keeps memory flat."""
DETAILS_AHEAD = 24
"""Movies' own pages asked for before the first of them is waited for."""


class PageFetcher(Protocol):
    """Whatever pages are asked of: `fetch.fetcher.Fetcher`, or a stand-in of a test."""

    def submit(self, request: PageRequest) -> Future[Page]:
        """Ask for a page. The future holds it or raises FetchError; so may this call, for a URL that can't be asked for."""
        ...


@dataclass(slots=True, eq=False)
class FollowedList:
    """A list on its way: the page to ask for next, the one asked for, and the results that wait for their turn."""

    start: str
    progress: ListProgress
    _next: PageRequest | None
    _asked: PageRequest | None = None
    _pending: Future[Page] | None = None
    _before: PageResult | None = None
    _results: deque[PageResult] = field(default_factory=deque)

    @property
    def host(self) -> str:
        """Return the host that the list begins on."""
        return urlsplit(self.start).netloc

    @property
    def goes_on(self) -> bool:
        """Return whether there is a page to ask for, or to wait for."""
        return bool(self._next or self._pending)

    @property
    def waiting(self) -> int:
        """Return how many pages were read and wait for their turn."""
        return len(self._results)

    @property
    def pending(self) -> Future[Page] | None:
        """Return the page that was asked for, if any."""
        return self._pending

    def ask(self, fetcher: PageFetcher) -> None:
        """Ask for the next page, if there is one."""
        if self._next:
            self._asked, self._next = self._next, None
            self._pending = submit(fetcher, self._asked)

    def read(self, parser: PageParser) -> None:
        """Parse the page if it has come, and decide where to go from it."""
        if self._pending is None or self._asked is None or not self._pending.done():
            return
        result = result_of(self._pending, self._asked.url, parser, self._before)
        self._pending = self._asked = None
        if result.parsed and result.parsed.kind is PageKind.EMPTY and self.progress.pages:
            self.progress.end_at_empty_page()  # some lists link from their last page to an empty one
            return
        if result.movies and result.page:
            self._before = result
            url = self.progress.next_url(result)
            self._next = PageRequest(url, referer=result.page.url) if url else None
        self._results.append(result)

    def take(self) -> PageResult:
        """Remove and return the first of the results that wait."""
        return self._results.popleft()


class Crawl:
    """Follows lists: those of different hosts advance at the same time.

    With a limit on movies one list is read after the other, so that nothing is fetched in vain.
    """

    def __init__(self, fetcher: PageFetcher, parser: PageParser, limits: Limits = NO_LIMITS) -> None:
        self._fetcher = fetcher
        self._parser = parser
        self._limits = limits
        self._open: dict[FollowedList, None] = {}
        self._closed: dict[str, dict[FollowedList, None]] = {}

    def add(self, start: str) -> FollowedList:
        """Return a list to be followed; it may be asked for as soon as another one is followed."""
        followed = FollowedList(start, ListProgress(self._limits.max_pages), PageRequest(start, typed=True))
        self._closed.setdefault(followed.host, {})[followed] = None
        return followed

    def follow(self, turn: FollowedList) -> Iterator[PageResult]:
        """Yield the pages of a list that was added, to its end."""
        self._open_list(turn)
        self._open_others()
        while turn.waiting or turn.goes_on:
            if turn.waiting:
                yield turn.take()
            else:
                self._advance(turn)
        del self._open[turn]

    def _open_list(self, followed: FollowedList) -> None:
        if followed not in self._open:
            closed = self._closed[followed.host]
            del closed[followed]
            if not closed:
                del self._closed[followed.host]
            self._open[followed] = None

    def _open_others(self) -> None:
        """Open lists to be asked for meanwhile, a few a host."""
        if self._limits.max_movies is not None:
            return
        for host, closed in list(self._closed.items()):
            room = min(LISTS_A_HOST - sum(each.host == host for each in self._open), LISTS_AT_ONCE - len(self._open))
            for followed in list(islice(closed, max(room, 0))):
                self._open_list(followed)

    def _advance(self, turn: FollowedList) -> None:
        """Ask for the next page of each open list that may go on, wait for one, and read what came back."""
        lists = list(self._open)
        has_room = sum(each.waiting for each in lists) < PAGES_AHEAD
        for each in lists:
            if has_room or each is turn:
                each.ask(self._fetcher)
        wait([each.pending for each in lists if each.pending], return_when=FIRST_COMPLETED)
        for each in lists:
            each.read(self._parser)


def follow_details(
    listed: Iterable[ListedMovie], fetcher: PageFetcher, parser: PageParser, ahead: int = DETAILS_AHEAD
) -> Iterator[tuple[Movie, PageResult | None]]:
    """Yield each movie, in order, with its own page (None where the list doesn't link to it).

    At most `ahead` pages are asked for before the first of them is waited for.
    """
    waiting: deque[tuple[ListedMovie, Future[Page] | None]] = deque()
    for each in listed:
        waiting.append((each, submit(fetcher, each.own_page) if each.own_page else None))
        if len(waiting) > ahead:
            yield _detail(*waiting.popleft(), parser)
    while waiting:
        yield _detail(*waiting.popleft(), parser)


def _detail(listed: ListedMovie, pending: Future[Page] | None, parser: PageParser) -> tuple[Movie, PageResult | None]:
    if listed.own_page is None or pending is None:
        return listed.movie, None
    result = result_of(pending, listed.own_page.url, parser)
    if result.parsed and result.movies and result.parsed.kind is not PageKind.TITLE:
        other = NotAMoviePage("not the movie's own page", where=result.where, remedy="see what it is in a browser")
        return listed.movie, PageResult(result.where, result.page, problem=other)
    return listed.movie, result


def submit(fetcher: PageFetcher, request: PageRequest) -> Future[Page]:
    """Ask for a page; a URL that can't be asked for fails as a page does, when it is its turn."""
    try:
        return fetcher.submit(request)
    except FetchError as problem:
        failed: Future[Page] = Future()
        failed.set_exception(problem)
        return failed


def result_of(pending: Future[Page], where: str, parser: PageParser, before: PageResult | None = None) -> PageResult:
    """Wait for a page and parse it, as the one that follows `before` in a list; a page that can't be had is a problem."""
    try:
        page = pending.result()
    except FetchError as problem:
        return PageResult(where, problem=problem)
    return parser.parse_next(page, where, before) if before else parser.parse(page, where)
