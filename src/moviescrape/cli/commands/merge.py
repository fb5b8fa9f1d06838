"""`moviescrape merge`: tables of the same movies side by side."""

from functools import partial
from pathlib import Path

import click

from moviescrape.cli.given_table import read_given_table
from moviescrape.cli.options import output_options
from moviescrape.cli.parameters import FILE
from moviescrape.cli.terminal import say, say_verdict
from moviescrape.pages.files import STDIN


@click.command(epilog="Example: moviescrape merge imdb.csv letterboxd.csv --out both.csv")
@click.argument("files", nargs=-1, required=True, metavar="FILE FILE...", type=FILE)
@partial(output_options, default="title,year,matched_by, and those of each FILE")
def merge(files: tuple[Path, ...], out: Path, format_name: str | None, columns: tuple[str, ...] | None, excel_safe: bool) -> None:
    """Put tables of the same movies side by side: rating_imdb beside rating_letterboxd.

    Two rows are one movie where their url is the same, else their title, the year, give or take one, and the people, where both
    tables name some. Each row has one partner at most; rows without one are kept. What is doubtful is said, and the column
    matched_by tells by what a row was put together. A FILE is called by its site, or by its name where it has several.
    """
    from moviescrape.cli.summary import first_lines, written_words
    from moviescrape.export.write import check_output, write_table
    from moviescrape.table.merge import merge_tables
    from moviescrape.table.schema import choose
    from moviescrape.table.site_names import name_tables

    format_ = check_output(out, format_name)
    merged = merge_tables(name_tables([("stdin" if file == STDIN else file.stem, read_given_table(file)) for file in files]))
    table = merged.frame
    write_table([choose(table, columns) if columns else table], out, format_, excel_safe=excel_safe)
    for line in first_lines(f"doubtful: {match}" for match in merged.doubtful):
        say(line)
    alone = ", ".join(f"{count:,} only in {name}" for name, count in merged.unmatched.items())
    doubtful = f"; {len(merged.doubtful):,} doubtful" if merged.doubtful else ""
    say_verdict(f"{written_words(len(table), out)}: {merged.matched:,} matched, {alone}{doubtful}", good=True)
