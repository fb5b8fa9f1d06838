"""A full temporary folder is said, and is not taken for a failure of the source."""

import sqlite3
from pathlib import Path

import pytest
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from moviescrape.errors import ExportError
from moviescrape.export.formats import FORMATS
from moviescrape.export.write import write_table
from moviescrape.movie import Movie
from moviescrape.table.build import to_frame

TABLE = [to_frame([Movie("Heat " * 100)] * 500)]


def test_a_full_temporary_folder_under_sqlite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def connect_to_little_room(path: Path) -> sqlite3.Connection:
        connection = sqlite3.Connection(path)
        connection.execute("PRAGMA max_page_count = 4")
        return connection

    monkeypatch.setattr("moviescrape.export.to_sqlite.sqlite3.connect", connect_to_little_room)
    with pytest.raises(ExportError, match=r"disk is full.*free some space there"):
        write_table(TABLE, tmp_path / "movies.sqlite", FORMATS["sqlite"])
    assert list(tmp_path.iterdir()) == []


def test_a_full_temporary_folder_under_xlsx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def append_to_no_room(_sheet: WriteOnlyWorksheet, _row: list[object]) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(WriteOnlyWorksheet, "append", append_to_no_room)
    with pytest.raises(ExportError, match=r"No space left on device.*free some space there"):
        write_table(TABLE, tmp_path / "movies.xlsx", FORMATS["xlsx"])
    assert list(tmp_path.iterdir()) == []
