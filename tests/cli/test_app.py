"""The command `moviescrape` itself: quick, lazy, and one line for a mistake."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from moviescrape._version import __version__
from moviescrape.cli.app import COMMANDS, LazyGroup, app
from moviescrape.errors import ExportError, MoviescrapeError, UsageError
from moviescrape.practice import START_PATH, Catalogue, Pages
from support.interpreter import run_code

HEAVY = (
    "pandas",
    "lxml",
    "httpx",
    "bs4",
    "rich",
    "starlette",
    "uvicorn",
    "jinja2",
    "matplotlib",
    "msgspec",
    "sqlite3",
    "asyncio",
)


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_nothing_heavy_is_imported_to_say_who_we_are(arguments: list[str]) -> None:
    code = f"""
import sys
from moviescrape.cli import main
sys.argv[1:] = {arguments}
try:
    main()
finally:
    print("heavy:", *(name for name in {HEAVY} if name in sys.modules))
"""
    assert run_code(code).splitlines()[-1] == "heavy:"


def test_python_m_moviescrape() -> None:
    done = subprocess.run([sys.executable, "-m", "moviescrape", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"moviescrape {__version__}\n"


def test_help_lists_every_command_with_its_summary() -> None:
    listed = CliRunner().invoke(app, ["--help"], terminal_width=200).stdout
    for name in app.list_commands(click.Context(app)):
        assert f"{name} " in listed
        assert COMMANDS[name] in listed


@pytest.mark.parametrize("name", app.list_commands(click.Context(app)))
def test_every_command_loads_and_has_help(name: str) -> None:
    result = CliRunner().invoke(app, [name, "--help"])
    assert (result.exit_code, result.stderr) == (0, "")


def test_no_command_shows_the_help() -> None:
    assert CliRunner().invoke(app, []).stdout.startswith("Usage: moviescrape")


@pytest.mark.parametrize("arguments", [["nope"], ["--nope"], ["run", "--nope"]])
def test_wrong_usage_is_one_line_with_a_remedy(arguments: list[str]) -> None:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "--help" in result.stderr


def _group_that_raises(error: BaseException) -> LazyGroup:
    @click.group(cls=LazyGroup, invoke_without_command=True)
    def group() -> None:
        raise error

    assert isinstance(group, LazyGroup)
    return group


@pytest.mark.parametrize(
    ("error", "status", "line"),
    [
        (UsageError("wrong", remedy="do right"), 2, "moviescrape: wrong; do right\n"),
        (ExportError("no room\nleft", where="a.csv"), 4, "moviescrape: a.csv: no room left\n"),
        (MoviescrapeError("odd"), 4, "moviescrape: odd\n"),
        (KeyboardInterrupt(), 130, "\n"),
    ],
)
def test_foreseen_errors_are_one_line(error: BaseException, status: int, line: str) -> None:
    result = CliRunner().invoke(_group_that_raises(error), [])
    assert (result.exit_code, result.stderr) == (status, line)


def test_our_own_bugs_do_show() -> None:
    result = CliRunner().invoke(_group_that_raises(ZeroDivisionError("bug")), [])
    assert isinstance(result.exception, ZeroDivisionError)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_ctrl_c_twice_ends_at_once() -> None:
    code = """
import os, signal
from moviescrape.cli.signals import handle_signals
handle_signals()
try:
    os.kill(os.getpid(), signal.SIGINT)
except KeyboardInterrupt:
    os.kill(os.getpid(), signal.SIGINT)
print("survived")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (-signal.SIGINT, "")


def test_letters_that_a_terminal_lacks_stop_nothing(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(Pages(Catalogue()).page(START_PATH))  # its first title has an ñ
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "moviescrape", "explain", str(page), "--movie", "1", "--field", "title"]
    done = subprocess.run(command, capture_output=True, env=plain, check=True)
    assert b"Ma?ana en Torremora" in done.stdout
