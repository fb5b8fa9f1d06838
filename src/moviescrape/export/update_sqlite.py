"""A SQLite table of movies that grows: each run adds what is new and replaces what is there, so that cron keeps one file."""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from moviescrape.errors import ExportError
from moviescrape.export.batches import Batch, convert
from moviescrape.export.publish import published
from moviescrape.export.to_sqlite import add_indexes, fill_database, quoted

if TYPE_CHECKING:
    import pandas as pd


class UpdateCounts(NamedTuple):
    """How many rows were added, and how many were there and have their new values."""

    added: int = 0
    replaced: int = 0


@dataclass(frozen=True, slots=True)
class SqliteUpdate:
    """How a database is brought up to date; with a `day`, its ratings are kept by day in the table `rating_history`."""

    day: date | None = None

    def write(self, table: Iterable[Batch], path: Path) -> UpdateCounts:
        """Add the rows to the database at `path`, all of them or none. Raise ExportError.

        A row is the same movie as one that is there with its url; without a url, with its title and year. A value that is
        missing now stays as it was; a column that is new is added. The database is locked only while rows are put into it,
        not while they are read from pages.
        """
        frames = cast("Iterator[pd.DataFrame]", (convert(frame, lists=False, safe=False) for frame in table))
        with TemporaryDirectory(prefix="moviescrape-") as folder:
            new, made = Path(folder, "new"), Path(folder, "made")
            fill_database(new, frames)
            if path.exists():
                return self._put(new, path)
            counts = self._put(new, made)
            with published(path) as file, made.open("rb") as filled:
                shutil.copyfileobj(filled, file, 2**20)
            return counts

    def _put(self, new: Path, path: Path) -> UpdateCounts:
        with _database_errors(path), closing(sqlite3.connect(path)) as connection:
            connection.execute("ATTACH DATABASE ? AS new", (str(new),))
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                counts = _put_rows(connection)
                if self.day:
                    _note_ratings(connection, self.day)
        return counts


def check_updatable(path: Path) -> None:
    """Raise ExportError, before any work is done, where the file at `path` is no database with a table of movies."""
    if not path.exists():
        return
    with closing(sqlite3.connect(path)) as connection:
        try:
            columns = _columns(connection, "main")
        except sqlite3.Error as error:
            raise ExportError(f"no SQLite database ({error})", where=str(path), remedy="name another file") from None
    if "title" not in columns:
        raise ExportError("a database without a table movies", where=str(path), remedy="name another file")


def _put_rows(connection: sqlite3.Connection) -> UpdateCounts:
    """Put each row of `new.movies` into `movies`: where its movie is, else at the end."""
    columns = _columns(connection, "new")
    _add_columns(connection)
    names, marks = ", ".join(map(quoted, columns)), ", ".join("?" * len(columns))
    insert = f"INSERT INTO main.movies ({names}) VALUES ({marks})"  # noqa: S608 - quoted names
    values = ", ".join(f"{quoted(name)} = coalesce(?, {quoted(name)})" for name in columns)
    update = f"UPDATE main.movies SET {values} WHERE rowid = ?"  # noqa: S608 - quoted names
    added = replaced = 0
    for row in connection.execute(f"SELECT {names} FROM new.movies ORDER BY rowid"):  # noqa: S608 - quoted names
        found = _find(connection, dict(zip(columns, row, strict=True)))
        connection.execute(insert if found is None else update, row if found is None else (*row, found))
        added, replaced = added + (found is None), replaced + (found is not None)
    _drop_lookups(connection)
    add_indexes(connection, _columns(connection, "main"))
    return UpdateCounts(added, replaced)


def _add_columns(connection: sqlite3.Connection) -> None:
    """Give the table all columns of the new rows, and the indexes by which rows are found."""
    there = _columns(connection, "main")
    new = connection.execute("PRAGMA new.table_info(movies)").fetchall()
    types = [f"{quoted(name)} {type_}" for _, name, type_, *_ in new if name not in there]
    if not there:
        connection.execute(f"CREATE TABLE main.movies ({', '.join(types)})")
    for type_ in types if there else ():
        connection.execute(f"ALTER TABLE main.movies ADD COLUMN {type_}")
    columns = _columns(connection, "main")
    for key in _LOOKUPS:
        if key in columns:
            connection.execute(f"CREATE INDEX main.lookup_{key} ON movies ({key})")


_LOOKUPS = ("url", "title")
"""Columns that rows are found by while they are put in."""


def _drop_lookups(connection: sqlite3.Connection) -> None:
    for key in _LOOKUPS:
        connection.execute(f"DROP INDEX IF EXISTS main.lookup_{key}")


def _find(connection: sqlite3.Connection, row: dict[str, Any]) -> int | None:
    """Return the rowid of the movie of a row, if it is there."""
    keys: Sequence[str] = ("url",) if row.get("url") else [name for name in ("title", "year", "url") if name in row]
    where = " AND ".join(f"{key} IS ?" for key in keys)
    found = connection.execute(f"SELECT rowid FROM main.movies WHERE {where}", [row[key] for key in keys])  # noqa: S608 - constants
    return next((rowid for (rowid,) in found), None)


def _note_ratings(connection: sqlite3.Connection, day: date) -> None:
    """Keep the ratings of the new rows under a day; of two runs on one day the last counts."""
    if not {"url", "rating"} <= set(_columns(connection, "new")):
        return
    connection.execute(
        "CREATE TABLE IF NOT EXISTS rating_history (url TEXT, day TEXT, rating REAL, PRIMARY KEY (url, day)) WITHOUT ROWID"
    )
    rated = "SELECT url, ?, rating FROM new.movies WHERE url IS NOT NULL AND rating IS NOT NULL ORDER BY rowid"
    connection.execute(f"INSERT OR REPLACE INTO rating_history {rated}", (day.isoformat(),))


def _columns(connection: sqlite3.Connection, database: str) -> list[str]:
    return [name for _, name, *_ in connection.execute(f"PRAGMA {database}.table_info(movies)")]


@contextmanager
def _database_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        remedy = "close the program that has it open, or free some space; it is as it was before"
        raise ExportError(f"can't be written ({error})", where=str(path), remedy=remedy) from error
