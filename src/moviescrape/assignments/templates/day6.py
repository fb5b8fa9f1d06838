# %% [markdown]
# # Day 6: save the results
#
# A program: `python day6.py OUTPUT`. The checker's word on it: `moviescrape assignment check 6 day6.py`.
#
# 1. Copy `extract_movies` from day 5.
# 2. Ask the site for the page (`START_PATH`), and extract its movies.
# 3. Write them to OUTPUT as CSV: `title,rating,year,actors,runtime,url`, UTF-8, no index; 50 movies give 51 lines; missing
#    values are empty cells.

# %%
import argparse

from bs4 import BeautifulSoup

from moviescrape.assignments.helper import command_line
from moviescrape.assignments.site import open_site
from moviescrape.practice import START_PATH


# %%
def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("output", nargs="?", default="movies.csv")
    options = parser.parse_args(command_line())
    with open_site() as site:
        dom = BeautifulSoup(site.get(START_PATH), "lxml")
    raise NotImplementedError(f"tasks 1 to 3: {dom.title} into {options.output}")


# %%
if __name__ == "__main__":
    try:
        main()
    except NotImplementedError as task:
        raise SystemExit(f"Still to do: {task}") from None
