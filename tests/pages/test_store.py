"""The page store's file: locked while open, left alone when it is not ours, whole after a kill."""

import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from moviescrape.errors import StoreError
from moviescrape.pages import store as store_module
from moviescrape.pages.page import Page
from moviescrape.pages.store import PageStore

PAGES = 12
URL = "https://movies.example/"
OPEN = "import sys; from moviescrape.pages.store import PageStore; store = PageStore.open(sys.argv[1])\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pages.sqlite"


def page(number: int) -> Page:
    return Page(b"x" * 100 + str(number).encode(), f"{URL}{number}", f"{URL}{number}")


def in_another_process(path: Path, code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", OPEN + code, str(path)], capture_output=True, text=True, timeout=60, check=False)


def test_second_opening_says_in_use(path: Path) -> None:
    with PageStore.open(path), pytest.raises(StoreError, match="in use by another run; wait for it"):
        PageStore.open(path)
    PageStore.open(path).close()


def test_another_process_says_in_use(path: Path) -> None:
    with PageStore.open(path):
        assert "in use by another run" in in_another_process(path, "").stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_process_loses_no_page_and_its_lock_dies_with_it(path: Path) -> None:
    code = """
import os, signal
from moviescrape.pages.page import Page
for number in range(50):
    url = f"https://movies.example/{number}"
    store.put(Page(b"x" * 100 + str(number).encode(), url, url))
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert in_another_process(path, code).returncode == -signal.SIGKILL
    with PageStore.open(path) as store:
        assert [kept.body for kept in store.pages() if isinstance(kept, Page)] == [page(number).body for number in range(50)]


@pytest.mark.parametrize("size", [0, 10])
def test_foreign_file_is_left_alone(path: Path, size: int) -> None:
    path.write_bytes(b"title,rating\n" * size + b"x")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a page store; name another file"):
        PageStore.open(path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_database_of_something_else_is_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE movies (title)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="a database of something else"):
        PageStore.open(path)
    assert path.read_bytes() == before


def test_other_version_is_told(path: Path) -> None:
    PageStore.open(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(StoreError, match="version 99"):
        PageStore.open(path)


def test_empty_file_and_database_without_tables_are_new_stores(path: Path) -> None:
    path.touch()
    PageStore.open(path).close()
    other = path.with_name("other.sqlite")
    with sqlite3.connect(other) as db:
        db.execute("PRAGMA journal_mode = WAL")
    db.close()
    with PageStore.open(other) as store:
        store.put(page(1))
        assert len(store) == 1


def test_cut_file_is_damaged(path: Path) -> None:
    with PageStore.open(path) as store:
        for number in range(200):
            store.put(page(number))
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(StoreError, match="damaged"):
        _read_all(path)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of a store of a few pages, closed and whole."""
    path = tmp_path_factory.mktemp("filled") / "pages.sqlite"
    with PageStore.open(path) as store:
        store.begin_run("a")
        for number in range(PAGES):
            store.put(page(number))
    return path.read_bytes()


def test_several_read_a_store_at_once_but_nobody_while_a_run_writes_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with PageStore.open(path) as store:
        store.put(Page(b"<p>", "http://a.example/", "http://a.example/"))
        monkeypatch.setattr(store_module, "_SHARED_TIMEOUT_S", 0)
        with pytest.raises(StoreError, match="in use by another run"):
            PageStore.open_to_read(path)
    with PageStore.open_to_read(path) as one, PageStore.open_to_read(path) as other:
        assert [len(list(one.pages())), len(list(other.pages()))] == [1, 1]
        with pytest.raises(StoreError, match="in use by another run"):
            PageStore.open(path)
        with pytest.raises(StoreError, match="readonly"):
            one.confirm("http://a.example/")


def _read_all(path: Path) -> tuple[list[Page], list[StoreError]]:
    with PageStore.open(path) as store:
        found = list(store.pages())
    return [each for each in found if isinstance(each, Page)], [each for each in found if isinstance(each, StoreError)]


def _as_stored(kept: Page) -> bool:
    return any(replace(kept, fetched_at=None) == page(number) for number in range(PAGES))


COLUMNS = ("asked_url", "url", "status", "headers", "fetched_at", "sha256", "body")


@pytest.mark.parametrize("column", COLUMNS)
def test_a_flip_in_any_column_costs_its_page_alone(path: Path, filled: bytes, column: str) -> None:
    randomness = Random(column)
    for _ in range(6):
        path.write_bytes(filled)
        damaged = sorted(randomness.sample(range(1, PAGES + 1), PAGES // 2))
        _flip_cells(path, column, damaged, randomness)
        kept, problems = _read_all(path)
        assert all(map(_as_stored, kept))
        assert len(kept) + len(problems) == PAGES
        told = [int(problem.where.rpartition("#")[2]) for problem in problems]
        assert told == damaged or (column == "body" and set(told) < set(damaged)), "zlib's note of its level may be flipped"
        with PageStore.open(path) as store:
            for number in told:
                assert store.get(f"{URL}{number - 1}") is None, "it is asked for again"
                store.put(page(number - 1))
                assert store.get(f"{URL}{number - 1}") is not None


def _flip_cells(path: Path, column: str, numbers: list[int], randomness: Random) -> None:
    kind = "BLOB" if column in ("sha256", "body") else "TEXT"
    with sqlite3.connect(path) as db:
        for number in numbers:
            (blob,) = db.execute(f"SELECT CAST({column} AS BLOB) FROM pages WHERE id = ?", (number,)).fetchone()
            changed = bytearray(blob)
            changed[randomness.randrange(len(blob))] ^= 1 << randomness.randrange(8)
            db.execute(f"UPDATE pages SET {column} = CAST(? AS {kind}) WHERE id = ?", (bytes(changed), number))
    db.close()


def test_a_flip_anywhere_in_the_file_gives_no_wrong_page(path: Path, filled: bytes) -> None:
    randomness, lost = Random(11), 0
    for _ in range(250):
        damaged = bytearray(filled)
        damaged[randomness.randrange(len(filled))] ^= 1 << randomness.randrange(8)
        path.write_bytes(damaged)
        try:
            kept, _ = _read_all(path)
        except StoreError:
            lost += 1
            continue
        assert all(map(_as_stored, kept))
        _get_all(path)
    assert lost < 100


def _get_all(path: Path) -> None:
    with PageStore.open(path) as store:
        for number in range(PAGES):
            found = store.get(f"{URL}{number}")
            assert found is None or replace(found.page, fetched_at=None) == page(number)
        list(store.infos())
        store.failures()


def test_a_page_of_an_older_store_is_read(path: Path) -> None:
    with PageStore.open(path) as store:
        store.put(page(1))
    with sqlite3.connect(path) as db:
        db.execute("UPDATE pages SET sha256 = ?", (sha256(page(1).body).digest(),))
    db.close()
    assert [kept.body for kept in _read_all(path)[0]] == [page(1).body]


def test_a_page_with_an_unreadable_age_is_asked_again(path: Path) -> None:
    with PageStore.open(path) as store:
        store.put(page(1))
    with sqlite3.connect(path) as db:
        db.execute("UPDATE pages SET checked_at = 'today'")
    db.close()
    with PageStore.open(path) as store:
        found = store.get(f"{URL}1")
        assert found is not None
        assert not found.fresh


@pytest.mark.parametrize("name", ["missing/pages.sqlite", "."])
def test_no_place_for_a_store(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match=r"no such folder|not a file"):
        PageStore.open(tmp_path / name)
