"""`moviescrape shell`: code that is piped into it meets the page; on a terminal there is a prompt."""

import code
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner, Result

from moviescrape.cli.app import app
from moviescrape.cli.commands import shell
from support.paths import PAGES

PAGE = PAGES / "imdb" / "calendar-2017.html"
Piped = Callable[[str], Result]


@pytest.fixture
def piped() -> Piped:
    return lambda text: CliRunner().invoke(app, ["shell", str(PAGE)], input=text)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("print(len(movies), movies[0].title)", "3 Grey Harbour"),
        ("print(page.layout)", "calendar"),
        ("print(select('li a'))", "['Grey Harbour', '2046', 'Salt Road']"),
        ("print(frame()['year'].tolist())", "[2016, 2017, 2017]"),
        ("print(explain().movies[0][0].chosen.value)", "Grey Harbour"),
        ("for movie in movies:\n    print(movie.year)\n", "2016\n2017\n2017"),
        ("", ""),
    ],
)
def test_piped_code_is_run(piped: Piped, text: str, printed: str) -> None:
    result = piped(text)
    assert (result.exit_code, result.stdout.strip()) == (0, printed)


@pytest.mark.parametrize("text", ["1/0", "nobody", "if", "raise SystemExit(0)", "select('li[')"])
def test_wrong_code_is_one_line(piped: Piped, text: str) -> None:
    result = piped(text)
    assert result.exit_code == 4
    assert result.stderr.startswith("moviescrape: stdin: the code ended with ")
    assert result.stderr.count("\n") == 1


def test_the_page_cannot_come_from_standard_input_too() -> None:
    result = CliRunner().invoke(app, ["shell", "-"], input="")
    assert result.exit_code == 2
    assert "the prompt reads from standard input itself" in result.stderr


@pytest.mark.parametrize("with_ipython", [False, True])
def test_on_a_terminal_there_is_a_prompt(monkeypatch: pytest.MonkeyPatch, *, with_ipython: bool) -> None:
    opened: list[dict[str, Any]] = []
    monkeypatch.setattr(shell, "find_spec", lambda _: with_ipython or None)
    ipython = SimpleNamespace(start_ipython=lambda argv, user_ns: opened.append(user_ns))
    monkeypatch.setattr(shell, "import_module", lambda _: ipython)
    monkeypatch.setattr(code, "interact", lambda banner, local, exitmsg: opened.append(local))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    with pytest.raises(SystemExit) as end:
        app.main(["shell", str(PAGE)])
    assert end.value.code in (None, 0)
    assert set(opened[0]) >= {"page", "movies", "frame", "select", "explain"}
