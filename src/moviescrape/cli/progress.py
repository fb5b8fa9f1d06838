"""How far a run is, on stderr: a bar on a terminal, a line now and then elsewhere, a line a page when asked for."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from moviescrape.cli.fetch_events import FetchEvents
from moviescrape.cli.summary import say_estimate, say_first_problems, say_problem
from moviescrape.cli.terminal import say
from moviescrape.cli.words import plural
from moviescrape.pipeline.flow import OnPage
from moviescrape.pipeline.job import Job
from moviescrape.pipeline.report import Report
from moviescrape.pipeline.results import PageResult

if TYPE_CHECKING:
    from rich.progress import Progress, ProgressColumn

ProgressCount = Callable[[Report, PageResult], tuple[int, int | None]]
"""What is done and what is to do; None where nobody knows."""

LINE_EVERY_S = 5.0
"""Often enough to see that a run is alive, seldom enough for the log of a long one."""


@contextmanager
def showing_progress(count: ProgressCount, events: FetchEvents, *, quiet: bool, verbose: bool) -> Iterator[OnPage]:
    """Yield what the pipeline tells of each page; `count` says how much is done, of how much, `events` what it waits for."""
    if quiet and not verbose:
        yield say_first_problems
    elif sys.stderr.isatty() and not verbose:
        with _bar(count, events) as watch:
            yield watch
    else:
        events.says_waits = True
        yield say_page if verbose else lines_now_and_then()


def say_page(report: Report, result: PageResult) -> None:
    """Print one line a page, and one a part of a table that is written in parts."""
    if result.problem:
        say_problem(result)
    elif result.is_count:
        return
    elif result.page is None:
        say(f"{result.where}: written, {plural(report.movies, 'movie')} so far")
    else:
        say(f"{result.where}: {plural(len(result.movies), 'movie')}, {report.found:,} so far")
    for note in result.parsed.notes if result.parsed else ():
        say(f"{result.where}: {note}")


def with_estimate(watch: OnPage, count: ProgressCount, pause_s: float, events: FetchEvents) -> OnPage:
    """Return a watcher that says after the first page how long its list is, if it has more pages, and the site's Crawl-delay."""

    def estimating(report: Report, result: PageResult) -> None:
        _, movies = count(report, result)
        if report.pages == 1 and not report.details and movies and len(result.movies) in range(1, movies):
            say_estimate(result, movies, pause_s, max(events.crawl_delays_s.values(), default=0.0))
        watch(report, result)

    return estimating


def lines_now_and_then(clock: Callable[[], float] = time.monotonic) -> OnPage:
    """Return a watcher that says a line when enough time has gone by since the last one."""
    said_at = clock()

    def watch(report: Report, result: PageResult) -> None:
        nonlocal said_at
        say_first_problems(report, result)
        if clock() - said_at >= LINE_EVERY_S:
            said_at = clock()
            say(so_far(report))

    return watch


def so_far(report: Report) -> str:
    """Return pages and movies, in words.

    >>> so_far(Report(pages=2, found=100, details=7))
    '2 pages, 100 movies, 7 of their own pages'
    """
    details = f", {report.details:,} of their own pages" if report.details else ""
    return f"{plural(report.pages, 'page')}, {plural(report.found, 'movie')}{details}"


def new_bar(*more: "ProgressColumn") -> "Progress":
    """Return a bar on stderr that goes when it is done: what is done, how far, how long still. A screen has room for one."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeRemainingColumn(), *more)
    return Progress(*columns, console=Console(stderr=True, soft_wrap=True), transient=True)


@contextmanager
def _bar(count: ProgressCount, events: FetchEvents) -> Iterator[OnPage]:
    from moviescrape.cli.wait_column import WaitColumn

    with new_bar(WaitColumn(events)) as progress:
        task = progress.add_task("asking for the first page", total=None)

        def watch(report: Report, result: PageResult) -> None:
            say_first_problems(report, result)  # rich moves the bar below what is printed
            done, total = count(report, result)
            progress.update(task, description=so_far(report), completed=done, total=total)

        yield watch


def count_job(job: Job) -> ProgressCount:
    """Return how a run is counted: in lists where there are several, else in the movies that the one list declares."""
    limits = job.limits

    def count(report: Report, result: PageResult) -> tuple[int, int | None]:
        if len(job.starts) > 1:
            return report.lists, len(job.starts)
        declared = result.parsed.declared_total if result.parsed else None
        paged = limits.max_pages * len(result.movies) if limits.max_pages and declared else None
        expected = [number for number in (declared, limits.max_movies, paged) if number]
        return report.found, min(expected) if expected else None

    return count


def count_rows(rows: int) -> ProgressCount:
    """Return how the following of a table's links is counted: its rows."""
    return lambda report, _result: (report.details, rows)
