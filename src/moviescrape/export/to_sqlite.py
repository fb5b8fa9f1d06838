"""SQLite: one table `movies`; TEXT, REAL and INTEGER columns; names joined by `;`; missing values NULL.

Its key is `url` (the index `movies_url`). `movies_fts` is a full-text index of title and actors (SQLite's FTS5):
SELECT * FROM movies WHERE rowid IN (SELECT rowid FROM movies_fts WHERE movies_fts MATCH 'reed').
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from moviescrape.export.batches import rows_of
from moviescrape.export.scratch import copied_to, scratch_errors

if TYPE_CHECKING:
    import pandas as pd

_TYPES = {"string": "TEXT", "Float64": "REAL", "Int64": "INTEGER"}
_SEARCHED = ("title", "actors")


def write(frames: "Iterator[pd.DataFrame]", file: BinaryIO) -> None:
    """Write a row a movie, in the order of the frames."""
    with copied_to(file) as path:
        fill_database(path, frames)


def fill_database(path: Path, frames: "Iterator[pd.DataFrame]") -> None:
    """Write a row a movie to a new database in the temporary folder. Raise ExportError where there is no room."""
    with closing(sqlite3.connect(path)) as connection, connection, scratch_errors(sqlite3.OperationalError):
        _fill(connection, frames)


def add_indexes(connection: sqlite3.Connection, columns: Sequence[str]) -> None:
    """Add the key and the full-text index, anew where they are there: the one is unique unless two rows share a url."""
    if "url" in columns:
        connection.execute("DROP INDEX IF EXISTS movies_url")
        try:
            connection.execute("CREATE UNIQUE INDEX movies_url ON movies (url)")
        except sqlite3.IntegrityError:
            connection.execute("CREATE INDEX movies_url ON movies (url)")
    searched = ", ".join(name for name in _SEARCHED if name in columns)
    with suppress(sqlite3.OperationalError):  # some builds of SQLite come without FTS5
        connection.execute("DROP TABLE IF EXISTS movies_fts")
        connection.execute(
            f"CREATE VIRTUAL TABLE movies_fts USING fts5({searched}, content='movies', tokenize='unicode61 remove_diacritics 2')"
        )
        connection.execute("INSERT INTO movies_fts (movies_fts) VALUES ('rebuild')")


def quoted(name: str) -> str:
    """Return a column's name as SQL takes any.

    >>> print(quoted('my "notes"'))
    "my ""notes""\"
    """
    return '"' + name.replace('"', '""') + '"'


def _fill(connection: sqlite3.Connection, frames: "Iterator[pd.DataFrame]") -> None:
    for number, frame in enumerate(frames):
        if number == 0:
            columns = [str(name) for name in frame]
            types = ", ".join(f"{quoted(name)} {_TYPES[str(frame.dtypes[name])]}" for name in columns)
            connection.execute(f"CREATE TABLE movies ({types})")
            insert = f"INSERT INTO movies VALUES ({', '.join('?' * len(columns))})"  # noqa: S608  (question marks only)
        connection.executemany(insert, rows_of(frame))
    add_indexes(connection, columns)
