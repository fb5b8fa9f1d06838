"""A clock that only sleeping moves, and a site in a function: nothing here waits."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from moviescrape.fetch.fetcher import Fetcher
from moviescrape.pages.store import PageStore
from moviescrape.settings import Settings

HTML = {"content-type": "text/html"}
Handler = Callable[[httpx.Request], httpx.Response]


class Time:
    """Monotonic seconds and the time of day, moved by `sleep`."""

    def __init__(self) -> None:
        self.passed_s = 0.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.passed_s

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.passed_s += seconds

    def now(self) -> datetime:
        return datetime(2026, 11, 20, 12, tzinfo=UTC) + timedelta(seconds=self.passed_s)


class Site:
    """Answers by path; `asked` lists URLs in order, `at_s` when. A list of answers is used up one by one, the last stays."""

    def __init__(self, time: Time) -> None:
        self.time = time
        self.answers: dict[str, list[httpx.Response | Exception]] = {"/robots.txt": [httpx.Response(404)]}
        self.asked: list[str] = []
        self.at_s: list[float] = []
        self.requests: list[httpx.Request] = []

    def serve(self, path: str, *answers: httpx.Response | Exception | bytes) -> None:
        self.answers[path] = [httpx.Response(200, content=a, headers=HTML) if isinstance(a, bytes) else a for a in answers]

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(str(request.url))
        self.at_s.append(self.time.clock())
        self.requests.append(request)
        answers = self.answers.get(str(request.url)) or self.answers.get(request.url.path) or [_page(request)]
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, Exception):
            raise answer
        return httpx.Response(answer.status_code, content=answer.content, headers=answer.headers)

    @property
    def pages_asked(self) -> list[str]:
        return [url for url in self.asked if not url.endswith("/robots.txt")]


def _page(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, content=f"<title>{request.url.path}</title>".encode(), headers=HTML)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def site(time: Time) -> Site:
    return Site(time)


@pytest.fixture
def make_fetcher(site: Site, time: Time) -> Iterator[Callable[..., Fetcher]]:
    """Makes fetchers of `site` over one store in memory; keywords are settings."""
    with ExitStack() as stack:
        stores: list[PageStore] = []

        def make(**chosen: object) -> Fetcher:
            settings = Settings(**{"contact": "me@library.example", **chosen})  # type: ignore[arg-type]
            store = PageStore.in_memory(settings, time.now)
            if stores:
                for page in stores[-1].pages():
                    store.put(page)
            stores.append(stack.enter_context(store))
            transport = httpx.MockTransport(site)
            return stack.enter_context(Fetcher(settings, store, transport=transport, clock=time.clock, sleep=time.sleep))

        yield make
