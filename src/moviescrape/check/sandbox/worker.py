"""The student's process: `python -m moviescrape.check.sandbox.worker JOB.json RESULTS.jsonl`, started by runner.py.

The job says which file to run and how: to call functions, or as a program with arguments. Each result is a line of JSON, written
as soon as it is there, so that what was done before an endless loop counts.
"""

import gc
import importlib
import json
import os
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from moviescrape.check.sandbox.encoding import RecordWriter
from moviescrape.check.sandbox.execution import run_job
from moviescrape.check.sandbox.guard import Guard
from moviescrape.check.sandbox.isolation import isolate
from moviescrape.check.sandbox.supervisor import supervise

GC_THRESHOLD = 200_000


def main(job_path: str, results_path: str) -> None:
    """Run the job isolated; never returns, so that threads and exit handlers of the submission hold nothing up."""
    job = json.loads(Path(job_path).read_text(encoding="utf-8"))
    supervise(partial(run_isolated, job, results_path), network=any(run["site"] for run in job["runs"]))


def run_isolated(job: dict[str, Any], results_path: str, namespaces: frozenset[str]) -> None:
    """Load what submissions use, isolate this process, run the job, and end this process."""
    with open(results_path, "a", encoding="utf-8") as results:  # noqa: PTH123 - kept open, to write before anything can go wrong
        write = partial(_write, results)
        sites = sorted({run["site"] for run in job["runs"] if run["site"]})
        guard = Guard(Path.cwd(), sites, lambda act: write({"type": "refused", "act": act}), trusted=job["trusted"])
        _load_libraries(job)
        if job["plots"]:
            _watch_plots(write)
        write({"type": "isolation", "isolation": isolate(job, guard.ports, namespaces)})
        guard.install()
        run_job(job, write, guard.use_site)
        write({"type": "end"})
    _flush()
    os._exit(0)


def _write(results: TextIO, record: dict[str, Any]) -> None:
    results.write(json.dumps(record) + "\n")
    results.flush()


def _load_libraries(job: dict[str, Any]) -> None:
    """Import what most submissions import, before the process is isolated: libraries may fill their caches."""
    for name in ("bs4", "lxml.etree", "pandas"):
        importlib.import_module(name)
    sys.path.insert(0, str(Path(job["file"]).parent))
    gc.freeze()  # of a document's many small objects few are garbage: looking less often saves a fifth of the time
    gc.set_threshold(GC_THRESHOLD)


def _watch_plots(write: RecordWriter) -> None:
    import matplotlib.pyplot as plt

    from moviescrape.check.sandbox.figure_recorder import watch_plots

    plt.switch_backend("Agg")
    importlib.import_module("moviescrape.export.figures")  # what the course's helper saves plots with
    watch_plots(write)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with suppress(Exception):
            stream.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
