"""Documentation is a test subject: its commands run, its code runs, and what it prints is what it says."""

import re
import shlex
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from moviescrape.cli.app import COMMANDS, app
from support.documents import blocks, run_step, says, steps
from support.paths import PACKAGE, ROOT

GUIDE = sorted((PACKAGE / "guide").glob("*.md"))
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *GUIDE]
LINKED = [*DOCUMENTS, ROOT / "SECURITY.md", PACKAGE / "assignments" / "README.md"]
README = DOCUMENTS[0].read_text(encoding="utf-8")
SETUP = "python3 -m venv .venv && .venv/bin/pip install -q "


def _title(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_the_readme_opens_with_the_two_commands() -> None:
    main_job, tests = [line for block in blocks(README, "console") for line in block.splitlines() if line.startswith(SETUP)][:2]
    assert main_job.endswith("&& .venv/bin/moviescrape run --out output/movies.csv")
    assert tests in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the sessions shown are those of a POSIX shell")
@pytest.mark.parametrize("path", DOCUMENTS, ids=_title)
def test_what_a_document_shows_is_what_comes(path: Path, tmp_path: Path) -> None:
    for step in steps(path.read_text(encoding="utf-8")):
        ran = run_step(step, tmp_path)
        assert ran.returncode == 0, f"{step.code}\n{ran.stdout}"
        assert step.printed is None or says(ran.stdout, step.printed), f"{step.code}\n{ran.stdout}"


def _commands_only_shown(text: str) -> list[list[str]]:
    """Return the `moviescrape ...` lines of `sh` blocks, which are not run: they ask real sites, or go on for ever."""
    lines = [line for block in blocks(text, "sh") for line in block.replace("\\\n", " ").splitlines()]
    return [shlex.split(line, comments=True)[1:] for line in lines if line.startswith("moviescrape ")]


def _options_of(words: list[str]) -> set[str]:
    """Return the options that the command named by `words` has."""
    command: click.Command = app
    with click.Context(app) as context:
        for word in words:
            found = command.get_command(context, word) if isinstance(command, click.Group) else None
            command = found or command
    assert command is not app, words
    return {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}


@pytest.mark.parametrize("path", LINKED, ids=_title)
def test_commands_only_shown_have_the_options_shown(path: Path) -> None:
    for words in _commands_only_shown(path.read_text(encoding="utf-8")):
        named = {word.partition("=")[0] for word in words if word.startswith("-") and word != "-"}
        assert named <= _options_of(words), words


@pytest.mark.parametrize("path", LINKED, ids=_title)
def test_links_between_documents_lead_to_files(path: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_contributing_names_files_and_folders_that_are_there() -> None:
    named = re.findall(r"`((?:src|tests|fixtures|\.ci|[a-z]+)/[\w./*-]*)`", DOCUMENTS[1].read_text(encoding="utf-8"))
    patterns = [name.replace("NAME", "*") for name in named if "filmhouse" not in name]
    assert len(patterns) > 20
    assert [each for each in patterns if not any(any(folder.glob(each)) for folder in (ROOT, PACKAGE, PACKAGE / "parse"))] == []


@pytest.mark.parametrize("path", GUIDE, ids=_title)
def test_the_readme_leads_to_every_page_of_the_guide(path: Path) -> None:
    assert f"({_title(path)})" in README


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_there_helps_and_is_in_the_readme(command: str) -> None:
    helped = CliRunner().invoke(app, [command, "--help"], prog_name="moviescrape")
    assert helped.exit_code == 0
    assert helped.output.startswith(f"Usage: moviescrape {command}")
    assert f"moviescrape {command}" in README
