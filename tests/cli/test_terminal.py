"""The one place that writes to terminals, and that no text of strangers gets past it."""

import ast
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.cli import terminal
from moviescrape.cli.terminal import one_line, show, show_json, visible
from moviescrape.errors import ExportError
from support.paths import PACKAGE

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def _is_harmless(text: str) -> bool:
    return not any(letter in BIDI or (unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\t\n") for letter in text)


@given(st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Lu"])))
def test_nothing_that_moves_a_cursor_or_turns_letters_round_is_left(text: str) -> None:
    assert _is_harmless(visible(text))
    assert "\n" not in one_line(text)
    assert _is_harmless(one_line(text))


@pytest.mark.parametrize("text", ["Mañana", "דרכים", "می\u200cخواهم", "👩\u200d🚀", "C:\\new\\table.csv", "100 %\tok"])
def test_letters_of_all_scripts_stay(text: str) -> None:
    assert visible(text) == text


def test_json_stays_json_and_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    value = {"title": "a\x1b[31m\x9b\u202e\U000e0041\ud800 ñ"}
    show_json(value)
    shown = capsys.readouterr().out
    assert _is_harmless(shown)
    assert "ñ" in shown
    assert json.loads(shown) == value


def test_only_the_terminal_module_writes() -> None:
    """The course's programs print, as students' do; a worker of the archive or the checker writes to its parent."""
    writing = [
        f"{path.relative_to(PACKAGE)}:{getattr(node, 'lineno', 0)}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path != Path(terminal.__file__) and path.relative_to(PACKAGE).parts[0] not in ("assignments",)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if _writes(node)
    ]
    assert writing == []


def _writes(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="print") | ast.Attribute(value=ast.Name(id="click"), attr="echo" | "secho")):
            return True
        case ast.Attribute(value=ast.Attribute(value=ast.Name(id="sys"), attr="stdout" | "stderr"), attr="write" | "writelines"):
            return True
    return False


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no terminal to be had there")
def test_a_table_on_a_terminal_is_shown_and_in_a_pipe_it_is_whole(tmp_path: Path) -> None:
    import pty

    table = tmp_path / "movies.csv"
    table.write_text("title,rating,year\nred\x1b[31m\u202eñ,9.0,1995\n", encoding="utf-8")
    command = [sys.executable, "-m", "moviescrape", "top", str(table), "--out", "-"]
    piped = subprocess.run(command, capture_output=True, check=True).stdout
    assert piped.decode() == table.read_text(encoding="utf-8")

    screen, tty = pty.openpty()
    subprocess.run(command, stdout=tty, stderr=subprocess.DEVNULL, check=True, env={**os.environ, "PYTHONUTF8": "1"})
    os.close(tty)
    shown = os.read(screen, 2**16).decode()
    os.close(screen)
    assert shown == "title,rating,year\r\nred\\x1b[31m\\u202eñ,9.0,1995\r\n"


def test_a_traceback_of_ours_shows_no_control_characters() -> None:
    code = "from moviescrape.cli.terminal import guard_streams; guard_streams(); raise ValueError('page \\x1b[31m')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.endswith("ValueError: page \\x1b[31m\n\n")


def test_what_is_asked_for_needs_a_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(ExportError, match="standard output is closed"):
        show("answer")


def test_a_library_warns_in_one_line() -> None:
    code = "from moviescrape.cli.terminal import guard_streams; guard_streams(); import warnings; warnings.warn('odd \\x1b[31m')"
    done = subprocess.run([sys.executable, "-W", "always", "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "warning: odd \\x1b[31m\n"


@pytest.mark.parametrize(
    ("choice", "environment", "colored"),
    [
        ("auto", {}, True),
        ("auto", {"NO_COLOR": "1"}, False),
        ("auto", {"NO_COLOR": ""}, True),
        ("auto", {"TERM": "dumb"}, False),
        ("never", {}, False),
        ("always", {"NO_COLOR": "1"}, True),
    ],
)
def test_color_is_for_terminals_that_want_it(
    choice: terminal.ColorChoice, environment: dict[str, str], colored: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "_color", choice)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert terminal._has_color() == colored
