"""Fetchers over a site in a function and a clock that only sleeping moves: nothing here waits."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import httpx
import pytest

from moviescrape.fetch.fetcher import Fetcher
from moviescrape.pages.page import Page
from moviescrape.pages.store import PageStore
from moviescrape.settings import Settings
from support.clock import FakeClock
from support.fake_site import FakeSite


@pytest.fixture
def time() -> FakeClock:
    return FakeClock()


@pytest.fixture
def site(time: FakeClock) -> FakeSite:
    return FakeSite(time)


@pytest.fixture
def make_fetcher(site: FakeSite, time: FakeClock) -> Iterator[Callable[..., Fetcher]]:
    """Makes fetchers of `site` over one store in memory; keywords are settings."""
    with ExitStack() as stack:
        stores: list[PageStore] = []

        def make(**chosen: object) -> Fetcher:
            settings = Settings(**{"contact": "me@library.example", **chosen})  # type: ignore[arg-type]
            store = PageStore.in_memory(settings, time.now)
            if stores:
                for page in stores[-1].pages():
                    assert isinstance(page, Page)
                    store.put(page)
            stores.append(stack.enter_context(store))
            transport = httpx.MockTransport(site)
            return stack.enter_context(Fetcher(settings, store, transport=transport, clock=time.clock, sleep=time.sleep))

        yield make
