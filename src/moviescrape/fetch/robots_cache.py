"""Each origin's robots.txt: fetched when first needed, through the same lanes as pages, and kept for a day at most."""

from collections.abc import Callable
from threading import Lock

from moviescrape.errors import FetchError, HostGivenUp, RobotsForbidden, UnsafeURL
from moviescrape.fetch.client import HttpResponse
from moviescrape.fetch.guards import host_of, join_url, origin_of
from moviescrape.fetch.host import HostClient
from moviescrape.fetch.response_check import looks_like_html, status_text
from moviescrape.fetch.robots import ALLOW_ALL, MOST_BYTES, Robots, read_robots, unreadable
from moviescrape.pages.block_pages import find_refusal
from moviescrape.pages.page import Page
from moviescrape.settings import Settings

KEPT_S = 86_400.0
"""RFC 9309 2.4: a cached copy is used for 24 hours at most."""

MOST_HOPS = 5
"""RFC 9309 2.3.1.2: at least five redirects are followed, to other hosts too; beyond them there is no robots.txt."""


class RobotsCache:
    """What the robots.txt of each origin says."""

    def __init__(self, settings: Settings, host_client: Callable[[str], HostClient], clock: Callable[[], float]) -> None:
        """`lane` gives the lane of a URL's host; `clock` is monotonic."""
        self._settings = settings
        self._host_client = host_client
        self._clock = clock
        self._known: dict[str, tuple[Robots, float]] = {}
        self._locks: dict[str, Lock] = {}

    def check(self, url: str, *, allow_private: bool) -> None:
        """RobotsForbidden unless the robots.txt of this URL's origin allows it; also sets the host's Crawl-delay."""
        robots = self._robots(origin_of(url), allow_private)
        if not robots.allows(url):
            if robots.problem:
                raise RobotsForbidden(
                    f"robots.txt can't be read ({robots.problem}), which forbids",
                    where=url,
                    remedy="check the address and the network, or try again later",
                )
            raise RobotsForbidden("robots.txt forbids this page", where=url, remedy="ask the site's owner, or use saved pages")
        self._check_delay(robots, url)

    def _check_delay(self, robots: Robots, url: str) -> None:
        delay_s = robots.crawl_delay_s or 0.0
        if delay_s > max(self._settings.max_delay_s, self._settings.delay_s):
            raise RobotsForbidden(
                f"robots.txt asks for {delay_s:g} s between requests, more than the {self._settings.max_delay_s:g} s of a run",
                where=url,
                remedy=f"give --delay {delay_s:g} if you have the time",
            )

    def _robots(self, origin: str, allow_private: bool) -> Robots:
        known = self._known.get(origin)
        if known and self._clock() - known[1] < KEPT_S:
            return known[0]
        with self._locks.setdefault(origin, Lock()):  # held while lanes are waited for; no lane ever waits for it
            known = self._known.get(origin)
            if known and self._clock() - known[1] < KEPT_S:
                return known[0]
            robots = self._fetch(f"{origin}/robots.txt", allow_private)
            self._known[origin] = (robots, self._clock())
            host_client = self._host_client(origin)
            host_client.pace.crawl_delay_s = max(host_client.pace.crawl_delay_s, robots.crawl_delay_s or 0.0)
            return robots

    def _fetch(self, url: str, allow_private: bool) -> Robots:
        start, home = url, host_of(url)
        for _ in range(MOST_HOPS + 1):
            try:
                answer = self._host_client(url).ask(
                    url, allow_private=allow_private and host_of(url) == home, max_bytes=max(self._settings.max_bytes, MOST_BYTES)
                )
                if not answer.redirect_to:
                    return read_robots_response(answer)
                url = join_url(url, answer.redirect_to)
            except FetchError as problem:
                if isinstance(problem, HostGivenUp) or (isinstance(problem, UnsafeURL) and url == start):
                    raise
                return unreadable(problem.what)
        return ALLOW_ALL


def read_robots_response(answer: HttpResponse) -> Robots:
    """The rules that an answer to /robots.txt stands for (RFC 9309 2.3.1)."""
    if 400 <= answer.status < 500:
        return ALLOW_ALL
    if answer.status not in (200, 203):
        return unreadable(status_text(answer.status))
    if looks_like_html(answer.body) and find_refusal(Page(answer.body, answer.url, headers=answer.headers)):
        return unreadable("a challenge in its place")
    return read_robots(answer.body)
