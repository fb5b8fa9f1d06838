"""The process that reads and parses shards: `python -m moviescrape.archive.child`, started and replaced by `reader.Reader`.

On stdin it takes `Order`s; on stdout it gives, for each, its `PageResult`s, some at a time, and None at the end; all pickled.
Which page it is at, it notes in a file, for the case that the page ends it: a message before each page would take longer to be
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
from moviescrape.archive.watchdog import PageLimits, Watchdog, prefer_as_victim
from moviescrape.errors import MoviescrapeError
from moviescrape.pages.page import Page
from moviescrape.parse import PageKind, ParsedPage, parse_page
from moviescrape.parse.sites.site import Site
from moviescrape.pipeline.results import PageParser, PageResult
from moviescrape.pipeline.site_sources import SiteSource, load_sites

FAILED = 70
"""The exit status where our own code failed (EX_SOFTWARE of sysexits.h)."""

RESULTS_AT_ONCE = 32
"""Given together: what is lost with the process is read again."""


class Order(NamedTuple):
    """Read this shard but for its first `done` results, and up to result `until`; no page may take more than the limits.

    `note` is the file to note pages in. `lost` are results to give, by their number, for pages that are not to be parsed.
    `at_once` results are given together. `own_sites` are read beside those of the package.
    """

    shard: Shard
    columns: frozenset[str] | None
    limits: PageLimits
    note: str
    done: int = 0
    until: int | None = None
    lost: Mapping[int, PageResult] = MappingProxyType({})
    at_once: int = RESULTS_AT_ONCE
    own_sites: tuple[SiteSource, ...] = ()


class Note(NamedTuple):
    """The page at work: its number among the shard's results, and its name."""

    number: int
    page: str

    def pack(self) -> bytes:
        """Return the note as a file holds it, whatever longer one was there before."""
        return f"{self.number}\n{self.page}\0".encode("utf-8", "surrogatepass")

    @classmethod
    def unpack(cls, packed: bytes) -> "Note | None":
        """Return the note that a file holds; None where it holds none."""
        number, mark, page = packed.partition(b"\0")[0].decode("utf-8", "surrogatepass").partition("\n")
        return cls(int(number), page) if mark else None


@dataclass(slots=True)
class _OrderAtWork:
    """One order at work. Pages before the first that is wanted are counted, not parsed."""

    order: Order
    out: BinaryIO
    note: FileIO
    watchdog: Watchdog
    count: int = 0

    def answer(self) -> None:
        self.watchdog.start()
        results = islice(self._wanted(), self.order.until and self.order.until - self.order.done)
        while batch := list(islice(results, self.order.at_once)):
            self._send(batch)
            self.watchdog.start()
        self._send(None)

    def _send(self, message: list[PageResult] | None) -> None:
        self.watchdog.stop()  # the parent may take its time to read
        pickle.dump(message, self.out, pickle.HIGHEST_PROTOCOL)
        self.out.flush()

    def _wanted(self) -> Iterator[PageResult]:
        for result in self._results():
            number, self.count = self.count, self.count + 1
            if number >= self.order.done:
                yield self.order.lost.get(number) or result.without_body()

    def _results(self) -> Iterator[PageResult]:
        try:
            parser = PageParser(self.order.columns, self._parse, load_sites(self.order.own_sites))
            yield from parse_shard(self.order.shard, parser)
        except MoviescrapeError as problem:
            yield PageResult(str(self.order.shard), problem=problem)

    def _parse(self, page: Page, columns: Collection[str] | None, sites: tuple[Site, ...]) -> ParsedPage:
        if self.count < self.order.done or self.count in self.order.lost:
            return ParsedPage(PageKind.OTHER)
        self._write(Note(self.count, page.source).pack())
        self.watchdog.start()
        try:
            return parse_page(page, columns, sites)
        finally:
            self._write(b"\0")

    def _write(self, note: bytes) -> None:
        self.note.seek(0)
        self.note.write(note)


def main() -> None:
    """Answer orders until there are none. Ctrl-C is for the parent to act on."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a parser prints must not get between the answers
    watchdog: Watchdog | None = None
    prefer_as_victim()
    try:
        while True:
            order: Order = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent
            watchdog = watchdog or Watchdog(order.limits)
            with FileIO(order.note, "r+") as note:
                _OrderAtWork(order, out, note, watchdog).answer()
    except (EOFError, BrokenPipeError):
        os._exit(0)  # the parent has closed the pipe or is gone
    except BaseException:
        sys.excepthook(*sys.exc_info())
        os._exit(FAILED)


if __name__ == "__main__":
    main()
