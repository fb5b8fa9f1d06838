"""The state of a crawl outlives a kill for the same run and the same reader, and ends with the run."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from moviescrape.pages.frontier import ROWS_AT_ONCE, Frontier, KeptBefore, Place, ReadPage
from moviescrape.pages.page import PageRequest
from moviescrape.pages.store import PageStore

A = "https://a.example"
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
Opens = Callable[[], PageStore]


@pytest.fixture
def reopen(tmp_path: Path) -> Opens:
    def opened() -> PageStore:
        store = PageStore.open(tmp_path / "pages.sqlite")
        store.begin_run("run")
        return store

    return opened


def _read(number: int, *, failed: bool = False) -> ReadPage:
    return ReadPage(Place(f"{A}/list", number), str(number).encode(), failed, "a.example", None if failed else NOON)


def test_what_was_read_comes_back_but_for_failures(reopen: Opens) -> None:
    with reopen() as store:
        frontier = Frontier(store, "reader")
        for page in (_read(1), _read(2, failed=True)):
            frontier.put(page)
        frontier.write()
        assert (frontier.get(Place(f"{A}/list", 1)), frontier.get(Place(f"{A}/list", 2))) == (b"1", b"2")
    with reopen() as store:
        frontier = Frontier(store, "reader")
        assert (frontier.get(Place(f"{A}/list", 1)), frontier.get(Place(f"{A}/list", 2))) == (b"1", None)
        assert frontier.kept_before == (KeptBefore("a.example", 1, NOON),)


@pytest.mark.parametrize("change", ["reader", "run", "finished"])
def test_another_reader_another_run_and_a_finished_one_begin_anew(reopen: Opens, change: str) -> None:
    with reopen() as store:
        frontier = Frontier(store, "reader")
        frontier.put(_read(1))
        frontier.write()
        if change == "finished":
            store.finish_run()
    with reopen() as store:
        if change == "run":
            store.begin_run("another")
        frontier = Frontier(store, "another" if change == "reader" else "reader")
        assert (frontier.get(Place(f"{A}/list", 1)), frontier.kept_before) == (None, ())


def test_rows_are_written_some_at_a_time(reopen: Opens) -> None:
    with reopen() as store:
        frontier = Frontier(store)
        for number in range(1, ROWS_AT_ONCE + 2):
            frontier.put(_read(number))
        assert frontier.get(Place(f"{A}/list", ROWS_AT_ONCE)) is not None
        assert frontier.get(Place(f"{A}/list", ROWS_AT_ONCE + 1)) is None


def test_wanted_pages_come_by_host_in_order_and_not_once_they_were_read(reopen: Opens) -> None:
    with reopen() as store:
        frontier = Frontier(store)
        frontier.want((host, PageRequest(f"https://{host}/{number}", A)) for number in range(3) for host in ("a", "b"))
        frontier.put(ReadPage(Place("https://a/1"), b"", False, "a", NOON))
        frontier.write()
        first = frontier.next_wanted("a", 0)
        assert first is not None
        assert first.request == PageRequest("https://a/0", A)
        then = frontier.next_wanted("a", first.id)
        assert then is not None
        assert then.request.url == "https://a/2"
        assert frontier.next_wanted("a", then.id) is None
        assert sorted(frontier.wanted_hosts()) == ["a", "b"]
