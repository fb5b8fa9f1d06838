# %% [markdown]
# # Day 8: the top N of each year
#
# `python -m moviescrape.assignments.day8_top_n -n 5 IN OUT`

# %%
import argparse
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from moviescrape.assignments.helper import command_line, save

# %% [markdown]
# ## Read the table back
#
# CSV has no types, so `read_csv` guesses. Two of its guesses are wrong for us, and we say so:
#
# - a whole number with gaps is `Int64`, or the years come back as `2016.0`;
# - a movie may be called *None* or *NA*. Only an empty cell is missing.


# %%
def read_movies(path: Path) -> pd.DataFrame:
    """Return a table of movies as it was saved on day 6 or 7."""
    types = {"title": "str", "rating": "Float64", "year": "Int64", "runtime": "Int64"}
    return pd.read_csv(path, dtype=types, keep_default_na=False, na_values=[""])


# %% [markdown]
# ## The best of each year
#
# Sort by rating, then by year; a *stable* sort leaves rows alone that are equal, so within a year the ratings stay
# in order, and movies with equal ratings stay in the order they had. `head` of a group takes the first n of each year.


# %%
def top_n(movies: pd.DataFrame, n: int) -> pd.DataFrame:
    """Return the n best rated movies of each year: years up, ratings down, equal ratings in the order of the table."""
    ranked = movies.dropna(subset=["year", "rating"]).sort_values("rating", ascending=False, kind="stable")
    return ranked.sort_values("year", kind="stable").groupby("year").head(n).reset_index(drop=True)


# %%
def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Day 8: the n best rated movies of each year.")
    parser.add_argument("-n", type=int, default=5, help="movies a year (default: 5)")
    parser.add_argument("input", nargs="?", type=Path, default=Path("output/day7.csv"), metavar="IN")
    parser.add_argument("output", nargs="?", type=Path, default=Path("output/day8.csv"), metavar="OUT")
    options = parser.parse_args(command_line(arguments))
    save(top_n(read_movies(options.input), options.n), options.output)


if __name__ == "__main__":
    main()
