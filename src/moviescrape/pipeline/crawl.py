"""Following lists and details, with a fetcher and a parser passed in: results in a fixed order, whatever comes back first."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple, TypeAlias
from urllib.parse import urlsplit

from moviescrape.errors import FetchError, MoviescrapeError, NotAMoviePage, UnreadablePage
from moviescrape.movie import Movie
from moviescrape.pages.page import Page, PageRequest
from moviescrape.parse import PageKind, ParsedPage
from moviescrape.pipeline.pagination import Limits, ListPageSeen, ListProgress

Submit: TypeAlias = Callable[[PageRequest], Future[Page]]
Read: TypeAlias = Callable[[Page], ParsedPage]

LISTS_A_HOST = 4
"""Followed at once on one host, so that its worker has something to do while a page is parsed."""
LISTS_AT_ONCE = 64
PAGES_AHEAD = 200
"""Held until it is their list's turn; beyond it only the list whose turn it is goes on. Keeps memory flat."""
DETAILS_AHEAD = 24
"""Movies' own pages asked for before the first of them is waited for."""


class PageResult(NamedTuple):
    """A page that was read, or what is wrong with it (`problem`), or both. `where` is its URL or file."""

    where: str
    page: Page | None = None
    parsed: ParsedPage | None = None
    problem: MoviescrapeError | None = None

    @property
    def movies(self) -> tuple[Movie, ...]:
        """The movies the page shows, duplicates included."""
        return self.parsed.movies if self.parsed else ()


class Row(NamedTuple):
    """A movie of a list, and the link to its own page, if any."""

    movie: Movie
    link: PageRequest | None = None


def submitted(submit: Submit, request: PageRequest) -> Future[Page]:
    """Ask for a page; a URL that can't be asked for fails as a page does, when it is its turn."""
    try:
        return submit(request)
    except FetchError as problem:
        failed: Future[Page] = Future()
        failed.set_exception(problem)
        return failed


def read_visit(where: str, page: Page, read: Read) -> PageResult:
    """Parse a page that is there. A bug of ours on one page is that page's problem, and must not lose the others."""
    try:
        parsed = read(page)
    except Exception as bug:
        what = f"reading it failed ({type(bug).__name__}: {bug}), which is a bug of moviescrape"
        return PageResult(where, page, problem=UnreadablePage(what, where=where, remedy="report the page"))
    return PageResult(where, page, parsed, parsed.problem)


def rows_of(visit: PageResult) -> Iterator[Row]:
    """The rows of a list with the links to follow; a title page is its own detail and has no link to follow.

    A saved page doesn't tell for sure where it is from; the site that its movies are on counts as the page that links.
    """
    parsed, page = visit.parsed, visit.page
    if parsed is None or page is None:
        return
    links = parsed.detail_urls if parsed.kind is PageKind.LIST else ()
    for movie, url in zip_longest(parsed.movies, links):
        yield Row(movie, PageRequest(url, referer=page.url or parsed.movies[0].url or url) if url else None)


@dataclass(slots=True)
class _List:
    """A list on its way: the page to ask for next, the one asked for, and the pages that wait for their turn."""

    trail: ListProgress
    wanted: PageRequest | None
    asked: PageRequest | None = None
    pending: Future[Page] | None = None
    found: deque[PageResult] = field(default_factory=deque)

    def ask(self, submit: Submit) -> None:
        """Ask for the page wanted, if any."""
        if self.wanted:
            self.asked, self.wanted = self.wanted, None
            self.pending = submitted(submit, self.asked)

    def take(self, read: Read) -> None:
        """Read the page that came back and decide where to go from it."""
        assert self.pending is not None and self.asked is not None  # noqa: S101, PT018
        future, request = self.pending, self.asked
        self.pending = self.asked = None
        try:
            visit = read_visit(request.url, future.result(), read)
        except FetchError as problem:
            self.found.append(PageResult(request.url, problem=problem))
            return
        if visit.parsed and visit.parsed.kind is PageKind.EMPTY and self.trail.pages:
            return  # some lists link from their last page to an empty one; what is missing then shows in the total
        self.wanted = self._next(visit)
        self.found.append(visit)

    def _next(self, visit: PageResult) -> PageRequest | None:
        parsed, page = visit.parsed, visit.page
        if parsed is None or page is None or not parsed.movies:
            return None
        addresses = tuple(address for address in (visit.where, page.asked_url, page.url) if address)
        url = self.trail.step(ListPageSeen(addresses, parsed.movies, parsed.next_url, parsed.declared_total))
        return PageRequest(url, referer=page.url) if url else None


class Crawl:
    """Follows the lists that begin at `starts`: those of different hosts advance at the same time.

    With a limit on movies one list is read after the other, so that nothing is fetched in vain.
    """

    def __init__(self, starts: Sequence[str], submit: Submit, read: Read, limits: Limits) -> None:
        self._starts = starts
        self._submit = submit
        self._read = read
        self._limits = limits
        self._open: dict[int, _List] = {}
        self._waiting: dict[str, deque[int]] = {}
        for number, url in enumerate(starts):
            self._waiting.setdefault(urlsplit(url).netloc, deque()).append(number)

    def follow(self, number: int) -> Generator[PageResult, None, ListProgress]:
        """Yield the pages of the list that begins at `starts[number]`; return its trail. To be called in order, from 0 on."""
        self._open_lists(number)
        turn = self._open[number]
        while turn.found or turn.wanted or turn.pending:
            if turn.found:
                yield turn.found.popleft()
            else:
                self._advance(turn)
        del self._open[number]
        return turn.trail

    def _open_lists(self, number: int) -> None:
        """Open the list `number`, and others that are then asked for meanwhile."""
        hosts = [urlsplit(self._starts[number]).netloc] if self._limits.max_movies is not None else list(self._waiting)
        for host in hosts:
            queue = self._waiting[host]
            while queue and (queue[0] <= number or self._has_room(host)):
                start = queue.popleft()
                self._open[start] = _List(ListProgress(self._limits.max_pages), PageRequest(self._starts[start]))
            if not queue:
                del self._waiting[host]

    def _has_room(self, host: str) -> bool:
        if self._limits.max_movies is not None or len(self._open) >= LISTS_AT_ONCE:
            return False
        return sum(urlsplit(self._starts[number]).netloc == host for number in self._open) < LISTS_A_HOST

    def _advance(self, turn: _List) -> None:
        """Ask for the next page of each open list that may go on, wait for one, and read what came back."""
        lists = list(self._open.values())
        room = sum(len(one.found) for one in lists) < PAGES_AHEAD
        for one in lists:
            if room or one is turn:
                one.ask(self._submit)
        wait([one.pending for one in lists if one.pending], return_when=FIRST_COMPLETED)
        for one in lists:
            if one.pending and one.pending.done():
                one.take(self._read)


def follow_details(
    rows: Iterable[Row], submit: Submit, read: Read, ahead: int = DETAILS_AHEAD
) -> Iterator[tuple[Movie, PageResult | None]]:
    """Yield each movie, in order, with the visit to its own page (None where it has no link).

    At most `ahead` pages are asked for before the first of them is waited for.
    """
    waiting: deque[tuple[Row, Future[Page] | None]] = deque()
    for row in rows:
        waiting.append((row, submitted(submit, row.link) if row.link else None))
        if len(waiting) > ahead:
            yield _visit_detail(*waiting.popleft(), read)
    while waiting:
        yield _visit_detail(*waiting.popleft(), read)


def _visit_detail(row: Row, pending: Future[Page] | None, read: Read) -> tuple[Movie, PageResult | None]:
    if row.link is None or pending is None:
        return row.movie, None
    try:
        visit = read_visit(row.link.url, pending.result(), read)
    except FetchError as problem:
        return row.movie, PageResult(row.link.url, problem=problem)
    if visit.parsed and visit.parsed.movies and visit.parsed.kind is not PageKind.TITLE:
        other = NotAMoviePage("not the movie's own page", where=visit.where, remedy="see what it is in a browser")
        return row.movie, PageResult(visit.where, visit.page, problem=other)
    return row.movie, visit
