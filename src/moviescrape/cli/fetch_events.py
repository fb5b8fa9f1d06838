"""What the fetcher is about, from what it logs: which host it waits for and why, and what a robots.txt asks."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from moviescrape.cli.terminal import say
from moviescrape.cli.words import duration
from moviescrape.fetch.pace import WaitReason
from moviescrape.fetch.request_log import handling_records

LONG_WAIT_S = 5.0
"""A wait that is worth a line where no bar shows it."""


class FetchEvents(logging.Handler):
    """Keeps, by host, until when it waits and why, and the Crawl-delay in seconds. Called from the threads that fetch."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self.crawl_delays_s: dict[str, float] = {}
        self.says_waits = False
        """Whether a long wait is said as a line, because no bar shows it."""
        self._waits: dict[str, tuple[float, WaitReason]] = {}
        self._clock = clock

    def emit(self, record: logging.LogRecord) -> None:
        """Note a wait, the end of one, or what a robots.txt asks."""
        if wait := getattr(record, "wait", None):
            self._note_wait(wait["host"], wait["seconds"], wait["reason"])
        elif request := getattr(record, "request", None):
            self._waits.pop(urlsplit(request["url"]).netloc, None)
        elif robots := getattr(record, "robots", None):
            self.crawl_delays_s[robots["host"]] = robots["crawl_delay_s"]

    @property
    def waiting(self) -> str:
        """Return the wait that ends first, as `waiting 8 s (Crawl-delay)`; nothing where it is under a second."""
        until, reason = min(self._waits.copy().values(), default=(0.0, WaitReason.PAUSE))
        left_s = until - self._clock()
        return f"waiting {left_s:.0f} s ({reason})" if left_s >= 1 else ""

    def _note_wait(self, host: str, seconds: float, reason: WaitReason) -> None:
        self._waits[host] = (self._clock() + seconds, reason)
        if self.says_waits and seconds >= LONG_WAIT_S and reason in (WaitReason.RETRY_AFTER, WaitReason.NEXT_TRY):
            say(f"{host}: waiting {duration(seconds)} ({reason})")


@contextmanager
def watching_fetches() -> Iterator[FetchEvents]:
    """Yield what the fetcher is about meanwhile."""
    events = FetchEvents()
    with handling_records(events):
        yield events
