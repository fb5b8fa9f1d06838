"""`moviescrape parse` with workers, on archives, into folders: as a person meets it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from moviescrape.cli.app import app
from moviescrape.pages.archive_reader import read_archive
from moviescrape.pages.page import Page
from support.warc import warc_record

pytestmark = pytest.mark.slow

Pages = list[tuple[str, bytes]]


@pytest.fixture
def crawl(archive: Callable[..., Path], title_pages: Pages) -> Path:
    return archive(title_pages)


def _parse(*arguments: object) -> Result:
    """Return what the command did, with no more than problems on stderr."""
    return CliRunner().invoke(app, ["parse", "--quiet", *map(str, arguments)])


def test_the_verdict_says_how_many_movies_are_where(crawl: Path, tmp_path: Path) -> None:
    (tmp_path / "movies").mkdir()
    for out in (tmp_path / "movies.csv", tmp_path / "movies"):
        result = CliRunner().invoke(app, ["parse", str(crawl), "--out", str(out)])
        held, verdict = result.stderr.splitlines()
        assert (result.exit_code, held) == (0, "note: 40 records, 40 responses, 40 HTML pages, 40 movies")
        assert f"40 movies in {out}" in verdict


def test_what_an_archive_held_and_what_was_left_out(title_pages: Pages, tmp_path: Path) -> None:
    (url, page), crawl = title_pages[0], tmp_path / "crawl.warc"
    records = [
        warc_record("urn:info", b"a: b", warc_type="warcinfo", head="application/warc-fields"),
        warc_record(url, page),
        warc_record(f"{url}?again", b"", warc_type="revisit"),
        warc_record("http://a.example/moved", b"", status=301),
        warc_record("http://a.example/logo", b"GIF", head="Content-Type: image/gif"),
        warc_record("http://a.example/notes", b"only words", head="Content-Type: text/plain"),
        warc_record("http://a.example/about", b"<title>About us</title><p>We bake bread."),
        warc_record("http://shop.example/login", b"<title>Sign in</title><form><input type=password></form>"),
    ]
    crawl.write_bytes(b"".join(records))
    words = (
        "note: 8 records, 6 responses, 3 HTML pages, 1 movie; left out: 1 revisit, 1 redirect, 2 of other types, 2 pages without"
    )
    for out in (tmp_path / "movies.csv", f"{tmp_path / 'movies'}/"):
        result = CliRunner().invoke(app, ["parse", str(crawl), "--out", str(out), "--workers", "2"])
        assert result.exit_code == 0
        assert result.stderr.startswith(words)


def test_verbose_says_each_page_and_each_part(crawl: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["parse", str(crawl), "--out", str(tmp_path / "movies.csv"), "--verbose"])
    assert len([line for line in result.stderr.splitlines() if line.startswith(f"{crawl}#") and "1 movie" in line]) == 40
    result = CliRunner().invoke(app, ["parse", str(crawl), "--out", f"{tmp_path / 'movies'}/", "--verbose"])
    assert "part-00000.parquet: written, 40 movies so far" in result.stderr


def test_verbose_names_every_problem_once(archive: Callable[..., Path], tmp_path: Path) -> None:
    login = b"<title>Sign in</title><form><input type=password></form>"
    path = archive([(f"http://cine.example/film/{number}", login) for number in range(30)])
    said = {}
    for option in ("--quiet", "--verbose"):
        result = CliRunner().invoke(app, ["parse", str(path), "--out", str(tmp_path / "movies.csv"), option])
        said[option] = [line for line in result.stderr.splitlines() if line.startswith("moviescrape: ")]
    assert [len(said["--quiet"]), len(said["--verbose"])] == [21, 30]
    assert "10 more problems; --verbose names each" in said["--quiet"][-1]


def test_an_archive_into_a_table(crawl: Path, tmp_path: Path) -> None:
    result = _parse(crawl, "--out", tmp_path / "movies.csv", "--workers", 2)
    assert (result.exit_code, result.stderr) == (0, "")
    assert len((tmp_path / "movies.csv").read_text(encoding="utf-8").splitlines()) == 41


def test_the_source_column_names_the_record(crawl: Path) -> None:
    result = _parse(crawl, "--out", "-", "--format", "jsonl")
    sources = [json.loads(line)["source"] for line in result.stdout.splitlines()]
    assert sources[0] == f"{crawl}#0"
    assert len(set(sources)) == 40


def test_an_archive_holds_other_pages_too(archive: Callable[..., Path], title_pages: Pages, tmp_path: Path) -> None:
    path = archive([*title_pages[:2], ("http://a.example/about", b"<title>About us</title><p>We love movies.")])
    result = _parse(path, "--out", tmp_path / "movies.csv")
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("url", "exit_code"),
    [("http://shop.example/login", 0), ("http://cine.example/list", 3), ("https://www.imdb.com/chart/top/", 3)],
)
def test_a_login_page_counts_only_where_movies_were_expected(
    archive: Callable[..., Path], title_pages: Pages, tmp_path: Path, url: str, exit_code: int
) -> None:
    login = b"<title>Sign in</title><form><input type=password></form>"
    result = _parse(archive([*title_pages[:2], (url, login)]), "--out", tmp_path / "movies.csv")
    assert (result.exit_code, "login" in result.stderr) == (exit_code, exit_code == 3)


def test_a_cut_archive_is_incomplete_and_says_where(crawl: Path, tmp_path: Path) -> None:
    crawl.write_bytes(crawl.read_bytes()[:-100])
    result = _parse(crawl, "--out", tmp_path / "movies.csv")
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert f"{crawl}#" in result.stderr
    assert "cut off" in result.stderr
    assert len((tmp_path / "movies.csv").read_text(encoding="utf-8").splitlines()) == 40
    [failure] = (tmp_path / "movies.failed.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(failure)["file"] == str(crawl)


def test_a_folder_gets_parts_and_the_same_command_goes_on(crawl: Path, tmp_path: Path) -> None:
    for _ in range(2):
        result = _parse(crawl, "--out", f"{tmp_path / 'movies'}/")
        assert (result.exit_code, result.stderr) == (0, "")
    assert sorted(path.name for path in (tmp_path / "movies").iterdir()) == ["manifest.jsonl", "part-00000.parquet"]
    result = _parse(crawl, "--out", tmp_path / "movies", "--columns", "title")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


def test_what_was_set_aside_is_read_again_when_asked_for(crawl: Path, title_pages: Pages, tmp_path: Path) -> None:
    """As if the page at 10 had been set aside: its row and the line about it."""
    out, listed = tmp_path / "movies.csv", tmp_path / "movies.failed.jsonl"
    for name in ("movies.csv", "whole.csv"):
        _parse(crawl, "--out", tmp_path / name)
    lines = out.read_text(encoding="utf-8").splitlines(keepends=True)
    out.write_text("".join(lines[:11] + lines[12:]), encoding="utf-8")
    start = [page.name for page in read_archive(str(crawl)) if isinstance(page, Page)][10]
    failed = {"file": str(crawl), "record": str(start).rpartition("#")[2], "kind": "PageSetAside", "reason": "hung"}
    listed.write_text(json.dumps(failed | {"row": 10, "rows": 39}) + "\n", encoding="utf-8")
    result = _parse(crawl, "--out", out, "--retry-failed")
    assert (result.exit_code, result.stderr) == (0, "")
    assert (out.read_bytes(), listed.exists()) == ((tmp_path / "whole.csv").read_bytes(), False)


def test_parts_in_another_format(crawl: Path, tmp_path: Path) -> None:
    (tmp_path / "movies").mkdir()
    assert _parse(crawl, "--out", tmp_path / "movies", "--format", "csv").exit_code == 0
    assert (tmp_path / "movies" / "part-00000.csv").is_file()


def test_an_archive_without_movies(archive: Callable[..., Path], tmp_path: Path) -> None:
    path = archive([("http://a.example/about", b"<title>About us</title><p>We love movies.")])
    result = _parse(path, "--out", tmp_path / "movies.csv")
    assert (result.exit_code, result.stderr.count("\n")) == (4, 1)
    assert not (tmp_path / "movies.csv").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--scheduler", "tcp://127.0.0.1:1"], "--engine dask"),
        (["--workers", "0"], "--workers"),
        (["--engine", "spark"], "spark"),
    ],
)
def test_wrong_usage(crawl: Path, tmp_path: Path, options: list[str], words: str) -> None:
    result = _parse(crawl, "--out", tmp_path / "movies.csv", *options)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert words in result.stderr


def test_urls_are_not_fetched(crawl: Path, tmp_path: Path) -> None:
    for out in (tmp_path / "movies.csv", tmp_path / "movies"):
        result = _parse(crawl, "https://movies.example/", "--out", out)
        assert (result.exit_code, "moviescrape run" in result.stderr, out.exists()) == (2, True, False)
