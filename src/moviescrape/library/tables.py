"""Tables as frames: read one from a file, take the best of each year, merge some, draw one, make a data set of one."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from moviescrape.errors import SourceError, UsageError
from moviescrape.table import table_file
from moviescrape.table.counts import year_means
from moviescrape.table.ranking import top_per_year

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def read_table(path: str | Path) -> pd.DataFrame:
    """Return the typed frame of a .csv, .jsonl, .parquet, .sqlite or .xlsx file. Raise SourceError, in one line.

    A CSV file may have what spreadsheets make of it: a byte order mark, `;` or tabs between the cells, a decimal comma. Exports
    of IMDb, Letterboxd, Trakt, MovieLens, Kodi, TMDB and Wikidata are read too.

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


def merge(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return tables of the same movies, by name, side by side: a row a movie, a column for each table that has it.

    Movies are matched by URL, else by title, year and people; `matched_by` says by what, and is missing for a movie that
    one table alone has. Raise UsageError for fewer than two tables.

    >>> imdb = pd.DataFrame({"title": ["Heat"], "year": [1995], "rating": [8.3]})
    >>> merge({"imdb": imdb, "films": imdb.assign(rating=8.1)})[["title", "rating_imdb", "rating_films"]]
      title  rating_imdb  rating_films
    0  Heat          8.3           8.1
    """
    from moviescrape.table.merge import merge_tables

    return merge_tables({name: _checked(frame) for name, frame in tables.items()}).frame


def make_dataset(
    frame: pd.DataFrame,
    folder: str | Path,
    *,
    title: str = "Movies",
    task: str | None = None,
    salt: str = "",
    publishable: bool = False,
) -> dict[str, int]:
    """Write a data set for a model to `folder`: train, validation and test that share no film. Return the rows of each.

    `task` is "genre", "rating" or "year": then there are features and target too, and README.md says what two baselines score.
    `publishable` leaves out what may not be published. It needs the extra `dataset`. Raise SourceError where the table is too
    small or has no answers to the task, ExportError where the folder can't be written.

    >>> frame = pd.DataFrame({"title": [f"Film {number}" for number in range(40)]})
    >>> make_dataset(frame, "films")
    {'train': 34, 'validation': 1, 'test': 5}
    """
    from moviescrape.export.dataset.dataset_files import build_dataset
    from moviescrape.export.dataset.task import Task
    from moviescrape.export.publish_folder import check_folder, publish_folder

    if task is not None and task not in list(Task):
        raise UsageError(f"no task is called {task!r}", remedy=f"the tasks are {', '.join(Task)}")
    check_folder(Path(folder))
    made = build_dataset(_checked(frame), title, salt=salt, publishable=publishable, task=Task(task) if task else None)
    publish_folder(made.files, Path(folder))
    return made.rows


def _checked(frame: object) -> pd.DataFrame:
    if isinstance(frame, pd.DataFrame):
        return frame
    raise TypeError(f"a table is taken as a pandas DataFrame, not as {type(frame).__name__}; read_table reads one from a file")
