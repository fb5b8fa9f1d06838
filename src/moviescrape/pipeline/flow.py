"""The whole flow: sources -> pages -> rows -> movies -> table -> file. Only this module knows the order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from functools import partial
from itertools import chain, count, islice
from typing import TYPE_CHECKING

from moviescrape.errors import UsageError
from moviescrape.export.batches import Batch, count_filled, count_rows
from moviescrape.export.write import write_table
from moviescrape.fetch.session import Fetching
from moviescrape.movie import Movie
from moviescrape.pages.page import Page, PageRequest
from moviescrape.parse import parse_page
from moviescrape.pipeline.crawl import Crawl, PageResult, Read, Row, Submit, follow_details, rows_of
from moviescrape.pipeline.job import Job, Target
from moviescrape.pipeline.local import visit_saved
from moviescrape.pipeline.report import Report
from moviescrape.table.columns import batches, to_columns
from moviescrape.table.dedupe import SeenMovies
from moviescrape.table.merge import merge_details
from moviescrape.table.year_range import in_years

if TYPE_CHECKING:
    import pandas as pd

Watch = Callable[[Report, PageResult], None]
"""Called after each page, to show how far a run is."""

ROWS_AT_ONCE = 2_000
"""Held in memory before they are written; pages come slower than rows are written, so more at once gains nothing."""


def unwatched(_report: Report, _visit: PageResult) -> None:
    """Watch nothing."""


def run_job(job: Job, target: Target, fetching: Fetching, watch: Watch = unwatched) -> Report:
    """Read all sources, following lists and, if asked for, details, and write one table; say in the report what is missing."""
    report, read = Report(), reader_for(target)
    if not job.fetches:
        write_movies(movies_of(job, _no_fetch, report, watch, read), report, target)
        return report
    with fetching.open(repr(job)) as fetcher:
        write_movies(movies_of(job, fetcher.submit, report, watch, read), report, target)
        report.account = fetcher.account
    return report


def fill_table(
    movies: Sequence[Movie], target: Target, fetching: Fetching, watch: Watch = unwatched, own: "pd.DataFrame | None" = None
) -> Report:
    """Follow each movie's url and write the table with its gaps filled; `own` are columns to keep beside, row for row.

    The first url counts as named by the user, the others as linked from there: the table may come from anywhere.
    """
    report, urls = Report(), [movie.url for movie in movies if movie.url]
    rows = (Row(movie, PageRequest(movie.url, referer=urls[0]) if movie.url else None) for movie in movies)
    with fetching.open(f"details {urls}") as fetcher:
        write_movies(fill_movies(rows, fetcher.submit, report, watch, reader_for(target)), report, target, own)
        report.account = fetcher.account
    return report


def parse_saved(job: Job, target: Target, watch: Watch = unwatched) -> Report:
    """Write the movies of saved pages, folders, page stores and archives: every row of every page, no network."""
    report = Report()
    visits = read_saved(job, report, watch, reader_for(target))
    write_movies((movie for visit in visits for movie in visit.movies), report, target)
    return report


def read_saved(job: Job, report: Report, watch: Watch = unwatched, read: Read = parse_page) -> Iterator[PageResult]:
    """The pages of files, folders, page stores and archives, in order, noted in the report. UsageError for a URL among them."""
    check_saved(job)
    return (visit for source in job.sources for visit in _noted(visit_saved(source, read), report, watch, alone=True))


def check_saved(job: Job) -> None:
    """UsageError where something of the job would have to be fetched."""
    if job.starts:
        raise UsageError("only saved pages are read here", where=job.starts[0], remedy="fetch pages with `moviescrape run`")


def movies_of(job: Job, submit: Submit, report: Report, watch: Watch = unwatched, read: Read = parse_page) -> Iterator[Movie]:
    """The movies that a run puts into its table: years chosen, duplicates dropped, limits kept, details filled in."""
    shown = (row for visit in visits_of(job, submit, report, watch, read) for row in rows_of(visit))
    rows: Iterator[Row] = islice(_distinct(_of_years(shown, job, report), report), job.limits.max_movies)
    if job.details:
        rows = _of_years(map(Row, fill_movies(rows, submit, report, watch, read)), job, report)
    return (row.movie for row in rows)


def fill_movies(
    rows: Iterable[Row], submit: Submit, report: Report, watch: Watch = unwatched, read: Read = parse_page
) -> Iterator[Movie]:
    """Follow each row's link: the row's values win, the movie's own page fills the gaps. A page that fails is noted."""
    for movie, visit in follow_details(rows, submit, read):
        if visit is not None:
            report.note_detail(visit)
            watch(report, visit)
        yield merge_details(movie, visit.movies[0]) if visit and visit.movies else movie


def visits_of(
    job: Job, submit: Submit, report: Report, watch: Watch = unwatched, read: Read = parse_page
) -> Iterator[PageResult]:
    """Every list and saved page, in the order of the sources, noted in the report."""
    crawl, numbers = Crawl(job.starts, submit, read, job.limits), count()
    for source, urls in zip(job.sources, job.urls, strict=True):
        yield from _noted(visit_saved(source, read), report, watch, alone=True)
        for url in urls:
            yield from _noted(_follow(crawl, next(numbers), url, report), report, watch, alone=False)


def write_movies(movies: Iterator[Movie], report: Report, target: Target, own: "pd.DataFrame | None" = None) -> None:
    """Write the table, or nothing where there is no movie, so that an older file stays."""
    for first in movies:
        table = table_of(chain([first], movies), target, own)
        write_table(counted(table, report), target.out, target.format, excel_safe=target.excel_safe)


def table_of(
    movies: Iterable[Movie], target: Target, own: "pd.DataFrame | None" = None, rows: int = ROWS_AT_ONCE
) -> Iterator[Batch]:
    """The table in batches: frames, or the columns that a frame would be made of, where the format is written from these.

    A frame for a file of text would be made only to be taken apart again, and pandas takes longer to load than a list to read.
    """
    columns, lists = target.columns, target.format.lists
    if target.format.plain and own is None:
        return (to_columns(batch, columns, lists=lists) for batch in batches(movies, rows))
    from moviescrape.table.build import frames, put_beside  # loads pandas

    table = frames(movies, columns, rows, lists=lists)
    return put_beside(table, own) if own is not None else table


def reader_for(target: Target) -> Read:
    """The parser, told what to read."""
    return partial(parse_page, columns=columns_for(target))


def columns_for(target: Target) -> frozenset[str]:
    """What is to be read: the table's columns, those that rows are chosen and told apart by, and the rank, which tells where in
    its list a page stands."""
    return frozenset({*target.columns, "title", "year", "url", "rank"})


def _no_fetch(request: PageRequest) -> Future[Page]:
    raise AssertionError(f"{request.url} is asked for in a job that fetches nothing")


def _noted(visits: Iterable[PageResult], report: Report, watch: Watch, *, alone: bool) -> Iterator[PageResult]:
    for visit in visits:
        report.note_page(visit, alone=alone)
        watch(report, visit)
        yield visit


def _follow(crawl: Crawl, number: int, url: str, report: Report) -> Iterator[PageResult]:
    trail = yield from crawl.follow(number)
    report.note_list(url, trail)


def _of_years(rows: Iterable[Row], job: Job, report: Report) -> Iterator[Row]:
    """The rows of the years asked for; one without a year stays where its own page may still tell it."""
    for row in rows:
        if in_years(row.movie, job.first_year, job.last_year) or (job.details and row.link and row.movie.year is None):
            yield row
        else:
            report.outside_years += 1


def _distinct(rows: Iterable[Row], report: Report) -> Iterator[Row]:
    seen = SeenMovies()
    for row in rows:
        if seen.add(row.movie):
            yield row
        else:
            report.duplicates += 1


def counted(table: Iterable[Batch], report: Report) -> Iterator[Batch]:
    """The batches as they pass, and their rows in the report."""
    for batch in table:
        report.note_rows(count_rows(batch), count_filled(batch))
        yield batch
