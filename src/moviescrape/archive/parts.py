"""Shards -> a folder of parts, a file a shard, each written where its pages are read. Run again, it goes on where it stopped."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from moviescrape.archive.engines import Engine
from moviescrape.archive.failures import FailedPage
from moviescrape.archive.index_shards import cut_job
from moviescrape.archive.manifest import Part, Plan
from moviescrape.archive.parts_place import FolderPlace, PartsPlace, RemotePlace
from moviescrape.archive.reader import Reader
from moviescrape.archive.set_aside import mend, note_retry, read_movies, results_again, shards_again
from moviescrape.archive.shards import COARSE, Shard, ShardSize
from moviescrape.archive.table import count_movies
from moviescrape.export.publish import STDOUT
from moviescrape.export.publish_folder import check_folder
from moviescrape.export.remote_files import address_of
from moviescrape.export.write import write_table
from moviescrape.movie import Movie
from moviescrape.pipeline.flow import OnPage, check_saved, ignore_page, make_batches
from moviescrape.pipeline.job import Job, Target
from moviescrape.pipeline.report import Report
from moviescrape.pipeline.results import PageResult
from moviescrape.pipeline.sources import Source
from moviescrape.table.columns import ROWS

FORMAT = "parquet"
"""Of parts, where no other is asked for: typed, small, and what programs that read folders of parts expect."""


def wants_parts(out: Path, format_name: str | None) -> bool:
    """Return whether `out` is a folder to fill, not a table to write: it is there, or has no suffix that could tell a format.

    >>> wants_parts(Path("movies/"), None), wants_parts(Path("movies.csv"), None), wants_parts(Path("-"), None)
    (True, False, False)
    """
    if address_of(out):
        return not out.suffix
    if out.exists() and not out.is_dir():
        return False
    return not out.suffix and out != STDOUT and (format_name is None or out.is_dir())


def parts_target(folder: Path, format_name: str | None, columns: tuple[str, ...] | None, *, excel_safe: bool = False) -> Target:
    """Return what to write into `folder`, which need not be there yet. Raise UsageError or ExportError where that can't be."""
    address = address_of(folder)
    if address is None:
        check_folder(folder)
    return replace(Target.of(STDOUT, format_name or FORMAT, columns, excel_safe=excel_safe), out=folder, address=address)


def parse_parts(
    job: Job,
    target: Target,
    engine: Engine,
    on_page: OnPage = ignore_page,
    size: ShardSize = COARSE,
    *,
    retry_failed: bool = False,
) -> Report:
    """Write the movies of saved pages, stores and archives as parts of a table, `part-00000.parquet` and on, into `target.out`.

    Beside them `manifest.jsonl` says what each was made of, `failed.jsonl` which pages failed. A part appears whole; parts that
    an earlier run with the same sources and columns has finished are kept; with `retry_failed`, pages that were set aside
    from these are read again, and put where they belong.
    """
    check_saved(job)
    report = Report()
    place: PartsPlace = RemotePlace(target.address) if target.address else FolderPlace(target.out)
    shards = list(cut_job(job, size, report))
    journal = place.open_journal(Plan.of(shards, target, job.own_sites))
    wanted = []
    for number, shard in enumerate(shards):
        earlier = journal.parts.get(_name(number, target))
        if earlier is None or (retry_failed and any(page.is_set_aside for page in earlier.failed)):
            is_cut = earlier is not None and any(page.is_set_aside and page.file == str(shard) for page in earlier.failed)
            wanted.append(PartOrder(number, shard, None if is_cut else earlier))
        else:
            _note(earlier, report, on_page)
    journal.begin()
    for part in engine.run(WritePart(target, job.sources, place), wanted, ordered=False):
        journal.add(part)
        _note(part, report, on_page)
    journal.list_failures(failure for _name, part in sorted(journal.parts.items()) for failure in part.failed)
    journal.finish()
    return report


@dataclass(frozen=True, slots=True)
class WritePart:
    """The task that makes a part of a shard of the `sources`, wherever it runs."""

    target: Target
    sources: tuple[Source, ...]
    place: PartsPlace

    def __call__(self, reader: Reader, order: "PartOrder") -> Part:
        """Write a part, and say what is in it. Of one that is there already, only the pages that were set aside are read."""
        report, failed = Report(), list[FailedPage]()
        movies = self._mended(reader, order, report, failed)
        if movies is None:
            movies = count_movies(reader.read(order.shard), report, failed=failed)
        target, name = self.target, _name(order.number, self.target)
        table = report.count_rows(make_batches(movies, target, rows=ROWS))
        with self.place.to_write(name) as path:
            write_table(table, path, target.format, excel_safe=target.excel_safe)
        short, beside = tuple(report.shortfalls), report.without_movies
        return Part(
            name, str(order.shard), report.pages, report.movies, report.filled, tuple(failed), short, beside, report.records
        )

    def _mended(self, reader: Reader, order: "PartOrder", report: Report, failed: list[FailedPage]) -> Iterator[Movie] | None:
        """Return the movies of an earlier part with those of pages that were set aside from it.

        None where there is none, or its file is another than the manifest says: a kill came between the two.
        """
        earlier = order.earlier
        if earlier is None:
            return None
        with self.place.to_read(earlier.name) as path:
            movies = read_movies(path)
        if len(movies) != earlier.rows:
            return None
        shards = [shards_again(page, self.sources, [order.shard]) for page in earlier.failed]
        mended = mend(movies, earlier.failed, {number: results_again(reader, some) for number, some in enumerate(shards)})
        failed += mended.failures
        report.pages, report.without_movies, report.records = earlier.pages, earlier.without_movies, earlier.records
        report.shortfalls += earlier.short
        note_retry(report, mended)
        return iter(mended.movies)


class PartOrder(NamedTuple):
    """Make part `number` of a shard; `earlier` is what it is without the pages that were set aside.

    None where it is to be made anew: the rest of its shard was given up, and nobody knows how many pages that was.
    """

    number: int
    shard: Shard
    earlier: Part | None


def _name(number: int, target: Target) -> str:
    return f"part-{number:05}{target.format.suffix}"


def _note(part: Part, report: Report, on_page: OnPage) -> None:
    report.pages += part.pages
    report.without_movies += part.without_movies
    report.records += part.records
    report.found += part.rows
    report.add_rows(part.rows, part.filled)
    report.shortfalls.extend(part.short)
    for result in _results(part):
        report.problems += [result.problem] if result.problem else []
        on_page(report, result)


def _results(part: Part) -> Iterator[PageResult]:
    """Yield what there is to show of a part: the pages that failed, else the part itself."""
    yield from (PageResult(failure.file, problem=failure.problem) for failure in part.failed)
    yield PageResult(part.name)
