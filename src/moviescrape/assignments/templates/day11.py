# %% [markdown]
# # Day 11: who appears most?
#
# A program: `python day11.py IN OUT.png`. The checker's word on it: `moviescrape assignment check 11 day11.py`.
#
# 1. Count in how many movies of IN (`details.csv`) each actor appears; the names are joined by `;`.
# 2. Draw a bar for each of the 50 most frequent, the highest first, with the names, and save the plot to OUT.png.
# 3. Choose the size so that every name can be read.
# 4. Print the answer: who appears most?

# %%
import argparse

import pandas as pd

from moviescrape.assignments.helper import command_line


# %%
def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("input", nargs="?", default="details.csv")
    parser.add_argument("output", nargs="?", default="actors.png")
    options = parser.parse_args(command_line())
    movies = pd.read_csv(options.input)
    raise NotImplementedError(f"tasks 1 to 4: {len(movies)} rows into {options.output}")


# %%
if __name__ == "__main__":
    try:
        main()
    except NotImplementedError as task:
        raise SystemExit(f"Still to do: {task}") from None
