"""PageRequest -> Page: from the store where it is fresh, else from the site, if robots.txt, the guards and the site allow."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from types import TracebackType
from typing import NamedTuple, Self

import httpx

from moviescrape.errors import BadRedirect, FetchError, NotStored, RobotsForbidden, UnsafeURL
from moviescrape.fetch.client import Answer, Exchange
from moviescrape.fetch.contact import check_contact
from moviescrape.fetch.guards import check_address, clean_url, host_of, join_url
from moviescrape.fetch.host import HostClient
from moviescrape.fetch.host_stats import HostStats
from moviescrape.fetch.request_log import Log
from moviescrape.fetch.response_check import judge
from moviescrape.fetch.robots_cache import RobotsCache
from moviescrape.fetch.transport import GuardedTransport
from moviescrape.fetch.workers import Workers
from moviescrape.pages.page import Page, PageRequest
from moviescrape.pages.store import PageStore, StoredPage
from moviescrape.settings import Settings

CLOSING_S = 5.0
"""How long an ending run waits for the answer that is under way."""


class Plan(NamedTuple):
    """What asking for pages of one host will take, at its present pace."""

    host: str
    pages: int
    delay_s: float

    @property
    def seconds(self) -> float:
        """The least time: the pauses alone."""
        return self.pages * self.delay_s


class Fetcher:
    """Fetches pages: one connection a host, hosts in parallel, everything stored before it is handed over.

    A request's `referer` is the page that linked to it. Without one, the URL is a start that the user named: such a URL may
    lie on a private or loopback host, and so may the pages it leads to on the same host, and no others.
    """

    def __init__(
        self,
        settings: Settings,
        store: PageStore,
        *,
        aliases: Mapping[str, str] | None = None,
        transport: httpx.BaseTransport | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] | None = None,
        log: Log | None = None,
    ) -> None:
        """`aliases`: origin that pages are named by -> origin dialled. `clock` is monotonic; `sleep` takes seconds."""
        self._settings = settings
        self._store = store
        self._clock = clock
        self._log = log
        self._closing = threading.Event()
        self._sleep_for = sleep or self._closing.wait
        self._transport = transport or GuardedTransport(aliases=aliases, trust_env=settings.trust_env, clock=clock)
        self._exchange = Exchange(self._transport, settings, clock)
        self._lanes: dict[str, HostClient] = {}
        self._lanes_lock = threading.Lock()
        self._rulebook = RobotsCache(settings, self._lane, clock)
        self._workers: Workers[Page] = Workers()
        self._failed: dict[str, FetchError] = {}

    @property
    def account(self) -> Mapping[str, HostStats]:
        """What was done, by host."""
        return {host: lane.account for host, lane in list(self._lanes.items())}

    def submit(self, request: PageRequest) -> "Future[Page]":
        """Fetch in the thread of the page's host. The future holds the page, or raises as `fetch` does.

        Each finished future holds a page's bytes: read them as they come, and don't have more than a few dozen unread.
        """
        try:
            host = host_of(clean_url(request.url))
        except UnsafeURL as error:
            refused: Future[Page] = Future()
            refused.set_exception(error)
            return refused
        return self._workers.submit(host, lambda: self.fetch(request))

    def fetch(self, request: PageRequest) -> Page:
        """Fetch in this thread. FetchError says why there is no page; MissingContact, that we must say who we are."""
        url = clean_url(request.url)
        stored = self._store.get(url)
        if stored and stored.fresh:
            self._lane(url).account.from_store += 1
            return stored.page
        if self._settings.offline:
            raise NotStored("not in the page store, and --offline", where=url, remedy="run once without --offline")
        if url in self._failed:
            raise self._failed[url]
        if request.referer is None:
            check_contact(self._settings.contact, self._lane(url).name)
        with self._remembered(url):
            return self._from_site(url, host_of(request.referer or url), stored)

    def plan(self, url: str, pages: int) -> Plan:
        """What `pages` pages from the host of `url` will take; reads its robots.txt for the Crawl-delay."""
        url = clean_url(url)
        lane = self._lane(url)
        if not self._settings.offline:
            check_contact(self._settings.contact, lane.name)
            self._rulebook.check(url, allow_private=True)
        return Plan(lane.host, pages, lane.pace.delay_s)

    def close(self, *, at_once: bool = False) -> None:
        """Cancel what waits and end; `at_once` breaks off the answer under way too."""
        self._closing.set()
        if at_once and isinstance(self._transport, GuardedTransport):
            self._transport.abort()
        self._workers.close(CLOSING_S)
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close(at_once=error is not None)

    @contextmanager
    def _remembered(self, url: str) -> Iterator[None]:
        """A failure is kept in the store, and not asked for twice in one run."""
        try:
            yield
        except FetchError as error:
            if self._closing.is_set():
                raise CancelledError from error
            self._failed[url] = error
            self._store.remember_failure(url, error)
            raise

    def _from_site(self, url: str, home: str, stored: StoredPage | None) -> Page:
        lane = self._lane(url)
        try:
            answer = self._follow(url, home, stored)
            if answer.status == 304 and stored:
                lane.count(None)
                lane.account.not_modified += 1
                self._store.confirm(url)
                return stored.page
            page = Page(answer.body, answer.url, url, answer.status, answer.headers, self._store.now())
            error = judge(page)
            if error:
                raise error
        except FetchError as error:
            lane.count(error)
            raise
        lane.count(None)
        self._store.put(page)
        return page

    def _follow(self, url: str, home: str, stored: StoredPage | None) -> Answer:
        """Ask, and follow redirects by hand: scheme, robots.txt, address, loops and their number are checked at every hop."""
        answer, seen = self._ask(url, home, stored), {url}
        while answer.redirect_to:
            try:
                hop = join_url(answer.url, answer.redirect_to)
                _check_hop(url, hop, seen, self._settings.max_redirects)
                answer = self._ask(hop, home, stored)
            except (UnsafeURL, RobotsForbidden) as problem:
                kind = BadRedirect if isinstance(problem, UnsafeURL) else RobotsForbidden
                raise kind(f"redirects to {problem.where}: {problem.what}", where=url, remedy=problem.remedy) from problem
            seen.add(hop)
        return answer

    def _ask(self, hop: str, home: str, stored: StoredPage | None) -> Answer:
        lane = self._lane(hop)
        allow_private = lane.host == home
        if lane.address:
            check_address(lane.address, allow_private=allow_private, where=hop)
        lane.check_open(hop)
        self._rulebook.check(hop, allow_private=allow_private)
        validators = stored.validators if stored and stored.page.url == hop else None
        return lane.ask(hop, allow_private=allow_private, max_bytes=self._settings.max_bytes, validators=validators)

    def _lane(self, url: str) -> HostClient:
        host = host_of(url)
        lane = self._lanes.get(host)
        if lane:
            return lane
        with self._lanes_lock:
            return self._lanes.setdefault(
                host,
                HostClient(
                    host,
                    self._settings,
                    self._exchange,
                    clock=self._clock,
                    sleep=self._sleep,
                    now=self._store.now,
                    log=self._log,
                ),
            )

    def _sleep(self, seconds: float) -> None:
        self._sleep_for(seconds)
        if self._closing.is_set():
            raise CancelledError


def _check_hop(url: str, hop: str, seen: set[str], max_redirects: int) -> None:
    if hop in seen:
        raise BadRedirect(f"redirects in a circle, back to {hop}", where=url, remedy="open it in a browser")
    if len(seen) > max_redirects:
        raise BadRedirect(f"more than {max_redirects} redirects", where=url, remedy="open it in a browser")
