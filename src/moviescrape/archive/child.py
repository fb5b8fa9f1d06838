"""The process that reads and parses shards: `python -m moviescrape.archive.child`, started and replaced by `reader.Reader`.

On stdin it takes `Order`s; on stdout it gives, for each, the name of every page before it parses it, every `Visit`, and None
at the end; all pickled. A process of our own, and not one of multiprocessing's, because workers of a cluster may not have those,
and because it doesn't run the caller's main module again.
"""

import os
import pickle
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from moviescrape.archive.shards import Shard, visit_shard
from moviescrape.archive.watchdog import Watchdog
from moviescrape.crawl import Visit
from moviescrape.errors import MoviescrapeError
from moviescrape.page import Page
from moviescrape.parse import PageKind, ParsedPage, parse_page

FAILED = 70
"""The exit status where our own code failed (EX_SOFTWARE of sysexits.h)."""


class Order(NamedTuple):
    """Read this shard but for its first `done` visits; no page may take longer than `limit_s`."""

    shard: Shard
    columns: frozenset[str] | None
    limit_s: float
    done: int = 0


@dataclass(slots=True)
class _Reading:
    """One order at work. Pages before the first that is wanted are counted, not parsed."""

    order: Order
    out: BinaryIO
    dog: Watchdog
    visits: int = 0

    def answer(self) -> None:
        self.dog.begin()
        for visit in self._visits():
            self.visits += 1
            if self.visits > self.order.done:
                self._tell(_light(visit))
        self.dog.rest()
        self._tell(None)

    def _tell(self, message: Visit | str | None) -> None:
        """At once: what lies in a buffer is lost, and a good page blamed, when the next one ends this process."""
        pickle.dump(message, self.out, pickle.HIGHEST_PROTOCOL)
        self.out.flush()

    def _visits(self) -> Iterator[Visit]:
        try:
            yield from visit_shard(self.order.shard, self._parse)
        except MoviescrapeError as problem:
            yield Visit(str(self.order.shard), problem=problem)

    def _parse(self, page: Page) -> ParsedPage:
        if self.visits < self.order.done:
            return ParsedPage(PageKind.OTHER)
        self._tell(page.source)
        self.dog.begin()
        return parse_page(page, self.order.columns)


def _light(visit: Visit) -> Visit:
    """Without the page's bytes, which nobody needs any more."""
    page = visit.page
    return visit._replace(page=Page(b"", page.url, page.asked_url, page.status, name=page.name)) if page else visit


def main() -> None:
    """Answer orders until there are none. Ctrl-C is for the parent to act on."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a parser prints must not get between the answers
    dog: Watchdog | None = None
    try:
        while True:
            order: Order = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent
            dog = dog or Watchdog(order.limit_s)
            _Reading(order, out, dog).answer()
    except (EOFError, BrokenPipeError):
        os._exit(0)  # the parent has closed the pipe or is gone
    except BaseException:
        sys.excepthook(*sys.exc_info())
        os._exit(FAILED)


if __name__ == "__main__":
    main()
