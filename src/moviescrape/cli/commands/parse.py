"""`moviescrape parse`: saved pages into a table, without network, with as many workers as are wanted."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from moviescrape.cli.archive_options import ArchiveOptions, archive_options
from moviescrape.cli.imdb_options import imdb_options
from moviescrape.cli.options import address_option, output_options, quiet_option, site_option, update_options
from moviescrape.cli.parameters import YEAR
from moviescrape.errors import UsageError
from moviescrape.errors.remedies import Remedy
from moviescrape.pages.files import STDIN
from moviescrape.table.imdb.imdb_choice import ImdbChoice

if TYPE_CHECKING:
    from moviescrape.export.update_sqlite import SqliteUpdate
    from moviescrape.pipeline.flow import OnPage
    from moviescrape.pipeline.job import Job, Target
    from moviescrape.pipeline.report import Report


@click.command(epilog="Example: moviescrape parse saved-pages --out movies.csv")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@output_options
@update_options
@archive_options
@address_option
@click.option("--whole", is_flag=True, help="Count a saved page that is only a part of its list as incomplete.")
@click.option("--from", "first_year", type=YEAR, metavar="YEAR", help="Only movies of this year and later.")
@click.option("--to", "last_year", type=YEAR, metavar="YEAR", help="Only movies of this year and earlier.")
@imdb_options
@site_option
@quiet_option
@click.option("--verbose", "-v", is_flag=True, help="Say each page.")
def parse(
    paths: tuple[str, ...],
    out: Path,
    format_name: str | None,
    columns: tuple[str, ...] | None,
    excel_safe: bool,
    update: "SqliteUpdate | None",
    url: str | None,
    whole: bool,
    archives: ArchiveOptions,
    first_year: int | None,
    last_year: int | None,
    imdb: ImdbChoice | None,
    site_files: tuple[Path, ...],
    quiet: bool,
    verbose: bool,
) -> int:
    """Read saved pages (.html, .mhtml), folders of them, page stores, archives or data files, and write a table.

    PATH may be - for a page from standard input. Every row of every page is kept, in the order of the pages. A page that can't
    be read is said on stderr, and the others go on.
    FILE may be a folder, movies/: then it gets Parquet parts, each written whole, and the same command goes on where it stopped.
    """
    from moviescrape.archive.parts import parts_target, wants_parts
    from moviescrape.archive.remote_table import table_target
    from moviescrape.cli.imdb_progress import saying_data_files
    from moviescrape.cli.progress import say_page
    from moviescrape.cli.summary import exit_status, say_first_problems, say_missing, say_notes, say_records, say_run_verdict
    from moviescrape.pipeline.job import Job, check_apart
    from moviescrape.pipeline.site_sources import find_own_sites

    years, in_parts = (first_year, last_year), wants_parts(out, format_name)
    own_sites, index = find_own_sites(site_files), archives.choose_index()
    if index is not None:
        job = Job.of_index(paths, index, own_sites=own_sites, years=years)
    else:
        job = Job.of_saved(paths, whole_lists=whole, own_sites=own_sites, years=years, imdb=imdb, url=url)
    if years != (None, None) and in_parts:
        raise UsageError("--from and --to are for one table, not for a folder of parts", remedy="name a file with --out")
    if update and in_parts:
        raise UsageError("--update is for one table, not for a folder of parts", remedy="name a .sqlite file with --out")
    if whole and in_parts:
        raise UsageError("--whole is for one table, not for a folder of parts", remedy="name a file with --out")
    if in_parts:
        target = parts_target(out, format_name, columns, excel_safe=excel_safe)
    else:
        target = table_target(out, format_name, columns, excel_safe=excel_safe, update=update)
    check_apart(target, *(source.path for source in job.sources if not source.problem))
    on_page = say_page if verbose else say_first_problems
    with saying_data_files(job, quiet=quiet, bar=True):
        report = _read_into(job, archives, on_page, target, in_parts=in_parts)
    say_missing(report, verbose=verbose)
    if not quiet:
        say_notes(report)
        say_records(report)
        say_run_verdict(report, target.address or target.out, target.columns)
    return exit_status(report)


def _read_into(job: "Job", archives: ArchiveOptions, on_page: "OnPage", target: "Target", *, in_parts: bool) -> "Report":
    """Read into a table or a folder of parts, in other processes where it is wanted or archives are read."""
    from moviescrape.archive.parts import parse_parts
    from moviescrape.archive.remote_table import write_remotely
    from moviescrape.archive.set_aside import retry_table
    from moviescrape.archive.table import parse_many
    from moviescrape.pipeline.flow import parse_saved
    from moviescrape.pipeline.sources import SourceKind

    if target.address and not in_parts:
        make = partial(_read_into, job, archives, on_page, in_parts=False)
        return write_remotely(target, make, add_to=archives.retry_failed)
    has_archive = any(source.kind is SourceKind.ARCHIVE and source.path != STDIN for source in job.sources)
    if not (in_parts or has_archive or archives.wants_engine):
        return parse_saved(job, target, on_page)
    _check_files_alone(job)
    engine = archives.choose_engine(target, job.own_sites)
    if in_parts:
        return parse_parts(job, target, engine, on_page, retry_failed=archives.retry_failed)
    return (retry_table if archives.retry_failed else parse_many)(job, target, engine, on_page)


def _check_files_alone(job: "Job") -> None:
    """Raise UsageError where a page comes from standard input, which other processes can't read, or has an address given."""
    if any(source.address for source in job.sources):
        raise UsageError("an address is stated of one saved page, read by one process", remedy=Remedy.ONE_PROCESS)
    if any(source.path == STDIN for source in job.sources):
        what = "standard input is read by one process alone"
        raise UsageError(what, where=str(STDIN), remedy="save the page, and name its file")
