"""PageRequest -> Page: from the store where it is fresh, else from the site, if robots.txt, the guards and the site allow."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType
from typing import Self

import httpx

from moviescrape.errors import BadRedirect, FetchError, NotStored, RobotsForbidden, UnsafeURL
from moviescrape.errors.remedies import Remedy
from moviescrape.fetch.client import HttpClient, Request, Response
from moviescrape.fetch.contact import check_contact
from moviescrape.fetch.guards import check_address
from moviescrape.fetch.host import HostClient
from moviescrape.fetch.host_stats import HostStats
from moviescrape.fetch.redirect import next_url
from moviescrape.fetch.request_url import host_port, normalize_url
from moviescrape.fetch.response_check import find_error
from moviescrape.fetch.robots_cache import RobotsCache
from moviescrape.fetch.scheduler import Scheduler, Steps, run_here
from moviescrape.fetch.transport import GuardedTransport
from moviescrape.pages.page import Page, PageRequest
from moviescrape.pages.store import PageStore
from moviescrape.pages.stored_page import StoredPage
from moviescrape.settings import Settings

CLOSING_S = 5.0
"""How long an ending run waits for the answer that is under way."""


class Fetcher:
    """Fetches pages: one connection a host, hosts in parallel, everything stored before it is handed over.

    Private and loopback hosts are asked for URLs that the user typed (`PageRequest.typed`), for the pages that these lead to
    on the same host, and where an alias or `Settings.private_hosts` names them. No other page's content can make us ask a
    machine that only we reach.
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
    ) -> None:
        """Take `aliases`: origin that pages are named by -> origin dialled. `clock` is monotonic; `sleep` takes seconds."""
        self._settings = settings
        self.store = store
        self._clock = clock
        self._closing = threading.Event()
        self._sleep_for = sleep or self._closing.wait
        self._transport = transport or GuardedTransport(aliases=aliases, trust_env=settings.trust_env, clock=clock)
        self._client = HttpClient(self._transport, settings, clock)
        self._hosts: dict[str, HostClient] = {}
        self._hosts_lock = threading.Lock()
        self._robots_cache = RobotsCache(settings, self._host_client, clock)
        self._scheduler: Scheduler[Page] = Scheduler()
        self._failed: dict[tuple[str, bool], FetchError] = {}
        self._private_hosts = settings.private_hosts | {host_port(normalize_url(origin)) for origin in aliases or {}}
        self._typed_hosts: set[str] = set()

    @property
    def host_stats(self) -> Mapping[str, HostStats]:
        """What was done, by host."""
        return {host: client.stats for host, client in list(self._hosts.items())}

    def note_typed(self, urls: Iterable[str]) -> None:
        """Take it that the user typed these addresses, in normal form: a run that goes on doesn't ask for them again."""
        self._typed_hosts.update(map(host_port, urls))

    def count_stored(self, host: str, pages: int, oldest_at: datetime | None) -> None:
        """Count pages of a host that this run goes on from."""
        self._host_client(f"//{host}").stats.count_stored(oldest_at, pages)

    def submit(self, request: PageRequest) -> "Future[Page]":
        """Fetch when it is the turn of the page's host. The future holds the page, or raises as `fetch` does.

        Each finished future holds a page's bytes: read them as they come, and don't have more than a few dozen unread.
        """
        try:
            host = host_port(normalize_url(request.url))
        except UnsafeURL as error:
            refused: Future[Page] = Future()
            refused.set_exception(error)
            return refused
        return self._scheduler.submit(host, self._steps(request))

    def fetch(self, request: PageRequest) -> Page:
        """Fetch in this thread, while no other does. FetchError says why there is no page; MissingContact, who must be named."""
        return run_here(self._steps(request), self._sleep)

    def _steps(self, request: PageRequest) -> Steps[Page]:
        url = normalize_url(request.url)
        if request.typed:
            self._typed_hosts.add(host_port(url))
        stored = self.store.get(url)
        if stored and stored.fresh:
            self._host_client(url).stats.count_stored(stored.page.fetched_at)
            return stored.page
        if self._settings.offline:
            raise NotStored("not in the page store, and nothing is fetched offline", where=url, remedy=Remedy.FETCH_ONCE)
        private_host = self._private_host(url, request)
        failed = self._failed.get((url, private_host is None))
        if failed:
            raise failed
        if request.typed:
            check_contact(self._settings.contact, self._host_client(url).name)
        with self._remembered(url, private_host):
            return (yield from self._from_site(url, private_host, stored))

    def close(self, *, at_once: bool = False) -> None:
        """Cancel what waits and end; `at_once` breaks off the answer under way too."""
        self._closing.set()
        if at_once and isinstance(self._transport, GuardedTransport):
            self._transport.abort()
        self._scheduler.close(CLOSING_S)
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close(at_once=error is not None)

    def _private_host(self, url: str, request: PageRequest) -> str | None:
        """Return the host (with port) that this request opens though it be private, None where it opens none."""
        host = host_port(url)
        return host if request.typed or (host in self._typed_hosts and _is_on(host, request.referer)) else None

    @contextmanager
    def _remembered(self, url: str, private_host: str | None) -> Iterator[None]:
        """Keep a failure in the store, and don't ask twice in one run."""
        try:
            yield
        except FetchError as error:
            if self._closing.is_set():
                raise CancelledError from error
            self._failed[url, private_host is None] = error
            self.store.remember_failure(url, error)
            raise

    def _from_site(self, url: str, private_host: str | None, stored: StoredPage | None) -> Steps[Page]:
        host_client = self._host_client(url)
        try:
            response = yield from self._follow(url, private_host, stored)
            if response.status == 304 and stored:
                host_client.count(None)
                host_client.stats.not_modified += 1
                self.store.confirm(url)
                return stored.page
            page = Page(response.body, response.url, url, response.status, response.headers, self.store.now())
            error = find_error(page)
            if error:
                raise error
        except FetchError as error:
            host_client.count(error)
            raise
        host_client.count(None)
        self.store.put(page)
        return page

    def _follow(self, url: str, private_host: str | None, stored: StoredPage | None) -> Steps[Response]:
        """Ask, and follow redirects by hand: scheme, robots.txt, address, circles and their number are checked at every hop.

        The cookies that a chain of redirects sets live for that chain: sites set one and send back to where it began.
        """
        cookies = httpx.Cookies()
        response = yield from self._ask(url, private_host, stored, cookies)
        visited = {(url, _state_of(httpx.Cookies()))}
        try:
            while hop := next_url(response):
                visit = (hop, _state_of(cookies))
                _check_hop(url, hop, len(visited), again=visit in visited, max_redirects=self._settings.max_redirects)
                visited.add(visit)
                response = yield from self._ask(hop, private_host, stored, cookies)
        except UnsafeURL as problem:
            raise BadRedirect(f"redirects to {problem.where}: {problem.what}", where=url, remedy=problem.remedy) from problem
        except RobotsForbidden as problem:
            raise RobotsForbidden(f"redirects to {problem.where}: {problem.what}", where=url, remedy=problem.remedy) from problem
        return response

    def _ask(self, hop: str, private_host: str | None, stored: StoredPage | None, cookies: httpx.Cookies) -> Steps[Response]:
        host_client = self._host_client(hop)
        allow_private = host_client.host == private_host or host_client.host in self._private_hosts
        if host_client.address:
            check_address(host_client.address, allow_private=allow_private, where=hop)
        host_client.check_open(hop)
        yield from self._robots_cache.check(hop, allow_private=allow_private)
        validators = stored.validators if stored and stored.page.url == hop else {}
        return (yield from host_client.ask(Request(hop, self._settings.max_bytes, allow_private, validators, cookies)))

    def _host_client(self, url: str) -> HostClient:
        host = host_port(url)
        host_client = self._hosts.get(host)
        if host_client:
            return host_client
        with self._hosts_lock:
            new = HostClient(host, self._settings, self._client, clock=self._clock, now=self.store.now)
            return self._hosts.setdefault(host, new)

    def _sleep(self, seconds: float) -> None:
        if seconds > 0:
            self._sleep_for(seconds)
        if self._closing.is_set():
            raise CancelledError


def _is_on(host: str, url: str | None) -> bool:
    """Return whether `url`, which may be anything, is on `host`."""
    try:
        return url is not None and host_port(normalize_url(url)) == host
    except UnsafeURL:
        return False


def _state_of(cookies: httpx.Cookies) -> frozenset[tuple[str, str, str, str | None]]:
    return frozenset((cookie.domain, cookie.path, cookie.name, cookie.value) for cookie in cookies.jar)


def _check_hop(url: str, hop: str, visits: int, *, again: bool, max_redirects: int) -> None:
    if again:
        raise BadRedirect(f"redirects in a circle, back to {hop}", where=url, remedy="open it in a browser")
    if visits > max_redirects:
        raise BadRedirect(f"more than {max_redirects} redirects", where=url, remedy="open it in a browser")
