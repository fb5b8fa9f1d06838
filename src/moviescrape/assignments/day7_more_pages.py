# %% [markdown]
# # Day 7: more pages
#
# One page was 50 movies. Today it is one page for each year: the best rated 50 of 1930, of 1931, and so on to 2020.
#
# `python -m moviescrape.assignments.day7_more_pages -s 1930 -e 2020 OUTPUT`

# %%
import argparse
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
from bs4 import BeautifulSoup

from moviescrape.assignments.day5_runtime_url import extract_movies
from moviescrape.assignments.day6_save_csv import COLUMNS, save_movies
from moviescrape.assignments.helper import command_line
from moviescrape.assignments.site import SiteClient, open_site

# %% [markdown]
# ## The address of a year
#
# Search the site by hand and watch the address bar: everything you asked for stands behind the `?`. So the address of any
# year can be written down without clicking. `num_votes=5000,` asks for movies with at least 5000 votes.


# %%
def year_path(year: int) -> str:
    return f"/search/title/?release_date={year}-01-01,{year}-12-31&num_votes=5000,&sort=user_rating,desc"


# %% [markdown]
# ## Year by year
#
# Say where you are: a program that is silent for minutes looks like one that hangs. And ask for one page after the other. Twenty
# at once would be faster, and rude: it is somebody else's computer.
#
# Tables are put together once, at the end; adding to a table row by row copies it every time.


# %%
def extract_years(site: SiteClient, first: int, last: int) -> pd.DataFrame:
    """Return the 50 best rated movies of each year from `first` to `last`, both included, years going up."""
    tables = []
    for year in range(first, last + 1):
        print(f"{year} ...", flush=True)
        dom = BeautifulSoup(site.get(year_path(year)), "lxml")
        tables.append(extract_movies(dom))
    return put_together(tables)


def put_together(tables: list[pd.DataFrame]) -> pd.DataFrame:
    """One table of several; a year may have no movies, and so may all of them."""
    filled = [table for table in tables if len(table)]
    return pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=COLUMNS)


# %% [markdown]
# ## The program
#
# For real sites there is `moviescrape run`, which asks their robots.txt first, pauses between pages, and keeps what it has
# fetched.


# %%
def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Day 7: save the best rated 50 movies of each year as CSV.")
    parser.add_argument("-s", "--start", type=int, default=1930, metavar="YEAR", help="the first year (default: 1930)")
    parser.add_argument("-e", "--end", type=int, default=2020, metavar="YEAR", help="the last year (default: 2020)")
    parser.add_argument("output", nargs="?", type=Path, default=Path("output/day7.csv"), metavar="OUTPUT")
    options = parser.parse_args(command_line(arguments))
    if options.end < options.start:
        parser.error("the last year comes before the first")
    with open_site() as site:
        movies = extract_years(site, options.start, options.end)
    save_movies(movies, options.output)
    print(f"{options.output}: {len(movies)} movies")


if __name__ == "__main__":
    main()
