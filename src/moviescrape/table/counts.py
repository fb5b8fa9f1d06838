"""What a table says when counted: the mean of each year's best, who appears most, what changes by decade."""

from typing import Any

import pandas as pd

from moviescrape.errors import SourceError
from moviescrape.errors.remedies import Remedy
from moviescrape.table.ranking import rating_column, top_per_year


def year_means(frame: pd.DataFrame, n: int = 5) -> "pd.Series[Any]":
    """Return the mean rating of the `n` best movies of each year, by year going up; a year with fewer counts with those."""
    return top_per_year(frame, n).groupby("year")[rating_column(frame)].mean()


def appearances(frame: pd.DataFrame, column: str, n: int) -> "pd.Series[Any]":
    """Return in how many movies each of the `n` most frequent names of a joined column appears, most first, equals by name."""
    counts = names_in(frame, column)[column].value_counts()
    return counts.sort_index().sort_values(ascending=False, kind="stable").head(n)


def per_decade(frame: pd.DataFrame, column: str, n: int) -> pd.DataFrame:
    """Return in how many movies each of the `n` most frequent names appears, a row a decade (1990 is 1990-1999), a column a name.

    Decades without a movie are there, with zeros; movies without a year are left out.
    """
    dated = frame.dropna(subset=["year"])
    names = names_in(dated, column)
    most = appearances(dated, column, n).index
    if not len(most):
        return pd.DataFrame()
    counts = pd.crosstab(names["year"] // 10 * 10, names[column])
    decades = range(int(counts.index.min()), int(counts.index.max()) + 10, 10)
    return counts.reindex(index=decades, columns=most, fill_value=0)


def names_in(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return a row for each name of each movie; a name that a movie has twice counts once, and `None` is nobody's name.

    (Sites print the language of a silent film as `None`.)
    """
    if column not in frame:
        raise SourceError(f"the table has no column {column!r}", remedy=Remedy.ADD_COLUMN)
    split = frame.reset_index(drop=True).assign(**{column: frame[column].str.split(";").array}).explode(column)
    split[column] = split[column].str.strip()
    named = split[split[column].notna() & ~split[column].isin(["", "None"])]
    return named[~named.set_index(column, append=True).index.duplicated()]
