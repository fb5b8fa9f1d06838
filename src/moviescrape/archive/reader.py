"""Reading in a process of its own, which is replaced when a page kills it or takes too long."""

import os
import pickle
import subprocess
import sys
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, NamedTuple

from moviescrape.archive.child import RESULTS_AT_ONCE, Note, Order
from moviescrape.archive.shards import Shard
from moviescrape.archive.watchdog import OUT_OF_CPU_TIME, PAGE_LIMITS, TOO_LARGE, TOO_LONG, PageLimits
from moviescrape.errors import PageSetAside, SourceError
from moviescrape.errors.remedies import Remedy
from moviescrape.pipeline.results import PageResult
from moviescrape.pipeline.site_sources import SiteSource
from moviescrape.settings import MIB

MAX_DEATHS = 2
"""Of the process at one page: the first may have come from outside, by a person or a system that is short of memory.
The second time, the page has a process of its own."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How pages are read: columns wanted, what one page may take, the user's sites, and what Python runs to read them."""

    columns: frozenset[str] | None = None
    limits: PageLimits = PAGE_LIMITS
    own_sites: tuple[SiteSource, ...] = ()
    program: tuple[str, ...] = ("-P", "-m", "moviescrape.archive.child")


def read_whole(reader: "Reader", shard: Shard) -> list[PageResult]:
    """Return all results of a shard: the task that makes one table of many shards."""
    return list(reader.read(shard))


class Reader:
    """Reads shards in another process. Not to be shared by threads."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._child: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._folder = TemporaryDirectory(prefix="moviescrape-")
        self._note = Path(self._folder.name, "page")
        self._note.touch()

    def read(self, shard: Shard) -> Iterator[PageResult]:
        """Yield the results of a shard, in order. A page that takes too much CPU time is a result with a problem.

        So is one at which the process died twice, the second time with no other page in it. Where the process dies twice while
        no page is at work (the file itself is to blame), the rest of the shard is given up, and said, once the pages before that
        place were told one by one.
        """
        progress = _Progress()
        try:
            while not progress.ended:
                if progress.is_alone:
                    self._kill()  # a page that is tried again has a process of its own
                until = progress.until
                if (yield from self._answers(shard, progress)):
                    progress.note_end(until)
                else:
                    note = self._read_note()
                    yield from progress.note_death(shard, note, self._exit_reason())
        finally:
            if not progress.ended:
                self._kill()  # nobody reads on: its answers must not be taken for those to the next order

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._closed = True
        self._kill()
        self._folder.cleanup()

    def _answers(self, shard: Shard, progress: "_Progress") -> Generator[PageResult, None, bool]:
        """Yield what the child gives for an order; return whether it came to the end of it, and not to its own."""
        child = self._running()
        assert child.stdin is not None and child.stdout is not None  # noqa: S101, PT018
        self._note.write_bytes(b"")
        options = self._options
        order = Order(
            shard,
            options.columns,
            options.limits,
            str(self._note),
            progress.done,
            progress.until,
            progress.lost,
            progress.at_once,
            options.own_sites,
        )
        with suppress(EOFError, OSError, ValueError, pickle.UnpicklingError):
            pickle.dump(order, child.stdin)
            child.stdin.flush()
            while (results := _load(child.stdout)) is not None:
                for result in results:
                    progress.done += 1
                    yield result
            return True
        return False

    def _read_note(self) -> Note | None:
        with suppress(OSError):  # the folder goes when this is closed
            return Note.unpack(self._note.read_bytes())
        return None

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._closed:
            raise SourceError("reading was stopped")
        if self._child is None:
            self._child = _start(self._options.program)
        return self._child

    def _exit_reason(self) -> "_ExitReason":
        """Return why the child is dead."""
        child, self._child = self._child, None
        if child is None:
            return _ExitReason("reading was stopped", is_final=True, is_closed=True)
        status = _ended(child)
        limits = self._options.limits
        if status == OUT_OF_CPU_TIME:
            return _ExitReason(f"took more than {limits.cpu_s:g} s of CPU time", is_final=True)
        if status == TOO_LONG:
            return _ExitReason(f"took longer than {limits.clock_s:g} s", is_final=False)
        if status == TOO_LARGE:
            return _ExitReason(f"took more than {limits.memory_bytes // MIB:,} MiB of memory", is_final=False)
        return _ExitReason(f"killed its reader (status {status})", is_final=False)

    def _kill(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            _ended(child)


class _ExitReason(NamedTuple):
    """Why the process ended; `is_final`: a page would end it so again; `is_closed`: nobody wants the rest."""

    what: str
    is_final: bool
    is_closed: bool = False


@dataclass(slots=True)
class _Progress:
    """How far a shard is read: results given (`done`), what to give for pages that are `lost`, and where the process died.

    `suspect` is the number of the page that is tried again. `deaths` are counted by the page's number; between pages, by -1 less
    the results given.
    """

    done: int = 0
    at_once: int = RESULTS_AT_ONCE
    ended: bool = False
    suspect: int | None = None
    lost: dict[int, PageResult] = field(default_factory=dict)
    deaths: Counter[int] = field(default_factory=Counter)

    @property
    def is_alone(self) -> bool:
        """Return whether the next page is the suspect, with which no other may die."""
        return self.suspect is not None and self.done == self.suspect

    @property
    def until(self) -> int | None:
        """Return the number of the result to stop before: the suspect, or the one behind it."""
        return None if self.suspect is None else self.suspect + self.is_alone

    def note_end(self, until: int | None) -> None:
        """Go on behind what was ordered, up to result `until`; the shard ends where there was no more."""
        self.ended = until is None or self.done < until
        if self.suspect is not None and self.done > self.suspect:
            self.suspect = None

    def note_death(self, shard: Shard, note: Note | None, reason: _ExitReason) -> Iterator[PageResult]:
        """Decide what is tried again after the process died: all, but for a page that it died at too often.

        Without a note of a page, results are given one by one from then on, to find the place.
        """
        if note is None and self.at_once > 1:
            self.at_once = 1
            return
        place = note.number if note else -1 - self.done
        self.deaths[place] += 1
        is_last = self.deaths[place] >= MAX_DEATHS
        if note and (is_last or reason.is_final):
            self.suspect = None
            self.lost[note.number] = _lost_page(note.page, reason.what)
        elif note:
            self.suspect = note.number
        elif is_last or reason.is_closed:
            self.ended = True
            yield _lost_rest(shard, reason.what)


def _load(stdout: IO[bytes]) -> list[PageResult] | None:
    results: list[PageResult] | None = pickle.load(stdout)  # noqa: S301 - from our own child
    return results


def _start(program: tuple[str, ...]) -> "subprocess.Popen[bytes]":
    """Start the child; it imports from where we do, and never from the current folder, where a page may be saved as `lxml.py`."""
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
    return PageResult(page, problem=PageSetAside(why, where=page, remedy=Remedy.RETRY_FAILED))


def _lost_rest(shard: Shard, why: str) -> PageResult:
    remedy = "the rest of it was not read; look at it with an archive tool"
    return PageResult(str(shard), problem=PageSetAside(why, where=str(shard), remedy=remedy))
