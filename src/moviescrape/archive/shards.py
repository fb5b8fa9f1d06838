"""What is to be read, cut into shards: files, pages of a store, a range of an archive. Names and numbers, never the pages."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby, islice, zip_longest
from pathlib import Path

from moviescrape.archive.record_ranges import RecordPlace, parse_records
from moviescrape.errors import MoviescrapeError, SourceError, UsageError
from moviescrape.errors.remedies import Remedy
from moviescrape.pages.archive_file import archives_in, is_archive_file, open_archive, size_of
from moviescrape.pages.archive_records import can_be_entered
from moviescrape.pages.files import find_saved
from moviescrape.pages.page import Page
from moviescrape.parse import PageKind, ParsedPage
from moviescrape.parse.sites.site import Site
from moviescrape.pipeline.local import parse_archive, parse_file, parse_store
from moviescrape.pipeline.results import PageParser, PageResult
from moviescrape.pipeline.sources import Source, SourceKind
from moviescrape.settings import MIB


@dataclass(frozen=True, slots=True)
class ShardSize:
    """How much goes into one shard at most."""

    files: int
    archive_bytes: int


FINE = ShardSize(files=32, archive_bytes=MIB // 2)
"""To spread work over processes: a tenth of a second's work or so, so that all are done at about the same time."""
MEDIUM = ShardSize(files=128, archive_bytes=2 * MIB)
"""To spread it over a cluster, whose scheduler takes a few milliseconds for each."""
COARSE = ShardSize(files=500, archive_bytes=32 * MIB)
"""For parts that are files of their own: few enough to list, small enough that work lost in a crash is soon done again."""


@dataclass(frozen=True, slots=True)
class Shard:
    """`paths` are files of one sort. Of an archive, the records that begin at byte `start` or later and before `stop`, of a store
    the pages with such ids."""

    kind: SourceKind
    paths: tuple[str, ...]
    start: int = 0
    stop: int | None = None
    only: tuple[str, ...] = ()
    """Names of the pages to read; all where there are none."""
    records: tuple[RecordPlace, ...] = ()
    """Of an index, those to read, and no others of their archives."""
    contact: str | None = field(default=None, repr=False)
    """Whom a web server can complain to that is asked for records."""
    problem: MoviescrapeError | None = None
    """There is nothing to read, and this is why."""

    def __str__(self) -> str:
        """
        >>> print(Shard(SourceKind.ARCHIVE, ("crawl.warc.gz",), 0, 4096))
        crawl.warc.gz, bytes 0-4096
        """
        if self.records:
            return f"{len(self.records):,} records of {self.paths[0]} and on"
        if self.start or self.stop:
            unit = "bytes" if self.kind is SourceKind.ARCHIVE else "pages"
            return f"{self.paths[0]}, {unit} {self.start}-{'' if self.stop is None else self.stop}"
        return self.paths[0] + (f" and {len(self.paths) - 1:,} more" if len(self.paths) > 1 else "")


def cut_sources(sources: Iterable[Source], size: ShardSize = FINE) -> Iterator[Shard]:
    """Yield the shards of all sources, in order, as they are found: a large folder doesn't keep the first of them waiting."""
    for source in sources:
        if source.problem:
            yield Shard(source.kind, (source.text,), problem=source.problem)
            continue
        try:
            yield from _cut(source, size)
        except SourceError as problem:
            yield Shard(source.kind, (source.text,), problem=problem)


def _cut(source: Source, size: ShardSize) -> Iterator[Shard]:
    if source.kind is SourceKind.ARCHIVE:
        yield from _cut_archive(source.text, size.archive_bytes)
    elif source.kind is SourceKind.STORE:
        yield from _cut_store(source.path, size.files)
    elif source.kind in (SourceKind.IMDB, SourceKind.EXPORT):
        raise UsageError(f"{source.kind}: read by one process into one file", where=source.text, remedy=Remedy.ONE_PROCESS)
    else:
        yield from _cut_folder(source.path, size)


def _cut_folder(folder: Path, size: ShardSize) -> Iterator[Shard]:
    for is_archive, paths in groupby(find_saved(folder), key=is_archive_file):
        names = map(str, paths)
        if is_archive:
            for name in names:
                yield from _cut_archive(name, size.archive_bytes)
            continue
        while some := tuple(islice(names, size.files)):
            yield Shard(SourceKind.PAGE, some)


def _cut_store(path: Path, most: int) -> Iterator[Shard]:
    from moviescrape.pages.store import PageStore  # loads SQLite and the HTTP client, which the other sources don't need

    with PageStore.open_to_read(path) as store:
        ids = store.ids()
    for start in ids[::most]:
        yield Shard(SourceKind.STORE, (str(path),), start, min(start + most, ids.stop))


def _cut_archive(path: str, most_bytes: int) -> Iterator[Shard]:
    try:
        for archive in archives_in(path):
            starts = _starts_in(archive, most_bytes)
            for start, stop in zip_longest(starts, starts[1:]):
                yield Shard(SourceKind.ARCHIVE, (archive,), start, stop)
    except SourceError as problem:
        yield Shard(SourceKind.ARCHIVE, (path,), problem=problem)


def _starts_in(archive: str, most_bytes: int) -> list[int]:
    with open_archive(archive) as file:
        end = size_of(file)
        return list(range(0, end, most_bytes)) if end and can_be_entered(file) else [0]


def parse_shard(shard: Shard, parser: PageParser) -> Iterator[PageResult]:
    """Yield the pages of a shard, parsed, in order. What can't be read is a result with a problem in its place."""
    results = _parse_all(shard, _only_parser(parser, shard.only) if shard.only else parser)
    return (result for result in results if result.where in shard.only) if shard.only else results


def _only_parser(parser: PageParser, only: Collection[str]) -> PageParser:
    """Return a parser that passes over all pages but those named."""

    def read(page: Page, columns: Collection[str] | None, sites: tuple[Site, ...]) -> ParsedPage:
        return parser.read(page, columns, sites) if page.source in only else ParsedPage(PageKind.OTHER)

    return replace(parser, read=read)


def _parse_all(shard: Shard, parser: PageParser) -> Iterator[PageResult]:
    if shard.problem:
        yield PageResult(shard.paths[0], problem=shard.problem)
    elif shard.kind is SourceKind.ARCHIVE:
        yield from parse_archive(shard.paths[0], parser, shard.start, shard.stop)
    elif shard.kind is SourceKind.INDEX:
        yield from parse_records(shard.records, parser, shard.contact)
    elif shard.kind is SourceKind.STORE:
        yield from parse_store(Path(shard.paths[0]), parser, None if shard.stop is None else range(shard.start, shard.stop))
    else:
        for path in shard.paths:
            yield parse_file(Path(path), parser)
