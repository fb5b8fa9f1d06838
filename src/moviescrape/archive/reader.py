"""Reading in a process of its own, which is replaced when a page kills it or takes too long."""

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from moviescrape.archive.child import VISITS_AT_ONCE, Note, Order
from moviescrape.archive.shards import Shard
from moviescrape.archive.watchdog import TOO_LONG
from moviescrape.errors import ParseError, SourceError
from moviescrape.pipeline.results import PageResult

PAGE_TIME_S = 30.0
"""A page that takes longer is broken: the heaviest real ones take less than a second."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How pages are read: the columns wanted, the seconds one page may take, and what Python runs to read them."""

    columns: frozenset[str] | None = None
    page_time_s: float = PAGE_TIME_S
    program: tuple[str, ...] = ("-P", "-m", "moviescrape.archive.child")


def read_whole(reader: "Reader", shard: Shard) -> list[PageResult]:
    """All visits of a shard: the task that makes one table of many shards."""
    return list(reader.read(shard))


class Reader:
    """Reads shards in another process. Not to be shared by threads."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._child: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._folder = TemporaryDirectory(prefix="moviescrape-")
        self._note = Path(self._folder.name, "page")
        self._note.touch()

    def read(self, shard: Shard) -> Iterator[PageResult]:
        """The visits of a shard, in order. A page that the process did not survive is a visit with a problem in its place.

        Where the process dies while no page is at work (the file itself is to blame), the rest of the shard is given up, and
        said, once the pages before that place were told one by one.
        """
        lost: dict[int, PageResult] = {}
        done, ended, at_once = 0, False, VISITS_AT_ONCE
        try:
            while not ended:
                for visits in self._answers(shard, done, lost, at_once):
                    ended = visits is None
                    for visit in visits or ():
                        done += 1
                        yield visit
                if not ended:
                    note, why = self._read_note(), self._exit_reason()
                    if note:
                        lost[note.number] = _lost_page(note.page, why)
                    elif at_once > 1:
                        at_once = 1
                    else:
                        ended = True
                        yield _lost_rest(shard, why)
        finally:
            if not ended:
                self._kill()  # nobody reads on: its answers must not be taken for those to the next order

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._closed = True
        self._kill()
        self._folder.cleanup()

    def _answers(
        self, shard: Shard, done: int, lost: Mapping[int, PageResult], at_once: int
    ) -> Iterator[list[PageResult] | None]:
        """What the child says to an order, up to its None or its death."""
        child = self._running()
        assert child.stdin is not None and child.stdout is not None  # noqa: S101, PT018
        self._note.write_bytes(b"")
        order = Order(shard, self._reading.columns, self._reading.page_time_s, str(self._note), done, lost, at_once)
        try:
            pickle.dump(order, child.stdin)
            child.stdin.flush()
            while True:
                visits: list[PageResult] | None = pickle.load(child.stdout)  # noqa: S301 - from our own child
                yield visits
                if visits is None:
                    return
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            return

    def _read_note(self) -> Note | None:
        with suppress(OSError):  # the folder goes when this is closed
            return Note.unpack(self._note.read_bytes())
        return None

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._closed:
            raise SourceError("reading was stopped")
        if self._child is None:
            self._child = _start(self._reading.program)
        return self._child

    def _exit_reason(self) -> str:
        """Why the child is dead."""
        child, self._child = self._child, None
        if child is None:
            return "reading was stopped"
        status = _ended(child)
        if status == TOO_LONG:
            return f"took longer than {self._reading.page_time_s:g} s"
        return f"killed its reader (status {status})"

    def _kill(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            _ended(child)


def _start(program: tuple[str, ...]) -> "subprocess.Popen[bytes]":
    """The child imports from where we do, and never from the current folder, where a page may be saved as `lxml.py`."""
    paths = os.pathsep.join(path for path in sys.path if path)
    environment = os.environ | {"PYTHONPATH": paths}
    return subprocess.Popen([sys.executable, *program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)  # noqa: S603


def _ended(child: "subprocess.Popen[bytes]") -> int:
    for pipe in (child.stdin, child.stdout):
        with suppress(OSError):
            if pipe:
                pipe.close()
    return child.wait()


def _lost_page(page: str, why: str) -> PageResult:
    return PageResult(page, problem=ParseError(why, where=page, remedy="the others were read"))


def _lost_rest(shard: Shard, why: str) -> PageResult:
    remedy = "the rest of it was not read; look at it with an archive tool"
    return PageResult(str(shard), problem=SourceError(why, where=str(shard), remedy=remedy))
