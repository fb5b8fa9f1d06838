"""Ends this process when one page takes too much, also where the parser is stuck in C and holds the interpreter's lock."""

import faulthandler
import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from moviescrape.settings import MIB

TOO_LONG = 1
"""The exit status of a process that waited too long: faulthandler leaves with it."""
TOO_LARGE = 71
"""The exit status of a process that grew too large (EX_OSERR of sysexits.h)."""
OUT_OF_CPU_TIME = -27
"""The status of a process that the timer of its CPU time ended: SIGPROF, 27 on Linux and macOS."""
HAS_CPU_TIMER = hasattr(signal, "setitimer")
_SPARE = 0.25
"""The timer is set anew at most this often, as a share of the limit: it costs 80 us, where a page may take 300."""
_LOOK_EVERY_S = 0.05
_OWN_MEMORY = Path("/proc/self/statm")


class PageLimits(NamedTuple):
    """What one page may take: seconds of CPU time, seconds on the clock, and bytes of memory of the process that reads it.

    CPU time tells a page that hangs from one that waits for its turn on a busy machine, or that was read when it slept; it is
    told apart on POSIX alone, memory on Linux alone. The heaviest real pages take less than a second and 2 GiB.
    """

    cpu_s: float = 30.0
    clock_s: float = 300.0
    memory_bytes: int = 4096 * MIB


PAGE_LIMITS = PageLimits()
"""Of an ordinary run."""


class Watchdog:
    """Limits of a page, held by timers that need no lock of the interpreter, and of the process' memory, held by a thread.

    CPU time: ITIMER_PROF, whose signal ends the process where nothing handles it; a handler in Python would wait until the
    interpreter runs on, which a regular expression that backtracks never lets it. The clock: faulthandler's timer, a thread in
    C that works on Windows too. Memory: an allocation that fails would be taken for a page that ends early, so that the process
    is ended before, by its own looking: allocations of a size that matters are made in Python, or without its lock.
    """

    def __init__(self, limits: PageLimits, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits = limits
        self._clock_s = limits.clock_s if HAS_CPU_TIMER else limits.cpu_s
        self._clock = clock
        self._set_at: float | None = None
        self._nowhere = open(os.devnull, "w")  # noqa: SIM115, PTH123 - faulthandler must have a file to write its report to
        if _OWN_MEMORY.exists():
            threading.Thread(target=_watch_memory, args=(limits.memory_bytes,), daemon=True).start()

    def start(self) -> None:
        """Begin to watch a page: it has its CPU time, and at most a quarter more than its time on the clock."""
        if HAS_CPU_TIMER:
            signal.setitimer(signal.ITIMER_PROF, self._limits.cpu_s)
        now = self._clock()
        if self._set_at is None or now - self._set_at > self._clock_s * _SPARE:
            faulthandler.dump_traceback_later(self._clock_s * (1 + _SPARE), exit=True, file=self._nowhere)
            self._set_at = now

    def stop(self) -> None:
        """Watch no time, until the next start."""
        if HAS_CPU_TIMER:
            signal.setitimer(signal.ITIMER_PROF, 0)
        faulthandler.cancel_dump_traceback_later()
        self._set_at = None


def prefer_as_victim() -> None:
    """Have a Linux system that is short of memory end this process, which is replaced, before the one that writes the table."""
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")


def _watch_memory(most_bytes: int) -> None:
    page_bytes = os.sysconf("SC_PAGE_SIZE")
    while True:
        if int(_OWN_MEMORY.read_bytes().split()[1]) * page_bytes > most_bytes:
            os._exit(TOO_LARGE)
        time.sleep(_LOOK_EVERY_S)
