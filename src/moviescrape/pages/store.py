"""The page store: every page that was fetched, in one SQLite file, written before it is parsed.

WAL with synchronous=NORMAL: a commit is handed to the operating system before `put` returns, so killing the process loses
nothing; only a power cut may lose the last pages, and never the file. The lock is SQLite's own and dies with its process.
"""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self

from moviescrape.errors import FetchError, StoreError
from moviescrape.pages.page import Page
from moviescrape.pages.store_file import APPLICATION_ID, VERSION, check_file
from moviescrape.settings import Settings

try:
    from isal.isal_zlib import compress  # zlib's format in a tenth of the time; on pages of HTML its size, too
except ImportError:  # a machine that it isn't built for
    from zlib import compress

_FAST = 1
"""The level: the others take several times as long for a tenth fewer bytes."""

_SCHEMA = """
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
_PAGE = "asked_url, url, status, headers, fetched_at, sha256, body"


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page in the store, and whether this run may use it without asking again."""

    page: Page
    fresh: bool

    @property
    def validators(self) -> dict[str, str]:
        """Headers of a conditional request for it (RFC 9110 13.1)."""
        pairs = (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified"))
        return {asked: self.page.headers[given] for asked, given in pairs if given in self.page.headers}


@dataclass(frozen=True, slots=True)
class PageInfo:
    """A page in the store without its body; `size` is the body's, in bytes."""

    asked_url: str
    url: str
    status: int
    size: int
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class FetchFailure:
    """A page that was refused or failed: the error's name, its reason, and when."""

    asked_url: str
    kind: str
    reason: str
    failed_at: datetime


class PageStore:
    """Pages by the URL that was asked for. Safe to use from several threads of one process."""

    def __init__(self, path: str, settings: Settings, clock: Callable[[], datetime] = utc_now) -> None:
        """Use `open`. `clock` tells the time of day."""
        self.path = path
        self._settings = settings
        self._clock = clock
        self._lock = RLock()
        self._began_at = clock()
        self._run: int | None = None
        with self._translated():
            self._db = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise

    @classmethod
    def open(cls, path: Path | str, settings: Settings | None = None, clock: Callable[[], datetime] = utc_now) -> Self:
        """Open the store at `path`, or begin one. StoreError when it is damaged, foreign, of another version or in use."""
        check_file(Path(path))
        return cls(str(path), settings or Settings(), clock)

    @classmethod
    def in_memory(cls, settings: Settings | None = None, clock: Callable[[], datetime] = utc_now) -> Self:
        """A store that is gone with the process."""
        return cls(":memory:", settings or Settings(), clock)

    def now(self) -> datetime:
        """The time by this store's clock."""
        return self._clock()

    def begin_run(self, key: str = "") -> bool:
        """Begin the run that `key` names (what is asked for, and how); True if an unfinished one of that key is gone on with.

        A page's age counts at the run's beginning, so an unfinished run finds all pages that it used before, however much
        later it goes on; a finished run's key begins anew, and then `max_age_s` decides.
        """
        with self._lock, self._translated():
            row = self._db.execute(
                "SELECT id, began_at FROM runs WHERE key = ? AND finished_at IS NULL ORDER BY id DESC LIMIT 1", (key,)
            ).fetchone()
            if row:
                self._run, self._began_at = row[0], datetime.fromisoformat(row[1])
                return True
            self._began_at = self._clock()
            began = self._db.execute("INSERT INTO runs (key, began_at) VALUES (?, ?)", (key, self._began_at.isoformat()))
            self._run = began.lastrowid
            return False

    def finish_run(self) -> None:
        """The run came to its end: the next one of its key begins anew."""
        with self._lock, self._translated():
            self._db.execute("UPDATE runs SET finished_at = ? WHERE id = ?", (self._clock().isoformat(), self._run))
            self._run = None

    def get(self, asked_url: str) -> StoredPage | None:
        """The page that was fetched for `asked_url`, fresh or not; None if there is none."""
        with self._lock, self._translated():
            row = self._db.execute(f"SELECT {_PAGE}, checked_at FROM pages WHERE asked_url = ?", (asked_url,)).fetchone()  # noqa: S608
        if row is None:
            return None
        return StoredPage(self._page(row[:-1]), self._is_fresh(datetime.fromisoformat(row[-1])))

    def put(self, page: Page) -> None:
        """Keep `page` under its `asked_url`, in one transaction; a former one of that URL gives way, its place stays."""
        at = (page.fetched_at or self._clock()).isoformat()
        body, digest = compress(page.body, _FAST), hashlib.sha256(page.body).digest()
        values = (page.asked_url, page.url, page.status, json.dumps(dict(page.headers)), at, at, len(page.body), digest, body)
        with self._transaction() as db:
            db.execute(
                "INSERT INTO pages (asked_url, url, status, headers, fetched_at, checked_at, size, sha256, body)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (asked_url) DO UPDATE SET url = excluded.url,"
                " status = excluded.status, headers = excluded.headers, fetched_at = excluded.fetched_at,"
                " checked_at = excluded.checked_at, size = excluded.size, sha256 = excluded.sha256, body = excluded.body",
                values,
            )
            db.execute("DELETE FROM failures WHERE asked_url = ?", (page.asked_url,))

    def confirm(self, asked_url: str) -> None:
        """The site says that the stored page still holds (304)."""
        with self._transaction() as db:
            db.execute("UPDATE pages SET checked_at = ? WHERE asked_url = ?", (self._clock().isoformat(), asked_url))
            db.execute("DELETE FROM failures WHERE asked_url = ?", (asked_url,))

    def remember_failure(self, asked_url: str, error: FetchError) -> None:
        """Keep why `asked_url` gave no page; the next run tries it again."""
        with self._lock, self._translated():
            self._db.execute(
                "INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?)",
                (asked_url, type(error).__name__, str(error), self._clock().isoformat()),
            )

    def pages(self, ids: range | None = None) -> Iterator[Page]:
        """Every good page, or those of certain `ids`, in the order in which they were first stored, one in memory at a time."""
        wanted = self.ids() if ids is None else ids
        last = wanted.start - 1
        while True:
            with self._lock, self._translated():
                row = self._db.execute(
                    f"SELECT {_PAGE}, id FROM pages WHERE id > ? AND id < ? ORDER BY id LIMIT 1",  # noqa: S608
                    (last, wanted.stop),
                ).fetchone()
            if row is None:
                return
            last = row[-1]
            yield self._page(row[:-1])

    def ids(self) -> range:
        """The range that the pages' ids lie in, to read a store in parts; not every one need be there."""
        with self._lock, self._translated():
            first, last = self._db.execute("SELECT min(id), max(id) FROM pages").fetchone()
        return range(first, last + 1) if first is not None else range(0)

    def entries(self) -> Iterator[PageInfo]:
        """What `pages` would give, without the bodies."""
        with self._lock, self._translated():
            rows = self._db.execute("SELECT asked_url, url, status, size, fetched_at FROM pages ORDER BY id").fetchall()
        for asked_url, url, status, size, fetched_at in rows:
            yield PageInfo(asked_url, url, status, size, datetime.fromisoformat(fetched_at))

    def failures(self) -> list[FetchFailure]:
        """What gave no page, the oldest first."""
        with self._lock, self._translated():
            rows = self._db.execute("SELECT * FROM failures ORDER BY failed_at, asked_url").fetchall()
        return [FetchFailure(url, kind, reason, datetime.fromisoformat(at)) for url, kind, reason, at in rows]

    def __len__(self) -> int:
        with self._lock, self._translated():
            count: int = self._db.execute("SELECT count(*) FROM pages").fetchone()[0]
        return count

    def close(self) -> None:
        """Close the file and give up the lock."""
        with self._lock:
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _is_fresh(self, checked_at: datetime) -> bool:
        age = timedelta(0) if self._settings.refresh else timedelta(seconds=self._settings.max_age_s)
        return self._settings.offline or checked_at >= self._began_at - age

    def _page(self, row: tuple[str, str, int, str, str, bytes, bytes]) -> Page:
        asked_url, url, status, headers, fetched_at, digest, packed = row
        try:
            body = zlib.decompress(packed)
        except zlib.error as problem:
            raise self._damaged(f"the page {asked_url} can't be unpacked") from problem
        if hashlib.sha256(body).digest() != digest:
            raise self._damaged(f"the page {asked_url} is not what was stored")
        fields: Mapping[str, str] = json.loads(headers)
        return Page(body, url, asked_url, status, fields, datetime.fromisoformat(fetched_at))

    def _prepare(self) -> None:
        """Take the lock, and lay out a new file in one transaction before WAL begins: a kill leaves nothing or all of it."""
        self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute("BEGIN EXCLUSIVE")
        try:
            if not self._db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
                for statement in (
                    *_SCHEMA.split(";")[:-1],
                    f"PRAGMA application_id = {APPLICATION_ID}",
                    f"PRAGMA user_version = {VERSION}",
                ):
                    self._db.execute(statement)
            self._db.execute("COMMIT")
        except BaseException:
            self._db.rollback()
            raise
        self._db.execute("PRAGMA journal_mode = WAL")

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._translated():
            self._db.execute("BEGIN")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                self._db.rollback()
                raise

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as problem:
            if "locked" in str(problem):
                raise StoreError(
                    "the page store is in use by another run", where=self.path, remedy="wait for it, or give another --store"
                ) from problem
            raise StoreError(
                f"the page store can't be used ({problem})", where=self.path, remedy="check the folder, its rights and the disk"
            ) from problem
        except sqlite3.DatabaseError as problem:
            raise self._damaged(str(problem)) from problem

    def _damaged(self, why: str) -> StoreError:
        return StoreError(f"the page store is damaged ({why})", where=self.path, remedy="move it away or give another --store")
