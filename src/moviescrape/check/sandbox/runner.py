"""Running a submission in a process of its own: copies, a scratch folder, limits, and an account of how it ended.

Honest mistakes and accidents are contained: endless loops, crashes, prints without end, files removed, exits. Code that
means harm is not: run the checker in a container for that.
"""

import getpass
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, TypeAlias

MIB = 2**20
MEMORY_BYTES = 2048 * MIB
FILE_BYTES = 64 * MIB
OUTPUT_BYTES = 16 * MIB
"""A submission that prints more is ended; of what it printed the first part is kept."""
KEPT_BYTES = 64 * 1024
SUPERVISOR_S = 3.0
"""How long the supervisor may take to end what the submission started."""


@dataclass(frozen=True, slots=True)
class FunctionCall:
    """A function of the submission, and what to call it with: plain values, `{"html": ...}`, or a table as `wire` writes it."""

    function: str
    arguments: Sequence[Any]


@dataclass(frozen=True, slots=True)
class ProgramRun:
    """A run of the submission as a program; `site` is the only address it may ask, and what MOVIESCRAPE_SITE names."""

    arguments: Sequence[str]
    site: str | None = None


@dataclass(frozen=True, slots=True)
class SandboxTask:
    """What to do with the file `script`: call functions, or run it as a program once for each of `runs`.

    `cells` are the lines on which the cells of a notebook begin: each is run for itself. `files` are put into the scratch
    folder beside it (name -> bytes).
    """

    script: bytes
    cells: Sequence[int] = ()
    calls: Sequence[FunctionCall] = ()
    runs: Sequence[ProgramRun] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    plots: bool = False
    trusted: bool = False
    """Whether it may import the package's own code, as the model solutions do."""


@dataclass(slots=True)
class SandboxOutcome:
    """How it went. `ended` is "whole", "timeout", "flood" (of output) or "died"; `folder` lasts as long as the `with` block."""

    folder: Path
    ended: str
    records: list[dict[str, Any]]
    stdout: str
    status: int
    given: frozenset[str] = frozenset()
    """The names of the files that were put into the folder."""

    def called(self, number: int) -> dict[str, Any] | None:
        """Return what came of the call of this number; None where it was never finished."""
        return next((record for record in self.records if record.get("call") == number), None)

    @property
    def errors(self) -> list[dict[str, Any]]:
        """What went wrong outside the calls: while the file was loaded or run as a program."""
        return [record for record in self.records if record["type"] in ("error", "exit") and "call" not in record]

    @property
    def refused(self) -> list[str]:
        """Return what the guard did not let it do, each once."""
        return list(dict.fromkeys(record["act"] for record in self.records if record["type"] == "refused"))

    @property
    def isolation(self) -> dict[str, str]:
        """Return by what the system kept it from files, connections, processes and memory."""
        return next((record["isolation"] for record in self.records if record["type"] == "isolation"), {})


Runner: TypeAlias = Callable[[SandboxTask, float], AbstractContextManager[SandboxOutcome]]
"""How a job is run, within so many seconds: `run_submission`, or, for code that can be trusted, something quicker."""

SCRIPT = "submission.py"


@contextmanager
def run_submission(task: SandboxTask, timeout_s: float) -> Iterator[SandboxOutcome]:
    """Run it, and hand out what came of it; the scratch folder is removed at the end of the `with` block."""
    with tempfile.TemporaryDirectory(prefix="moviescrape-check-", ignore_cleanup_errors=True) as private:
        home = Path(private) / "home"
        home.mkdir()
        for name, content in {**task.files, SCRIPT: task.script}.items():
            path = home / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        job_path, results = Path(private) / "job.json", Path(private) / "results.jsonl"
        job_path.write_text(json.dumps(_as_json(task, home / SCRIPT)), encoding="utf-8")
        ended, status, stdout = _run([str(job_path), str(results)], home, timeout_s, plots=task.plots)
        records = _read_records(results)
        whole = any(record["type"] == "end" for record in records)
        yield SandboxOutcome(home, ended if ended != "whole" or whole else "died", records, stdout, status, frozenset(task.files))


def _as_json(task: SandboxTask, script: Path) -> dict[str, Any]:
    return {
        "file": str(script),
        "cells": list(task.cells),
        "calls": [{"function": call.function, "arguments": list(call.arguments)} for call in task.calls],
        "runs": [{"arguments": list(run.arguments), "site": run.site} for run in task.runs],
        "plots": task.plots,
        "trusted": task.trusted,
        "memory_bytes": MEMORY_BYTES,
        "file_bytes": FILE_BYTES,
    }


def _run(arguments: list[str], home: Path, timeout_s: float, *, plots: bool) -> tuple[str, int, str]:
    """How it ended, its exit status, and the beginning of what it printed."""
    process = subprocess.Popen(  # noqa: S603 - our own module, with arguments of our own
        [sys.executable, "-m", "moviescrape.check.sandbox.worker", *arguments],
        cwd=home,
        env=_environment(home, plots=plots),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    listener = _Listener(process)
    try:
        status = process.wait(timeout_s)
    except subprocess.TimeoutExpired:
        end_process(process)
        return "timeout", process.wait(), listener.text()
    finally:
        end_process(process)
    return ("flood" if listener.flooded else "whole"), status, listener.text()


def end_process(process: "subprocess.Popen[bytes]") -> None:
    """End it and whatever it started; nothing happens where it has ended."""
    if sys.platform == "win32":
        process.kill()
        return
    if process.poll() is None:
        process.terminate()  # the supervisor ends the student's process and all that it left behind
        with suppress(subprocess.TimeoutExpired):
            process.wait(SUPERVISOR_S)
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        process.kill()


class _Listener:
    """Reads what a process prints, keeps the beginning, and ends a process that doesn't stop printing."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdout is not None  # noqa: S101
        self.flooded = False
        self._kept = bytearray()
        self._thread = threading.Thread(target=self._listen, args=(process, process.stdout), daemon=True)
        self._thread.start()

    def _listen(self, process: "subprocess.Popen[bytes]", stream: IO[bytes]) -> None:
        heard = 0
        with stream:
            while chunk := stream.read1():  # type: ignore[attr-defined]
                heard += len(chunk)
                self._kept += chunk[: KEPT_BYTES - len(self._kept)]
                if heard > OUTPUT_BYTES:
                    self.flooded = True
                    end_process(process)
                    return

    def text(self) -> str:
        """Return the beginning of what was printed."""
        self._thread.join(timeout=5)
        return bytes(self._kept).decode("utf-8", "replace")


def _environment(home: Path, *, plots: bool) -> dict[str, str]:
    """Little of ours: no secrets, a home in the scratch folder, one thread for numpy."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "SYSTEMROOT") if name in os.environ}
    return {
        **kept,
        "HOME": str(home),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(home)),
        "USERPROFILE": str(home),
        "MPLCONFIGDIR": str(_font_list_folder() if plots else home / ".matplotlib"),
        "MPLBACKEND": "Agg",
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "PYTHONSAFEPATH": "1",
        "PYTHONUNBUFFERED": "1",
    }


def _font_list_folder() -> Path:
    """Return where matplotlib keeps its list of fonts from one submission to the next; it is made beforehand."""
    folder = Path(tempfile.gettempdir()) / f"moviescrape-check-{getpass.getuser()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _read_records(path: Path) -> list[dict[str, Any]]:
    """Every whole line; the last one may be cut where the process was ended."""
    if not path.exists():
        return []
    records = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            records.append(json.loads(line))
        except ValueError:
            break
    return records
