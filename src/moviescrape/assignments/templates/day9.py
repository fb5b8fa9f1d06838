# %% [markdown]
# # Day 9: which year was best?
#
# A program: `python day9.py IN OUT.png`. The checker's word on it: `moviescrape assignment check 9 day9.py`.
#
# 1. Read IN, the five best movies of each year (`top5.csv`).
# 2. Draw a bar for each year, as high as the mean rating of its movies, and save the plot to OUT.png.
# 3. Choose the y axis so that the years can be told apart, and say what is drawn (title, labels).
# 4. Print the answer: which year was best?

# %%
import argparse

import pandas as pd

from moviescrape.assignments.helper import command_line


# %%
def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("input", nargs="?", default="top5.csv")
    parser.add_argument("output", nargs="?", default="years.png")
    options = parser.parse_args(command_line())
    movies = pd.read_csv(options.input)
    raise NotImplementedError(f"tasks 2 to 4: {len(movies)} rows into {options.output}")


# %%
if __name__ == "__main__":
    try:
        main()
    except NotImplementedError as task:
        raise SystemExit(f"Still to do: {task}") from None
