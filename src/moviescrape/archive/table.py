"""Shards -> one table, with the pages read elsewhere."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from moviescrape.archive.engines import Engine
from moviescrape.archive.failures import FailedPage, failures_beside, write_failures
from moviescrape.archive.index_shards import cut_job
from moviescrape.archive.reader import read_whole
from moviescrape.archive.shards import ShardSize
from moviescrape.export.publish import STDOUT
from moviescrape.movie import Movie
from moviescrape.pipeline.flow import OnPage, Run, check_saved, ignore_page, write_movies
from moviescrape.pipeline.job import Job, Target
from moviescrape.pipeline.report import Report
from moviescrape.pipeline.results import PageResult


def parse_many(job: Job, target: Target, engine: Engine, on_page: OnPage = ignore_page, size: ShardSize | None = None) -> Report:
    """`pipeline.parse_saved` with many workers: the same rows in the same order.

    Pages that failed are listed beside the table, in `movies.failed.jsonl`, where there are any.
    """
    check_saved(job)
    report, failed = Report(whole_lists=job.whole_lists), list[FailedPage]()
    results = chain.from_iterable(engine.run(read_whole, cut_job(job, size or engine.share, report)))
    movies = Run(report=report).of_years(count_movies(results, report, on_page, failed), job)
    write_movies(movies, report, target)
    if target.out != STDOUT:
        write_failures((replace(page, rows=report.movies) for page in failed), failures_beside(target.out))
    return report


def count_movies(
    results: Iterable[PageResult], report: Report, on_page: OnPage = ignore_page, failed: list[FailedPage] | None = None
) -> Iterator[Movie]:
    """Yield the movies of pages, as the report counts them; `failed` is added to, with the rows where movies are missing."""
    for result in results:
        if result.problem and failed is not None:
            failed.append(FailedPage.of(result.problem, row=report.found - report.outside_years))
        report.add_page(result, followed=False)
        on_page(report, result)
        yield from result.movies
