"""The page store's file: locked while open, left alone when it is not ours, whole after a kill."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from moviescrape.errors import StoreError
from moviescrape.pages.page import Page
from moviescrape.pages.store import PageStore

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
        assert [kept.body for kept in store.pages()] == [page(number).body for number in range(50)]


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
    with pytest.raises(StoreError, match="damaged"), PageStore.open(path) as store:
        list(store.pages())


def test_changed_body_is_damaged(path: Path) -> None:
    with PageStore.open(path) as store:
        store.put(page(1))
    with sqlite3.connect(path) as db:
        db.execute("UPDATE pages SET body = (SELECT CAST(x'789c4b04000062006200' AS BLOB))")
    db.close()
    with PageStore.open(path) as store, pytest.raises(StoreError, match="damaged"):
        store.get(f"{URL}1")


@pytest.mark.parametrize("name", ["missing/pages.sqlite", "."])
def test_no_place_for_a_store(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match=r"no such folder|not a file"):
        PageStore.open(tmp_path / name)
