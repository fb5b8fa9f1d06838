"""The data sets of MovieLens (https://grouplens.org/datasets/movielens/), a folder or a zip, as of 1998, of 2003 and of today.

A title's rating is the mean of its users' ratings, doubled, for they give up to five stars; its votes are how many did.
"""

import csv
import io
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from moviescrape.errors import SourceError
from moviescrape.table.exports.known_exports import imdb_url, join_genres, part_title

if TYPE_CHECKING:
    import pandas as pd

Opened = Callable[[], IO[bytes]]
_CHUNK_ROWS = 1_000_000


class _Form(NamedTuple):
    """The names of a data set's files, and how they are written."""

    movies: str
    ratings: str
    delimiter: str
    has_header: bool
    rating_columns: tuple[int, int]
    """Places of movie and rating; a delimiter of two characters is one of one, with an empty column between."""


_FORMS = (
    _Form("movies.csv", "ratings.csv", ",", True, (1, 2)),
    _Form("movies.dat", "ratings.dat", ":", False, (2, 4)),
    _Form("u.item", "u.data", "\t", False, (1, 2)),
)
_BESIDE = ("ratings.csv", "links.csv", "tags.csv", "ratings.dat", "users.dat", "tags.dat", "u.data", "u.user")
_KNOWN = dict.fromkeys((*(name for form in _FORMS for name in (form.movies, form.ratings)), *_BESIDE))
_GENRES_OF_1998 = (
    *("unknown", "Action", "Adventure", "Animation", "Children's", "Comedy", "Crime", "Documentary", "Drama", "Fantasy"),
    *("Film-Noir", "Horror", "Musical", "Mystery", "Romance", "Sci-Fi", "Thriller", "War", "Western"),
)


def is_movielens(path: Path) -> bool:
    """Return whether a folder or a zip file holds titles of MovieLens, and something else of it beside them."""
    try:
        with _files_in(path) as files:
            return _form_of(files) is not None and any(name in files for name in _BESIDE)
    except (OSError, BadZipFile):
        return False


def movielens_columns(path: Path) -> dict[str, list[Any]]:
    """Return the titles of a data set with the mean of their ratings, column by column.

    Raise SourceError where a file is damaged or has other columns.
    """
    try:
        with _files_in(path) as files:
            form = _form_of(files)
            if form is None:
                raise SourceError("no movies.csv here", where=str(path), remedy="name the folder of a data set of MovieLens")
            ids, columns = _read_titles(files[form.movies], form)
            if links := files.get("links.csv"):
                columns["url"] = _in_order(_read_links(links), ids)
            if ratings := files.get(form.ratings):
                means = _read_ratings(ratings, form)
                columns["rating"] = _in_order(means["mean"].to_dict(), ids)
                columns["votes"] = _in_order(means["count"].to_dict(), ids)
            return columns
    except (BadZipFile, EOFError, RuntimeError, TypeError, ValueError, LookupError, zlib.error, csv.Error) as error:
        what = f"not a data set of MovieLens that can be read ({error})"
        raise SourceError(what, where=str(path), remedy="download it again") from None


@contextmanager
def _files_in(path: Path) -> Iterator[dict[str, Opened]]:
    """Give what opens each file of a data set in a folder, or in a zip and its one folder, by its name."""
    if path.is_dir():
        yield {name: partial(_open, path / name) for name in _KNOWN if (path / name).is_file()}
        return
    with ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.count("/") <= 1 and not name.endswith("/")]
        by_name = {PurePosixPath(name).name: name for name in names}
        yield {name: partial(archive.open, by_name[name]) for name in _KNOWN if name in by_name}


def _open(path: Path) -> IO[bytes]:
    return path.open("rb")


def _form_of(files: dict[str, Opened]) -> _Form | None:
    return next((form for form in _FORMS if form.movies in files), None)


def _in_order(values: Mapping[Any, Any], ids: list[int]) -> list[Any]:
    return [values.get(number) for number in ids]


def _read_titles(opened: Opened, form: _Form) -> tuple[list[int], dict[str, list[Any]]]:
    """Return the ids of the titles, and their columns."""
    with opened() as file:
        lines = _text(file.read()).splitlines()[form.has_header :]
    rows = [_row_of_1998(line) for line in lines] if form.movies == "u.item" else list(_rows(lines, form))
    parted = [part_title(title) for _, title, _ in rows]
    return [number for number, _, _ in rows], {
        "title": [title for title, _ in parted],
        "year": [year for _, year in parted],
        "genres": [genres for _, _, genres in rows],
    }


def _rows(lines: Iterable[str], form: _Form) -> Iterator[tuple[int, str, str]]:
    """Yield id, title and genres of each line; a title may hold what stands between columns."""
    parted = csv.reader(lines) if form.has_header else (line.split("::") for line in lines)
    for cells in parted:
        if cells:
            genres = "" if cells[-1].startswith("(no genres") else join_genres(cells[-1])
            yield int(cells[0]), "::".join(cells[1:-1]), genres


def _row_of_1998(line: str) -> tuple[int, str, str]:
    number, title, _released, _video, _url, *flags = line.split("|")
    genres = [genre for genre, flag in zip(_GENRES_OF_1998, flags, strict=False) if flag == "1" and genre != "unknown"]
    return int(number), title, ";".join(genres)


def _text(body: bytes) -> str:
    """Return the text of a file of titles: UTF-8 today, Latin-1 until 2003."""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("latin-1")


def _read_links(opened: Opened) -> dict[int, str]:
    with opened() as file:
        rows = csv.reader(io.TextIOWrapper(file, encoding="utf-8-sig", newline=""))
        next(rows, None)
        return {int(number): imdb_url(f"tt{imdb:0>7}") for number, imdb, *_ in rows if imdb}


def _read_ratings(opened: Opened, form: _Form) -> "pd.DataFrame":
    """Return `mean`, from 0 to 10, and `count` of the ratings by movie; a million rows at a time."""
    import pandas as pd  # for those who have such a data set

    with opened() as file:
        chunks = pd.read_csv(
            file,
            sep=form.delimiter,
            header=0 if form.has_header else None,
            usecols=list(form.rating_columns),
            chunksize=_CHUNK_ROWS,
            encoding="utf-8-sig",
        )
        sums = [_sums_of(chunk) for chunk in chunks]
    total = pd.concat(sums).groupby(level=0).sum()
    return total.assign(mean=(2 * total["sum"] / total["count"]).round(2))


def _sums_of(ratings: "pd.DataFrame") -> "pd.DataFrame":
    movie, rating = ratings.columns
    return ratings.groupby(movie)[rating].agg(["sum", "count"])
