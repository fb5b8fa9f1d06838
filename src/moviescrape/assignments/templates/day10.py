# %% [markdown]
# # Day 10: crawl the details
#
# A program: `python day10.py IN OUT`. The checker's word on it: `moviescrape assignment check 10 day10.py`.
#
# 1. Follow each `url` of IN (`top5.csv`): `site.get(url)` gives the page of the movie.
# 2. Save every page in a folder here. A page that has been saved is not asked for again, also when the program is run again.
# 3. Write OUT: the rows of IN in their order, with `actors` (the stars) and `languages` from the movie's page, each joined by
#    `;`. A movie without a language gets an empty cell, and must not stop the program.

# %%
import argparse

import pandas as pd

from moviescrape.assignments.helper import command_line
from moviescrape.assignments.site import open_site


# %%
def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("input", nargs="?", default="top5.csv")
    parser.add_argument("output", nargs="?", default="details.csv")
    options = parser.parse_args(command_line())
    movies = pd.read_csv(options.input)
    with open_site() as site:
        first = site.get(movies["url"][0])
    raise NotImplementedError(f"tasks 1 to 3: {len(first)} characters of the first page, into {options.output}")


# %%
if __name__ == "__main__":
    try:
        main()
    except NotImplementedError as task:
        raise SystemExit(f"Still to do: {task}") from None
