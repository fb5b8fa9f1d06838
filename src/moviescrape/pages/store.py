"""The page store: every page that was fetched, in one SQLite file, written before it is parsed.

WAL with synchronous=NORMAL: a commit is handed to the operating system before `put` returns, so killing the process loses
nothing; only a power cut may lose the last pages, and never the file. The lock is SQLite's own and dies with its process.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Any, Self

from moviescrape.errors import FetchError, StoreError
from moviescrape.errors.remedies import Remedy
from moviescrape.pages.page import Page
from moviescrape.pages.page_row import DamagedRow, PageRow, pack_page, read_date, unpack_page
from moviescrape.pages.store_file import APPLICATION_ID, SCHEMA, VERSION, check_file
from moviescrape.pages.stored_page import FetchFailure, PageInfo, StoredPage
from moviescrape.settings import Settings

_LOG = logging.getLogger(__name__)

_COLUMNS = ", ".join(PageRow._fields)
_DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What SQLite raises for a damaged file; the second, where its message quotes the damage."""
_SHARED_TIMEOUT_S = 2.0
"""Readers that open a store at once wait a moment for each other; for a run that writes it nobody waits long enough."""
_MIN_PAGE_BYTES = 64
"""That a stored page takes at least: how many a damaged file can hold."""


def utc_now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


class PageStore:
    """Pages by the URL that was asked for. Safe to use from several threads of one process."""

    def __init__(self, path: str, settings: Settings, clock: Callable[[], datetime] = utc_now, *, to_read: bool = False) -> None:
        """Use `open`. `clock` tells the time of day."""
        self.path = path
        self._settings = settings
        self._clock = clock
        self._lock = RLock()
        self._began_at = clock()
        self.run: int | None = None
        """The number of the run that was begun."""
        with self._translated():
            timeout_s = _SHARED_TIMEOUT_S if to_read else 0
            self._db = sqlite3.connect(path, timeout=timeout_s, isolation_level=None, check_same_thread=False)
            self._db.text_factory = lambda text: text.decode("utf-8", "replace")  # damage is told by the page's digest
            try:
                self._prepare_to_read() if to_read else self._prepare()
            except BaseException:
                self._db.close()
                raise

    @classmethod
    def open(cls, path: Path | str, settings: Settings | None = None, clock: Callable[[], datetime] = utc_now) -> Self:
        """Open the store at `path`, or begin one. Raise StoreError when it is damaged, foreign, of another version or in use."""
        check_file(Path(path))
        return cls(str(path), settings or Settings(), clock)

    @classmethod
    def open_to_read(cls, path: Path | str) -> Self:
        """Open the store at `path`, which is there, as several processes may at once. Raise StoreError as `open` does."""
        check_file(Path(path))
        return cls(str(path), Settings(), to_read=True)

    @classmethod
    def in_memory(cls, settings: Settings | None = None, clock: Callable[[], datetime] = utc_now) -> Self:
        """Open a store that is gone with the process."""
        return cls(":memory:", settings or Settings(), clock)

    def now(self) -> datetime:
        """Return the time by this store's clock."""
        return self._clock()

    def begin_run(self, key: str = "") -> bool:
        """Begin the run that `key` names (what is asked for, and how); return True where an unfinished one of that key goes on.

        A page's age counts at the run's beginning, so an unfinished run finds all pages that it used before, however much
        later it goes on; a finished run's key begins anew, and then `max_age_s` decides.
        """
        with self._lock, self._translated():
            row = self._db.execute(
                "SELECT id, began_at FROM runs WHERE key = ? AND finished_at IS NULL ORDER BY id DESC LIMIT 1", (key,)
            ).fetchone()
            if row and (began_at := read_date(row[1])):
                self.run, self._began_at = row[0], began_at
                return True
            self._began_at = self._clock()
            began = self._db.execute("INSERT INTO runs (key, began_at) VALUES (?, ?)", (key, self._began_at.isoformat()))
            self.run = began.lastrowid
            return False

    def finish_run(self) -> None:
        """Note that the run came to its end: the next one of its key begins anew, and its crawl's state is of no more use."""
        with self.transaction() as db:
            db.execute("UPDATE runs SET finished_at = ? WHERE id = ?", (self._clock().isoformat(), self.run))
            db.execute("DROP TABLE IF EXISTS frontier")
            db.execute("DROP TABLE IF EXISTS read_pages")
        self.run = None

    def get(self, asked_url: str) -> StoredPage | None:
        """Return the page that was fetched for `asked_url`, fresh or not; None if there is none, or it is damaged."""
        try:
            row = self._row(f"SELECT {_COLUMNS}, checked_at FROM pages WHERE asked_url = ?", asked_url)  # noqa: S608
            if row is None:
                return None
            page = unpack_page(PageRow._make((asked_url, *row[1:-1])))
        except DamagedRow as damage:
            _LOG.warning("%s: the stored page of %s is damaged (%s)", self.path, asked_url, damage)
            return None
        return StoredPage(page, self._is_fresh(read_date(row[-1])))

    def put(self, page: Page) -> None:
        """Keep `page` under its `asked_url`, in one transaction; a former one of that URL gives way, its place stays."""
        row = pack_page(page, page.fetched_at or self._clock())
        columns = (*PageRow._fields, "checked_at")
        changes = ", ".join(f"{name} = excluded.{name}" for name in columns)
        with self.transaction() as db:
            db.execute(
                f"INSERT INTO pages ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608
                f" ON CONFLICT (asked_url) DO UPDATE SET {changes}",
                (*row, row.fetched_at),
            )
            db.execute("DELETE FROM failures WHERE asked_url = ?", (page.asked_url,))

    def confirm(self, asked_url: str) -> None:
        """Note that the stored page still holds, as the site says (304)."""
        with self.transaction() as db:
            db.execute("UPDATE pages SET checked_at = ? WHERE asked_url = ?", (self._clock().isoformat(), asked_url))
            db.execute("DELETE FROM failures WHERE asked_url = ?", (asked_url,))

    def remember_failure(self, asked_url: str, error: FetchError) -> None:
        """Keep why `asked_url` gave no page; the next run tries it again."""
        with self._lock, self._translated():
            self._db.execute(
                "INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?)",
                (asked_url, type(error).__name__, error.without_remedy, self._clock().isoformat()),
            )

    def pages(self, ids: range | None = None) -> Iterator[Page | StoreError]:
        """Yield every page, or those of certain `ids`, in the order in which they were first stored, one in memory at a time.

        A page that is damaged is a StoreError in its place.
        """
        wanted = self.ids() if ids is None else ids
        last = wanted.start - 1
        while (found := self._next_page(last, wanted.stop)) is not None:
            last, page = found
            yield page

    def _next_page(self, last: int, stop: int) -> tuple[int, Page | StoreError] | None:
        """Return the first page behind the id `last` and before `stop`, with its id."""
        query = f"SELECT id, {_COLUMNS} FROM pages WHERE id > ? AND id < ? ORDER BY id LIMIT 1"  # noqa: S608
        try:
            row = self._row(query, last, stop)
        except DamagedRow:
            return self._next_readable(last, stop)
        return self._unpacked(row) if row else None

    def _next_readable(self, last: int, stop: int) -> tuple[int, Page | StoreError] | None:
        """Search id by id, where SQLite meets damage on the way from one page to the next."""
        for number in range(last + 1, stop):
            try:
                row = self._row(f"SELECT id, {_COLUMNS} FROM pages WHERE id = ?", number)  # noqa: S608
            except DamagedRow as damage:
                return number, self._damaged(f"page {number} can't be read: {damage}", number)
            if row:
                return self._unpacked(row)
        return None

    def _unpacked(self, row: tuple[Any, ...]) -> tuple[int, Page | StoreError]:
        number, page_row = row[0], PageRow._make(row[1:])
        try:
            return number, unpack_page(page_row)
        except DamagedRow as damage:
            return number, self._damaged(f"the page of {page_row.asked_url}: {damage}", number)

    def ids(self) -> range:
        """Return the range that the pages' ids lie in, to read a store in parts; not every one need be there."""
        try:
            first, last = self._row("SELECT min(id), max(id) FROM pages") or (None, None)
        except DamagedRow:
            first, last = 1, Path(self.path).stat().st_size // _MIN_PAGE_BYTES
        return range(first, last + 1) if first is not None and last is not None else range(0)

    def infos(self) -> Iterator[PageInfo]:
        """Yield what is known of each page but its body, in the order of `pages`."""
        with self._lock, self._translated():
            rows = self._db.execute("SELECT asked_url, url, status, size, fetched_at FROM pages ORDER BY id").fetchall()
        for asked_url, url, status, size, fetched_at in rows:
            yield PageInfo(asked_url, url, status, size, read_date(fetched_at))

    def failures(self) -> list[FetchFailure]:
        """Return what gave no page, the oldest first."""
        with self._lock, self._translated():
            rows = self._db.execute("SELECT * FROM failures ORDER BY failed_at, asked_url").fetchall()
        return [FetchFailure(url, kind, reason, read_date(at)) for url, kind, reason, at in rows]

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

    def first_row(self, query: str, *values: object) -> tuple[Any, ...] | None:
        """Return the first row that a query of another table finds, None where it finds none."""
        with self._lock, self._translated():
            row: tuple[Any, ...] | None = self._db.execute(query, values).fetchone()
        return row

    def _is_fresh(self, checked_at: datetime | None) -> bool:
        age = timedelta(0) if self._settings.refresh else timedelta(seconds=self._settings.max_age_s)
        return self._settings.offline or (checked_at is not None and checked_at >= self._began_at - age)

    def _row(self, query: str, *values: object) -> tuple[Any, ...] | None:
        """Return the first row that a query finds. Raise DamagedRow where the file is damaged there."""
        with self._lock:
            try:
                row: tuple[Any, ...] | None = self._db.execute(query, values).fetchone()
            except sqlite3.OperationalError as problem:
                raise self._unusable(problem) from problem
            except _DAMAGE as damage:
                raise DamagedRow(str(damage)) from damage
        return row

    def _prepare_to_read(self) -> None:
        """Share the file with others that read it. A run that writes it has it alone: then this fails."""
        self._db.execute("PRAGMA query_only = ON")
        self._db.execute("SELECT 1 FROM pages LIMIT 1").fetchone()

    def _prepare(self) -> None:
        """Take the lock, and lay out a new file in one transaction before WAL begins: a kill leaves nothing or all of it."""
        self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute("BEGIN EXCLUSIVE")
        try:
            if not self._db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
                for statement in (
                    *SCHEMA.split(";")[:-1],
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
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Yield the database: all that is done with it, or nothing."""
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
            raise self._unusable(problem) from problem
        except _DAMAGE as damage:
            raise self._damaged(str(damage)) from damage

    def _unusable(self, problem: sqlite3.OperationalError) -> StoreError:
        if "locked" in str(problem):
            return StoreError("the page store is in use by another run", where=self.path, remedy=Remedy.WAIT_FOR_STORE)
        what, remedy = f"the page store can't be used ({problem})", "check the folder, its rights and the disk"
        return StoreError(what, where=self.path, remedy=remedy)

    def _damaged(self, why: str, number: int | None = None) -> StoreError:
        """Return what to say of damage: to the page of this `number`, or to the file as a whole."""
        if number is not None:
            return StoreError(f"damaged ({why})", where=f"{self.path}#{number}", remedy="the others are used; fetch it again")
        return StoreError(f"the page store is damaged ({why})", where=self.path, remedy=Remedy.MOVE_STORE)
