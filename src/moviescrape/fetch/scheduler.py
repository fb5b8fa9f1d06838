"""Hosts side by side, each one request at a time: a job waits for a host's turn without a thread, and goes on when it is due.

A job is a generator: it yields the host that it wants to ask next and is resumed when that host may be asked. Jobs of one host
begin one after the other; what a redirect makes them ask of another host takes its turn there.
"""

import heapq
import time
from collections import deque
from collections.abc import Callable, Generator
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from itertools import count
from threading import Condition, Lock, Thread
from typing import Generic, Protocol, TypeAlias, TypeVar

T = TypeVar("T")

MAX_THREADS = 64
"""Requests under way at the same time. A host that pauses has no thread."""


class Turn(Protocol):
    """A host that a job wants to ask."""

    @property
    def host(self) -> str:
        """Return its name, with its port."""
        ...

    def wait_s(self) -> float:
        """Return how many seconds from now it may be asked."""
        ...


Steps: TypeAlias = Generator[Turn, None, T]
"""A job: what it yields, it waits for; what it returns is its result."""


def run_here(steps: Steps[T], sleep: Callable[[float], None]) -> T:
    """Do a job in this thread, while no other does any: `sleep` is called with the seconds until each turn. Return its result."""
    while True:
        try:
            turn = next(steps)
        except StopIteration as end:
            result: T = end.value
            return result
        sleep(turn.wait_s())


@dataclass(slots=True, eq=False)
class _Slot(Generic[T]):
    """One host: the jobs that begin here one by one, and the jobs under way that wait for its turn."""

    to_begin: "deque[_Job[T]]" = field(default_factory=deque)
    under_way: "deque[tuple[_Job[T], Turn]]" = field(default_factory=deque)
    begun: "_Job[T] | None" = None
    is_taken: bool = False
    """Whether a thread has it, or it is among those that become due."""

    def wait_s(self) -> float | None:
        """Return how long until a job may go on or begin; None where there is none."""
        if self.under_way:
            return self.under_way[0][1].wait_s()
        return 0.0 if self.to_begin and self.begun is None else None

    def next_job(self) -> "_Job[T]":
        if self.under_way:
            return self.under_way.popleft()[0]
        self.begun = self.to_begin.popleft()
        return self.begun


@dataclass(slots=True, eq=False)
class _Job(Generic[T]):
    home: _Slot[T]
    steps: Steps[T]
    future: Future[T] = field(default_factory=Future)

    def go_on(self) -> Turn | None:
        """Run until the next turn that it waits for; None at its end."""
        if not (self.future.running() or self.future.set_running_or_notify_cancel()):
            return None
        try:
            return next(self.steps)
        except StopIteration as end:
            self.future.set_result(end.value)
        except BaseException as problem:  # whatever it is, it belongs to who waits for the future
            self.future.set_exception(problem)
        return None


class Scheduler(Generic[T]):
    """A bounded number of threads, which take the host that is due first. Daemons, so that a second Ctrl-C ends at once.

    Of the threads without work one watches for the next host to become due; the others wait to be called.
    """

    def __init__(self, max_threads: int = MAX_THREADS, clock: Callable[[], float] = time.monotonic) -> None:
        self._max_threads = max_threads
        self._clock = clock
        self._lock = Lock()
        self._sooner = Condition(self._lock)  # for the thread that watches
        self._called = Condition(self._lock)  # for the others without work
        self._ended = Condition(self._lock)
        self._slots: dict[str, _Slot[T]] = {}
        self._due: list[tuple[float, int, _Slot[T]]] = []
        self._order = count()
        self._threads = self._idle = 0
        self._is_watched = self._closed = False

    def submit(self, host: str, steps: Steps[T]) -> Future[T]:
        """Have a job done after the others that begin on `host`."""
        with self._lock:
            if self._closed:
                raise RuntimeError("closed")
            slot = self._slots.setdefault(host, _Slot())
            job = _Job(slot, steps)
            slot.to_begin.append(job)
            self._offer(slot)
        return job.future

    def close(self, timeout_s: float) -> None:
        """Cancel what waits, and wait for the requests under way, at most `timeout_s`."""
        with self._lock:
            self._closed = True
            waiting = [job for slot in self._slots.values() for job in (*slot.to_begin, *(each for each, _ in slot.under_way))]
            self._slots.clear()
            self._due.clear()
            self._sooner.notify_all()
            self._called.notify_all()
        for job in waiting:
            if not job.future.cancel():
                job.future.set_exception(CancelledError())
        with self._lock:
            self._ended.wait_for(lambda: self._threads == 0, timeout_s)

    def _offer(self, slot: _Slot[T]) -> None:
        """Put a host among those that become due, if it has something to do, and see to it that somebody watches."""
        wait_s = slot.wait_s()
        if slot.is_taken or wait_s is None:
            return
        slot.is_taken = True
        heapq.heappush(self._due, (self._clock() + wait_s, next(self._order), slot))
        if not self._is_watched:
            self._call_thread()
        elif self._due[0][2] is slot:
            self._sooner.notify()

    def _call_thread(self) -> None:
        if self._idle:
            self._called.notify()
        elif self._threads < self._max_threads:
            self._threads += 1
            Thread(target=self._work, name="fetch", daemon=True).start()

    def _work(self) -> None:
        while slot := self._take():
            while job := self._next_job(slot):
                self._put_back(slot, job, job.go_on())
        with self._lock:
            self._threads -= 1
            self._ended.notify_all()

    def _take(self) -> _Slot[T] | None:
        """Wait for the host that is due first; None when all is over."""
        with self._lock:
            while not self._closed:
                wait_s = self._due[0][0] - self._clock() if self._due else None
                if wait_s is not None and wait_s <= 0:
                    slot = heapq.heappop(self._due)[2]
                    if self._due and not self._is_watched:
                        self._call_thread()
                    return slot
                self._wait(wait_s)
        return None

    def _wait(self, wait_s: float | None) -> None:
        if self._is_watched:
            self._idle += 1
            self._called.wait()
            self._idle -= 1
        else:
            self._is_watched = True
            self._sooner.wait(wait_s)
            self._is_watched = False

    def _next_job(self, slot: _Slot[T]) -> _Job[T] | None:
        """Return the job that may go on at this host now; where there is none, the host is given back."""
        with self._lock:
            wait_s = None if self._closed else slot.wait_s()
            if wait_s is not None and wait_s <= 0:
                return slot.next_job()
            slot.is_taken = False
            if not self._closed:
                self._offer(slot)
            return None

    def _put_back(self, slot: _Slot[T], job: _Job[T], turn: Turn | None) -> None:
        """Let a job wait for its next turn: in front of the others where it is this host's again, so that it comes to its end."""
        with self._lock:
            if turn is None:
                job.home.begun = None
                if job.home is not slot:
                    self._offer(job.home)
                return
            if self._closed:
                job.future.set_exception(CancelledError())
                return
            wanted = self._slots.setdefault(turn.host, _Slot())
            if wanted is slot:
                slot.under_way.appendleft((job, turn))
            else:
                wanted.under_way.append((job, turn))
                self._offer(wanted)
