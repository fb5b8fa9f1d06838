# %% [markdown]
# # Day 2: more pandas
#
# A table of movies that somebody typed in a hurry:
#
# | title | year | rating | runtime | language | actors |
# |---|---|---|---|---|---|
# | The Velvet Kiln | (1994) | 7,4 | 102 min | English | Ada Larchwell;Kit Pebbleby |
# | "  Nine Kites for Windle" | 2003.0 | ? | 95 | Spanish | |
#
# First it is cleaned, then counted, reshaped, and asked the question of the day: which are the best movies of each actor?

# %%
import argparse
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from moviescrape.assignments.helper import command_line, save
from moviescrape.assignments.messy import messy_table
from moviescrape.practice import Catalogue

# %% [markdown]
# ## Clean
#
# Every cell arrives as text. `str.extract` takes out the part of it that is a number; where there is none, the cell is missing.
# The types with a capital letter (`Int64`, `Float64`) can hold missing values.


# %%
def clean(df: pd.DataFrame) -> pd.DataFrame:
    """Return the same rows with titles trimmed, and year, rating and runtime as numbers; what can't be read is missing."""
    return df.assign(
        title=df["title"].str.strip(),
        year=numbers(df["year"], r"(\d{4})").astype("Int64"),
        rating=numbers(df["rating"].str.replace(",", "."), r"(\d+(?:\.\d+)?)").astype("Float64"),
        runtime=numbers(df["runtime"], r"(-?\d+)").astype("Int64"),
    )


def numbers(column: pd.Series, pattern: str) -> pd.Series:
    """Return the first number that fits the pattern in each cell of a text column."""
    return pd.to_numeric(column.str.extract(pattern, expand=False))


# %% [markdown]
# ## Count
#
# Two movies can have the same title: what tells them apart is the year. The table has some movies twice.


# %%
def count_movies(df: pd.DataFrame) -> int:
    """How many different movies there are, by title and year."""
    return len(df.drop_duplicates(["title", "year"]))


def movies_per_year(df: pd.DataFrame) -> pd.Series:
    """How many rows each year has: the years going up are the index."""
    return df.groupby("year").size()


# %% [markdown]
# ## The longest and the shortest
#
# No movie takes 9999 minutes, and none takes -1. Whoever asks for the longest without looking gets the typing error.


# %%
def longest_and_shortest(df: pd.DataFrame) -> pd.DataFrame:
    """Two rows: the longest movie, then the shortest; runtimes outside 1 to 600 minutes are left out."""
    possible = df[df["runtime"].between(1, 600)]
    return possible.loc[[possible["runtime"].idxmax(), possible["runtime"].idxmin()]]


# %% [markdown]
# ## From wide to long and back
#
# *Wide* has a column for each thing measured, *long* a row for each measurement. `melt` makes long, `pivot` makes wide.


# %%
def to_long(df: pd.DataFrame) -> pd.DataFrame:
    """Columns title, year, measure ("rating" or "runtime") and value: two rows for each movie, each movie once."""
    movies = df.drop_duplicates(["title", "year"])
    return movies.melt(id_vars=["title", "year"], value_vars=["rating", "runtime"], var_name="measure")


def to_wide(long: pd.DataFrame) -> pd.DataFrame:
    """Back again: columns title, year, rating and runtime, one row a movie, sorted by title and year."""
    wide = long.pivot(index=["title", "year"], columns="measure", values="value")
    return wide.rename_axis(columns=None).reset_index().sort_values(["title", "year"], ignore_index=True)


# %% [markdown]
# ## A table of medians
#
# The mean of runtimes suffers from one 9999; the median hardly notices. `pivot_table` takes any such function.


# %%
def median_runtimes(df: pd.DataFrame) -> pd.DataFrame:
    """Return the median runtime: a row for each decade (1990 for the nineties), a column for each language."""
    decades = df.assign(decade=df["year"] // 10 * 10)
    return decades.pivot_table(index="decade", columns="language", values="runtime", aggfunc="median")


# %% [markdown]
# ## A cell that holds several values
#
# `split` makes a list of a cell, `explode` a row of each thing in the list.


# %%
def explode_actors(df: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each movie and actor: the column actors becomes actor; movies without actors are left out."""
    names = df["actors"].map(lambda cell: cell.split(";"), na_action="ignore")
    return df.assign(actor=names).explode("actor").dropna(subset="actor").drop(columns="actors").reset_index(drop=True)


# %% [markdown]
# ## All of it together


# %%
def best_of_each_actor(df: pd.DataFrame, n: int) -> pd.DataFrame:
    """Columns actor, title, year, rating: the n best rated movies of each actor, actors A to Z, ratings down.

    Each movie counts once; movies without a rating don't; of equal ratings the one that comes first in the table wins.
    """
    roles = explode_actors(df.drop_duplicates(["title", "year"])).dropna(subset="rating")
    best_first = roles.sort_values("rating", ascending=False, kind="stable").sort_values("actor", kind="stable")
    return best_first.groupby("actor").head(n)[["actor", "title", "year", "rating"]].reset_index(drop=True)


# %%
def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Day 2: clean a table, and find the best movies of each actor.")
    parser.add_argument("table", nargs="?", type=Path, metavar="IN", help="a CSV file (default: a table of the practice site)")
    parser.add_argument("--out", type=Path, default=Path("output/day2.csv"), help="default: output/day2.csv")
    parser.add_argument("-n", type=int, default=3, help="movies for each actor (default: 3)")
    options = parser.parse_args(command_line(arguments))
    table = pd.read_csv(options.table, dtype="str") if options.table else messy_table(Catalogue())
    movies = clean(table)
    print(f"{count_movies(movies)} movies in {len(movies)} rows; the longest and the shortest:")
    print(longest_and_shortest(movies).to_string(index=False))
    save(best_of_each_actor(movies, options.n), options.out)


if __name__ == "__main__":
    main()
