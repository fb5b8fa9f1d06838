"""PageRequest -> Page: from the store where it is fresh, else from the site, if robots.txt, the guards and the site allow."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from types import TracebackType
from typing import Self

import httpx

from moviescrape.errors import BadRedirect, FetchError, NotStored, RobotsForbidden, UnsafeURL
from moviescrape.fetch.client import HttpClient, HttpResponse
from moviescrape.fetch.contact import check_contact
from moviescrape.fetch.guards import check_address, clean_url, host_of, join_url
from moviescrape.fetch.host import HostClient
from moviescrape.fetch.host_stats import HostStats
from moviescrape.fetch.request_log import Log
from moviescrape.fetch.response_check import response_error
from moviescrape.fetch.robots_cache import RobotsCache
from moviescrape.fetch.transport import GuardedTransport
from moviescrape.fetch.workers import Workers
from moviescrape.pages.page import Page, PageRequest
from moviescrape.pages.store import PageStore, StoredPage
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
        self._client = HttpClient(self._transport, settings, clock)
        self._hosts: dict[str, HostClient] = {}
        self._hosts_lock = threading.Lock()
        self._robots_cache = RobotsCache(settings, self._host_client, clock)
        self._workers: Workers[Page] = Workers()
        self._failed: dict[tuple[str, bool], FetchError] = {}
        self._private_hosts = settings.private_hosts | {host_of(origin) for origin in aliases or {}}
        self._typed_hosts: set[str] = set()

    @property
    def host_stats(self) -> Mapping[str, HostStats]:
        """What was done, by host."""
        return {host: client.stats for host, client in list(self._hosts.items())}

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
        if request.typed:
            self._typed_hosts.add(host_of(url))
        stored = self._store.get(url)
        if stored and stored.fresh:
            self._host_client(url).stats.from_store += 1
            return stored.page
        if self._settings.offline:
            raise NotStored("not in the page store, and --offline", where=url, remedy="run once without --offline")
        private_host = self._private_host(request)
        if (url, private_host is None) in self._failed:
            raise self._failed[url, private_host is None]
        if request.typed:
            check_contact(self._settings.contact, self._host_client(url).name)
        with self._remembered(url, private_host):
            return self._from_site(url, private_host, stored)

    def _private_host(self, request: PageRequest) -> str | None:
        """Return the host (with port) that may be asked for this request though it be private, None where none may."""
        host = host_of(clean_url(request.url))
        linked_at_home = host in self._typed_hosts and request.referer is not None and host_of(request.referer) == host
        return host if request.typed or linked_at_home or host in self._private_hosts else None

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
    def _remembered(self, url: str, private_host: str | None) -> Iterator[None]:
        """A failure is kept in the store, and not asked for twice in one run."""
        try:
            yield
        except FetchError as error:
            if self._closing.is_set():
                raise CancelledError from error
            self._failed[url, private_host is None] = error
            self._store.remember_failure(url, error)
            raise

    def _from_site(self, url: str, private_host: str | None, stored: StoredPage | None) -> Page:
        host_client = self._host_client(url)
        try:
            answer = self._follow(url, private_host, stored)
            if answer.status == 304 and stored:
                host_client.count(None)
                host_client.stats.not_modified += 1
                self._store.confirm(url)
                return stored.page
            page = Page(answer.body, answer.url, url, answer.status, answer.headers, self._store.now())
            error = response_error(page)
            if error:
                raise error
        except FetchError as error:
            host_client.count(error)
            raise
        host_client.count(None)
        self._store.put(page)
        return page

    def _follow(self, url: str, private_host: str | None, stored: StoredPage | None) -> HttpResponse:
        """Ask, and follow redirects by hand: scheme, robots.txt, address, loops and their number are checked at every hop."""
        answer, seen = self._ask(url, private_host, stored), {url}
        while answer.redirect_to:
            try:
                hop = join_url(answer.url, answer.redirect_to)
                _check_hop(url, hop, seen, self._settings.max_redirects)
                answer = self._ask(hop, private_host, stored)
            except (UnsafeURL, RobotsForbidden) as problem:
                kind = BadRedirect if isinstance(problem, UnsafeURL) else RobotsForbidden
                raise kind(f"redirects to {problem.where}: {problem.what}", where=url, remedy=problem.remedy) from problem
            seen.add(hop)
        return answer

    def _ask(self, hop: str, private_host: str | None, stored: StoredPage | None) -> HttpResponse:
        host_client = self._host_client(hop)
        allow_private = host_client.host == private_host
        if host_client.address:
            check_address(host_client.address, allow_private=allow_private, where=hop)
        host_client.check_open(hop)
        self._robots_cache.check(hop, allow_private=allow_private)
        validators = stored.validators if stored and stored.page.url == hop else None
        return host_client.ask(hop, allow_private=allow_private, max_bytes=self._settings.max_bytes, validators=validators)

    def _host_client(self, url: str) -> HostClient:
        host = host_of(url)
        host_client = self._hosts.get(host)
        if host_client:
            return host_client
        with self._hosts_lock:
            return self._hosts.setdefault(
                host,
                HostClient(
                    host,
                    self._settings,
                    self._client,
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
