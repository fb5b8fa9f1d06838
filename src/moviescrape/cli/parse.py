"""`moviescrape parse`: saved pages into a table, without network."""

from pathlib import Path

import click

from moviescrape.cli.options import output_options


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@output_options
def parse(paths: tuple[str, ...], out: Path, format_name: str | None, columns: tuple[str, ...] | None, excel_safe: bool) -> int:
    """Read saved pages (.html, .htm, .mhtml), folders of them and page stores, and write a table of their movies.

    Every row of every page is kept, in the order of the pages. A page that can't be read is said on stderr, and the others go on.
    """
    from moviescrape.cli.summary import exit_status, say_missing, say_problem
    from moviescrape.job import Job, Target, check_apart
    from moviescrape.pipeline import parse_saved

    target = Target.of(out, format_name, columns, excel_safe=excel_safe)
    job = Job.of(paths)
    check_apart(target, *(source.path for source in job.sources))
    report = parse_saved(job, target, watch=lambda _, visit: say_problem(visit))
    say_missing(report)
    return exit_status(report)
