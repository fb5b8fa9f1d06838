"""Running the submission's file: as a program, or as a module whose functions are called. Each result is a record."""

import builtins
import multiprocessing.context
import os
import sys
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from moviescrape.check.sandbox.encoding import RecordWriter, SubmissionFile, decode_table, encode, encode_error
from moviescrape.check.sandbox.narrowing import call_and_narrow


def run_job(job: dict[str, Any], write: RecordWriter, use_site: Callable[[str], None]) -> None:
    """Call the functions, or run the program once for each of `runs`; `use_site` makes the site's name mean an address."""
    source = SubmissionFile(job["file"], tuple(job["cells"]))
    for number, run in enumerate(job["runs"]):
        write({"type": "run", "number": number})
        forget_last_run(Path(source.file).parent)
        if run["site"]:
            os.environ["MOVIESCRAPE_SITE"] = run["site"]
            use_site(run["site"])
        execute(source, "__main__", run["arguments"], write)
    if job["calls"]:
        call_functions(job, write)


def forget_last_run(folder: Path) -> None:
    """Have the submission's own modules imported anew, and multiprocessing's way of starting chosen anew, as in a new process."""
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if isinstance(file, str) and folder in Path(file).parents and name != "__main__":
            del sys.modules[name]
    multiprocessing.context._default_context._actual_context = None  # type: ignore[attr-defined]


def call_functions(job: dict[str, Any], write: RecordWriter) -> None:
    """Load the file as a module, then make each call; what was defined before an error is still called."""
    source = SubmissionFile(job["file"], tuple(job.get("cells", ())))
    module = execute(source, "submission", [], write)
    for number, call in enumerate(job["calls"]):
        function = getattr(module, call["function"], None)
        if not callable(function):
            write({"type": "undefined", "call": number})
            continue
        with _noted(write, source, call=number):
            write({**_call(function, call["arguments"], source), "call": number})


def _call(function: Callable[..., Any], arguments: list[Any], source: SubmissionFile) -> dict[str, Any]:
    """Return the record of a call; of a list page, the movies at which the function stops are left out and named."""
    if len(arguments) == 1 and isinstance(arguments[0], dict) and "cuts" in arguments[0]:
        page = arguments[0]
        narrowed = call_and_narrow(lambda html: function(make_argument({"html": html})), page["html"], page["cuts"])
        failures = [[place, encode_error(error, source)] for place, error in narrowed.failures.items()]
        return {**encode(narrowed.value), "failures": failures}
    return encode(function(*map(make_argument, arguments)))


def execute(source: SubmissionFile, name: str, arguments: list[str], write: RecordWriter) -> types.ModuleType:
    """Run a file as Python would, with this `__name__` and these arguments; a notebook's cells one by one, as people run them.

    What goes wrong is noted; an error in one cell does not keep the next ones from being run.
    """
    module = types.ModuleType(name)
    module.__file__ = source.file
    sys.modules[name] = module
    sys.argv = [source.file, *arguments]
    if source.cells:
        module.__dict__.update(display=builtins.print, get_ipython=_no_ipython)
    for code in _parts(source):
        with _noted(write, source):
            exec(compile(code, source.file, "exec"), module.__dict__)  # noqa: S102 - this is what the process is for
    return module


def _parts(source: SubmissionFile) -> Iterator[bytes]:
    """Return the cells of a notebook, each on its own lines of the file, or the whole script."""
    if not source.cells:
        yield Path(source.file).read_bytes()
        return
    lines = Path(source.file).read_text(encoding="utf-8", errors="replace").split("\n")
    for start, end in zip(source.cells, [*(cell - 1 for cell in source.cells[1:]), len(lines) + 1], strict=True):
        yield ("\n" * (start - 1) + "\n".join(lines[start - 1 : end - 1])).encode()


@contextmanager
def _noted(write: RecordWriter, source: SubmissionFile, **where: int) -> Iterator[None]:
    try:
        yield
    except SystemExit as stopped:
        if stopped.code not in (None, 0) or where:
            write({"type": "exit", "code": str(stopped.code)[:300], **where})
    except BaseException as error:
        write({**encode_error(error, source), **where})


def make_argument(argument: Any) -> Any:
    """Return a document, a table, or a plain value."""
    if isinstance(argument, dict) and "html" in argument:
        from bs4 import BeautifulSoup

        return BeautifulSoup(argument["html"], "lxml")
    return decode_table(argument) if isinstance(argument, dict) else argument


def _no_ipython() -> None:
    """Return None, as IPython's function does where no IPython runs."""
