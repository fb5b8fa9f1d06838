# %% [markdown]
# # Day 2: more pandas
#
# `movies.csv` was typed in a hurry. Each task is a function: replace the line that begins with `raise`, and keep name and
# arguments. Your own check: run this file. The checker's: `moviescrape assignment check 2 day2.py`, on a table that you haven't
# seen.

# %%
import pandas as pd

# %% [markdown]
# ## Task 1: clean
#
# The same rows in the same order: titles without white space around them; year, rating and runtime as numbers (`(1994)` is 1994,
# `7,4/10` is 7.4, `102 min` is 102); what can't be read (`?`, `n/a`) is missing. All cells arrive as text.


# %%
def clean(df: pd.DataFrame) -> pd.DataFrame:
    raise NotImplementedError("task 1")


# %% [markdown]
# All other functions are called with a clean table.
#
# ## Task 2: count
#
# `count_movies`: how many different movies there are, by title and year. `movies_per_year`: a Series, the number of rows of
# each year, years as the index.


# %%
def count_movies(df: pd.DataFrame) -> int:
    raise NotImplementedError("task 2")


# %%
def movies_per_year(df: pd.DataFrame) -> pd.Series:
    raise NotImplementedError("task 2")


# %% [markdown]
# ## Task 3: the longest and the shortest
#
# Two rows of the table: the longest movie, then the shortest. Runtimes below 1 and above 600 minutes are impossible: leave
# them out.


# %%
def longest_and_shortest(df: pd.DataFrame) -> pd.DataFrame:
    raise NotImplementedError("task 3")


# %% [markdown]
# ## Task 4: wide, long, wide
#
# `to_long`: each movie once (some rows are there twice); columns title, year, measure, value, where measure is `rating` or
# `runtime` (`melt`). `to_wide`: back again; columns title, year, rating, runtime; sorted by title, then year (`pivot`).


# %%
def to_long(df: pd.DataFrame) -> pd.DataFrame:
    raise NotImplementedError("task 4")


# %%
def to_wide(long: pd.DataFrame) -> pd.DataFrame:
    raise NotImplementedError("task 4")


# %% [markdown]
# ## Task 5: medians
#
# A row for each decade (the index is called `decade`; 1990 for the nineties), a column for each language, the median runtime in
# each cell (`pivot_table`). All rows count.


# %%
def median_runtimes(df: pd.DataFrame) -> pd.DataFrame:
    raise NotImplementedError("task 5")


# %% [markdown]
# ## Task 6: one actor a row
#
# The column `actors` holds names joined by `;`. Give a row for each movie and actor, with one name in the column `actor`
# (`split`, `explode`); rows without actors are left out.


# %%
def explode_actors(df: pd.DataFrame) -> pd.DataFrame:
    raise NotImplementedError("task 6")


# %% [markdown]
# ## Task 7: all of it together
#
# The n best rated movies of each actor: columns actor, title, year, rating; actors A to Z, ratings down. Each movie counts once,
# movies without a rating don't count, and of equal ratings the one that comes first in the table wins (`kind="stable"`).


# %%
def best_of_each_actor(df: pd.DataFrame, n: int) -> pd.DataFrame:
    raise NotImplementedError("task 7")


# %%
if __name__ == "__main__":
    try:
        movies = clean(pd.read_csv("movies.csv", dtype="str"))
        print(movies)
        best_of_each_actor(movies, 3).to_csv("best.csv", index=False)
    except NotImplementedError as task:
        print(f"Still to do: {task}")
