"""`moviescrape run` over loopback, against the practice site's truth."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from click.testing import Result

from moviescrape.movie import DEFAULT_COLUMNS, Movie, join_names
from moviescrape.practice import START_PATH, Catalogue, PracticeSite
from moviescrape.table.table_file import read_table
from support.command_line import Moviescrape

pytestmark = pytest.mark.slow


def _cell(value: object) -> str:
    if value is None:
        return ""
    return join_names(value) or "" if isinstance(value, tuple) else str(value)


def _csv(movies: list[Movie]) -> str:
    """The file that these movies should have become."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([DEFAULT_COLUMNS, *([_cell(getattr(movie, name)) for name in DEFAULT_COLUMNS] for movie in movies)])
    return text.getvalue()


def _best_250(truth_of: Callable[[str], list[Movie]]) -> list[Movie]:
    return [movie for first in range(1, 251, 50) for movie in truth_of(f"{START_PATH}&start={first}")]


@pytest.fixture
def truth(site: PracticeSite) -> list[Movie]:
    """The 250 best movies, in the order of their list."""
    return _best_250(site.truth_of)


def _pages_asked(site: PracticeSite) -> list[str]:
    return [visit.path for visit in site.request_stats.requests if visit.path != "/robots.txt"]


def test_without_a_source_the_practice_site_is_read_and_the_table_is_its_truth(
    moviescrape: Moviescrape, out: Path, catalogue: Catalogue
) -> None:
    result = moviescrape("run", "--out", out)
    assert result.exit_code == 0, result.stderr
    assert out.read_text(encoding="utf-8") == _csv(_best_250(catalogue.truth_of))
    assert result.stdout == ""
    assert "practice site" in result.stderr.splitlines()[0]
    assert "name a URL" in result.stderr.splitlines()[0]
    assert f"250 movies in {out} (" in result.stderr.splitlines()[-1]


def test_two_runs_give_the_same_bytes_whatever_port_is_dialled(moviescrape: Moviescrape, tmp_path: Path) -> None:
    for name in ("1.csv", "2.csv"):
        assert moviescrape("run", "--out", tmp_path / name).exit_code == 0
    assert (tmp_path / "1.csv").read_bytes() == (tmp_path / "2.csv").read_bytes()


def test_a_second_run_takes_its_pages_from_the_store(moviescrape: Moviescrape, site: PracticeSite, out: Path) -> None:
    for _ in range(2):
        assert moviescrape("run", site.origin + START_PATH, "--out", out).exit_code == 0
    assert len(_pages_asked(site)) == 5
    assert out.with_name("movies.pages.sqlite").exists()


def test_nothing_but_the_data_on_stdout(moviescrape: Moviescrape, site: PracticeSite, truth: list[Movie]) -> None:
    assert moviescrape("run", site.origin + START_PATH, "--out", "-").stdout == _csv(truth)


def test_quiet(moviescrape: Moviescrape, out: Path) -> None:
    assert moviescrape("run", "--quiet", "--out", out).stderr == ""


def test_max_pages(moviescrape: Moviescrape, site: PracticeSite, out: Path, truth: list[Movie]) -> None:
    result = moviescrape("run", site.origin + START_PATH, "--max-pages", 3, "--out", out)
    assert result.exit_code == 0, result.stderr
    assert out.read_text(encoding="utf-8") == _csv(truth[:150])
    assert len(_pages_asked(site)) == 3


def test_max_movies(moviescrape: Moviescrape, site: PracticeSite, out: Path, truth: list[Movie]) -> None:
    result = moviescrape("run", site.origin + START_PATH, "--max-movies", 120, "--out", out)
    assert result.exit_code == 0, result.stderr
    assert out.read_text(encoding="utf-8") == _csv(truth[:120])
    assert len(_pages_asked(site)) == 3


def test_years(moviescrape: Moviescrape, site: PracticeSite, out: Path, truth: list[Movie]) -> None:
    result = moviescrape("run", site.origin + START_PATH, "--from", 1990, "--to", 1999, "--out", out)
    assert result.exit_code == 0, result.stderr
    assert out.read_text(encoding="utf-8") == _csv([movie for movie in truth if movie.year and 1990 <= movie.year <= 1999])


def test_details(moviescrape: Moviescrape, site: PracticeSite, out: Path) -> None:
    urls, columns = out.with_name("urls.txt"), "url,languages"
    urls.write_text("\n".join(f"{site.origin}{START_PATH}&start={first}" for first in (1, 51)), encoding="utf-8")
    result = moviescrape("run", urls, "--max-pages", 1, "--details", "--columns", columns, "--out", out)
    assert result.exit_code == 0, result.stderr
    languages = {movie.url: _cell(movie.languages) for movie in site.catalogue.truth(site.origin)}
    rows = list(csv.DictReader(StringIO(out.read_text(encoding="utf-8"))))
    assert len(rows) == 100
    assert [row["languages"] for row in rows] == [languages[row["url"]] for row in rows]
    assert len(_pages_asked(site)) == 102
    assert site.stats()["trap_hits"] == 0


def test_a_dead_end_is_said_and_what_was_read_is_written(
    moviescrape: Moviescrape, catalogue: Catalogue, free_port: int, out: Path
) -> None:
    with PracticeSite(catalogue, port=free_port, faults=["404@start=101"]) as site:
        result = moviescrape("run", site.origin + START_PATH, "--out", out)
    assert result.exit_code == 3
    assert len(out.read_text(encoding="utf-8").splitlines()) == 101
    assert "start=101" in result.stderr
    assert "declares 250 movies, 100 were read" in result.stderr


def _assert_refused(result: Result, status: int, *words: str) -> None:
    """One line on stderr that says what is wrong, nothing on stdout, no traceback."""
    assert (result.exit_code, result.stdout) == (status, ""), result.stderr
    complaints = [line for line in result.stderr.splitlines() if line.startswith("moviescrape: ")]
    assert len(complaints) == 1, result.stderr
    assert all(word in complaints[0] for word in words), complaints
    assert isinstance(result.exception, SystemExit)


@pytest.mark.parametrize(
    ("path", "words"),
    [("/title/tt9999999/", ["404"]), ("/members/", ["robots.txt"]), ("/style.css", ["not a web page"])],
)
def test_a_url_without_a_movie(moviescrape: Moviescrape, site: PracticeSite, out: Path, path: str, words: list[str]) -> None:
    _assert_refused(moviescrape("run", site.origin + path, "--out", out), 4, site.origin + path, *words)
    assert out.read_text(encoding="utf-8") == "older"


def test_a_refused_connection(moviescrape: Moviescrape, free_port: int, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moviescrape.fetch.retry.FIRST_WAIT_S", 0.0)
    url = f"http://127.0.0.1:{free_port}/top"
    _assert_refused(moviescrape("run", url, "--out", out), 4, url)
    assert out.read_text(encoding="utf-8") == "older"


def test_a_site_off_this_machine_wants_a_contact_before_anything_is_done(moviescrape: Moviescrape, tmp_path: Path) -> None:
    result = moviescrape("run", "https://movies.example/top", "--out", tmp_path / "movies.csv")
    _assert_refused(result, 2, "movies.example", "--contact", "MOVIESCRAPE_CONTACT")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ftp://127.0.0.1/top"], ["ftp://127.0.0.1/top", "http"]),
        (["127.0.0.1/top"], ["http"]),
        (["--from", "2020", "--to", "1930"], ["2020", "1930"]),
        (["--columns", "title,stars"], ["'stars'"]),
        (["--max-pages", "0"], ["--max-pages"]),
        (["--offline", "--refresh"], ["--offline"]),
        (["--store", "{out}"], ["{out}", "--out"]),
        (["--format", "doc"], ["'doc'"]),
    ],
)
def test_wrong_usage(moviescrape: Moviescrape, out: Path, arguments: list[str], words: list[str]) -> None:
    result = moviescrape("run", "--out", out, *(argument.format(out=out) for argument in arguments))
    _assert_refused(result, 2, *(word.format(out=out) for word in words))
    assert [path.name for path in out.parent.iterdir()] == ["movies.csv"]
    assert out.read_text(encoding="utf-8") == "older"


def test_an_output_that_cant_be_written(moviescrape: Moviescrape, tmp_path: Path) -> None:
    _assert_refused(moviescrape("run", "--out", tmp_path / "nowhere" / "movies.csv"), 4, "nowhere", "folder")
    assert list(tmp_path.iterdir()) == []


def test_offline_reads_the_store_alone(moviescrape: Moviescrape, site: PracticeSite, out: Path, truth: list[Movie]) -> None:
    moviescrape("run", site.origin + START_PATH, "--max-pages", 2, "--out", out)
    asked = len(site.request_stats.requests)
    result = moviescrape("run", site.origin + START_PATH, "--offline", "--out", out)
    assert result.exit_code == 3
    assert "--offline" in result.stderr or "not in the" in result.stderr
    assert len(site.request_stats.requests) == asked
    assert out.read_text(encoding="utf-8") == _csv(truth[:100])


def test_a_store_is_a_source(moviescrape: Moviescrape, site: PracticeSite, out: Path, truth: list[Movie]) -> None:
    moviescrape("run", site.origin + START_PATH, "--out", out)
    again = out.with_name("again.csv")
    for command in ("parse", "run"):
        result = moviescrape(command, out.with_name("movies.pages.sqlite"), "--out", again)
        assert result.exit_code == 0, result.stderr
        assert again.read_text(encoding="utf-8") == _csv(truth)


def test_a_list_entered_midway_is_complete(moviescrape: Moviescrape, site: PracticeSite, out: Path, truth: list[Movie]) -> None:
    result = moviescrape("run", f"{site.origin}{START_PATH}&start=151", "--out", out)
    assert result.exit_code == 0, result.stderr
    assert out.read_text(encoding="utf-8") == _csv(truth[150:])


def test_a_list_that_repeats_itself_without_end_is_left_and_said(
    moviescrape: Moviescrape, catalogue: Catalogue, free_port: int, out: Path
) -> None:
    with PracticeSite(catalogue, port=free_port, faults=["endless"]) as site:
        result = moviescrape("run", site.origin + START_PATH, "--out", out)
        assert len(_pages_asked(site)) == 6
    assert result.exit_code == 0, result.stderr
    assert "repeats itself after 6 pages" in result.stderr


def test_details_of_a_page_store_go_into_another(moviescrape: Moviescrape, site: PracticeSite, out: Path) -> None:
    assert moviescrape("run", f"{site.origin}{START_PATH}", "--max-pages", 1, "--out", out).exit_code == 0
    store = out.with_name("movies.pages.sqlite")
    own = ("--private-host", site.origin.removeprefix("http://"))
    kept = moviescrape("run", store, "--details", *own, "--max-movies", 3, "--out", out)
    assert kept.exit_code == 0, kept.stderr
    assert out.with_name("movies.more.pages.sqlite").exists()
    same = moviescrape("run", store, "--details", "--store", store, "--out", out)
    assert (same.exit_code, same.stderr.count("\n")) == (2, 1)
    assert "--store" in same.stderr


@pytest.mark.parametrize("option", ["--log", "--store"])
def test_two_outputs_are_two_files(moviescrape: Moviescrape, out: Path, option: str) -> None:
    result = moviescrape("run", "--out", out, option, out)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert out.read_text(encoding="utf-8") == "older"


def test_update_keeps_one_database(moviescrape: Moviescrape, tmp_path: Path) -> None:
    out = tmp_path / "films.sqlite"
    first = moviescrape("run", "--out", out, "--update", "--history", "--max-movies", 10)
    assert "10 movies in " in first.stderr
    assert "(10 new, 0 replaced, " in first.stderr
    again = moviescrape("run", "--out", out, "--update", "--max-movies", 12)
    assert "(2 new, 10 replaced, " in again.stderr
    assert len(read_table(out)) == 12


def test_update_is_for_sqlite_and_history_for_update(moviescrape: Moviescrape, tmp_path: Path) -> None:
    for arguments, message in (
        (("--out", tmp_path / "films.csv", "--update"), "only a SQLite file is updated"),
        (("--out", "-", "--update", "--format", "sqlite"), "only a SQLite file is updated"),
        (("--out", tmp_path / "films.sqlite", "--history"), "--history goes with --update; give both"),
    ):
        result = moviescrape("run", *arguments)
        assert result.exit_code == 2
        assert message in result.stderr
