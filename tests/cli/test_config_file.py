"""Options from moviescrape.toml in the folder and from the user's own file."""

import re
from pathlib import Path

import pytest

from moviescrape.cli import config_file
from moviescrape.cli.app import COMMANDS, app
from moviescrape.cli.config_file import FOLDER_FILE, long_options
from support.command_line import moviescrape

MOVIES = "title,rating,year\nTin Moon,7.0,1990\nRiver,8.0,1990\nDune,8.1,2021\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the command runs, with a table; the user's own file is `user.toml` beside it."""
    here = tmp_path / "here"
    here.mkdir()
    (here / "movies.csv").write_text(MOVIES, encoding="utf-8")
    monkeypatch.chdir(here)
    monkeypatch.setattr(config_file, "user_file", lambda: tmp_path / "user.toml")
    return here


def _say(text: str, path: Path = FOLDER_FILE) -> None:
    path.write_text(text, encoding="utf-8")


def test_a_table_named_after_the_command_holds_its_options(folder: Path) -> None:
    _say('[top]\nout = "best.csv"\ncolumns = ["title", "year"]\n')
    assert moviescrape("top", "movies.csv").exit_code == 0
    assert (folder / "best.csv").read_text(encoding="utf-8") == "title,year\nRiver,1990\nTin Moon,1990\nDune,2021\n"


def test_what_stands_above_the_tables_is_for_every_command_that_has_the_option(folder: Path) -> None:
    _say('columns = "title"\ncontact = "me@example.org"\nout = "best.jsonl"\n')
    assert moviescrape("top", "movies.csv").exit_code == 0
    assert (folder / "best.jsonl").read_text(encoding="utf-8").startswith('{"title":"River"}')


def test_the_command_line_wins_over_the_folder_and_that_over_the_user(folder: Path) -> None:
    _say('[top]\nout = "user.csv"\ncolumns = "title"\n', folder.parent / "user.toml")
    assert moviescrape("top", "movies.csv").exit_code == 0
    _say('[top]\nout = "folder.csv"\n')
    assert moviescrape("top", "movies.csv").exit_code == 0
    assert moviescrape("top", "movies.csv", "--out", "said.csv", "--columns", "year").exit_code == 0
    heads = {path.name: path.read_text(encoding="utf-8").splitlines()[0] for path in folder.glob("*.csv")}
    assert heads == {"movies.csv": "title,rating,year", "user.csv": "title", "folder.csv": "title", "said.csv": "year"}


def test_the_environment_wins_over_the_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _say('[top]\nout = "folder.csv"\n')
    monkeypatch.setenv("MOVIESCRAPE_OUT", "environment.csv")
    assert moviescrape("top", "movies.csv").exit_code == 0
    assert (folder / "environment.csv").exists()


def test_commands_below_a_command_have_tables_of_their_own() -> None:
    _say('[assignment]\nlang = "nl"\n')
    assert "Meer pandas" in moviescrape("assignment", "list").stdout
    assert "More pandas" in moviescrape("assignment", "list", "--lang", "en").stdout
    _say('[assignment.list]\nlang = "nl"\n')
    assert "Meer pandas" in moviescrape("assignment", "list").stdout


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("out = ", "not TOML"),
        ('\x00 = "a"', "not TOML"),
        ('[tops]\nout = "a.csv"', r"\[tops\] is no command; the commands are run, parse"),
        ('top = "a.csv"', r"'top' is a command, not an option; write \[top\] above"),
        ('[top]\nouts = "a.csv"', r"\[top\] has no option 'outs'; its options are .*excel-safe, format, out"),
        ('outs = "a.csv"', "no command has an option 'outs'"),
        ('[assignment.chek]\nseed = 1\n[top]\nout = "a.csv"', None),
        ('[top]\nexcel-safe = "yes"', "'excel-safe' is true or false; write excel-safe = true"),
        ("[top]\nout = true", "'out' is a text or a number"),
        ("[top]\nout = [[1]]", "'out' is a text or a number"),
        ("[top]\nout = 1979-05-27", "'out' is a text or a number"),
        ('[top]\nout = "../best.csv"', "'out' names a file outside of this folder; give it as --out, or in"),
        ('[top]\nout = "/best.csv"', "'out' names a file outside of this folder"),
    ],
)
def test_a_mistake_is_named_with_file_and_key(folder: Path, text: str, message: str | None) -> None:
    _say(text)
    result = moviescrape("top", "movies.csv")
    if message is None:  # another command's table is looked at when that command runs
        assert result.exit_code == 0
        return
    assert result.exit_code == 2
    assert result.stderr.startswith("moviescrape: moviescrape.toml: ")
    assert result.stderr.count("\n") == 1
    assert re.search(message, result.stderr)
    assert [path.name for path in folder.iterdir()] != ["best.csv"]


@pytest.mark.parametrize("line", ['private-host = "10.0.0.1"', "trust-env = true"])
def test_a_folder_does_not_decide_which_machines_are_asked(folder: Path, line: str) -> None:
    _say(f"[run]\n{line}\n")
    result = moviescrape("run", "--out", "x.csv", "--dry-run")
    assert result.exit_code == 2
    assert "a folder may not decide" in result.stderr
    FOLDER_FILE.unlink()
    _say(f"[run]\n{line}\n", folder.parent / "user.toml")
    assert moviescrape("run", "--out", "x.csv", "--dry-run").exit_code == 0


def test_a_file_of_the_user_may_name_files_anywhere(folder: Path) -> None:
    _say(f'[top]\nout = "{(folder.parent / "best.csv").as_posix()}"\n', folder.parent / "user.toml")
    assert moviescrape("top", "movies.csv").exit_code == 0
    assert (folder.parent / "best.csv").exists()


def test_an_option_that_can_be_repeated_takes_a_text_or_a_list(folder: Path) -> None:
    for said in ('"10.0.0.1"', '["10.0.0.1", "10.0.0.2"]'):
        _say(f"[run]\nprivate-host = {said}\n", folder.parent / "user.toml")
        assert moviescrape("run", "--out", "x.csv", "--dry-run").exit_code == 0


def test_a_wrong_value_says_where_it_stands() -> None:
    _say('[top]\nout = "a.csv"\n[run]\nout = "b.csv"\ndelay = "soon"\n')
    result = moviescrape("run")
    assert result.exit_code == 2
    assert "not 'soon' (said in moviescrape.toml or " in result.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_every_long_option_of_every_command_can_stand_in_a_file(name: str) -> None:
    context = app.make_context("moviescrape", [name, "--help"], resilient_parsing=True)
    command = app.get_command(context, name)
    assert command is not None
    options = {long for parameter in command.params for long in parameter.opts if long.startswith("--")}
    assert {f"--{long}" for long in long_options(command)} == options


def test_control_characters_of_a_file_are_shown_as_escapes() -> None:
    for text in (
        '"\\u001b[31mx" = 1',
        '["\\u001b[31m"]\nout = "a"',
        '[top]\nout = "\\u001b[31m/../../a"',
        '[top]\nformat = "\\u001b"',
    ):
        _say(text)
        result = moviescrape("top", "movies.csv", "--out", "x.csv") if "format" in text else moviescrape("top", "movies.csv")
        assert result.exit_code in (2, 4)
        assert "\x1b" not in result.stderr
