"""Options from variables: MOVIESCRAPE_OPTION for all commands, MOVIESCRAPE_COMMAND_OPTION for one."""

from pathlib import Path

import pytest

from moviescrape.cli.app import COMMANDS, app
from moviescrape.cli.config_file import long_options
from support.command_line import moviescrape


@pytest.fixture(autouse=True)
def _table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "movies.csv").write_text("title,rating,year\nRiver,8.0,1990\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_a_variable_of_one_command_wins_over_that_of_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MOVIESCRAPE_OUT", "all.csv")
    assert moviescrape("top", "movies.csv").exit_code == 0
    monkeypatch.setenv("MOVIESCRAPE_TOP_OUT", "top.csv")
    monkeypatch.setenv("MOVIESCRAPE_TOP_COLUMNS", "title")
    assert moviescrape("top", "movies.csv").exit_code == 0
    assert (tmp_path / "all.csv").read_text(encoding="utf-8") == "title,rating,year\nRiver,8.0,1990\n"
    assert (tmp_path / "top.csv").read_text(encoding="utf-8") == "title\nRiver\n"


def test_options_of_commands_below_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOVIESCRAPE_ASSIGNMENT_LIST_LANG", "nl")
    assert "Meer pandas" in moviescrape("assignment", "list").stdout
    monkeypatch.delenv("MOVIESCRAPE_ASSIGNMENT_LIST_LANG")
    monkeypatch.setenv("MOVIESCRAPE_LANG", "nl")
    assert "Meer pandas" in moviescrape("assignment", "list").stdout


def test_an_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOVIESCRAPE_OUT", "")
    assert "Missing option '--out'" in moviescrape("top", "movies.csv").stderr


def test_a_wrong_value_names_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOVIESCRAPE_DELAY", "soon")
    result = moviescrape("run", "--out", "x.csv")
    assert result.exit_code == 2
    assert "not 'soon' (said in MOVIESCRAPE_DELAY); see moviescrape run --help" in result.stderr


def test_the_address_of_the_course_s_site_is_no_site_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOVIESCRAPE_SITE", "http://127.0.0.1:8000")
    assert moviescrape("run", "--out", "x.csv", "--dry-run").exit_code == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_every_command_has_a_variable(name: str) -> None:
    context = app.make_context("moviescrape", [name, "--help"], resilient_parsing=True)
    command = app.get_command(context, name)
    assert command is not None
    for long, option in long_options(command).items():
        variables = [option.envvar] if isinstance(option.envvar, str) else option.envvar or []
        general = f"MOVIESCRAPE_{long.upper().replace('-', '_')}"
        assert general in variables or (general == "MOVIESCRAPE_SITE" and variables)
