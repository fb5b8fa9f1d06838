"""`moviescrape top`: the best movies of each year of a table."""

from functools import partial
from pathlib import Path

import click

from moviescrape.cli.given_table import read_given_table
from moviescrape.cli.options import output_options
from moviescrape.cli.parameters import FILE, MOVIES
from moviescrape.cli.terminal import say_verdict


@click.command(epilog="Example: moviescrape top movies.csv -n 5 --out best.csv")
@click.argument("file", metavar="FILE", type=FILE)
@click.option(
    "-n",
    "count",
    type=MOVIES,
    default=5,
    show_default=True,
    metavar="N",
    help="How many movies of each year.",
)
@partial(output_options, default="those of FILE")
def top(file: Path, count: int, out: Path, format_name: str | None, columns: tuple[str, ...] | None, excel_safe: bool) -> None:
    """Write the N best rated movies of each year of a table, years going up, ratings down.

    Movies of equal rating stay in the order of FILE. Movies without a year or a rating are left out. All columns of FILE,
    which may be - for stdin, are kept, unless --columns names some of them.
    """
    from moviescrape.cli.summary import written_words
    from moviescrape.export.publish import STDOUT
    from moviescrape.export.write import write_table
    from moviescrape.pipeline.job import Target
    from moviescrape.table.ranking import top_per_year, unranked
    from moviescrape.table.schema import choose

    target = Target.of(out, format_name, columns, excel_safe=excel_safe)
    table = read_given_table(file)
    best = top_per_year(table, count)
    write_table([choose(best, columns) if columns else best], out, target.format, excel_safe=excel_safe)
    left_out = unranked(table)
    aside = f" ({left_out:,} of {len(table):,} left out: no year or no rating)" if left_out else ""
    if aside or out != STDOUT:
        say_verdict(f"{written_words(len(best), out)}{aside}", good=True)
