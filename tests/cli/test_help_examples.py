"""Every command has an example in its help, and the example works."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from moviescrape.cli.app import COMMANDS, app
from moviescrape.cli.exit_codes import COMPLETE, FEWER_POINTS
from support.command_line import moviescrape
from support.paths import PAGES

PAGE = PAGES / "imdb" / "calendar-2017.html"


def _commands(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """Yield each command that does something by itself, with what is typed to call it."""
    if not isinstance(command, click.Group):
        yield path, command
        return
    for name in command.list_commands(click.Context(command)):
        found = command.get_command(click.Context(command), name)
        assert found is not None
        yield from _commands(found, f"{path} {name}")


ALL = dict(found for name in COMMANDS for found in _commands(app.get_command(click.Context(app), name) or app, name))


@pytest.mark.parametrize("path", ALL)
@pytest.mark.slow
@pytest.mark.usefixtures("folder")
def test_the_example_of_a_command_works(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moviescrape.cli.commands.serve._wait_for_interrupt", lambda: None)
    examples = re.findall(r"^Example: moviescrape (.+)$", ALL[path].epilog or "", re.MULTILINE)
    assert len(examples) == 1
    words = shlex.split(re.sub(r" >>? .*", "", examples[0]))
    assert [word for word in words if word != "movies.pages.sqlite"][: len(path.split())] == path.split()
    result = moviescrape(*words)
    assert result.exit_code == (FEWER_POINTS if path == "assignment check" else COMPLETE), result.stderr


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the examples name: tables, a page store, pages, work for the course."""
    folder = tmp_path_factory.mktemp("prepared")
    assert moviescrape("run", "--out", folder / "movies.csv", "--max-movies", 50).exit_code == 0
    assert moviescrape("assignment", "start", 3, folder / "my-work").exit_code == 0
    for name in ("imdb.csv", "letterboxd.csv"):
        shutil.copy(folder / "movies.csv", folder / name)
    (folder / "saved-pages").mkdir()
    for name in ("page.html", "saved-pages/page.html"):
        shutil.copy(PAGE, folder / name)
    return folder


@pytest.fixture
def folder(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, where the example runs."""
    shutil.copytree(prepared, tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"
