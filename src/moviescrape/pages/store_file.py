"""The layout of a page store's file, and whether a file is one, by its first bytes: no foreign file is ever written to."""

import sqlite3
from pathlib import Path

from moviescrape.errors import StoreError
from moviescrape.errors.remedies import Remedy
from moviescrape.pages.files import SQLITE_MAGIC

APPLICATION_ID = 0x4D6F7653  # "MovS", in the file's header (bytes 68-71)
VERSION = 1
SCHEMA = """
CREATE TABLE pages (
    id INTEGER PRIMARY KEY,
    asked_url TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    status INTEGER NOT NULL,
    headers TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    checked_at TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    body BLOB NOT NULL
);
CREATE TABLE failures (asked_url TEXT PRIMARY KEY, kind TEXT NOT NULL, reason TEXT NOT NULL, failed_at TEXT NOT NULL);
CREATE TABLE runs (id INTEGER PRIMARY KEY, key TEXT NOT NULL, began_at TEXT NOT NULL, finished_at TEXT);
"""


def check_file(path: Path) -> None:
    """Raise StoreError unless `path` is absent, empty or ours; only read, so that a foreign file is left alone."""
    remedy = "name another file for the page store"
    if not path.parent.is_dir():
        raise StoreError("no such folder for the page store", where=str(path), remedy=Remedy.CREATE_FOLDER_OF_STORE)
    if not path.exists():
        return
    if not path.is_file():
        raise StoreError("not a file", where=str(path), remedy=remedy)
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as problem:
        raise StoreError(f"can't be read ({problem.strerror})", where=str(path), remedy=remedy) from problem
    if not head:
        return
    if not head.startswith(SQLITE_MAGIC):
        raise StoreError("not a page store", where=str(path), remedy=remedy)
    application, version = int.from_bytes(head[68:72]), int.from_bytes(head[60:64])
    if application == 0 and not _has_tables(path):
        return
    if application != APPLICATION_ID:
        raise StoreError("a database of something else, not a page store", where=str(path), remedy=remedy)
    if version != VERSION:
        raise StoreError(f"a page store of version {version}, this is {VERSION}", where=str(path), remedy=f"{remedy}, or update")


def _has_tables(path: Path) -> bool:
    """Look into a foreign database without touching it, neither its locks nor its journal."""
    try:
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            return db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None or Path(f"{path}-wal").exists()
        finally:
            db.close()
    except sqlite3.DatabaseError:
        return True
