"""How far a run is, on stderr: a bar on a terminal, a line now and then elsewhere, a line a page when asked for."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from moviescrape.cli.summary import say_estimate, say_first_problems, say_problem
from moviescrape.cli.terminal import say
from moviescrape.cli.words import plural
from moviescrape.pipeline.flow import OnPage
from moviescrape.pipeline.job import Job
from moviescrape.pipeline.report import Report
from moviescrape.pipeline.results import PageResult

Measure = Callable[[Report, PageResult], tuple[int, int | None]]
"""What is done and what is to do; None where nobody knows."""

LINE_EVERY_S = 5.0
"""Often enough to see that a run is alive, seldom enough for the log of a long one."""


@contextmanager
def showing_progress(measure: Measure, *, quiet: bool, verbose: bool) -> Iterator[OnPage]:
    """Yield what the pipeline tells of each page; `measure` says how much is done, of how much."""
    if verbose:
        yield say_page
    elif quiet:
        yield say_first_problems
    elif sys.stderr.isatty():
        with _bar(measure) as watch:
            yield watch
    else:
        yield lines_now_and_then()


def say_page(report: Report, visit: PageResult) -> None:
    """One line a page."""
    if visit.problem:
        say_problem(visit)
    else:
        say(f"{visit.where}: {plural(len(visit.movies), 'movie')}, {report.found:,} so far")
    for note in visit.parsed.notes if visit.parsed else ():
        say(f"{visit.where}: {note}")


def with_estimate(watch: OnPage, measure: Measure, pause_s: float) -> OnPage:
    """Say after the first page how long its list is, if it has more pages."""

    def estimating(report: Report, visit: PageResult) -> None:
        _, movies = measure(report, visit)
        if report.pages == 1 and not report.details and movies and len(visit.movies) in range(1, movies):
            say_estimate(visit, movies, pause_s)
        watch(report, visit)

    return estimating


def lines_now_and_then(clock: Callable[[], float] = time.monotonic) -> OnPage:
    """A line when enough time has gone by since the last one."""
    said_at = clock()

    def watch(report: Report, visit: PageResult) -> None:
        nonlocal said_at
        say_first_problems(report, visit)
        if clock() - said_at >= LINE_EVERY_S:
            said_at = clock()
            say(so_far(report))

    return watch


def so_far(report: Report) -> str:
    """Pages and movies, in words.

    >>> so_far(Report(pages=2, found=100, details=7))
    '2 pages, 100 movies, 7 of their own pages'
    """
    details = f", {report.details:,} of their own pages" if report.details else ""
    return f"{plural(report.pages, 'page')}, {plural(report.found, 'movie')}{details}"


@contextmanager
def _bar(measure: Measure) -> Iterator[OnPage]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True, soft_wrap=True), transient=True) as progress:
        task = progress.add_task("asking for the first page", total=None)

        def watch(report: Report, visit: PageResult) -> None:
            say_first_problems(report, visit)  # rich moves the bar below what is printed
            done, total = measure(report, visit)
            progress.update(task, description=so_far(report), completed=done, total=total)

        yield watch


def measure_job(job: Job) -> Measure:
    """A run counts lists where there are several, else the movies that the one list declares and the limits leave."""
    limits = job.limits

    def measure(report: Report, visit: PageResult) -> tuple[int, int | None]:
        if len(job.starts) > 1:
            return report.lists, len(job.starts)
        declared = visit.parsed.declared_total if visit.parsed else None
        paged = limits.max_pages * len(visit.movies) if limits.max_pages and declared else None
        expected = [number for number in (declared, limits.max_movies, paged) if number]
        return report.found, min(expected) if expected else None

    return measure


def measure_rows(rows: int) -> Measure:
    """Following the links of a table counts its rows."""
    return lambda report, _visit: (report.details, rows)
