"""Records of archives that an index names, read by ranges of bytes: neighbours in one piece, the rest not at all."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, Protocol

from moviescrape.errors import MoviescrapeError, SourceError, UsageError
from moviescrape.export.formats import require
from moviescrape.pages.archive_reader import read_record
from moviescrape.pages.files import check_regular
from moviescrape.pages.page import Page
from moviescrape.pages.record_counts import RecordCounts
from moviescrape.pipeline.local import parse_record
from moviescrape.pipeline.results import PageParser, PageResult
from moviescrape.settings import MIB, Settings

GAP_BYTES = MIB // 2
"""Between two records that are read in one piece: as many bytes come in the time that another request takes."""
RANGE_BYTES = 32 * MIB
"""Of one piece, unless a single record is larger."""


class RecordPlace(NamedTuple):
    """Where a record is: `length` bytes at `offset` of an archive."""

    archive: str
    offset: int
    length: int

    @property
    def name(self) -> str:
        """Return what its page is called, as where the archive is read whole."""
        return f"{self.archive}#{self.offset}"


class ReadRange(Protocol):
    """Reads a range of bytes."""

    def __call__(self, where: str, start: int, stop: int) -> bytes:
        """Return the bytes from `start` on, before `stop`; fewer where the file ends. Raise SourceError or FetchError."""


def parse_records(
    places: Iterable[RecordPlace], parser: PageParser, contact: str | None = None, read: ReadRange | None = None
) -> Iterator[PageResult]:
    """Yield the pages of records, which are in the order of their archives; then what records there were."""
    counts = RecordCounts()
    where = ""
    with _reading(contact) as read_there:
        for place, found in read_places(places, read or read_there, counts):
            where = place.archive
            if isinstance(found, MoviescrapeError):
                yield PageResult(place.name, problem=found)
            elif found is not None:
                yield parse_record(found, parser)
    if counts.records:
        yield PageResult(where, records=counts)


def read_places(
    places: Iterable[RecordPlace], read: ReadRange, counts: RecordCounts
) -> Iterator[tuple[RecordPlace, Page | MoviescrapeError | None]]:
    """Yield each place with the page there; None where it is no page, an error where it can't be read."""
    for some in join_ranges(places):
        start, stop = some[0].offset, max(place.offset + place.length for place in some)
        try:
            data = read(some[0].archive, start, stop)
        except UsageError:
            raise
        except MoviescrapeError as problem:
            for place in some:
                yield place, type(problem)(problem.what, where=place.name, remedy=problem.remedy)
            continue
        for place in some:
            block = data[place.offset - start : place.offset - start + place.length]
            yield place, read_record(block, place.name, place.length, counts)


def join_ranges(places: Iterable[RecordPlace], gap: int = GAP_BYTES, most: int = RANGE_BYTES) -> Iterator[list[RecordPlace]]:
    """Yield the places that are read in one piece: neighbours in one archive, at most `most` bytes in all.

    >>> places = [RecordPlace("a", 0, 10), RecordPlace("a", 12, 5), RecordPlace("a", 900, 5), RecordPlace("b", 906, 5)]
    >>> [[place.offset for place in some] for some in join_ranges(places, gap=8)]
    [[0, 12], [900], [906]]
    """
    for _archive, group in groupby(places, key=lambda place: place.archive):
        joined: list[RecordPlace] = []
        for place in group:
            if joined:
                end = joined[-1].offset + joined[-1].length
                if place.offset - end > gap or place.offset + place.length - joined[0].offset > most:
                    yield joined
                    joined = []
            joined.append(place)
        yield joined


@contextmanager
def _reading(contact: str | None) -> Iterator[ReadRange]:
    """Yield what reads ranges, of whatever kind of place; the client for web servers is made when one is to be asked."""
    from moviescrape.fetch.byte_ranges import RangeClient  # loads the HTTP client, which files don't need

    clients: list[RangeClient] = []

    def read(where: str, start: int, stop: int) -> bytes:
        if not where.lower().startswith(("http://", "https://")):
            return read_range(where, start, stop)
        if not clients:
            clients.append(RangeClient(Settings(contact=contact)))
        return clients[0].get(where, start, stop)

    try:
        yield read
    finally:
        for client in clients:
            client.close()


def read_range(where: str, start: int, stop: int) -> bytes:
    """Return a range of a file at a path, or at an address that fsspec knows. Raise SourceError, or UsageError without fsspec."""
    try:
        if "://" not in where:
            check_regular(Path(where))
            with Path(where).open("rb") as file:
                file.seek(start)
                return file.read(stop - start)
        require("fsspec")
        system, path = import_module("fsspec").core.url_to_fs(where)
        data: bytes = system.cat_file(path, start=start, end=stop)
    except (SourceError, UsageError):
        raise
    except Exception as error:  # each kind of object storage has errors of its own
        reason = getattr(error, "strerror", None) or error
        raise SourceError(f"can't be read ({reason})", where=where, remedy="check the base, the index and your rights") from error
    return data
