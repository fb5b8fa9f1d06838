"""An index of archives -> shards: rows of the hosts wanted, successful and HTML, each content once, neighbours together."""

from collections.abc import Iterable, Iterator

from moviescrape.archive.index_files import IndexRow, index_files, read_index
from moviescrape.archive.record_ranges import RecordPlace
from moviescrape.archive.shards import Shard, ShardSize, cut_sources
from moviescrape.errors import SourceError
from moviescrape.parse.sites import SITES
from moviescrape.pipeline.index_choice import HostFilter, IndexChoice, IndexCounts
from moviescrape.pipeline.job import Job
from moviescrape.pipeline.report import Report
from moviescrape.pipeline.site_sources import load_sites
from moviescrape.pipeline.sources import Source, SourceKind
from moviescrape.table.columns import batches

RECORDS = 256
"""Of a shard: some seconds' work, and few enough to be read again."""
_HTML_TYPES = ("text/html", "application/xhtml+xml")


def cut_job(job: Job, size: ShardSize, report: Report) -> Iterator[Shard]:
    """Yield the shards of a job's sources, or, of a job that reads an index, of the records that it names."""
    if job.index is None:
        yield from cut_sources(job.sources, size)
        return
    sites = load_sites(job.own_sites) if job.own_sites else SITES
    hosts = HostFilter.of(job.index.hosts or [host for site in sites for host in site.hosts])
    yield from cut_index(job.sources, job.index, hosts, report.index)


def cut_index(
    sources: Iterable[Source], choice: IndexChoice, hosts: HostFilter, counts: IndexCounts, records: int = RECORDS
) -> Iterator[Shard]:
    """Yield shards of `records` records, in the order of the archives; first what of the index can't be read.

    All rows that are wanted are held at once, some 300 bytes each.
    """
    rows: list[IndexRow] = []
    for found in _read_all(sources, hosts):
        if isinstance(found, SourceError):
            yield Shard(SourceKind.INDEX, (found.where,), problem=found)
        elif _is_wanted(found, counts):
            rows.append(found)
    for some in batches(_places(rows, choice, counts), records):
        problems = [place for place in some if isinstance(place, SourceError)]
        places = tuple(place for place in some if isinstance(place, RecordPlace))
        yield from (Shard(SourceKind.INDEX, (problem.where,), problem=problem) for problem in problems)
        if places:
            paths = tuple(dict.fromkeys(place.archive for place in places))
            yield Shard(SourceKind.INDEX, paths, records=places, contact=choice.contact)


def _read_all(sources: Iterable[Source], hosts: HostFilter) -> Iterator[IndexRow | SourceError]:
    for source in sources:
        try:
            for file in index_files(source.text):
                yield from read_index(file, hosts)
        except SourceError as problem:
            yield problem


def _is_wanted(row: IndexRow, counts: IndexCounts) -> bool:
    """Return whether a row is of a page that was there; a row that doesn't say is wanted, for the record will."""
    counts.rows += 1
    if row.status not in (None, 200):
        counts.other_statuses += 1
        return False
    if row.media_type and row.media_type not in _HTML_TYPES:
        counts.other_types += 1
        return False
    return True


def _places(rows: list[IndexRow], choice: IndexChoice, counts: IndexCounts) -> Iterator[RecordPlace | SourceError]:
    """Yield where the records are, in the order of the archives. Of several with one content, the first counts."""
    rows.sort(key=lambda row: (row.filename, row.offset))
    seen: set[object] = set()
    for row in rows:
        content: object = row.digest or (row.filename, row.offset)
        if content in seen:
            counts.duplicates += 1
            continue
        seen.add(content)
        try:
            yield RecordPlace(choice.place_of(row.filename), row.offset, row.length)
            counts.records += 1
        except SourceError as problem:
            yield problem
