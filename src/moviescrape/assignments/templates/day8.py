# %% [markdown]
# # Day 8: the top N
#
# A program: `python day8.py -n 5 IN OUT`. The checker's word on it: `moviescrape assignment check 8 day8.py`.
#
# 1. Read IN, a table as day 7 writes it (`movies.csv` is one).
# 2. Keep the n best rated movies of each year; a movie without a rating is not ranked.
# 3. Sort them: years up, within a year ratings down, equal ratings in the order they have in IN.
# 4. Write them to OUT with all their columns.

# %%
import argparse

import pandas as pd

from moviescrape.assignments.helper import command_line


# %%
def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("-n", type=int, default=5)
    parser.add_argument("input", nargs="?", default="movies.csv")
    parser.add_argument("output", nargs="?", default="top5.csv")
    options = parser.parse_args(command_line())
    movies = pd.read_csv(options.input)
    raise NotImplementedError(f"tasks 2 to 4: {len(movies)} rows into {options.output}")


# %%
if __name__ == "__main__":
    try:
        main()
    except NotImplementedError as task:
        raise SystemExit(f"Still to do: {task}") from None
