"""What every page store does, wherever it keeps its pages."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moviescrape.errors import NotFound
from moviescrape.pages.page import Page
from moviescrape.pages.store import PageStore
from moviescrape.settings import Settings

Opens = Callable[..., PageStore]
URL = "https://movies.example/title/tt0000001/"


class Day:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def day() -> Day:
    return Day()


@pytest.fixture(params=["file", "memory"])
def open_store(request: pytest.FixtureRequest, tmp_path: Path, day: Day) -> Iterator[Opens]:
    """Opens the store, the same one each time for a file."""
    opened: list[PageStore] = []

    def open_(chosen: Settings | None = None) -> PageStore:
        path = tmp_path / "pages.sqlite"
        store = PageStore.open(path, chosen, day) if request.param == "file" else PageStore.in_memory(chosen, day)
        opened.append(store)
        return store

    yield open_
    for store in opened:
        store.close()


def page(url: str = URL, body: bytes = b"<title>Metropolis</title>", at: datetime | None = None) -> Page:
    return Page(body, f"{url}?ref_=x", url, 200, {"content-type": "text/html", "etag": '"1"'}, at)


def test_a_page_comes_back_as_it_was(open_store: Opens, day: Day) -> None:
    store = open_store()
    kept = page(at=day())
    store.put(kept)
    found = store.get(URL)
    assert found is not None
    assert (found.page, found.fresh) == (kept, True)
    assert store.get(f"{URL}?ref_=x") is None, "pages are kept by the URL that was asked for"


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=3000), st.dictionaries(st.text("abc-", min_size=1), st.text(max_size=20), max_size=3))
def test_any_body_and_headers_come_back(open_store: Opens, day: Day, body: bytes, headers: dict[str, str]) -> None:
    with open_store() as store:
        kept = Page(body, URL, URL, 203, headers, day())
        store.put(kept)
        found = store.get(URL)
        assert found is not None
        assert found.page == kept


def test_pages_come_in_the_order_of_first_storing(open_store: Opens) -> None:
    store = open_store()
    for number in (3, 1, 2):
        store.put(page(f"https://movies.example/{number}"))
    store.put(page("https://movies.example/3", b"again"))
    kept = [found for found in store.pages() if isinstance(found, Page)]
    assert [found.asked_url for found in kept] == [f"https://movies.example/{number}" for number in (3, 1, 2)]
    assert kept[0].body == b"again"
    assert [info.size for info in store.infos()] == [5, 25, 25]
    assert len(store) == 3


def test_age_decides_for_a_new_run(open_store: Opens, day: Day) -> None:
    store = open_store(Settings(max_age_s=3600))
    store.put(page())
    day.pass_by(minutes=59)
    store.begin_run("a")
    assert _is_fresh(store)
    store.finish_run()
    day.pass_by(minutes=2)
    assert not store.begin_run("a")
    assert not _is_fresh(store)


def test_an_unfinished_run_finds_its_pages_whatever_their_age(open_store: Opens, day: Day) -> None:
    """Also those that a former run stored and that were young enough when this one began."""
    store = open_store(Settings(max_age_s=3600))
    store.put(page())
    day.pass_by(minutes=59)
    store.begin_run("a")
    store.put(page("https://movies.example/2"))
    day.pass_by(days=30)
    assert store.begin_run("a"), "an unfinished run goes on"
    assert _is_fresh(store)
    assert _is_fresh(store, "https://movies.example/2")


def test_another_run_is_not_the_unfinished_one(open_store: Opens, day: Day) -> None:
    store = open_store(Settings(max_age_s=3600))
    store.begin_run("a")
    store.put(page())
    day.pass_by(days=30)
    assert not store.begin_run("b")
    assert not _is_fresh(store)


def test_refresh_wants_each_page_once_a_run(open_store: Opens, day: Day) -> None:
    store = open_store(Settings(refresh=True))
    store.put(page())
    day.pass_by(seconds=1)
    store.begin_run("a")
    assert not _is_fresh(store)
    store.confirm(URL)
    assert _is_fresh(store)


def test_offline_takes_what_is_there(open_store: Opens, day: Day) -> None:
    store = open_store(Settings(offline=True))
    store.put(page())
    day.pass_by(days=3000)
    store.begin_run("a")
    assert _is_fresh(store)


def test_validators_are_those_of_the_page(open_store: Opens) -> None:
    store = open_store()
    store.put(page())
    found = store.get(URL)
    assert found is not None
    assert found.validators == {"If-None-Match": '"1"'}


def test_failures_are_kept_until_the_page_comes(open_store: Opens) -> None:
    store = open_store()
    store.remember_failure(URL, NotFound("gone", where=URL))
    assert [(failure.kind, failure.reason) for failure in store.failures()] == [("NotFound", f"{URL}: gone")]
    store.put(page())
    assert store.failures() == []


def _is_fresh(store: PageStore, url: str = URL) -> bool:
    found = store.get(url)
    assert found is not None
    return found.fresh
