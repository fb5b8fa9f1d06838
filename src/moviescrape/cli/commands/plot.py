"""`moviescrape plot`: the years, actors or languages of a table as a picture."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from moviescrape.cli.given_table import read_given_table
from moviescrape.cli.parameters import FILE, OUTPUT, WholeNumber
from moviescrape.cli.terminal import say, say_verdict
from moviescrape.errors import SourceError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

Counts = TypeVar("Counts", "pd.Series[Any]", "pd.DataFrame")

DEFAULTS = {"years": 5, "actors": 50, "languages": 10}


@click.command(epilog="Example: moviescrape plot years movies.csv --out years.png")
@click.argument("what", type=click.Choice(list(DEFAULTS)))
@click.argument("file", metavar="FILE", type=FILE)
@click.option(
    "--out",
    "-o",
    required=True,
    type=OUTPUT,
    metavar="FILE",
    help="The picture to write: .png, .svg or .pdf.",
)
@click.option(
    "-n",
    "count",
    type=WholeNumber(),
    metavar="N",
    help="How many: best movies of each year, actors, languages.  [default: 5, 50, 10]",
)
def plot(what: str, file: Path, out: Path, count: int | None) -> None:
    """Draw what a table says.

    years: bars, the mean rating of each year's 5 best movies.
    actors: bars, the 50 actors who appear most.
    languages: lines, the movies of the 10 most frequent languages, decade by decade.
    """
    from moviescrape.export.formats import require

    require("matplotlib")
    from moviescrape.export.figures import check_plot, save
    from moviescrape.export.publish import STDOUT

    check_plot(out)
    figure = _draw(what, read_given_table(file), file, count or DEFAULTS[what])
    if not save(figure, out):
        say(f"{out}: no installed font has some of the letters, boxes stand for them")
    if out != STDOUT:
        say_verdict(f"{what} drawn in {out}", good=True)


def _draw(what: str, table: "pd.DataFrame", file: Path, count: int) -> "Figure":
    from moviescrape.export.figures import draw_appearances, draw_decades, draw_years
    from moviescrape.table.counts import appearances, per_decade, year_means

    if what == "years":
        return draw_years(_some(year_means(table, count), file, "year and rating"), count)
    if what == "actors":
        return draw_appearances(_some(appearances(table, what, count), file, what), what)
    return draw_decades(_some(per_decade(table, what, count), file, f"year and {what}"), what)


def _some(counts: Counts, file: Path, wanted: str) -> Counts:
    if counts.empty:
        raise SourceError(
            f"no movie has {wanted}, so there is nothing to draw", where=str(file), remedy="scrape these columns too"
        )
    return counts
