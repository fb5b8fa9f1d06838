"""Shards -> one table, with the pages read elsewhere."""

from collections.abc import Iterable, Iterator
from itertools import chain

from moviescrape.archive.engines import Engine
from moviescrape.archive.failures import FailedPage, write_failures
from moviescrape.archive.reader import read_whole
from moviescrape.archive.shards import ShardSize, cut_sources
from moviescrape.export.publish import STDOUT
from moviescrape.movie import Movie
from moviescrape.pipeline.crawl import PageResult
from moviescrape.pipeline.flow import Watch, check_saved, unwatched, write_movies
from moviescrape.pipeline.job import Job, Target
from moviescrape.pipeline.report import Report


def parse_many(job: Job, target: Target, engine: Engine, watch: Watch = unwatched, size: ShardSize | None = None) -> Report:
    """`pipeline.parse_saved` with many workers: the same rows in the same order.

    Pages that failed are listed beside the table, in `movies.failed.jsonl`, where there are any.
    """
    check_saved(job)
    report = Report()
    visits = chain.from_iterable(engine.run(read_whole, cut_sources(job.sources, size or engine.share)))
    write_movies(note_movies(visits, report, watch), report, target)
    if target.out != STDOUT:
        write_failures(map(FailedPage.of, report.problems), target.out.with_name(f"{target.out.stem}.failed.jsonl"))
    return report


def note_movies(visits: Iterable[PageResult], report: Report, watch: Watch) -> Iterator[Movie]:
    """The movies of pages, as the report counts them."""
    for visit in visits:
        report.note_page(visit, alone=True)
        watch(report, visit)
        yield from visit.movies
