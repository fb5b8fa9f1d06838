"""`--log FILE`: one JSON line a request."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Protocol, Self

from moviescrape.errors import ExportError


class Log(Protocol):
    """Takes one entry a request: `at` (ISO 8601), `url`, `try`, `status` or `error`, `bytes`, `seconds`, `waited`."""

    def write(self, entry: dict[str, object]) -> None:
        """Called from the hosts' threads."""


class RequestLog:
    """Appends to a file, a line at a time, so that a killed run's log ends with a whole line."""

    def __init__(self, path: Path) -> None:
        """ExportError when the file can't be written."""
        self._path = path
        with self._told():
            self._file = path.open("a", encoding="utf-8", newline="\n", buffering=1)
        self._lock = Lock()

    def write(self, entry: dict[str, object]) -> None:
        """Write one line. ExportError where the disk is full."""
        line = json.dumps(entry, ensure_ascii=False)
        with self._lock, self._told():
            self._file.write(f"{line}\n")

    def close(self) -> None:
        """Close the file; what could not be written was told of before."""
        with suppress(OSError):
            self._file.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as problem:
            what = f"can't write the log ({problem.strerror})"
            raise ExportError(what, where=str(self._path), remedy="name another file for --log") from problem

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
