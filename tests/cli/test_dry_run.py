"""`run --dry-run` says what would be done, and does nothing."""

from pathlib import Path

import pytest

from support.command_line import moviescrape
from support.paths import PAGES


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_it_says_which_hosts_would_be_asked_for_how_much(tmp_path: Path) -> None:
    urls = ["https://films.example/a", "https://films.example/b", "https://other.example/c"]
    result = moviescrape("run", *urls, "--out", "x.csv", "--contact", "me@example.org", "--dry-run", "--details", "--delay", "3")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "ask films.example",
        "  for robots.txt, 2 pages to begin with, and the pages that lists go on with",
        "  for each movie's own page",
        "  with 3 s or more between two requests, more where robots.txt says so: at least 6.0 s",
        "ask other.example",
        "  for robots.txt, 1 page to begin with, and the pages that lists go on with",
        "  for each movie's own page",
        "  with 3 s or more between two requests, more where robots.txt says so",
        "keep the pages in x.pages.sqlite",
        "write x.csv: title,rating,year,actors,runtime,url",
        "a dry run: nothing was asked and nothing written",
    ]
    assert not list(tmp_path.iterdir())


def test_what_would_stop_a_run_stops_it_too() -> None:
    result = moviescrape("run", "https://films.example/a", "--out", "x.csv", "--dry-run")
    assert result.exit_code == 2
    assert "give --contact" in result.stderr


def test_it_says_what_a_store_holds_already() -> None:
    assert moviescrape("run", "--out", "x.csv", "--max-movies", "5").exit_code == 0
    table = Path("x.csv").read_bytes()
    result = moviescrape("run", "--out", "x.csv", "--dry-run")
    assert "the practice site on this machine" in result.stdout
    assert "keep the pages in x.pages.sqlite, which holds 1 page" in result.stdout
    assert Path("x.csv").read_bytes() == table
    assert "not asked (--offline)" in moviescrape("run", "--out", "x.csv", "--dry-run", "--offline").stdout


def test_saved_pages_are_read_and_nobody_is_asked() -> None:
    page = PAGES / "imdb" / "calendar-2017.html"
    result = moviescrape("run", page, "--out", "-", "--dry-run")
    assert result.stdout.splitlines()[0] == f"read {page}"
    assert "ask " not in result.stdout
    assert "print: title" in result.stdout
