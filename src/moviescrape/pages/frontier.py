"""The state of a run's crawl, in the page store's file: what its pages gave, and which pages it still wants, by host.

What was read is there after a kill, so that the same run goes on without reading its lists again. What is wanted follows from
it, and from the run's sources; it lies in a temporary table of the same database, so that a million addresses take no memory.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from moviescrape.pages.page import Page, PageRequest
from moviescrape.pages.page_row import read_date

if TYPE_CHECKING:
    from moviescrape.pages.store import PageStore  # loads sqlite3, which saved pages don't need

ROWS_AT_ONCE = 32
"""Written in one transaction; those before it are read again from their stored pages after a kill."""

_TABLES = (
    "CREATE TABLE IF NOT EXISTS frontier (run INTEGER NOT NULL, reader TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS read_pages (url TEXT NOT NULL, number INTEGER NOT NULL, result BLOB NOT NULL,"
    " failed INTEGER NOT NULL, host TEXT NOT NULL, fetched_at TEXT, PRIMARY KEY (url, number)) WITHOUT ROWID",
    "CREATE TEMP TABLE wanted (id INTEGER PRIMARY KEY, host TEXT NOT NULL, url TEXT NOT NULL, referer TEXT)",
    "CREATE INDEX temp.wanted_by_host ON wanted (host, id)",
)


class Place(NamedTuple):
    """What a page is to a crawl: the page `number`, from 1, of the list that begins at `url`; 0 is a movie's own page `url`."""

    url: str
    number: int = 0


class ReadPage(NamedTuple):
    """What a page gave, packed; `failed`: there was none, and a later run tries again. `host` is the one that was asked."""

    place: Place
    packed: bytes
    failed: bool
    host: str
    fetched_at: datetime | None = None


class WantedPage(NamedTuple):
    """A movie's own page that is wanted; `id` is its place among all."""

    id: int
    request: PageRequest


class KeptBefore(NamedTuple):
    """What a run that goes on had read of a host: how many pages, the oldest of them fetched at a time of day."""

    host: str
    pages: int
    oldest_at: datetime | None


class Frontier:
    """Of the run that `store` has begun. Used from one thread; what pages gave counts only for the same `reader`."""

    def __init__(self, store: "PageStore", reader: str = "") -> None:
        """Take `reader`, which names all that the reading of a page depends on; any other's results are dropped."""
        self._store = store
        self._unwritten: list[ReadPage] = []
        self.kept_before: tuple[KeptBefore, ...] = ()
        with store.transaction() as db:
            for statement in _TABLES:
                db.execute(statement)
            owner = (store.run, reader)
            if db.execute("SELECT run, reader FROM frontier").fetchall() == [owner]:
                db.execute("DELETE FROM read_pages WHERE failed")
                kept = db.execute("SELECT host, count(*), min(fetched_at) FROM read_pages GROUP BY host").fetchall()
                self.kept_before = tuple(KeptBefore(host, pages, read_date(at)) for host, pages, at in kept)
            else:
                db.execute("DELETE FROM read_pages")
                db.execute("DELETE FROM frontier")
                db.execute("INSERT INTO frontier VALUES (?, ?)", owner)

    def put(self, page: ReadPage) -> None:
        """Keep what a page gave; written with others."""
        self._unwritten.append(page)
        if len(self._unwritten) >= ROWS_AT_ONCE:
            self.write()

    def write(self) -> None:
        """Write what was put."""
        rows = [
            (*page.place, page.packed, page.failed, page.host, page.fetched_at.isoformat() if page.fetched_at else None)
            for page in self._unwritten
        ]
        with self._store.transaction() as db:
            db.executemany("INSERT OR REPLACE INTO read_pages VALUES (?, ?, ?, ?, ?, ?)", rows)
        self._unwritten.clear()

    def get(self, place: Place) -> bytes | None:
        """Return what a page gave, packed, if that was written."""
        row = self._store.first_row("SELECT result FROM read_pages WHERE url = ? AND number = ?", *place)
        return bytes(row[0]) if row else None

    def stored_page(self, asked_url: str) -> Page | None:
        """Return a page that was fetched, with its bytes."""
        stored = self._store.get(asked_url)
        return stored.page if stored else None

    def want(self, requests: Iterable[tuple[str, PageRequest]]) -> None:
        """Add movies' own pages, each with its host."""
        with self._store.transaction() as db:
            db.executemany(
                "INSERT INTO wanted (host, url, referer) VALUES (?, ?, ?)",
                ((host, request.url, request.referer) for host, request in requests),
            )

    def next_wanted(self, host: str, after: int) -> WantedPage | None:
        """Return the first page of a host, behind the one with the id `after`, that was not read yet."""
        row = self._store.first_row(
            "SELECT id, url, referer FROM wanted WHERE host = ? AND id > ? AND NOT EXISTS"
            " (SELECT 1 FROM read_pages WHERE read_pages.url = wanted.url AND number = 0) ORDER BY id LIMIT 1",
            host,
            after,
        )
        return WantedPage(row[0], PageRequest(row[1], row[2])) if row else None

    def wanted_hosts(self) -> list[str]:
        """Return the hosts of all pages wanted."""
        with self._store.transaction() as db:
            return [host for (host,) in db.execute("SELECT DISTINCT host FROM wanted").fetchall()]
