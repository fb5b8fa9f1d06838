"""`run` and `parse` on IMDb's data files: what is chosen, what is said, what goes wrong."""

import contextlib
import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.command_line import Moviescrape
from support.imdb_tables import truth_of, write_imdb_files

LICENCE = (
    "IMDb's data files are for personal and non-commercial use; the terms: https://developer.imdb.com/non-commercial-datasets/"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("imdb")
    write_imdb_files(folder, 800, seed=3)
    return folder


def _titles(out: Path) -> list[str]:
    with out.open(encoding="utf-8", newline="") as file:
        return [row["title"] for row in csv.DictReader(file)]


@pytest.mark.parametrize("command", ["run", "parse"])
def test_a_folder_of_data_files(moviescrape: Moviescrape, folder: Path, tmp_path: Path, command: str) -> None:
    out = tmp_path / "movies.csv"
    result = moviescrape(command, folder, "--out", out)
    assert result.exit_code == 0, result.stderr
    assert _titles(out) == [movie.title for movie in truth_of(800, seed=3)]
    lines = result.stderr.splitlines()
    assert lines[0] == LICENCE
    assert lines[1:5] == [
        f"reading {name}.tsv.gz" for name in ("title.basics", "title.ratings", "title.principals", "name.basics")
    ]


@pytest.mark.parametrize("command", ["run", "parse"])
def test_titles_are_chosen(moviescrape: Moviescrape, folder: Path, tmp_path: Path, command: str) -> None:
    out = tmp_path / "movies.csv"
    options = ["--types", "movie, short", "--min-votes", "300000", "--from", "1950", "--to", "2000", "--stars", "1"]
    assert moviescrape(command, folder, "--out", out, *options, "--quiet").exit_code == 0
    wanted = truth_of(800, seed=3, types=("movie", "short"))
    assert _titles(out) == [m.title for m in wanted if 1950 <= (m.year or 0) <= 2000 and (m.votes or 0) >= 300_000]


def test_the_best_of_each_year(moviescrape: Moviescrape, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "movies.jsonl"
    result = moviescrape("parse", folder, "--out", out, "--top", "1", "--columns", "year,rating")
    assert result.exit_code == 0
    years = [line for line in out.read_text(encoding="utf-8").splitlines() if line]
    assert years == sorted(set(years))


def test_quiet_says_nothing(moviescrape: Moviescrape, folder: Path, tmp_path: Path) -> None:
    assert moviescrape("parse", folder, "--out", tmp_path / "movies.csv", "--quiet").stderr == ""


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (["--types", "film"], 2, "IMDb has no title type 'film'"),
        (["--workers", "2"], 2, "data files: read by one process into one file; leave out --workers"),
        (["--from", "1700"], 2, "give a year from 1,800"),
        (["--from", "1800", "--to", "1801"], 4, "nothing written"),
    ],
)
def test_what_leaves_nothing(
    moviescrape: Moviescrape, folder: Path, tmp_path: Path, options: list[str], status: int, said: str
) -> None:
    result = moviescrape("parse", folder, "--out", tmp_path / "movies.csv", *options)
    assert result.exit_code == status
    assert said in result.stderr
    assert not list(tmp_path.iterdir())


def test_options_are_of_no_use_without_data_files(moviescrape: Moviescrape, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<title>Heat</title>", encoding="utf-8")
    result = moviescrape("parse", page, "--min-votes", "5", "--out", tmp_path / "movies.csv")
    assert (result.exit_code, "name the folder that holds title.basics.tsv.gz" in result.stderr) == (2, True)


def test_half_a_download_is_never_written(moviescrape: Moviescrape, tmp_path: Path) -> None:
    write_imdb_files(tmp_path, 3_000)
    path = tmp_path / "name.basics.tsv.gz"
    path.write_bytes(path.read_bytes()[:-1_000])
    result = moviescrape("parse", tmp_path, "--out", tmp_path / "movies.csv")
    assert result.exit_code == 4
    assert "name.basics.tsv.gz: is damaged or cut off" in result.stderr
    assert not (tmp_path / "movies.csv").exists()


def test_one_file_alone_is_named_with_its_folder(moviescrape: Moviescrape, folder: Path, tmp_path: Path) -> None:
    result = moviescrape("parse", folder / "title.basics.tsv.gz", "--out", tmp_path / "movies.csv")
    assert (result.exit_code, "name their folder" in result.stderr) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX's")
def test_a_terminal_shows_how_far_each_file_is(folder: Path, tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "moviescrape", "parse", str(folder), "--out", str(tmp_path / "movies.csv")]
    run = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=theirs, env=os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    )
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # Linux: the other end was closed
        while some := os.read(ours, 4096):
            shown += some
    assert run.wait() == 0
    assert b"reading name.basics.tsv.gz" in shown
    assert "━━━━".encode() in shown
