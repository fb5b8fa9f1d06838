"""Tables as frames: read one from a file, take the best of each year, draw it."""

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from moviescrape.errors import SourceError
from moviescrape.table import table_file
from moviescrape.table.counts import year_means
from moviescrape.table.ranking import top_per_year

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def read_table(path: str | Path) -> pd.DataFrame:
    """Return the typed frame of a .csv, .jsonl, .parquet, .sqlite or .xlsx file. Raise SourceError, in one line.

    A CSV file may have what spreadsheets make of it: a byte order mark, `;` or tabs between the cells, a decimal comma.

    >>> _ = Path("movies.csv").write_text("title;rating\\nHeat;8,3\\n")
    >>> float(read_table("movies.csv").loc[0, "rating"])
    8.3
    """
    if not isinstance(path, str | Path):
        raise TypeError(f"a table is read from a path, as str or pathlib.Path; not from {type(path).__name__}")
    return table_file.read_table(Path(path))


def top(frame: pd.DataFrame, n: int = 5) -> pd.DataFrame:
    """Return the `n` best rated movies of each year, years going up, ratings down; years with fewer give fewer.

    Equal ratings keep the order of `frame`. Rows without a year or a rating are left out.

    >>> frame = pd.DataFrame({"title": ["Heat", "Casino", "Ran"], "rating": [8.3, 8.2, 8.2], "year": [1995, 1995, 1985]})
    >>> top(frame, 1)
      title  rating  year
    0   Ran     8.2  1985
    1  Heat     8.3  1995
    """
    return top_per_year(_checked(frame), n)


def plot_years(frame: pd.DataFrame, n: int = 5) -> "Figure":
    """Draw the mean rating of the `n` best movies of each year as bars. `figure.savefig("years.png")` writes it.

    It needs matplotlib, which the extra `plots` brings. Raise SourceError where no movie has a year and a rating.

    >>> frame = pd.DataFrame({"title": ["Heat", "Ran"], "rating": [8.3, 8.2], "year": [1995, 1985]})
    >>> figure = plot_years(frame)
    >>> figure.savefig("years.png")
    """
    from moviescrape.export.formats import require

    require("matplotlib")
    from moviescrape.export.figures import draw_years

    means = year_means(_checked(frame), n)
    if means.empty:
        raise SourceError("no movie has a year and a rating, so there is nothing to draw", remedy="scrape these columns too")
    return draw_years(means, n)


def _checked(frame: object) -> pd.DataFrame:
    if isinstance(frame, pd.DataFrame):
        return frame
    raise TypeError(f"a table is taken as a pandas DataFrame, not as {type(frame).__name__}; read_table reads one from a file")
