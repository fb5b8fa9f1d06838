"""What a run leaves and says beside its table: the account for programs, the age of stored pages, no empty store."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from moviescrape.cli.summary import say_run_verdict, say_stored
from moviescrape.fetch.host_stats import HostStats
from moviescrape.pipeline.report import Report
from moviescrape.practice import START_PATH, PracticeSite
from support.command_line import moviescrape
from support.network import free_port

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_a_run_writes_its_account(site: PracticeSite, tmp_path: Path) -> None:
    out, account = tmp_path / "movies.csv", tmp_path / "run.json"
    assert moviescrape("run", site.origin + START_PATH, "--max-pages", 1, "--out", out, "--report", account).exit_code == 0
    said = json.loads(account.read_text(encoding="utf-8"))
    assert (said["exit"], said["complete"], said["pages"], said["movies"], said["out"]) == (0, True, 1, 50, str(out))
    assert said["hosts"][0]["requests"] == 2


@pytest.mark.parametrize(("arguments", "status"), [(["--store", "{foreign}"], 4), (["--contact", "no address"], 2)])
def test_also_where_it_could_not_begin(tmp_path: Path, arguments: list[str], status: int) -> None:
    foreign, account = tmp_path / "foreign.sqlite", tmp_path / "run.json"
    foreign.write_bytes(b"not a database")
    account.write_text('{"exit": 0}', encoding="utf-8")  # of an earlier run: it must not stay
    given = [argument.format(foreign=foreign) for argument in arguments]
    url = f"http://127.0.0.1:{free_port()}/top"
    assert moviescrape("run", url, "--out", tmp_path / "movies.csv", "--report", account, *given).exit_code == status
    said = json.loads(account.read_text(encoding="utf-8"))
    assert (said["exit"], said["written"], len(said["problems"])) == (status, False, 1)


def test_the_account_is_not_written_over_the_table(tmp_path: Path) -> None:
    out = tmp_path / "movies.csv"
    assert moviescrape("run", "--out", out, "--report", out).exit_code == 2


def test_a_refusal_leaves_no_empty_store_and_says_that_nothing_was_written(tmp_path: Path) -> None:
    result = moviescrape("run", f"http://127.0.0.1:{free_port()}/top", "--out", tmp_path / "movies.csv")
    assert result.exit_code == 4
    assert list(tmp_path.iterdir()) == []
    assert "nothing written to " in result.stderr
    assert "pages are kept" not in result.stderr


def test_pages_from_the_store_are_said_with_their_age(site: PracticeSite, tmp_path: Path) -> None:
    command = ("run", site.origin + START_PATH, "--max-pages", 1, "--out", tmp_path / "movies.csv")
    assert "from the store" not in moviescrape(*command).stderr
    again = moviescrape(*command, "--quiet")
    assert again.stderr == "note: all pages from the store, the oldest less than a minute old; --refresh asks the site again\n"


def test_how_old_some_pages_are(capsys: pytest.CaptureFixture[str]) -> None:
    stats = HostStats("movies.example", requests=1)
    for hours in (2, 7, 1):
        stats.count_stored(NOW - timedelta(hours=hours))
    say_stored(Report(hosts={"movies.example": stats}), NOW)
    assert "note: 3 pages from the store, the oldest 7 h old" in capsys.readouterr().err
    say_stored(Report(), NOW)
    assert capsys.readouterr().err == ""


def test_a_column_that_no_page_fills_is_said_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    columns = ("title", "actors", "runtime")
    say_run_verdict(Report(movies=5, filled={"title": 5, "runtime": 4}), Path("movies.csv"), columns, 1)
    assert capsys.readouterr().err == "5 movies in movies.csv (1.0 s)   gaps: no actors at all, runtime 20 %\n"
    say_run_verdict(
        Report(movies=5, filled={"title": 5, "actors": 5, "runtime": 5}, duplicates=1), Path("movies.csv"), columns, 1
    )
    assert capsys.readouterr().err == "5 movies in movies.csv (1 duplicate left out, 1.0 s)\n"


@pytest.mark.parametrize(("filled", "mark"), [(5, "✓"), (1, "✓"), (0, "!")])
def test_a_table_with_an_empty_column_is_not_marked_as_good(
    filled: int, mark: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    say_run_verdict(Report(movies=5, filled={"title": 5, "rating": filled}), Path("movies.csv"), ("title", "rating"), 1)
    assert capsys.readouterr().err.replace("\x1b", "").lstrip("[0123456789;m").startswith(mark)


def test_nothing_written_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    say_run_verdict(Report(), Path("movies.csv"), ("title",), 1)
    assert capsys.readouterr().err == "nothing written to movies.csv\n"
