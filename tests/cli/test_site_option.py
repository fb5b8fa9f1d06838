"""`--site FILE` on each command that reads pages, in this process and in others."""

import csv
import io
from pathlib import Path

import pytest

from support.command_line import Moviescrape
from support.site_files import CINEMA, TITLES, cinema_page


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "now.html"
    path.write_bytes(cinema_page())
    return path


@pytest.fixture
def site_file(tmp_path: Path) -> Path:
    path = tmp_path / "kino.toml"
    path.write_text(CINEMA, encoding="utf-8")
    return path


def _titles(table: str) -> list[str]:
    return [row["title"] for row in csv.DictReader(io.StringIO(table))]


@pytest.mark.parametrize("command", [["run"], ["parse"], pytest.param(["parse", "--workers", "2"], marks=pytest.mark.slow)])
def test_a_table(moviescrape: Moviescrape, page: Path, site_file: Path, command: list[str]) -> None:
    result = moviescrape(*command, page, "--site", site_file, "--out", "-")
    assert (result.exit_code, _titles(result.stdout)) == (0, list(TITLES)), result.stderr
    without = moviescrape(*command, page, "--out", "-")
    assert _titles(without.stdout) != list(TITLES)


@pytest.mark.slow
def test_parts_of_another_site_file_are_not_kept(moviescrape: Moviescrape, page: Path, site_file: Path, tmp_path: Path) -> None:
    parts, again = tmp_path / "movies", ("--format", "jsonl", "--out", tmp_path / "movies")
    parts.mkdir()
    assert moviescrape("parse", page.parent, "--site", site_file, *again).exit_code == 0
    assert '"The Lamp Post"' in (parts / "part-00000.jsonl").read_text(encoding="utf-8")
    site_file.write_text(CINEMA.replace("scale = 5", "scale = 10"), encoding="utf-8")
    changed = moviescrape("parse", page.parent, "--site", site_file, *again)
    assert changed.exit_code == 2
    assert "other sources, columns, site files or another format" in changed.stderr


def test_explain(moviescrape: Moviescrape, page: Path, site_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    shown = moviescrape("explain", page, "--site", site_file)
    assert "The Lamp Post" in shown.stdout
    assert "site kino" in shown.stdout
    assert "site: section.c b" in shown.stdout


def test_drift(moviescrape: Moviescrape, page: Path, site_file: Path) -> None:
    assert "kino/programme" in moviescrape("drift", page, "--site", site_file).stdout


@pytest.mark.parametrize("command", [("run", "--out", "-"), ("parse", "--out", "-"), ("explain",), ("drift",)])
def test_a_mistake_is_said_before_anything_is_read(
    moviescrape: Moviescrape, page: Path, site_file: Path, command: tuple[str, ...]
) -> None:
    site_file.write_text(CINEMA.replace("section.c", "section..c"), encoding="utf-8")
    result = moviescrape(command[0], page, *command[1:], "--site", site_file)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{site_file}: layouts[1].item: 'section..c' is no CSS selector" in result.stderr
