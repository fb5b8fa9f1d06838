"""The small files that a day's template comes with: a page to read, or the table that the day before would have written."""

import csv
import io
from collections.abc import Sequence
from itertools import groupby

from moviescrape.assignments.messy import messy_table
from moviescrape.movie import DEFAULT_COLUMNS, Movie, join_names
from moviescrape.practice import START_PATH, Catalogue, Pages

DETAILED = ("title", "rating", "year", "runtime", "url", "actors", "languages")
TOP = 5

SampleFiles = dict[str, bytes]


def sample_files(day: int) -> SampleFiles:
    """By path beside the template, the files that the day's program reads."""
    catalogue = Catalogue()
    if day == 2:
        return {"movies.csv": messy_table(catalogue).to_csv(index=False, lineterminator="\n").encode()}
    if day in (3, 4, 5):
        return {"pages/list.html": Pages(catalogue).page(START_PATH)}
    best = top_movies(catalogue.truth(), TOP)
    tables = {
        8: ("movies.csv", catalogue.truth(), DEFAULT_COLUMNS),
        9: ("top5.csv", best, DEFAULT_COLUMNS),
        10: ("top5.csv", best, DEFAULT_COLUMNS),
        11: ("details.csv", best, DETAILED),
        12: ("details.csv", best, DETAILED),
    }
    if day not in tables:
        return {}
    name, movies, columns = tables[day]
    return {name: movies_csv(movies, columns)}


def movies_csv(movies: Sequence[Movie], columns: Sequence[str] = DEFAULT_COLUMNS) -> bytes:
    """Return a table as day 6 writes it.

    >>> movies_csv([Movie("Heat", 8.3, 1995)])
    b'title,rating,year,actors,runtime,url\\nHeat,8.3,1995,,,\\n'
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for movie in movies:
        cells = [getattr(movie, column) for column in columns]
        writer.writerow([join_names(cell) if isinstance(cell, tuple) else cell for cell in cells])
    return text.getvalue().encode()


def top_movies(movies: Sequence[Movie], n: int) -> list[Movie]:
    """Return the n best rated of each year: years up, ratings down, ties in the order given."""
    rated = [movie for movie in movies if movie.rating is not None and movie.year is not None]
    rated.sort(key=lambda movie: (movie.year or 0, -(movie.rating or 0)))
    return [movie for _, year in groupby(rated, key=lambda movie: movie.year) for movie in list(year)[:n]]
