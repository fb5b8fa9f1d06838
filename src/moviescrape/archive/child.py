"""The process that reads and parses shards: `python -m moviescrape.archive.child`, started and replaced by `reader.Reader`.

On stdin it takes `Order`s; on stdout it gives, for each, its `PageResult`s, some at a time, and None at the end; all
pickled. Which
page it is at, it notes in a file, for the case that the page ends it: a message before each page would take longer to be
answered than some pages to be read. A process of our own, and not one of multiprocessing's, because workers of a cluster may
not have those, and because it doesn't run the caller's main module again.
"""

import os
import pickle
import signal
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from io import FileIO
from itertools import islice
from types import MappingProxyType
from typing import BinaryIO, NamedTuple

from moviescrape.archive.shards import Shard, parse_shard
from moviescrape.archive.watchdog import Watchdog
from moviescrape.errors import MoviescrapeError
from moviescrape.pages.page import Page
from moviescrape.parse import PageKind, ParsedPage, parse_page
from moviescrape.pipeline.results import PageParser, PageResult

FAILED = 70
"""The exit status where our own code failed (EX_SOFTWARE of sysexits.h)."""

VISITS_AT_ONCE = 32
"""Given together: what is lost with the process is read again."""


class Order(NamedTuple):
    """Read this shard but for its first `done` visits; no page may take longer than `limit_s`.

    `note` is the file to note pages in. `lost` are visits to give, by their number, in place of pages that are not to be parsed.
    `at_once` visits are given together.
    """

    shard: Shard
    columns: frozenset[str] | None
    limit_s: float
    note: str
    done: int = 0
    lost: Mapping[int, PageResult] = MappingProxyType({})
    at_once: int = VISITS_AT_ONCE


class Note(NamedTuple):
    """The page at work: its number among the shard's visits, and its name."""

    number: int
    page: str

    def pack(self) -> bytes:
        """The note as a file holds it, whatever longer one was there before."""
        return f"{self.number}\n{self.page}\0".encode("utf-8", "surrogatepass")

    @classmethod
    def unpack(cls, packed: bytes) -> "Note | None":
        """The note that a file holds; None where it holds none."""
        number, mark, page = packed.partition(b"\0")[0].decode("utf-8", "surrogatepass").partition("\n")
        return cls(int(number), page) if mark else None


@dataclass(slots=True)
class _Reading:
    """One order at work. Pages before the first that is wanted are counted, not parsed."""

    order: Order
    out: BinaryIO
    note: FileIO
    dog: Watchdog
    visits: int = 0

    def answer(self) -> None:
        self.dog.begin()
        visits = self._wanted()
        while some := list(islice(visits, self.order.at_once)):
            self._tell(some)
            self.dog.begin()
        self._tell(None)

    def _tell(self, message: list[PageResult] | None) -> None:
        self.dog.rest()  # whoever listens may take his time
        pickle.dump(message, self.out, pickle.HIGHEST_PROTOCOL)
        self.out.flush()

    def _wanted(self) -> Iterator[PageResult]:
        for visit in self._visits():
            number, self.visits = self.visits, self.visits + 1
            if number >= self.order.done:
                yield self.order.lost.get(number) or _light(visit)

    def _visits(self) -> Iterator[PageResult]:
        try:
            yield from parse_shard(self.order.shard, PageParser(self.order.columns, self._parse))
        except MoviescrapeError as problem:
            yield PageResult(str(self.order.shard), problem=problem)

    def _parse(self, page: Page, columns: Collection[str] | None) -> ParsedPage:
        if self.visits < self.order.done or self.visits in self.order.lost:
            return ParsedPage(PageKind.OTHER)
        self._write(Note(self.visits, page.source).pack())
        self.dog.begin()
        try:
            return parse_page(page, columns)
        finally:
            self._write(b"\0")

    def _write(self, note: bytes) -> None:
        self.note.seek(0)
        self.note.write(note)


def _light(visit: PageResult) -> PageResult:
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
            with FileIO(order.note, "r+") as note:
                _Reading(order, out, note, dog).answer()
    except (EOFError, BrokenPipeError):
        os._exit(0)  # the parent has closed the pipe or is gone
    except BaseException:
        sys.excepthook(*sys.exc_info())
        os._exit(FAILED)


if __name__ == "__main__":
    main()
