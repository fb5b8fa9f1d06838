"""A quicker way to run submissions that do no harm."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from moviescrape.check.sandbox.execution import call_functions
from moviescrape.check.sandbox.runner import Runner, SandboxOutcome, SandboxTask


@pytest.fixture
def run_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Runner:
    """Calls functions here and not in a process of their own: for submissions that do no harm, ten times faster."""
    monkeypatch.setattr(sys, "argv", sys.argv)
    monkeypatch.setitem(sys.modules, "submission", sys)

    @contextmanager
    def run(job: SandboxTask, timeout_s: float) -> Iterator[SandboxOutcome]:
        script = tmp_path / "submission.py"
        script.write_bytes(job.script)
        records: list[dict[str, Any]] = []
        calls = [{"function": call.function, "arguments": list(call.arguments)} for call in job.calls]
        task = {"file": str(script), "cells": job.cells, "calls": calls}
        call_functions(task, lambda record: records.append(json.loads(json.dumps(record))))
        yield SandboxOutcome(tmp_path, "whole", records, "", 0)

    return run
