"""Each fault of the practice site, made to happen over loopback: what it is told as, how often it was asked, and no trap hit."""

import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from moviescrape.errors import (
    BadRedirect,
    BadStatus,
    FetchError,
    HostGivenUp,
    NetworkError,
    NotAPage,
    NotFound,
    Refused,
    RobotsForbidden,
    TooLarge,
)
from moviescrape.fetch.fetcher import Fetcher
from moviescrape.pages.page import Page, PageRequest
from moviescrape.pages.store import PageStore
from moviescrape.practice.catalogue import Catalogue
from moviescrape.practice.server import PracticeSite
from moviescrape.settings import Settings

CATALOGUE = Catalogue(60)
PATH = "/chart/top/"
HASTY = Settings(read_timeout_s=0.3, page_time_s=0.6)
MIB = 2**20


@contextmanager
def fetching(*faults: str, settings: Settings = HASTY) -> Iterator[tuple[PracticeSite, Fetcher]]:
    """The site with these faults and a fetcher that doesn't sleep."""
    with PracticeSite(CATALOGUE, faults=faults) as site, PageStore.in_memory(settings) as store:
        with Fetcher(settings, store, aliases={site.origin: site.dialled}, sleep=lambda _: None) as fetcher:
            yield site, fetcher
        assert site.stats()["trap_hits"] == 0
        assert site.stats()["most_connections_at_once"] == 1


def fetch(site: PracticeSite, fetcher: Fetcher, path: str = PATH) -> Page:
    return fetcher.fetch(PageRequest(site.origin + path, typed=True))


@pytest.mark.parametrize(
    "fault", ["429", "429-date", "429-negative", "500", "503", "503:3", "reset", "reset:3", "truncated", "hang", "garbage"]
)
def test_passing_faults_are_got_over(fault: str) -> None:
    with fetching(fault, settings=Settings(read_timeout_s=0.3)) as (site, fetcher):
        page = fetch(site, fetcher)
        assert page.body == site.page(PATH)
        assert page.url == site.origin + PATH
        assert fetcher.host_stats["movies.localhost:8000"].retried == (3 if fault.endswith(":3") else 1)


@pytest.mark.parametrize(
    ("fault", "error", "says", "times"),
    [
        ("429:always", Refused, "429 Too Many Requests", 4),
        ("429-absurd", HostGivenUp, "31,536,000,000 s", 1),
        ("503:always", BadStatus, "503 Service Unavailable", 4),
        ("401", Refused, "login", 1),
        ("403", Refused, "403 Forbidden", 1),
        ("404", NotFound, "404 Not Found", 1),
        ("410", NotFound, "410 Gone", 1),
        ("451", Refused, "legal reasons", 1),
        ("challenge", Refused, "challenge", 1),
        ("captcha", Refused, "challenge", 1),
        ("login", Refused, "login", 1),
        ("consent", Refused, "consent wall", 1),
        ("empty", NotAPage, "empty", 1),
        ("not-html", NotAPage, "application/pdf", 1),
        ("redirect-loop", BadRedirect, "circle", None),
        ("redirect-many", BadRedirect, "more than 10 redirects", None),
        ("redirect-private", BadRedirect, "private", 1),
        ("redirect-metadata", BadRedirect, "metadata", 1),
        ("redirect-file", BadRedirect, "only http and https", 1),
        ("redirect-trap", RobotsForbidden, "robots.txt forbids", 1),
        ("reset:always", NetworkError, "reset", 4),
        ("truncated:always", NetworkError, "no answer", 4),
        ("garbage:always", NetworkError, "the answer is not HTTP", 4),
        ("slow", TooLarge, "took longer than 0.6 s", 1),
        ("huge-headers", TooLarge, "headers are too long", 1),
        ("huge", TooLarge, "bytes", 1),
        ("bomb-gzip", TooLarge, "bomb|unpacked", 1),
        ("bomb-deflate", TooLarge, "bomb|unpacked", 1),
        ("robots-5xx", RobotsForbidden, "500 Internal Server Error", 0),
        ("robots-forbid", RobotsForbidden, "forbids this page", 0),
    ],
)
def test_faults_that_stay_are_told(fault: str, error: type[FetchError], says: str, times: int | None) -> None:
    with fetching(fault) as (site, fetcher):
        with pytest.raises(error, match=says) as caught:
            fetch(site, fetcher)
        assert type(caught.value) is error
        assert caught.value.where == site.origin + PATH
        assert "\n" not in str(caught.value)
        if times is not None:
            assert site.request_stats.times_asked(PATH) == times
        assert len(fetcher.store) == 0


def test_no_robots_txt_allows() -> None:
    with fetching("robots-404") as (site, fetcher):
        assert fetch(site, fetcher).body == site.page(PATH)


def test_server_that_never_answers_is_left_after_its_tries() -> None:
    with fetching("hang:always", settings=Settings(read_timeout_s=0.05)) as (site, fetcher):
        with pytest.raises(NetworkError, match="no answer in time"):
            fetch(site, fetcher)
        assert site.request_stats.times_asked(PATH) == 4


@pytest.mark.parametrize("fault", ["bomb-gzip", "bomb-deflate", "huge"])
def test_memory_of_a_bomb(fault: str) -> None:
    """By Python's own count, of both sides of the wire: the server sends its 256 MiB piece by piece."""
    with fetching(fault, settings=Settings()) as (site, fetcher):
        tracemalloc.start()
        try:
            with pytest.raises(TooLarge):
                fetch(site, fetcher)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert peak < 100 * MIB


def test_crawl_keeps_the_delay_on_one_connection() -> None:
    """The site's own count: gaps, connections, traps."""
    settings = Settings(delay_s=0.02)
    with PracticeSite(CATALOGUE) as site, PageStore.in_memory(settings) as store:
        with Fetcher(settings, store, aliases={site.origin: site.dialled}) as fetcher:
            paths = [f"/title/{movie.url.split('/')[4]}/" for movie in site.truth_of(PATH)[:10] if movie.url]
            futures = [fetcher.submit(PageRequest(site.origin + path, typed=True)) for path in paths]
            assert all(future.result(timeout=20).status == 200 for future in futures)
        stats = site.stats()
        gap = stats["smallest_gap_s"]
        assert isinstance(gap, float)
        assert gap >= 0.02
        assert (stats["connections"], stats["robots_requests"], stats["trap_hits"]) == (1, 1, 0)
        own = fetcher.host_stats["movies.localhost:8000"]
        assert own.requests == stats["requests"]
        assert own.smallest_gap_s is not None
        assert own.smallest_gap_s >= 0.02
