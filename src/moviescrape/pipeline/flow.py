"""What a run does, from top to bottom: sources -> pages -> movies -> table -> file."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeAlias

from moviescrape._version import __version__
from moviescrape.errors import UsageError
from moviescrape.errors.remedies import Remedy
from moviescrape.export.batches import Batch
from moviescrape.export.write import write_table
from moviescrape.fetch.session import Fetching
from moviescrape.movie import Movie
from moviescrape.pages.frontier import Frontier
from moviescrape.pages.page import PageRequest
from moviescrape.pipeline.crawl import Crawl
from moviescrape.pipeline.job import Job, Target, resume_key
from moviescrape.pipeline.local import parse_source
from moviescrape.pipeline.reading import PageFetcher
from moviescrape.pipeline.report import Report
from moviescrape.pipeline.results import ListedMovie, PageParser, PageResult, listed_movies
from moviescrape.pipeline.site_sources import SiteSource, load_sites
from moviescrape.table.columns import batches, to_columns
from moviescrape.table.dedupe import SeenMovies
from moviescrape.table.fill_gaps import fill_gaps
from moviescrape.table.imdb.imdb_choice import ANY
from moviescrape.table.year_range import in_years

if TYPE_CHECKING:
    import pandas as pd

    from moviescrape.fetch.fetcher import Fetcher

OnPage: TypeAlias = Callable[[Report, PageResult], None]
"""Called after each page, to show how far a run is."""

ROWS_AT_ONCE = 2_000
"""Held in memory before they are written; pages come slower than rows are written, so more at once gains nothing."""


def ignore_page(_report: Report, _result: PageResult) -> None:
    """Show nothing."""


def run_job(job: Job, target: Target, fetching: Fetching, on_page: OnPage = ignore_page) -> Report:
    """Read all sources, follow their lists and, if asked for, the movies' own pages, and write one table."""
    run = Run(PageParser(columns_for(target), sites=load_sites(job.own_sites)), on_page)
    if not job.fetches:
        write_movies(run.saved_movies(job), run.report, target)
        return run.report
    with run.crawling(job, fetching) as crawl:
        write_movies(run.movies(job, crawl), run.report, target)
    return run.report


def fill_table(
    movies: Sequence[Movie],
    target: Target,
    fetching: Fetching,
    on_page: OnPage = ignore_page,
    own: "pd.DataFrame | None" = None,
    own_sites: tuple[SiteSource, ...] = (),
) -> Report:
    """Follow each movie's url and write the table with its gaps filled; `own` are columns to keep beside, row for row.

    A table may come from anywhere, so its urls are not typed by the user: none on a private host is asked for.
    """
    urls = [movie.url for movie in movies if movie.url]
    listed = (ListedMovie(movie, PageRequest(movie.url) if movie.url else None) for movie in movies)
    run = Run(PageParser(columns_for(target), sites=load_sites(own_sites)), on_page)
    with fetching.open(resume_key(details_of=urls)) as fetcher:
        with Crawl(fetcher, run.parser, run.frontier(fetcher, own_sites)) as crawl:
            crawl.begin(own_pages=map(PageRequest, urls))
            write_movies(run.filled(listed, crawl), run.report, target, own)
        run.report.hosts = fetcher.host_stats
    return run.report


def parse_saved(job: Job, target: Target, on_page: OnPage = ignore_page) -> Report:
    """Write the movies of saved pages, folders, page stores and archives: every row of every page, no network."""
    check_saved(job)
    run = Run(PageParser(columns_for(target), sites=load_sites(job.own_sites)), on_page, Report(whole_lists=job.whole_lists))
    write_movies(run.all_saved_movies(job), run.report, target)
    return run.report


def check_saved(job: Job) -> None:
    """Raise UsageError where something of the job would have to be fetched."""
    if job.starts:
        raise UsageError("only saved pages are read here", where=job.starts[0], remedy=Remedy.FETCH_PAGES)


@dataclass(slots=True)
class Run:
    """A run on its way: what parses its pages, who is told of each, and the report that counts them."""

    parser: PageParser = field(default_factory=PageParser)
    on_page: OnPage = ignore_page
    report: Report = field(default_factory=Report)

    @contextmanager
    def crawling(self, job: Job, fetching: Fetching) -> Iterator[Crawl]:
        """Yield the crawl of a job, where it stands if the job's last run was not finished; then the hosts are in the report."""
        with fetching.open(job.resume_key) as fetcher:
            with self.crawl(job, fetcher, self.frontier(fetcher, job.own_sites, job.starts)) as crawl:
                yield crawl
            self.report.hosts = fetcher.host_stats

    def frontier(self, fetcher: "Fetcher", own_sites: tuple[SiteSource, ...], starts: Sequence[str] = ()) -> Frontier:
        """Return the state of a crawl; of one that goes on, what was read counts as stored pages, and `starts` as typed."""
        reader = json.dumps([__version__, sorted(self.parser.columns or ()), own_sites])
        frontier = Frontier(fetcher.store, reader)
        if frontier.kept_before:
            fetcher.note_typed(starts)
        for kept in frontier.kept_before:
            fetcher.count_stored(kept.host, kept.pages, kept.oldest_at)
        return frontier

    def crawl(self, job: Job, fetcher: PageFetcher, frontier: Frontier) -> Crawl:
        """Return the crawl of a job's lists and, if asked for, of the movies' own pages."""
        wants = partial(_may_be_of_years, job) if job.details else None
        return Crawl(fetcher, self.parser, frontier, job.limits, wants)

    def movies(self, job: Job, crawl: Crawl) -> Iterator[Movie]:
        """Yield the movies for the table: years chosen, duplicates dropped, limits kept, details filled in."""
        listed = islice(self._chosen(self.pages(job, crawl), job), job.limits.max_movies)
        if not job.details:
            return (each.movie for each in listed)
        return (movie for movie in self.filled(listed, crawl) if self._is_of_years(movie, job))

    def saved_movies(self, job: Job) -> Iterator[Movie]:
        """Yield the same of a job that fetches nothing."""
        return (each.movie for each in islice(self._chosen(self.saved_pages(job), job), job.limits.max_movies))

    def all_saved_movies(self, job: Job) -> Iterator[Movie]:
        """Yield every movie of saved pages that is of the years asked for, duplicates included."""
        return self.of_years((movie for result in self.saved_pages(job) for movie in result.movies), job)

    def of_years(self, movies: Iterable[Movie], job: Job) -> Iterator[Movie]:
        """Yield the movies of the years asked for, and count the others."""
        return (movie for movie in movies if self._is_of_years(movie, job))

    def filled(self, listed: Iterable[ListedMovie], crawl: Crawl) -> Iterator[Movie]:
        """Yield each movie with its gaps filled from its own page; what the list says wins."""
        for movie, result in crawl.details(listed):
            if result is not None:
                self.report.add_detail(result)
                self.on_page(self.report, result)
            yield fill_gaps(movie, result.movies[0]) if result and result.movies else movie

    def pages(self, job: Job, crawl: Crawl) -> Iterator[PageResult]:
        """Yield every list and saved page, in the order of the sources."""
        crawl.begin(job.starts)
        for source in job.sources:
            yield from self._noted(parse_source(source, self.parser, job.imdb or ANY), followed=False)
            for start in source.urls:
                followed = crawl.open_list(start)
                yield from self._noted(crawl.follow(followed), followed=True)
                self.report.add_list(start, followed.progress)

    def saved_pages(self, job: Job) -> Iterator[PageResult]:
        """Yield the pages of files, folders, page stores and archives, in order."""
        for source in job.sources:
            yield from self._noted(parse_source(source, self.parser, job.imdb or ANY), followed=False)

    def _noted(self, results: Iterable[PageResult], *, followed: bool) -> Iterator[PageResult]:
        for result in results:
            self.report.add_page(result, followed=followed)
            self.on_page(self.report, result)
            yield result

    def _chosen(self, pages: Iterable[PageResult], job: Job) -> Iterator[ListedMovie]:
        """Yield the movies of the years asked for, each once; one without a year stays where its own page may still tell it."""
        seen = SeenMovies()
        for each in chain.from_iterable(map(listed_movies, pages)):
            if not _may_be_of_years(job, each):
                self.report.outside_years += 1
                continue
            if seen.add(each.movie):
                yield each
            else:
                self.report.duplicates += 1

    def _is_of_years(self, movie: Movie, job: Job) -> bool:
        chosen = in_years(movie, job.first_year, job.last_year)
        self.report.outside_years += not chosen
        return chosen


def _may_be_of_years(job: Job, listed: ListedMovie) -> bool:
    """Return whether a movie is of the years asked for, or has no year, which its own page may still tell."""
    year_may_come = job.details and listed.own_page is not None and listed.movie.year is None
    return year_may_come or in_years(listed.movie, job.first_year, job.last_year)


def write_movies(movies: Iterator[Movie], report: Report, target: Target, own: "pd.DataFrame | None" = None) -> None:
    """Write the table, or nothing where there is no movie, so that an older file stays."""
    first = next(movies, None)
    if first is not None:
        table = report.count_rows(make_batches(chain([first], movies), target, own))
        if target.update:
            report.updated = target.update.write(table, target.out)
        else:
            write_table(table, target.out, target.format, excel_safe=target.excel_safe)


def make_batches(
    movies: Iterable[Movie], target: Target, own: "pd.DataFrame | None" = None, rows: int = ROWS_AT_ONCE
) -> Iterator[Batch]:
    """Yield the table in batches: frames, or the columns that a frame would be made of, where the format is written from these.

    A frame for a file of text would be made only to be taken apart again, and pandas takes longer to load than a list to read.
    """
    columns, lists = target.columns, target.format.lists
    if target.format.plain and own is None:
        return (to_columns(batch, columns, lists=lists) for batch in batches(movies, rows))
    from moviescrape.table.build import frames, put_beside  # loads pandas

    table = frames(movies, columns, rows, lists=lists)
    return put_beside(table, own) if own is not None else table


def columns_for(target: Target) -> frozenset[str]:
    """Return what is to be read: the table's columns, those that rows are chosen and told apart by, and the rank, which tells
    where in its list a page stands."""
    return columns_of(target.columns)


def columns_of(columns: Iterable[str]) -> frozenset[str]:
    """Return the same for a table of these `columns`."""
    return frozenset({*columns, "title", "year", "url", "rank"})
