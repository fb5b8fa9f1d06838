"""Each site's robots.txt: fetched when first needed, by the same host clients as pages, and kept for a day at most."""

import logging
import math
from collections.abc import Callable

from moviescrape.errors import FetchError, HostGivenUp, HostUnreachable, RobotsForbidden, UnsafeURL
from moviescrape.errors.remedies import Remedy
from moviescrape.fetch.client import Request, Response
from moviescrape.fetch.host import HostClient
from moviescrape.fetch.redirect import next_url
from moviescrape.fetch.request_url import host_port, site_of
from moviescrape.fetch.response_check import looks_like_html, status_text
from moviescrape.fetch.robots import ALLOW_ALL, MAX_ROBOTS_BYTES, Robots, RobotsRule, read_robots, unreadable
from moviescrape.fetch.scheduler import Steps
from moviescrape.pages.block_pages import find_refusal
from moviescrape.pages.page import Page
from moviescrape.settings import Settings

KEPT_S = 86_400.0
"""RFC 9309 2.4: a cached copy is used for 24 hours at most."""

MAX_HOPS = 5
"""RFC 9309 2.3.1.2: at least five redirects are followed, to other hosts too; beyond them there is no robots.txt."""

SHOWN_CHARACTERS = 80
"""Of the line that forbids."""

logger = logging.getLogger(__name__)


class RobotsCache:
    """What the robots.txt of each site says, or why the site could not be reached."""

    def __init__(self, settings: Settings, host_client: Callable[[str], HostClient], clock: Callable[[], float]) -> None:
        """Take `host_client`, which gives the client of a URL's host; `clock` is monotonic."""
        self._settings = settings
        self._host_client = host_client
        self._clock = clock
        self._known: dict[str, tuple[Robots | HostUnreachable, float]] = {}

    def check(self, url: str, *, allow_private: bool) -> Steps[None]:
        """Raise RobotsForbidden unless the site's robots.txt allows `url`, which is in normal form.

        HostUnreachable where nobody is there to be asked. The host's Crawl-delay is set on the way.
        """
        robots = yield from self._robots(site_of(url), allow_private)
        if isinstance(robots, HostUnreachable):
            raise HostUnreachable(robots.what, where=url, remedy=robots.remedy)
        if not robots.allows(url):
            raise _forbidden(url, robots, robots.forbidding_rule(url))
        self._check_delay(robots.crawl_delay_s or 0.0, url)

    def _check_delay(self, delay_s: float, url: str) -> None:
        if delay_s <= max(self._settings.max_delay_s, self._settings.delay_s):
            return
        limit = f"more than the {self._settings.max_delay_s:g} s of a run"
        if math.isinf(delay_s):
            raise RobotsForbidden(f"robots.txt asks for an endless pause between requests, {limit}", where=url, remedy=_ASK_OWNER)
        what = f"robots.txt asks for {delay_s:,.6g} s between requests, {limit}"
        raise RobotsForbidden(what, where=url, remedy=Remedy.WAIT_AS_ASKED)

    def _robots(self, site: str, allow_private: bool) -> Steps[Robots | HostUnreachable]:
        robots = self._fresh(site)
        if robots is None:
            yield self._host_client(site)  # who has the turn looks again: another page may have brought it meanwhile
            robots = self._fresh(site)
        return robots or (yield from self._fetch_and_keep(site, allow_private))

    def _fresh(self, site: str) -> Robots | HostUnreachable | None:
        robots, fetched_at = self._known.get(site, (None, 0.0))
        return robots if self._clock() - fetched_at < KEPT_S else None

    def _fetch_and_keep(self, site: str, allow_private: bool) -> Steps[Robots | HostUnreachable]:
        try:
            robots: Robots | HostUnreachable = yield from self._fetch(f"{site}/robots.txt", allow_private)
        except HostUnreachable as problem:
            robots = problem
        self._known[site] = (robots, self._clock())
        if isinstance(robots, Robots):
            pace = self._host_client(site).pace
            pace.crawl_delay_s = max(pace.crawl_delay_s, robots.crawl_delay_s or 0.0)
            fields = {"host": host_port(site), "crawl_delay_s": robots.crawl_delay_s or 0.0}
            logger.info(
                "%s/robots.txt: %d rules, delay %s", site, len(robots.rules), robots.crawl_delay_s, extra={"robots": fields}
            )
        return robots

    def _fetch(self, start: str, allow_private: bool) -> Steps[Robots]:
        url = start
        for _ in range(MAX_HOPS + 1):
            try:
                response = yield from self._get(url, allow_private and host_port(url) == host_port(start))
                target = next_url(response) if 300 <= response.status < 400 else None
            except FetchError as problem:
                if isinstance(problem, HostGivenUp) or (url == start and isinstance(problem, UnsafeURL | HostUnreachable)):
                    raise
                return unreadable(problem.what)
            if target is None:
                return read_robots_response(response)
            url = target
        return ALLOW_ALL

    def _get(self, url: str, allow_private: bool) -> Steps[Response]:
        max_bytes = max(self._settings.max_bytes, MAX_ROBOTS_BYTES)
        return (yield from self._host_client(url).ask(Request(url, max_bytes, allow_private)))


_ASK_OWNER = "ask the site's owner, or use saved pages"


def _forbidden(url: str, robots: Robots, rule: RobotsRule | None) -> RobotsForbidden:
    if rule is None:
        what = f"robots.txt can't be read ({robots.problem}), which forbids"
        return RobotsForbidden(what, where=url, remedy="check the address and the network, or try again later")
    text = rule.text if len(rule.text) <= SHOWN_CHARACTERS else f"{rule.text[:SHOWN_CHARACTERS]}..."
    return RobotsForbidden(f"robots.txt forbids this page (line {rule.line}: {text})", where=url, remedy=_ASK_OWNER)


def read_robots_response(response: Response) -> Robots:
    """Return the rules that a response to /robots.txt stands for (RFC 9309 2.3.1)."""
    if 400 <= response.status < 500:
        return ALLOW_ALL
    if response.status not in (200, 203):
        return unreadable(status_text(response.status))
    if looks_like_html(response.body) and find_refusal(Page(response.body, response.url, headers=response.headers)):
        return unreadable("a challenge in its place")
    return read_robots(response.body)
