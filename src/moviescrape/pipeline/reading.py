"""Pages that are asked for, read as they come, and kept until somebody wants what they gave: each is asked for and read once."""

from concurrent.futures import Future
from functools import partial
from queue import SimpleQueue
from threading import Semaphore, get_ident
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

from moviescrape.errors import FetchError, NotAMoviePage
from moviescrape.pages.frontier import ROWS_AT_ONCE, Frontier, Place, ReadPage
from moviescrape.pages.page import Page, PageRequest
from moviescrape.parse import PageKind
from moviescrape.pipeline.result_packing import pack_result, unpack_result
from moviescrape.pipeline.results import PageParser, PageResult

UNREAD_PAGES = 64
"""That came and were not read yet; while there are so many, fetching waits. Keeps memory flat."""


WAITING_AT_MOST = 1_000
"""Threads; more than a fetcher ever has."""


class PageFetcher(Protocol):
    """Whatever pages are asked of: `fetch.fetcher.Fetcher`, or a stand-in of a test."""

    def submit(self, request: PageRequest) -> Future[Page]:
        """Ask for a page. The future holds it or raises FetchError; so may this call, for a URL that can't be asked for."""
        ...


class _Asked(NamedTuple):
    """A page under way, and the one `before` it in its list."""

    request: PageRequest
    before: PageResult | None


class _Arrivals:
    """Pages that came, from whatever thread, in the order in which they came."""

    def __init__(self) -> None:
        self._came: SimpleQueue[tuple[Place, Future[Page], bool]] = SimpleQueue()
        self._room = Semaphore(UNREAD_PAGES)
        self._reader = get_ident()
        self._closed = False

    def put(self, place: Place, page: Future[Page]) -> None:
        """Hand over a page, and wait while there are too many, unless it is the reader that would wait for itself."""
        waits = get_ident() != self._reader and not self._closed
        if waits:
            self._room.acquire()
        self._came.put((place, page, waits))

    def get(self) -> tuple[Place, Future[Page]]:
        """Wait for a page."""
        place, page, waited = self._came.get()
        if waited:
            self._room.release()
        return place, page

    def close(self) -> None:
        """Let all that wait go on, and nobody wait any more."""
        self._closed = True
        self._room.release(WAITING_AT_MOST)


class PageReading:
    """Of one run, in one thread; only what `fetcher` does is done in others."""

    def __init__(self, fetcher: PageFetcher, parser: PageParser, frontier: Frontier) -> None:
        self._fetcher = fetcher
        self._parser = parser
        self._frontier = frontier
        self._asked: dict[Place, _Asked] = {}
        self._arrivals = _Arrivals()
        self._recent: dict[Place, PageResult] = {}

    def result(self, place: Place) -> PageResult | None:
        """Return what a page gave, None where it was not read yet."""
        recent = self._recent.get(place)
        if recent is not None:
            return recent
        packed = self._frontier.get(place)
        return unpack_result(packed) if packed is not None else None

    def ask(self, place: Place, request: PageRequest, before: PageResult | None = None) -> None:
        """Ask for a page, if it is not under way; `before` is the page before it in its list."""
        if place not in self._asked:
            self._asked[place] = _Asked(request, before)
            submit(self._fetcher, request).add_done_callback(partial(self._arrivals.put, place))

    def is_asked(self, place: Place) -> bool:
        """Return whether a page is under way, or was read so lately that the frontier may not have it yet."""
        return place in self._asked or place in self._recent

    def read_next(self) -> Place:
        """Wait for one of the pages that were asked for, read it, keep what it gave, and return its place."""
        place, pending = self._arrivals.get()
        asked = self._asked.pop(place)
        result = self._read(place, asked, pending)
        self._keep(place, asked.request.url, result)
        return place

    def close(self) -> None:
        """Write what was read, and let nobody wait to hand over more."""
        self._frontier.write()
        self._arrivals.close()

    def _read(self, place: Place, asked: _Asked, pending: Future[Page]) -> PageResult:
        where = asked.request.url
        try:
            page = pending.result()
        except FetchError as problem:
            return PageResult(where, problem=problem)
        if place.number == 0:
            return _as_own_page(self._parser.parse(page, where))
        before = asked.before
        if before is None or before.page is None:
            return self._parser.parse(page, where)
        return self._parser.parse_next(page, where, before, partial(self._frontier.stored_page, before.page.source))

    def _keep(self, place: Place, url: str, result: PageResult) -> None:
        self._recent[place] = result.without_body()
        if len(self._recent) > ROWS_AT_ONCE:
            del self._recent[next(iter(self._recent))]
        packed = pack_result(result)
        if packed is not None:
            page = result.page or Page(b"", url)
            self._frontier.put(ReadPage(place, packed, result.page is None, host_of(page.source), page.fetched_at))


def _as_own_page(result: PageResult) -> PageResult:
    """Return what a movie's own page gave; a list in its place is a problem."""
    if not (result.parsed and result.movies) or result.parsed.kind is PageKind.TITLE:
        return result
    other = NotAMoviePage("not the movie's own page", where=result.where, remedy="see what it is in a browser")
    return PageResult(result.where, result.page, problem=other)


def submit(fetcher: PageFetcher, request: PageRequest) -> Future[Page]:
    """Ask for a page; a URL that can't be asked for fails as a page does, when it is its turn."""
    try:
        return fetcher.submit(request)
    except FetchError as problem:
        failed: Future[Page] = Future()
        failed.set_exception(problem)
        return failed


def host_of(url: str) -> str:
    """Return the host of a URL, with its port; "" for one that has none.

    >>> host_of("http://movies.localhost:8000/top"), host_of("http://[/")
    ('movies.localhost:8000', '')
    """
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""
