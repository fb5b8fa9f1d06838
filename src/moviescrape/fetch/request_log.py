"""`--log FILE`: the requests as lines of JSON, by a handler of the library's own logger."""

import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from moviescrape.errors import ExportError

_LIBRARY = logging.getLogger("moviescrape.fetch")


class JsonFormatter(logging.Formatter):
    """Writes the fields that a record was given as `extra={"request": {...}}`, with its time in UTC (ISO 8601) as `at`."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line of JSON: `at`, `url`, `try`, `status` and `bytes` or `error`, `waited` and `seconds`."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        return json.dumps({"at": at, **getattr(record, "request", {})}, ensure_ascii=False)


class _RequestFileHandler(logging.FileHandler):
    """Appends a line a request, flushed, so that a killed run's log ends with a whole line."""

    def __init__(self, path: Path) -> None:
        self._path = path
        super().__init__(path, encoding="utf-8", errors="backslashreplace")
        self.setFormatter(JsonFormatter())
        self.addFilter(lambda record: hasattr(record, "request"))

    def handleError(self, record: logging.LogRecord) -> NoReturn:  # noqa: N802, ARG002 - logging's own name for it
        """Raise ExportError: whoever asked for a log wants to know that it is not whole."""
        raise _log_error(self._path, sys.exc_info()[1])


@contextmanager
def write_request_log(path: Path) -> Iterator[None]:
    """Append the requests that are made meanwhile to the file `path`. Raise ExportError where it can't be written."""
    try:
        handler = _RequestFileHandler(path)
    except OSError as problem:
        raise _log_error(path, problem) from problem
    with handling_records(handler):
        try:
            yield
        finally:
            _close(handler)


@contextmanager
def handling_records(handler: logging.Handler) -> Iterator[None]:
    """Give a handler what the fetcher logs meanwhile: requests, waits, robots.txt, each with its fields as `extra`."""
    level = _LIBRARY.level
    _LIBRARY.addHandler(handler)
    _LIBRARY.setLevel(logging.INFO)
    try:
        yield
    finally:
        _LIBRARY.setLevel(level)
        _LIBRARY.removeHandler(handler)


def _close(handler: logging.Handler) -> None:
    try:
        handler.close()
    except OSError:  # what could not be written was told before
        return


def _log_error(path: Path, problem: BaseException | None) -> ExportError:
    reason = problem.strerror if isinstance(problem, OSError) else problem
    return ExportError(f"can't write the log ({reason})", where=str(path), remedy="name another file for the log")
