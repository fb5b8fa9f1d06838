"""Ranges of bytes of large files on web servers (RFC 9110 14), asked for as politely as pages: robots.txt, pace, Retry-After."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

import httpx

from moviescrape.errors import BadStatus, NotFound
from moviescrape.fetch.client import HttpClient, Request, Response
from moviescrape.fetch.contact import check_contact
from moviescrape.fetch.host import HostClient
from moviescrape.fetch.request_url import host_port, normalize_url
from moviescrape.fetch.response_check import status_text
from moviescrape.fetch.robots_cache import RobotsCache
from moviescrape.fetch.scheduler import run_here
from moviescrape.fetch.transport import GuardedTransport
from moviescrape.settings import Settings


class RangeClient:
    """Asks for ranges, one request at a time. The addresses are a user's own, so that they may be private."""

    def __init__(
        self,
        settings: Settings,
        *,
        transport: httpx.BaseTransport | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Take a monotonic `clock`, and what sleeps for seconds."""
        self._settings = settings
        self._clock = clock
        self._sleep = sleep
        self._transport = transport or GuardedTransport(trust_env=settings.trust_env, clock=clock)
        self._client = HttpClient(self._transport, settings, clock)
        self._hosts: dict[str, HostClient] = {}
        self._robots = RobotsCache(settings, self._host_client, clock)

    def get(self, url: str, start: int, stop: int) -> bytes:
        """Return the bytes from `start` on, before `stop`; fewer where the file ends.

        Raise FetchError where the server has no such range, refuses, or gives no ranges at all, MissingContact where it could
        not reach us.
        """
        asked = normalize_url(url)
        check_contact(self._settings.contact, httpx.URL(asked).host)
        run_here(self._robots.check(asked, allow_private=True), self._sleep)
        headers = {"Range": f"bytes={start}-{stop - 1}", "Accept": "*/*", "Accept-Encoding": "identity"}
        request = Request(asked, stop - start, allow_private=True, headers=headers, is_part=True)
        response = run_here(self._host_client(asked).ask(request), self._sleep)
        _check(response, url, start)
        return response.body

    def close(self) -> None:
        """Close all connections."""
        self._transport.close()

    def _host_client(self, url: str) -> HostClient:
        host = host_port(url)
        if host not in self._hosts:
            now = lambda: datetime.now(UTC)  # noqa: E731
            self._hosts[host] = HostClient(host, self._settings, self._client, clock=self._clock, now=now)
        return self._hosts[host]


def _check(response: Response, url: str, start: int) -> None:
    """Raise FetchError unless the response is the part that was asked for."""
    if response.status == 206 and response.headers.get("content-range", "").startswith(f"bytes {start}-"):
        return
    if response.status in (404, 410):
        raise NotFound(status_text(response.status), where=url, remedy="check the base and the index")
    if response.status in (200, 206):
        raise BadStatus("another part than was asked for", where=url, remedy="get the archive, and name its folder as the base")
    raise BadStatus(status_text(response.status), where=url, remedy="check the base, or try again later")
