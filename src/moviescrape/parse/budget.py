"""How much CPU time reading one page may take: no page stops a run, whatever is on it."""

import time
from collections.abc import Callable

MAX_CPU_S = 10.0
"""The slowest real page of those measured takes under 1 s."""


class OverBudget(Exception):
    """Reading a page took more CPU time than one page may take."""


class Budget:
    """The CPU time of the current thread that one page may take, from now on."""

    def __init__(self, clock: Callable[[], float] = time.thread_time, max_s: float = MAX_CPU_S) -> None:
        """`clock` gives seconds of CPU time."""
        self._clock = clock
        self._end = clock() + max_s

    def check(self) -> None:
        """Raise OverBudget where the time is used up."""
        if self._clock() > self._end:
            raise OverBudget
