# %% [markdown]
# # Day 12: the languages of the decades
#
# A program: `python day12.py IN OUT.png`. The checker's word on it: `moviescrape assignment check 12 day12.py`.
#
# 1. Count how often each language occurs in each decade of IN (`details.csv`); the names are joined by `;`. A silent movie has
#    the language `None`, which is not a language (read IN as below, or pandas takes that text for a missing value).
# 2. Draw a line for each of the 10 most frequent languages, with a legend, and save the plot to OUT.png.
# 3. Print the answer: which language came second in the 1970s, which in the 2010s?

# %%
import argparse

import pandas as pd

from moviescrape.assignments.helper import command_line


# %%
def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("input", nargs="?", default="details.csv")
    parser.add_argument("output", nargs="?", default="languages.png")
    options = parser.parse_args(command_line())
    movies = pd.read_csv(options.input, keep_default_na=False, na_values=[""])
    raise NotImplementedError(f"tasks 1 to 3: {len(movies)} rows into {options.output}")


# %%
if __name__ == "__main__":
    try:
        main()
    except NotImplementedError as task:
        raise SystemExit(f"Still to do: {task}") from None
