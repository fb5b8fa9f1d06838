"""Pages that an earlier run set aside, read again: `moviescrape parse ... --retry-failed`. No other page is read.

A page is set aside where it hangs, crashes its reader or grows too large. It gets more time and memory the second time. Its
movies go where they belong among the rows of the table, so that the table is that of a run in which the page was read at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from moviescrape.archive.engines import Engine
from moviescrape.archive.failures import FailedPage, failures_beside, read_failures, write_failures
from moviescrape.archive.index_shards import cut_job
from moviescrape.archive.reader import Reader
from moviescrape.archive.shards import Shard
from moviescrape.archive.watchdog import PAGE_LIMITS, PageLimits
from moviescrape.errors import UsageError
from moviescrape.errors.remedies import Remedy
from moviescrape.export.publish import STDOUT
from moviescrape.movie import Movie
from moviescrape.pipeline.flow import OnPage, check_saved, ignore_page, write_movies
from moviescrape.pipeline.job import Job, Target
from moviescrape.pipeline.report import Report
from moviescrape.pipeline.results import PageResult
from moviescrape.pipeline.sources import Source, SourceKind
from moviescrape.table.year_range import in_years

RETRY_LIMITS = PageLimits(4 * PAGE_LIMITS.cpu_s, 4 * PAGE_LIMITS.clock_s, 2 * PAGE_LIMITS.memory_bytes)
"""Of a page that is read again: 2 minutes of CPU time, 20 on the clock, 8 GiB."""


def shards_again(failure: FailedPage, sources: Sequence[Source], shards: Iterable[Shard] = ()) -> list[Shard]:
    """Return where a page that was set aside is read again; nowhere where none of the sources holds it, or it failed otherwise.

    `shards` are those of an index.
    """
    if not failure.is_set_aside:
        return []
    for shard in shards:
        for place in shard.records:
            if place.name == failure.where:
                return [replace(shard, paths=(place.archive,), records=(place,))]
    only = (failure.where,)
    if not failure.record and "://" in failure.file:  # a page of a page store is named by its address
        stores = [source.text for source in sources if source.kind is SourceKind.STORE]
        return [Shard(SourceKind.STORE, (store,), only=only) for store in stores]
    if not any(_holds(source, failure.file) for source in sources):
        return []
    if not failure.record:
        return [Shard(SourceKind.PAGE, (failure.file,), only=only)]
    start = int(failure.record) if failure.record.isdecimal() else 0
    return [Shard(SourceKind.ARCHIVE, (failure.file,), start, start + 1 if failure.record.isdecimal() else None, only=only)]


def _holds(source: Source, file: str) -> bool:
    return file == source.text or Path(source.text) in Path(file).parents  # a folder's file, a WACZ file's archive


@dataclass(slots=True)
class MendedTable:
    """The `movies` of a table with those of pages that were read again, the `failures` that are left, and what was `read`."""

    movies: list[Movie]
    failures: list[FailedPage] = field(default_factory=list)
    read: list[PageResult] = field(default_factory=list)


def mend(
    movies: Sequence[Movie],
    failures: Sequence[FailedPage],
    again: Mapping[int, Sequence[PageResult]],
    years: tuple[int | None, int | None] = (None, None),
) -> MendedTable:
    """Put the movies of pages that were read again, by their number among the `failures`, where they belong among `movies`."""
    mended, copied = MendedTable([]), 0
    for number, failure in enumerate(failures):
        row = copied if failure.row is None else failure.row
        mended.movies += movies[copied:row]
        copied = row
        results = again.get(number) or []
        mended.read += results
        place = len(mended.movies)
        mended.movies += [movie for result in results for movie in result.movies if in_years(movie, *years)]
        left = [FailedPage.of(result.problem, place) for result in results if result.problem]
        mended.failures += left if results else [replace(failure, row=place)]
    mended.movies += movies[copied:]
    return mended


def retry_table(job: Job, target: Target, engine: Engine, on_page: OnPage = ignore_page) -> Report:
    """Read the pages again that were set aside when the table `target.out` was made of the job; write it anew with their movies.

    Raise UsageError where the table is another than the one that they are missing from, SourceError where there is none.
    """
    check_saved(job)
    listed = failures_beside(target.out)
    failures, movies = read_failures(listed), _movies_of(target, listed)
    if any(failure.rows != len(movies) for failure in failures):
        raise _other_table(target, listed)
    of_index = list(cut_job(job, engine.share, Report())) if job.index and failures else []
    orders = [AgainOrder(number, shards_again(page, job.sources, of_index)) for number, page in enumerate(failures)]
    again = dict(engine.run(read_again, [order for order in orders if order.shards]))
    mended, report = mend(movies, failures, again, (job.first_year, job.last_year)), Report()
    note_retry(report, mended, on_page)
    write_movies(iter(mended.movies), report, target)
    write_failures((replace(failure, rows=report.movies) for failure in mended.failures), listed)
    return report


class AgainOrder(NamedTuple):
    """Read page `number` of those that failed again; it is in one of the shards."""

    number: int
    shards: list[Shard]


def read_again(reader: Reader, order: AgainOrder) -> tuple[int, list[PageResult]]:
    """Return what the page gives now, with its number: the task that reads pages again for a table."""
    return order.number, results_again(reader, order.shards)


def results_again(reader: Reader, shards: Iterable[Shard]) -> list[PageResult]:
    """Return what a page gives now that was set aside; nothing where it is gone."""
    return [result for shard in shards for result in reader.read(shard) if not result.is_count]


def note_retry(report: Report, mended: MendedTable, on_page: OnPage = ignore_page) -> None:
    """Count the pages that were read again, and the failures that are left."""
    for result in mended.read:
        if not result.problem:
            report.add_page(result, followed=False)
            on_page(report, result)
    for failure in mended.failures:
        report.problems.append(failure.problem)
        on_page(report, PageResult(failure.file, problem=failure.problem))


def read_movies(path: Path) -> list[Movie]:
    """Return the movies of a table. Raise SourceError where it can't be read."""
    from moviescrape.table.schema import to_movies  # load pandas
    from moviescrape.table.table_file import read_table

    return list(to_movies(read_table(path)))


def _movies_of(target: Target, listed: Path) -> list[Movie]:
    """Return the movies of the table as it is. Raise UsageError where it has other columns than it is to have."""
    from moviescrape.table.schema import to_movies  # load pandas
    from moviescrape.table.table_file import read_table

    if target.out == STDOUT:
        raise UsageError("there is no table to add to", where=str(STDOUT), remedy="name the file of the table")
    frame = read_table(target.out)
    if tuple(map(str, frame)) != target.columns:
        raise _other_table(target, listed)
    return list(to_movies(frame))


def _other_table(target: Target, listed: Path) -> UsageError:
    what = f"is not the table, as it was written, that the pages in {listed.name} are missing from"
    return UsageError(what, where=str(target.out), remedy=Remedy.PARSE_AGAIN)
