"""Hosts in parallel, each host in turn: jobs of one key run one after the other, those of different keys side by side."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from threading import Condition, Thread
from typing import Generic, TypeVar

T = TypeVar("T")

MAX_THREADS = 16
"""Hosts asked at the same time; more wait for one to be done."""


class Workers(Generic[T]):
    """Threads that come when there is work and go when a key has none. Daemons, so that a second Ctrl-C ends at once."""

    def __init__(self, max_threads: int = MAX_THREADS) -> None:
        self._max_threads = max_threads
        self._changed = Condition()
        self._jobs: dict[str, deque[tuple[Future[T], Callable[[], T]]]] = {}
        self._waiting: deque[str] = deque()  # keys with jobs and no thread
        self._threads = 0
        self._closed = False

    def submit(self, key: str, job: Callable[[], T]) -> Future[T]:
        """Have `job` done after the others of `key`."""
        future: Future[T] = Future()
        with self._changed:
            if self._closed:
                raise RuntimeError("closed")
            if key in self._jobs:
                self._jobs[key].append((future, job))
                return future
            self._jobs[key] = deque([(future, job)])
            self._waiting.append(key)
            if self._threads < self._max_threads:
                self._threads += 1
                Thread(target=self._work, name="fetch", daemon=True).start()
        return future

    def close(self, timeout_s: float) -> None:
        """Cancel what has not begun, and wait for the rest, at most `timeout_s`."""
        with self._changed:
            self._closed = True
            for jobs in self._jobs.values():
                for future, _ in jobs:
                    future.cancel()
            self._changed.wait_for(lambda: self._threads == 0, timeout_s)

    def _work(self) -> None:
        while True:
            with self._changed:
                if not self._waiting:
                    self._threads -= 1
                    self._changed.notify_all()
                    return
                key = self._waiting.popleft()
            while job := self._next(key):
                _run(*job)

    def _next(self, key: str) -> tuple[Future[T], Callable[[], T]] | None:
        with self._changed:
            if self._jobs[key]:
                return self._jobs[key].popleft()
            del self._jobs[key]
            return None


def _run(future: Future[T], job: Callable[[], T]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(job())
    except BaseException as problem:  # whatever it is, it belongs to who waits for the future
        future.set_exception(problem)
