"""Sites and saved pages -> movies, a frame, or a file."""

import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from moviescrape.errors import IncompleteWarning, MoviescrapeError
from moviescrape.fetch.session import Fetching, check_contact
from moviescrape.movie import DEFAULT_COLUMNS, Movie
from moviescrape.pipeline.flow import Run, columns_of, run_job
from moviescrape.pipeline.job import Job, Target
from moviescrape.pipeline.pagination import Limits
from moviescrape.pipeline.report import Report
from moviescrape.pipeline.results import PageParser
from moviescrape.pipeline.site_sources import find_own_sites, load_sites
from moviescrape.settings import Settings
from moviescrape.table.columns import fields_of

if TYPE_CHECKING:
    import pandas as pd

OnProblem: TypeAlias = Callable[[MoviescrapeError], None]


def scrape(
    urls: str | Path | Iterable[str | Path],
    *,
    columns: Sequence[str] = DEFAULT_COLUMNS,
    details: bool = False,
    years: tuple[int | None, int | None] = (None, None),
    max_pages: int | None = None,
    max_movies: int | None = None,
    store: str | Path | None = None,
    contact: str | None = None,
    settings: Settings | None = None,
    site_files: Sequence[str | Path] = (),
    on_problem: OnProblem | None = None,
) -> "pd.DataFrame":
    """Fetch one or more lists or movies, politely, and return their movies as a frame, typed as `to_frame` does.

    `urls` may also name what `run` reads: text files of URLs, saved pages, folders, page stores. Lists are followed to their
    end, or for `max_pages` pages; `max_movies` limits the rows, `years` are the first and the last to keep, and with `details`
    each movie's own page fills what the list leaves out. `contact` is your mail address or URL, which sites off this machine are
    told. Pages are kept in the file `store`, where one is named: after an interruption the same call fetches only the rest.

    A page that fails, and a list that falls short of what it declares, is an IncompleteWarning, or goes to `on_problem`; the
    others go on. Where no page gives a movie, the first problem is raised. Raise UsageError or SourceError where there is nothing
    to begin with, TypeError for what is no URL or path.

    >>> import moviescrape
    >>> with moviescrape.PracticeSite() as site:
    ...     frame = moviescrape.scrape(site.list_url, max_pages=2)
    >>> len(frame), frame["rating"].dtype, frame.loc[0, "title"]
    (100, Float64Dtype(), 'Mañana en Torremora')
    """
    from moviescrape.table.build import to_frame  # loads pandas

    movies = scrape_iter(
        urls,
        columns=columns,
        details=details,
        years=years,
        max_pages=max_pages,
        max_movies=max_movies,
        store=store,
        contact=contact,
        settings=settings,
        site_files=site_files,
        on_problem=on_problem,
    )
    return to_frame(movies, columns)


def scrape_iter(
    urls: str | Path | Iterable[str | Path],
    *,
    columns: Sequence[str] = DEFAULT_COLUMNS,
    details: bool = False,
    years: tuple[int | None, int | None] = (None, None),
    max_pages: int | None = None,
    max_movies: int | None = None,
    store: str | Path | None = None,
    contact: str | None = None,
    settings: Settings | None = None,
    site_files: Sequence[str | Path] = (),
    on_problem: OnProblem | None = None,
) -> Iterator[Movie]:
    """Yield the movies of `scrape` as their pages come, each once. Leaving the loop stops the fetching.

    What can't begin is raised by this call, not by the first movie.

    >>> import moviescrape
    >>> with moviescrape.PracticeSite() as site:
    ...     next(moviescrape.scrape_iter(site.list_url)).year
    2003
    """
    chosen = columns_of([field.name for field in fields_of(columns)])
    job = Job.of(
        _sources(urls),
        details=details,
        years=years,
        limits=Limits(max_pages, max_movies),
        own_sites=find_own_sites(site_files),
    )
    asking = _settings(settings, contact)
    check_contact(job.starts, asking)
    parser = PageParser(chosen, sites=load_sites(job.own_sites))
    return _scraped(job, Run(parser), Fetching(asking, Path(store) if store else None), on_problem)


def run(
    *sources: str | Path,
    out: str | Path,
    columns: Sequence[str] | None = None,
    details: bool = False,
    years: tuple[int | None, int | None] = (None, None),
    max_pages: int | None = None,
    max_movies: int | None = None,
    store: str | Path | None = None,
    contact: str | None = None,
    settings: Settings | None = None,
    site_files: Sequence[str | Path] = (),
) -> Report:
    """Fetch or read `sources`, as `moviescrape run` does, and write one table; its format is what the name of `out` ends in.

    Whether the table is there and whole: `report.written`, `report.complete`; why not: `report.problems`, `report.shortfalls`.
    `contact` is told to sites off this machine; `site_files` describe sites in TOML, beside those of your configuration folder.
    Raise UsageError, SourceError or ExportError where there is nothing to begin with.

    >>> import moviescrape
    >>> with moviescrape.PracticeSite() as site:
    ...     moviescrape.run(site.list_url, out="movies.csv")
    Report(movies=250, pages=5, complete)
    """
    target = Target.of(Path(out), columns=columns)
    job = Job.of(
        _sources(sources),
        details=details,
        years=years,
        limits=Limits(max_pages, max_movies),
        own_sites=find_own_sites(site_files),
    )
    asking = _settings(settings, contact)
    check_contact(job.starts, asking)
    return run_job(job, target, Fetching(asking, Path(store) if store else target.store))


def parse_files(
    *paths: str | Path,
    on_problem: OnProblem | None = None,
    site_files: Sequence[str | Path] = (),
) -> Iterator[Movie]:
    """Yield the movies of saved pages, folders of them and page stores, in the order of the pages.

    A page that can't be read is handed to `on_problem`, by default as an IncompleteWarning, and the others go on.

    >>> import moviescrape
    >>> html = '<meta property="og:type" content="video.movie"><meta property="og:title" content="Heat">'
    >>> _ = Path("heat.html").write_text(html)
    >>> list(moviescrape.parse_files("heat.html"))
    [Movie(title='Heat', source='heat.html')]
    """
    job = Job.of_saved(_sources(paths), own_sites=find_own_sites(site_files))
    for result in Run(PageParser(sites=load_sites(job.own_sites))).saved_pages(job):
        if result.problem:
            (on_problem or _warn)(result.problem)
        yield from result.movies


def _scraped(job: Job, run: Run, fetching: Fetching, on_problem: OnProblem | None) -> Iterator[Movie]:
    """Yield the movies of a job, and tell of each problem when the movies before it were taken."""
    told = 0
    with run.crawling(job, fetching) as crawl:
        for movie in run.movies(job, crawl):
            yield movie
            for problem in run.report.problems[told:]:
                (on_problem or _warn)(problem)
            told = len(run.report.problems)
    missing = [*run.report.problems[told:], *run.report.cut_lists, *(short.problem for short in run.report.shortfalls)]
    if missing and not run.report.found and on_problem is None:
        raise missing[0]
    for problem in missing:
        (on_problem or _warn)(problem)


def _sources(given: object) -> list[str]:
    """Return URLs and paths as texts. Raise TypeError for anything else."""
    if isinstance(given, str | Path):
        return [str(given)]
    each = list(given) if isinstance(given, Iterable) and not isinstance(given, bytes) else [given]
    for one in each:
        if not isinstance(one, str | Path):
            raise TypeError(
                f"a source is a URL or a path, as str or pathlib.Path, not {type(one).__name__}; HTML that you have: parse_html"
            )
    return list(map(str, each))


def _settings(settings: Settings | None, contact: str | None) -> Settings:
    chosen = settings or Settings()
    return replace(chosen, contact=contact) if contact is not None else chosen


def _warn(problem: MoviescrapeError) -> None:
    warnings.warn(str(problem), IncompleteWarning, stacklevel=3)
