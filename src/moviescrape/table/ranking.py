"""The best of each year."""

import pandas as pd
from pandas.api.types import is_numeric_dtype

from moviescrape.errors import SourceError, UsageError
from moviescrape.movie import MY_RATING


def top_per_year(frame: pd.DataFrame, n: int) -> pd.DataFrame:
    """Return the `n` best rated movies of each year, years going up, ratings down; years with fewer give fewer.

    The ratings are the site's, or a person's own where the table has no others (`rating_column`).
    Equal ratings keep the order they have in `frame`. Rows without a year or a rating can't be ranked and are left
    out (`unranked` counts them). The top of tops is the top: parts can be reduced one by one, in order, and then together.
    """
    _check(frame, n)
    rating = rating_column(frame)
    ranked = frame.dropna(subset=["year", rating]).sort_values(rating, ascending=False, kind="stable")
    best = ranked.groupby("year", sort=False).head(n)
    return best.sort_values("year", kind="stable").reset_index(drop=True)


def unranked(frame: pd.DataFrame) -> int:
    """Return how many rows lack the year or the rating that `top_per_year` goes by."""
    return int(frame[["year", rating_column(frame)]].isna().any(axis=1).sum())


def rating_column(frame: pd.DataFrame) -> str:
    """Return the column that movies are ranked by: `rating`, or `my_rating` in an export that has nobody else's.

    >>> rating_column(pd.DataFrame(columns=["title", "my_rating"])), rating_column(pd.DataFrame(columns=["title"]))
    ('my_rating', 'rating')
    """
    return MY_RATING if MY_RATING in frame and "rating" not in frame else "rating"


def _check(frame: pd.DataFrame, n: int) -> None:
    if n < 1:
        raise UsageError(f"{n} movies a year were asked for", remedy="ask for 1 or more")
    for column in ("year", rating_column(frame)):
        if column not in frame:
            raise SourceError(f"the table has no column {column!r}", remedy="the best of each year are found by year and rating")
        if not is_numeric_dtype(frame[column]):
            raise SourceError(f"the column {column!r} holds no numbers", remedy="moviescrape.read_table reads a file's as such")
