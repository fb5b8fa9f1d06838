"""Submissions to check: each a small file whose first line says what is wrong with it."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from moviescrape.check.inside import call_functions
from moviescrape.check.sandbox import Job, Outcome, Run


@pytest.fixture
def expected_mistake() -> Callable[[Path], tuple[str, str]]:
    """The column and the class of mistake that a submission's first line names."""

    def read(path: Path) -> tuple[str, str]:
        column, kind = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ").split(": ")
        return column, kind

    return read


@pytest.fixture
def run_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Calls functions here and not in a process of their own: for submissions that do no harm, ten times faster."""
    monkeypatch.setattr(sys, "argv", sys.argv)
    monkeypatch.setitem(sys.modules, "submission", sys)

    @contextmanager
    def run(job: Job, timeout_s: float) -> Iterator[Outcome]:
        script = tmp_path / "submission.py"
        script.write_bytes(job.script)
        records: list[dict[str, Any]] = []
        calls = [{"function": call.function, "arguments": list(call.arguments)} for call in job.calls]
        call_functions({"file": str(script), "calls": calls}, lambda record: records.append(json.loads(json.dumps(record))))
        yield Outcome(tmp_path, "whole", records, "", 0)

    return run
