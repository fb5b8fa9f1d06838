# %% [markdown]
# # Day 6: save the results
#
# Everything of this week in one program: `python -m moviescrape.assignments.day6_save_csv OUTPUT`. It writes the table of 50
# movies as a CSV file of 51 lines, the first of which names the columns.

# %%
import argparse
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
from bs4 import BeautifulSoup

from moviescrape.assignments.day5_runtime_url import extract_movies
from moviescrape.assignments.helper import command_line
from moviescrape.assignments.site import open_site
from moviescrape.practice import START_PATH

COLUMNS = ["title", "rating", "year", "actors", "runtime", "url"]

# %% [markdown]
# ## The file
#
# - `index=False`: the row numbers are pandas' business, not a column of ours.
# - `encoding="utf-8"`, or a title such as *Ærø, Øst for Ånghammar* can't be written on some computers.
# - `lineterminator="\n"`: the same file on Windows as elsewhere.
# - Missing values become empty cells by themselves. Don't write `N/A`, `-1` or `0` into them: who reads the file would count it.
# - Titles with commas in them are put into quotes by themselves, too. This is why nobody should write CSV with `print`.


# %%
def save_movies(movies: pd.DataFrame, path: Path) -> None:
    """Write the table as CSV into a folder that is made if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    movies.to_csv(path, columns=COLUMNS, index=False, encoding="utf-8", lineterminator="\n")


# %% [markdown]
# ## The program
#
# Until now the page came from a function. A scraper asks a site for it: `open_site` gives the practice site that
# `MOVIESCRAPE_SITE` names, or, where there is none, one that it starts on this very computer.


# %%
def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Day 6: save the best rated 50 movies as CSV.")
    parser.add_argument("output", nargs="?", type=Path, default=Path("output/day6.csv"), metavar="OUTPUT")
    options = parser.parse_args(command_line(arguments))
    with open_site() as site:
        movies = extract_movies(BeautifulSoup(site.get(START_PATH), "lxml"))
    save_movies(movies, options.output)
    print(f"{options.output}: {len(movies)} movies")


if __name__ == "__main__":
    main()
