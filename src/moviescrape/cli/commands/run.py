"""`moviescrape run`: pages, fetched politely or saved, into a table."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from moviescrape.cli.exit_codes import COMPLETE
from moviescrape.cli.imdb_options import imdb_options
from moviescrape.cli.options import FetchOptions, fetch_options, output_options, site_option, update_options
from moviescrape.cli.parameters import MOVIES, YEAR, WholeNumber
from moviescrape.table.imdb.imdb_choice import ImdbChoice

if TYPE_CHECKING:
    from moviescrape.export.update_sqlite import SqliteUpdate


@click.command(epilog="Example: moviescrape run --out movies.csv --max-movies 50")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@output_options
@update_options
@click.option("--details", is_flag=True, help="Fetch each movie's own page too, to fill what the list leaves out.")
@click.option("--from", "first_year", type=YEAR, metavar="YEAR", help="Only movies of this year and later.")
@click.option("--to", "last_year", type=YEAR, metavar="YEAR", help="Only movies of this year and earlier.")
@click.option("--max-pages", type=WholeNumber("a number of pages"), metavar="N", help="Follow each list for at most N pages.")
@click.option("--max-movies", type=MOVIES, metavar="N", help="Write at most N rows.")
@click.option(
    "--report",
    "account",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write an account of the run for programs, as JSON.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be asked of whom, how long at least; ask and write nothing.")
@imdb_options
@site_option
@fetch_options
def run(
    sources: tuple[str, ...],
    out: Path,
    format_name: str | None,
    columns: tuple[str, ...] | None,
    excel_safe: bool,
    update: "SqliteUpdate | None",
    details: bool,
    first_year: int | None,
    last_year: int | None,
    max_pages: int | None,
    max_movies: int | None,
    account: Path | None,
    dry_run: bool,
    imdb: ImdbChoice | None,
    site_files: tuple[Path, ...],
    fetch: FetchOptions,
) -> int:
    """Fetch movie pages and write a table of their movies.

    SOURCE is the URL of a list or of a movie, a text file of URLs, a saved page, a folder of them, a page store, or a folder of
    IMDb's data files; there may be several. Lists are followed to their end. Without a SOURCE, the 250 best movies of the
    built-in practice site are read.
    """
    from moviescrape.cli.fetch_command import fetch_into
    from moviescrape.cli.imdb_progress import saying_data_files
    from moviescrape.cli.progress import count_job
    from moviescrape.pipeline.flow import run_job
    from moviescrape.pipeline.job import Job, Target, check_apart
    from moviescrape.pipeline.pagination import Limits
    from moviescrape.pipeline.site_sources import find_own_sites
    from moviescrape.pipeline.sources import SourceKind
    from moviescrape.practice.address import PUBLIC_ORIGIN, START_PATH

    practice, limits = not sources, Limits(max_pages, max_movies)
    job = Job.of(
        sources or (PUBLIC_ORIGIN + START_PATH,),
        details=details,
        years=(first_year, last_year),
        limits=limits,
        own_sites=find_own_sites(site_files),
        imdb=imdb,
    )
    target = Target.of(out, format_name, columns, excel_safe=excel_safe, update=update)
    read = [source.path for source in job.sources if source.kind is not SourceKind.URL]
    check_apart(target, *read)
    if dry_run:
        from moviescrape.cli.dry_run import show_dry_run

        show_dry_run(job, target, fetch, practice=practice)
        return COMPLETE
    work = partial(run_job, job, target)
    with saying_data_files(job, quiet=fetch.quiet):
        return fetch_into(target, work, job.starts, fetch, count_job(job), read=read, practice=practice, account=account)
