"""`moviescrape parse` as a person meets it: the data on stdout, the rest on stderr, and what bad input gets."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from moviescrape.cli.app import app
from moviescrape.practice import START_PATH, Catalogue, Pages
from support.paths import PAGES

HEADER = "title,rating,year,actors,runtime,url"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A folder with one saved list of 50 movies."""
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "list.html").write_bytes(Pages(Catalogue()).page(START_PATH))
    return folder


def _parse(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["parse", *map(str, arguments)])


def _problems(result: Result) -> list[str]:
    return [line for line in result.stderr.splitlines() if line.startswith("moviescrape: ")]


def _assert_refused(result: Result, status: int, *words: str) -> None:
    """Assert one complaint on stderr, nothing on stdout, no traceback."""
    assert (result.exit_code, result.stdout) == (status, "")
    assert len(_problems(result)) == 1, result.stderr
    assert all(word in result.stderr for word in words), result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_a_folder_into_a_file(saved: Path, out: Path) -> None:
    result = _parse(saved, "--out", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "page 1 of a list of 250 movies; the next page is http" in result.stderr
    assert result.stderr.splitlines()[-1] == f"50 movies in {out}   gaps: actors 2 %"
    assert _parse(saved, "--out", out, "-q").stderr == ""
    lines = out.read_text(encoding="utf-8").splitlines()
    assert (lines[0], len(lines)) == (HEADER, 51)


def test_nothing_but_data_on_stdout(saved: Path) -> None:
    result = _parse(saved, "--out", "-", "--columns", "title,year")
    assert result.stdout.splitlines()[0] == "title,year"
    assert len(result.stdout.splitlines()) == 51


def test_a_format_by_name(saved: Path) -> None:
    result = _parse(saved, "--out", "-", "--format", "jsonl")
    assert result.stdout.splitlines()[0].startswith('{"title":')


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"<p>Hello</p>", b"<title>Just a moment...</title>window._cf_chl_opt"])
def test_a_page_without_a_movie(tmp_path: Path, out: Path, content: bytes) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(content)
    _assert_refused(_parse(page, "--out", out), 4, str(page))
    assert out.read_text(encoding="utf-8") == "older"


def test_a_bad_page_among_good_ones_is_one_line_and_the_others_go_on(saved: Path, out: Path) -> None:
    (saved / "a bad one.html").touch()
    _assert_refused(_parse(saved, "--out", out), 3, "a bad one.html", "empty", "save the page again")
    assert len(out.read_text(encoding="utf-8").splitlines()) == 51


def test_fewer_movies_than_the_page_declares_is_said(saved: Path, out: Path) -> None:
    page = saved / "list.html"
    page.write_bytes(page.read_bytes().replace(b"lister-item mode-advanced", b"advert", 5))
    _assert_refused(_parse(saved, "--out", out), 3, str(page), "declares 50 movies, 45 were read")


def test_a_folder_without_pages(tmp_path: Path, out: Path) -> None:
    (tmp_path / "empty").mkdir()
    _assert_refused(_parse(tmp_path / "empty", "--out", out), 4, "no saved page", ".html")
    assert out.read_text(encoding="utf-8") == "older"


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file(saved: Path, out: Path) -> None:
    (saved / "list.html").chmod(0)
    _assert_refused(_parse(saved, "--out", out), 4, "can't be read", "permissions")


def test_a_broken_archive(tmp_path: Path, out: Path) -> None:
    (tmp_path / "crawl.warc.gz").write_bytes(b"\x1f\x8b")
    _assert_refused(_parse(tmp_path / "crawl.warc.gz", "--out", out), 4, "crawl.warc.gz#0", "cut off")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.html", "--out", "{out}"], ["nowhere.html", "no such file"]),
        (["https://movies.example/", "--out", "{out}"], ["moviescrape run"]),
        (["ftp://movies.example/", "--out", "{out}"], ["ftp://movies.example/", "http"]),
        (["{saved}", "--out", "{out}", "--columns", "title,stars"], ["'stars'", "title, rating"]),
        (["{saved}", "--out", "{out}", "--columns", ""], ["columns"]),
        (["{saved}", "--out", "{out}", "--format", "doc"], ["'doc'", "csv"]),
        (["{saved}", "--out", "{saved}/movies.doc"], [".doc", "--format"]),
        (["{saved}"], ["--out"]),
        (["--out", "{out}"], ["PATH"]),
    ],
)
def test_wrong_usage(saved: Path, out: Path, arguments: list[str], words: list[str]) -> None:
    _assert_refused(_parse(*(argument.format(saved=saved, out=out) for argument in arguments)), 2, *words)
    assert out.read_text(encoding="utf-8") == "older"


@pytest.mark.parametrize("name", ["", "nowhere/movies.csv"])
def test_an_output_that_cant_be_written(saved: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    _assert_refused(_parse(saved, "--out", tmp_path / (name or "folder.csv")), 4, "folder")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_reader_that_goes_away_is_no_error(saved: Path) -> None:
    for number in range(40):
        (saved / f"{number}.html").write_bytes((saved / "list.html").read_bytes())
    command = [sys.executable, "-m", "moviescrape", "parse", str(saved), "--out", "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().decode().strip() == HEADER
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_a_path_that_is_nothing_to_read_stops_no_other(saved: Path, out: Path) -> None:
    (saved / "poster.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    (saved / "notes.txt").write_text("see https://movies.example/", encoding="utf-8")
    (saved / "nothing.html").touch()
    (saved / "gone.html").symlink_to("nowhere.html")
    result = _parse(*sorted(saved.iterdir()), "--out", out)
    assert result.exit_code == 3
    assert [line.split(": ")[1].rsplit(os.sep)[-1] for line in _problems(result)] == [
        "gone.html",
        "notes.txt",
        "nothing.html",
        "poster.png",
    ]
    assert len(out.read_text(encoding="utf-8").splitlines()) == 51


def test_paths_none_of_which_can_be_read(saved: Path, out: Path) -> None:
    result = _parse(saved / "a.html", saved / "b.html", "--out", out)
    assert (result.exit_code, result.stderr.count("no such file")) == (4, 2)
    assert out.read_text(encoding="utf-8") == "older"


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_a_pipe_is_not_waited_for(saved: Path, out: Path) -> None:
    os.mkfifo(saved / "pipe.html")
    _assert_refused(_parse(saved, "--out", out), 3, "pipe.html", "a pipe or a device")
    _assert_refused(_parse(saved / "pipe.html", saved / "list.html", "--out", out), 3, "pipe.html", "a pipe or a device")


@pytest.mark.skipif(sys.platform == "win32", reason="no such file there")
def test_a_device_is_no_folder_to_fill(saved: Path) -> None:
    _assert_refused(_parse(saved, "--out", "/dev/null"), 2, "/dev/null", "--format")
    assert _parse(saved, "--out", "/dev/null", "--format", "csv").exit_code == 0


def test_parse_updates_a_database_and_no_folder_of_parts(tmp_path: Path) -> None:
    page = PAGES / "imdb" / "calendar-2017.html"
    for counts in ("(3 new, 0 replaced)", "(0 new, 3 replaced)"):
        assert counts in _parse(page, "--out", tmp_path / "films.sqlite", "--update").stderr
    result = _parse(page, "--out", tmp_path / "parts", "--update")
    assert result.exit_code == 2
    assert "--update is for one table" in result.stderr
