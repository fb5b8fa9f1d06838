"""IMDb's data files as a frame."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from moviescrape.errors import SourceError
from moviescrape.movie import DEFAULT_COLUMNS
from moviescrape.table.columns import fields_of
from moviescrape.table.imdb.imdb_choice import STARS, ImdbChoice
from moviescrape.table.imdb.imdb_folder import find_imdb_files
from moviescrape.table.imdb.imdb_movies import read_imdb

if TYPE_CHECKING:
    import pandas as pd


def imdb_data(
    folder: str | Path,
    *,
    columns: Sequence[str] = DEFAULT_COLUMNS,
    types: Sequence[str] = ("movie",),
    years: tuple[int | None, int | None] = (None, None),
    min_votes: int = 0,
    adult: bool = False,
    stars: int = STARS,
    top: int | None = None,
) -> "pd.DataFrame":
    """Return the titles in a folder of IMDb's data files as a frame, typed as `to_frame` does.

    The folder holds title.basics.tsv.gz, and for ratings and people title.ratings, title.principals and name.basics; without one
    of these its columns are missing. `types` are IMDb's, `years` the first and the last, `top` keeps the best rated of each year,
    sorted. The files are for personal and non-commercial use (https://developer.imdb.com/non-commercial-datasets/).

    Raise SourceError where the folder holds no such files or one is damaged, UsageError for a choice that leaves nothing.

    >>> import moviescrape
    >>> header = "tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres".split()
    >>> title = ["tt0000001", "movie", "Amber Road", "Amber Road", "0", "1950", "\\\\N", "90", "Drama"]
    >>> _ = Path("title.basics.tsv").write_text("\\t".join(header) + "\\n" + "\\t".join(title) + "\\n")
    >>> moviescrape.imdb_data(".", columns=["title", "year", "runtime"])
            title  year  runtime
    0  Amber Road  1950       90
    """
    from moviescrape.table.build import to_frame  # loads pandas

    fields_of(columns)
    choice = ImdbChoice(tuple(types), *years, min_votes, adult, stars, top)
    files = find_imdb_files(Path(folder))
    if files is None:
        what = "no title.basics.tsv.gz of IMDb's data files in this folder"
        raise SourceError(what, where=str(folder), remedy="name the folder that they were downloaded to")
    return to_frame(read_imdb(files, choice, columns), columns)
