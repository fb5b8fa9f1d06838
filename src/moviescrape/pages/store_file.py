"""Whether a file is a page store, told from its first bytes, so that a foreign file is never opened for writing."""

import sqlite3
from pathlib import Path

from moviescrape.errors import StoreError

APPLICATION_ID = 0x4D6F7653  # "MovS", in the file's header (bytes 68-71)
VERSION = 1
_MAGIC = b"SQLite format 3\x00"


def check_file(path: Path) -> None:
    """Raise StoreError unless `path` is absent, empty or ours; only read, so that a foreign file is left alone."""
    remedy = "name another file for the page store"
    if not path.parent.is_dir():
        raise StoreError("no such folder for the page store", where=str(path), remedy="create it, or give another --store")
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
    if not head.startswith(_MAGIC):
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
