"""The table of day 2: the practice catalogue as a careless person would have typed it, and the same without the carelessness."""

import random
from typing import NamedTuple

import pandas as pd

from moviescrape.movie import Movie, join_names
from moviescrape.practice import Catalogue

MESSY_COLUMNS = ("title", "year", "rating", "runtime", "language", "actors")


class MovieRow(NamedTuple):
    """A movie of the table; None is an empty cell."""

    title: str
    year: int | None
    rating: float | None
    runtime: int | None
    language: str | None
    actors: str | None


def true_rows(catalogue: Catalogue, how_many: int = 300) -> list[MovieRow]:
    """Return the movies of the table as they are, a few of them twice, two of one title, two with an impossible runtime."""
    movies = catalogue.truth()
    chosen = random.Random(catalogue.seed).sample(movies, min(how_many, len(movies)))
    rows = [_row(movie) for movie in chosen if _is_plain(movie.title)]
    rows[7] = rows[7]._replace(runtime=9999)
    rows[11] = rows[11]._replace(runtime=-1)
    other = next(place for place in range(21, len(rows)) if rows[place].year != rows[20].year)
    rows[other] = rows[other]._replace(title=rows[20].title)
    return [*rows, *rows[3:40:6]]


def messy_table(catalogue: Catalogue, how_many: int = 300) -> pd.DataFrame:
    """Return the same movies in the same order, every cell a text, typed carelessly; empty cells are missing."""
    careless = random.Random(catalogue.seed + 1)
    rows = [_mistype(row, careless) for row in true_rows(catalogue, how_many)]
    return pd.DataFrame(rows, columns=list(MESSY_COLUMNS), dtype="str")


def _row(movie: Movie) -> MovieRow:
    language = movie.languages[0] if movie.languages and movie.languages[0] != "None" else None
    return MovieRow(movie.title, movie.year, movie.rating, movie.runtime, language, join_names(movie.actors))


def _is_plain(title: str) -> bool:
    """Titles that a CSV reader may take for a number or a missing value are another day's subject."""
    return title.lower() not in ("null", "none", "nan", "n/a") and not title.isdecimal()


def _mistype(row: MovieRow, careless: random.Random) -> list[str | None]:
    title = careless.choice(["{}", "{}", "{}", " {}", "{}  "]).format(row.title)
    year = careless.choice(["{}", "{}", "{}", "({})", "{}.0", " {}"])
    rating = careless.choice(["{}", "{}", "{}", "{}/10", " {} "])
    runtime = careless.choice(["{}", "{}", "{} min", "{}min"])
    return [
        title,
        _typed(year, row.year, careless),
        _with_comma(_typed(rating, row.rating, careless), careless),
        _typed(runtime, row.runtime, careless),
        row.language,
        row.actors,
    ]


def _typed(form: str, value: object, careless: random.Random) -> str | None:
    return careless.choice([None, "?", "n/a", "unknown"]) if value is None else form.format(value)


def _with_comma(text: str | None, careless: random.Random) -> str | None:
    return text.replace(".", ",") if text and careless.random() < 0.2 else text
