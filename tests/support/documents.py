"""Markdown documents as programs: their sessions and Python are run, in order, in one folder, and must print what they say."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*(?:\n> .*)*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
_PROGRESS = re.compile(r"[\d,]+ pages?, [\d,]+ movies?")
"""What a run says between times where it takes long, as on a busy machine."""
_VARIES = (
    (re.compile(r"127\.0\.0\.1:\d+"), "ADDRESS"),
    (re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"), "DATE"),
    (re.compile(r"\d+(?:\.\d+)? ?(?:ms|s|seconds?|minutes?)\b"), "TIME"),
    (re.compile(r"\d+(?:\.\d+)? (?:KB|MB)\b"), "SIZE"),
)


@dataclass(frozen=True)
class Step:
    """A command of the shell, or a block of Python, and what it prints; None where the document doesn't say."""

    language: str
    code: str
    printed: str | None


def blocks(text: str, language: str) -> list[str]:
    """Return the fenced blocks of one language."""
    return [found[2] for found in _BLOCK.finditer(text) if found[1] == language]


def steps(text: str) -> Iterator[Step]:
    """Yield what a document runs: each `$ ` line of its `console` blocks (`> ` goes on with it), and each `python` block.

    A `text` block right after a `python` block is its output.
    """
    found = list(_BLOCK.finditer(text))
    for this, following in zip(found, [*found[1:], None], strict=True):
        if this[1] == "console":
            yield from (
                Step("console", each[1].replace("\n> ", "\n"), each[2] if each[2].strip() else None)
                for each in _COMMAND.finditer(this[2])
            )
        elif this[1] == "python":
            is_output = following and following[1] == "text" and not text[this.end() : following.start()].strip()
            yield Step("python", this[2], following[2] if following and is_output else None)


def run_step(step: Step, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a step in `folder`, with the `moviescrape` of this Python; stdout and stderr come together."""
    python = [sys.executable, "-W", "error", "-c", step.code]
    command = python if step.language == "python" else ["bash", "-o", "pipefail", "-c", step.code]
    here = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "120", "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        command, cwd=folder, env=os.environ | here, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )


def without_what_varies(text: str) -> list[str]:
    """Return the lines that hold something, less what differs from run to run: times, sizes, dates and ports."""
    for pattern, name in _VARIES:
        text = pattern.sub(name, text)
    return [line.rstrip() for line in text.splitlines() if line.strip() and not _PROGRESS.fullmatch(line)]


def says(printed: str, expected: str) -> bool:
    """Return whether `printed` is what a document shows; a line `...` stands for any lines.

    >>> says("a\\nb\\nc\\n", "a\\n...\\nc\\n"), says("a\\nb\\n", "a\\n")
    (True, False)
    """
    pattern = "".join(r"(?:.*\n)*" if line == "..." else re.escape(line) + r"\n" for line in without_what_varies(expected))
    return bool(re.fullmatch(pattern, "".join(f"{line}\n" for line in without_what_varies(printed))))
