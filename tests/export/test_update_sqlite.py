"""A database that grows: rows are added or replaced, all or none; ratings are kept by day."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from moviescrape.errors import ExportError
from moviescrape.export.formats import FORMATS
from moviescrape.export.update_sqlite import SqliteUpdate, UpdateCounts, check_updatable
from moviescrape.export.write import write_table
from moviescrape.table.schema import conform

RIVER, DUNE = "https://films.example/river", "https://films.example/dune"


def _table(**columns: list[Any]) -> pd.DataFrame:
    return conform(columns, range(1, len(columns["title"]) + 1), "a test")


def _rows(path: Path, query: str = "SELECT * FROM movies") -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


FIRST = _table(title=["River", "Dune"], rating=[7.0, 8.1], url=[RIVER, DUNE])


@pytest.fixture
def database(tmp_path: Path) -> Path:
    write_table([FIRST], tmp_path / "movies.sqlite", FORMATS["sqlite"])
    return tmp_path / "movies.sqlite"


def test_a_movie_of_the_same_url_is_replaced_and_others_are_added(database: Path) -> None:
    second = _table(title=["River!", "Heat"], rating=[7.5, 8.3], url=[RIVER, "https://films.example/heat"])
    assert SqliteUpdate().write([second], database) == UpdateCounts(added=1, replaced=1)
    assert _rows(database) == [
        ("River!", 7.5, RIVER),
        ("Dune", 8.1, DUNE),
        ("Heat", 8.3, "https://films.example/heat"),
    ]


def test_a_value_that_is_missing_now_stays_and_a_new_column_is_added(database: Path) -> None:
    SqliteUpdate().write([_table(title=["River"], rating=[None], year=["1990"], url=[RIVER])], database)
    assert _rows(database, "SELECT title, rating, url, year FROM movies") == [
        ("River", 7.0, RIVER, 1990),
        ("Dune", 8.1, DUNE, None),
    ]


def test_columns_that_are_not_asked_for_this_time_stay(database: Path) -> None:
    SqliteUpdate().write([_table(title=["Dune"], url=[DUNE])], database)
    assert _rows(database)[1] == ("Dune", 8.1, DUNE)


def test_movies_without_a_url_are_known_by_title_and_year(tmp_path: Path) -> None:
    path = tmp_path / "movies.sqlite"
    table = _table(title=["River", "River", "Dune"], rating=[7.0, 6.0, 8.1], year=["1990", "2003", None], url=[None, None, None])
    assert SqliteUpdate().write([table], path) == UpdateCounts(added=3)
    again = _table(title=["River", "Dune", "Dune"], rating=[6.5, 8.2, 6.4], year=["2003", None, "1984"], url=[None, None, None])
    assert SqliteUpdate().write([again], path) == UpdateCounts(added=1, replaced=2)
    assert _rows(path, "SELECT title, rating, year FROM movies") == [
        ("River", 7.0, 1990),
        ("River", 6.5, 2003),
        ("Dune", 8.2, None),
        ("Dune", 6.4, 1984),
    ]


def test_the_same_run_again_changes_nothing(database: Path) -> None:
    before = _rows(database)
    for _ in range(3):
        assert SqliteUpdate(date(2026, 11, 26)).write([FIRST], database) == UpdateCounts(replaced=2)
    assert _rows(database) == before
    assert len(_rows(database, "SELECT * FROM rating_history")) == 2


def test_ratings_are_kept_by_day_and_the_last_of_a_day_counts(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    for day, rating in ((26, 7.0), (26, 7.1), (27, 7.1), (28, None), (29, 6.9)):
        SqliteUpdate(date(2026, 11, day)).write([_table(title=["River"], rating=[rating], url=[RIVER])], path)
    assert _rows(path, "SELECT * FROM rating_history") == [
        (RIVER, "2026-11-26", 7.1),
        (RIVER, "2026-11-27", 7.1),
        (RIVER, "2026-11-29", 6.9),
    ]
    assert _rows(path) == [("River", 6.9, RIVER)]


def test_what_else_is_in_the_database_stays(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("CREATE TABLE seen (url TEXT)")
        connection.execute("INSERT INTO seen VALUES ('x')")
        connection.execute("ALTER TABLE movies ADD COLUMN notes TEXT")
        connection.execute("UPDATE movies SET notes = 'mine'")
    SqliteUpdate().write([_table(title=["River"], rating=[7.2], url=[RIVER])], database)
    assert _rows(database, "SELECT * FROM seen") == [("x",)]
    assert _rows(database)[0] == ("River", 7.2, RIVER, "mine")


@pytest.mark.parametrize("word", ["river", "RÍVER", "reed"])
def test_title_and_actors_can_be_searched_after_each_run(tmp_path: Path, word: str) -> None:
    path, found = tmp_path / "movies.sqlite", "SELECT title FROM movies WHERE rowid IN (SELECT rowid FROM movies_fts({!r}))"
    write_table([_table(title=["Dune"], actors=["Bo Lind"])], path, FORMATS["sqlite"])
    assert _rows(path, found.format("lind")) == [("Dune",)]
    SqliteUpdate().write([_table(title=["The River"], actors=["Ana Reed"])], path)
    assert _rows(path, found.format(word)) == [("The River",)]
    assert _rows(path, found.format("lind")) == [("Dune",)]


def test_the_url_is_the_key_unless_rows_share_one(tmp_path: Path) -> None:
    def is_unique(path: Path) -> int:
        return next(int(unique) for _, name, unique, *_ in _rows(path, "PRAGMA index_list(movies)") if name == "movies_url")

    shared = _table(title=["River", "River"], url=[RIVER, RIVER])
    for name, table in (("one", FIRST), ("two", shared)):
        write_table([table], tmp_path / name, FORMATS["sqlite"])
    assert (is_unique(tmp_path / "one"), is_unique(tmp_path / "two")) == (1, 0)
    assert SqliteUpdate().write([shared], tmp_path / "three") == UpdateCounts(added=1, replaced=1)
    assert is_unique(tmp_path / "three") == 1


def test_a_run_that_ends_half_way_leaves_the_database_as_it_was(database: Path) -> None:
    def failing() -> Iterator[pd.DataFrame]:
        yield _table(title=["Heat"], rating=[8.3], url=["https://films.example/heat"])
        raise KeyboardInterrupt

    before = database.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        SqliteUpdate().write(failing(), database)
    assert database.read_bytes() == before
    assert [path.name for path in database.parent.iterdir()] == ["movies.sqlite"]


def test_a_database_in_use_is_said_and_stays(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr("moviescrape.export.update_sqlite.sqlite3.connect", lambda path: connect(path, timeout=0))
    with closing(connect(database)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ExportError, match=r"movies.sqlite: can't be written \(database is locked\); close the program"):
            SqliteUpdate().write([FIRST], database)


def test_another_file_is_refused_before_any_work(tmp_path: Path, database: Path) -> None:
    (tmp_path / "text.sqlite").write_text("no database, and long enough to be one " * 40, encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as connection, connection:
        connection.execute("CREATE TABLE pages (url TEXT)")
    with pytest.raises(ExportError, match="no SQLite database"):
        check_updatable(tmp_path / "text.sqlite")
    with pytest.raises(ExportError, match="a database without a table movies"):
        check_updatable(tmp_path / "other.sqlite")
    check_updatable(database)
    check_updatable(tmp_path / "new.sqlite")
    assert not (tmp_path / "new.sqlite").exists()
