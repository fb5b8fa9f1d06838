"""The library for those who don't use the command line: `run` and `parse_files`."""

import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from moviescrape.errors import MoviescrapeError
from moviescrape.fetch.session import Fetching, check_contact
from moviescrape.movie import Movie
from moviescrape.pipeline.flow import Run, run_job
from moviescrape.pipeline.job import Job, Target
from moviescrape.pipeline.pagination import Limits
from moviescrape.pipeline.report import Report
from moviescrape.pipeline.results import PageParser
from moviescrape.pipeline.site_sources import find_own_sites, load_sites
from moviescrape.settings import Settings


def run(
    *sources: str | Path,
    out: str | Path,
    columns: Sequence[str] | None = None,
    details: bool = False,
    years: tuple[int | None, int | None] = (None, None),
    max_pages: int | None = None,
    max_movies: int | None = None,
    store: str | Path | None = None,
    settings: Settings | None = None,
    site_files: Sequence[str | Path] = (),
) -> Report:
    """Fetch or read `sources`, as `moviescrape run` does, and write one table; its format is what the name of `out` ends in.

    Whether the table is there and whole: `report.written`, `report.complete`; why not: `report.problems`, `report.shortfalls`.
    `site_files` describe sites in TOML, beside those of the user's configuration folder.
    Raise UsageError, SourceError or ExportError where there is nothing to begin with.
    """
    target = Target.of(Path(out), columns=columns)
    job = Job.of(
        map(str, sources),
        details=details,
        years=years,
        limits=Limits(max_pages, max_movies),
        own_sites=find_own_sites(site_files),
    )
    chosen = settings or Settings()
    check_contact(job.starts, chosen)
    return run_job(job, target, Fetching(chosen, Path(store) if store else target.store))


def parse_files(
    *paths: str | Path,
    on_problem: Callable[[MoviescrapeError], None] | None = None,
    site_files: Sequence[str | Path] = (),
) -> Iterator[Movie]:
    """Yield the movies of saved pages, folders of them and page stores, in the order of the pages.

    A page that can't be read is handed to `on_problem`, by default as a warning, and the others go on.
    """
    job = Job.of_saved(map(str, paths), own_sites=find_own_sites(site_files))
    for result in Run(PageParser(sites=load_sites(job.own_sites))).saved_pages(job):
        if result.problem:
            (on_problem or _warn)(result.problem)
        yield from result.movies


def _warn(problem: MoviescrapeError) -> None:
    warnings.warn(str(problem), stacklevel=3)
