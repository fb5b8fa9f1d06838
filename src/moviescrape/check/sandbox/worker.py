"""The student's process: `python -m moviescrape.check.sandbox.worker JOB.json RESULTS.jsonl`, started by sandbox.py.

The job says which file to run and how: to call functions, or as a program with arguments. Each result is a line of JSON, written
as soon as it is there, so that what was done before an endless loop counts.
"""

import json
import os
import sys
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from moviescrape.check.sandbox.encoding import decode_table, encode, encode_error
from moviescrape.check.sandbox.guard import Guard, limit_resources
from moviescrape.check.sandbox.narrowing import call_and_narrow

RecordWriter = Callable[[dict[str, Any]], None]


def main(job_path: str, results_path: str) -> None:
    """Run the job; never returns, so that threads and exit handlers of the submission hold nothing up."""
    job = json.loads(Path(job_path).read_text(encoding="utf-8"))
    with open(results_path, "w", encoding="utf-8") as results:  # noqa: PTH123 - kept open, to write before anything can go wrong
        write = _writer(results)
        guard = Guard(Path.cwd(), {run["site"] for run in job["runs"] if run["site"]})
        _load(job)
        limit_resources(job["memory_bytes"], job["file_bytes"])
        guard.install()
        run_job(job, write, guard)
        write({"type": "end", "refused": sorted(set(guard.refused))})
    _flush()
    os._exit(0)


def run_job(job: dict[str, Any], write: RecordWriter, guard: Guard) -> None:
    """FunctionCall the functions, or run the program once for each set of arguments."""
    if job["plots"]:
        from moviescrape.check.sandbox.figure_recorder import watch_plots

        watch_plots(write)
    for number, run in enumerate(job["runs"]):
        write({"type": "run", "number": number})
        if run["site"]:
            os.environ["MOVIESCRAPE_SITE"] = run["site"]
            guard.resolve_practice_names(run["site"])
        with _noted(write, job["file"]):
            execute(job["file"], "__main__", run["arguments"])
    if job["calls"]:
        call_functions(job, write)


def call_functions(job: dict[str, Any], write: RecordWriter) -> None:
    """Load the file as a module, then make each call; what was defined before an error is still called."""
    module = types.ModuleType("submission")
    with _noted(write, job["file"]):
        execute(job["file"], "submission", [], module)
    for number, call in enumerate(job["calls"]):
        function = getattr(module, call["function"], None)
        if not callable(function):
            write({"type": "undefined", "call": number})
            continue
        with _noted(write, job["file"], call=number):
            write({**_call(function, call["arguments"], job["file"]), "call": number})


def _call(function: Callable[..., Any], arguments: list[Any], file: str) -> dict[str, Any]:
    """Return the record of a call; of a list page, the movies at which the function stops are left out and named."""
    if len(arguments) == 1 and isinstance(arguments[0], dict) and "cuts" in arguments[0]:
        page = arguments[0]
        narrowed = call_and_narrow(lambda html: function(_argument({"html": html})), page["html"], page["cuts"])
        failures = [[place, encode_error(error, file)] for place, error in narrowed.failures.items()]
        return {**encode(narrowed.value), "failures": failures}
    return encode(function(*map(_argument, arguments)))


def execute(file: str, name: str, arguments: list[str], module: types.ModuleType | None = None) -> None:
    """Run a file as Python would: with this `__name__` and these arguments."""
    module = module or types.ModuleType(name)
    module.__file__ = file
    sys.modules[name] = module
    sys.argv = [file, *arguments]
    code = compile(Path(file).read_bytes(), file, "exec")
    exec(code, module.__dict__)  # noqa: S102 - this is what the process is for


@contextmanager
def _noted(write: RecordWriter, file: str, **where: int) -> Iterator[None]:
    try:
        yield
    except SystemExit as stopped:
        if stopped.code not in (None, 0) or where:
            write({"type": "exit", "code": str(stopped.code)[:300], **where})
    except BaseException as error:
        write({**encode_error(error, file), **where})


def _argument(argument: Any) -> Any:
    """Return a document, a table, or a plain value."""
    if isinstance(argument, dict) and "html" in argument:
        from bs4 import BeautifulSoup

        return BeautifulSoup(argument["html"], "lxml")
    return decode_table(argument) if isinstance(argument, dict) else argument


def _writer(results: Any) -> RecordWriter:
    def write(record: dict[str, Any]) -> None:
        results.write(json.dumps(record) + "\n")
        results.flush()

    return write


def _load(job: dict[str, Any]) -> None:
    """Import what most submissions import, before the guard stands: libraries may fill their caches."""
    import bs4  # noqa: F401
    import pandas as pd  # noqa: F401

    if job["plots"]:
        import matplotlib.pyplot as plt

        plt.switch_backend("Agg")
    sys.path.insert(0, str(Path(job["file"]).parent))


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with suppress(Exception):
            stream.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
