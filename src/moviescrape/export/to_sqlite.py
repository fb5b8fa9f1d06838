"""SQLite: one table `movies`; TEXT, REAL and INTEGER columns; names joined by `;`; missing values NULL."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, BinaryIO

from moviescrape.export.batches import rows_of
from moviescrape.export.scratch import copied_to, scratch_errors

if TYPE_CHECKING:
    import pandas as pd

_TYPES = {"string": "TEXT", "Float64": "REAL", "Int64": "INTEGER"}


def write(frames: "Iterator[pd.DataFrame]", file: BinaryIO) -> None:
    """Write a row a movie, in the order of the frames."""
    with copied_to(file) as path, closing(sqlite3.connect(path)) as connection, connection:
        _fill(connection, frames)


def _fill(connection: sqlite3.Connection, frames: "Iterator[pd.DataFrame]") -> None:
    for number, frame in enumerate(frames):
        if number == 0:
            columns = ", ".join(f"{_quoted(str(name))} {_TYPES[str(dtype)]}" for name, dtype in frame.dtypes.items())
            connection.execute(f"CREATE TABLE movies ({columns})")
            insert = f"INSERT INTO movies VALUES ({', '.join('?' * len(frame.columns))})"  # noqa: S608  (question marks only)
        with scratch_errors(sqlite3.OperationalError):
            connection.executemany(insert, rows_of(frame))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
