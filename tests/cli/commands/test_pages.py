"""`moviescrape pages`, from a store to files."""

import csv
import gzip
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from moviescrape.cli.app import app
from moviescrape.errors import Refused
from moviescrape.pages.page import Page
from moviescrape.pages.store import PageStore

URL = "https://movies.example/../title/tt0000001/"
AT = datetime(2026, 11, 20, 12, 30, 5, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "pages.sqlite"
    with PageStore.open(path) as opened:
        opened.put(Page(b"<title>One</title>", URL, URL, 200, {"content-type": "text/html"}, AT))
        opened.put(Page(b"<title>Two</title>", f"{URL}two", f"{URL}2", 200, {}, AT))
        opened.remember_failure(f"{URL}3", Refused("the site refused (403 Forbidden)", where=f"{URL}3"))
    return path


def pages(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["pages", *map(str, arguments)])


def test_list_shows_pages_in_order_and_what_failed(store: Path) -> None:
    lines = pages(store, "list").stdout.splitlines()
    assert lines[0] == f"2026-11-20 12:30:05\t200\t18\t{URL}"
    assert lines[1].endswith(f"\t{URL}2 -> {URL}two")
    assert lines[2].endswith(f"\t-\tRefused\t{URL}3: the site refused (403 Forbidden)")


def test_export_writes_pages_as_they_came_and_an_index(store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "pages"
    result = pages(store, "export", folder)
    assert result.exit_code == 0, result.stderr
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["0001-movies-example-title-tt0000001.html", "0002-movies-example-title-tt0000001-two.html", "index.csv"]
    assert (folder / names[0]).read_bytes() == b"<title>One</title>"
    with (folder / "index.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["file"], row["url"], row["asked_url"]) for row in rows] == [
        (names[0], URL, URL),
        (names[1], f"{URL}two", f"{URL}2"),
    ]


def test_a_damaged_page_is_said_and_the_others_are_written(store: Path, tmp_path: Path) -> None:
    with sqlite3.connect(store) as db:
        db.execute("UPDATE pages SET body = zeroblob(9), fetched_at = '?' WHERE id = 1")
    db.close()
    for arguments in (("export", tmp_path / "new"), ("warc", tmp_path / "pages.warc")):
        result = pages(store, *arguments)
        assert result.exit_code == 3
        assert f"{store}#1: damaged" in result.stderr
        assert "1 page in " in result.stderr
    assert pages(store, "list").stdout.startswith("unknown\t200")


def test_export_leaves_a_folder_with_files_alone(store: Path, tmp_path: Path) -> None:
    result = pages(store, "export", tmp_path)
    assert result.exit_code == 2
    assert "not empty; name a new one" in result.stderr


@pytest.mark.parametrize("name", ["pages.warc", "pages.warc.gz"])
def test_warc(store: Path, tmp_path: Path, name: str) -> None:
    result = pages(store, "warc", tmp_path / name)
    assert result.exit_code == 0, result.stderr
    written = (tmp_path / name).read_bytes()
    assert b"<title>Two</title>" in (gzip.decompress(written) if name.endswith(".gz") else written)


@pytest.mark.parametrize("arguments", [("list",), ("export", "x"), ("warc", "x")])
def test_no_store_and_foreign_file(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    missing = pages(tmp_path / "no.sqlite", *arguments)
    assert (missing.exit_code, missing.stderr.count("\n")) == (2, 1)
    foreign = tmp_path / "movies.csv"
    foreign.write_text("title\n" * 50)
    result = pages(foreign, *arguments)
    assert (result.exit_code, result.stderr.count("\n")) == (4, 1)
    assert "not a page store" in result.stderr
    assert foreign.read_text() == "title\n" * 50


def test_store_in_use(store: Path) -> None:
    with PageStore.open(store):
        result = pages(store, "list")
    assert result.exit_code == 4
    assert "in use by another run" in result.stderr
