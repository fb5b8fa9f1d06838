"""Ends this process when one page takes too long, also where the parser is stuck in C and holds the interpreter's lock."""

import faulthandler
import os
import time
from collections.abc import Callable

TOO_LONG = 1
"""The exit status of a process that the watchdog ended: faulthandler leaves with it."""
_SPARE = 0.25
"""The timer is set anew at most this often, as a share of the limit: it costs 80 us, where a page may take 300."""


class Watchdog:
    """A timer over faulthandler's, a thread in C that needs no lock, works on Windows, and ends the process with `_exit(1)`.

    Signals would wait until the interpreter runs on, which a regular expression that backtracks never lets it.
    """

    def __init__(self, limit_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit_s = limit_s
        self._clock = clock
        self._set_at: float | None = None
        self._nowhere = open(os.devnull, "w")  # noqa: SIM115, PTH123 - faulthandler must have a file to write its report to

    def start(self) -> None:
        """Begin to watch a page: it has the limit, and at most a quarter more."""
        now = self._clock()
        if self._set_at is None or now - self._set_at > self._limit_s * _SPARE:
            faulthandler.dump_traceback_later(self._limit_s * (1 + _SPARE), exit=True, file=self._nowhere)
            self._set_at = now

    def stop(self) -> None:
        """Watch nothing, until the next start."""
        faulthandler.cancel_dump_traceback_later()
        self._set_at = None
