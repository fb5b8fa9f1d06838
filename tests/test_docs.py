"""Documentation is a test subject: its commands run, its code runs, and what it prints is what it says."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from moviescrape.cli.app import COMMANDS, app
from support.paths import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SETUP = "python3 -m venv .venv && .venv/bin/pip install -q "


def _blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def _sessions() -> list[tuple[str, str]]:
    """(command, what it prints) of each `$ moviescrape ...` in the README, in order."""
    return [
        (found[1], found[2])
        for block in _blocks(README, "console")
        for found in re.finditer(r"^\$ (moviescrape .*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    ]


def _without_times(text: str) -> list[str]:
    """Lines, less what differs from run to run: durations, ports and trailing space."""
    text = re.sub(r"\d+(?:\.\d+)? ?(?:ms|s|seconds?|minutes?)\b", "TIME", text)
    return [line.rstrip() for line in re.sub(r"127\.0\.0\.1:\d+", "PORT", text).splitlines() if line.strip()]


def test_the_readme_opens_with_the_two_commands() -> None:
    main_job, tests = [line for block in _blocks(README, "console") for line in block.splitlines() if line.startswith(SETUP)][:2]
    assert main_job.endswith("&& .venv/bin/moviescrape run --out output/movies.csv")
    assert tests in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", ["README", "CONTRIBUTING"])
def test_python_blocks_run(name: str, tmp_path: Path) -> None:
    for block in _blocks({"README": README, "CONTRIBUTING": CONTRIBUTING}[name], "python"):
        ran = subprocess.run([sys.executable, "-W", "error", "-c", block], cwd=tmp_path, capture_output=True, encoding="utf-8")
        assert ran.returncode == 0, ran.stderr


def test_sessions_print_what_the_readme_says(tmp_path: Path) -> None:
    assert _sessions()
    for command, printed in _sessions():
        arguments = shlex.split(command)[1:]
        ran = subprocess.run(
            [sys.executable, "-m", "moviescrape", *arguments],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        assert ran.returncode == 0, f"{command}\n{ran.stdout}"
        if printed.strip():
            assert _without_times(ran.stdout) == _without_times(printed), command


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_there_helps_and_is_in_the_readme(command: str) -> None:
    helped = CliRunner().invoke(app, [command, "--help"], prog_name="moviescrape")
    assert helped.exit_code == 0
    assert helped.output.startswith(f"Usage: moviescrape {command}")
    assert f"moviescrape {command}" in README
