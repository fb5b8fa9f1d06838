# %% [markdown]
# # Day 7: more pages
#
# A program: `python day7.py -s 1930 -e 2020 OUTPUT`. The checker's word on it: `moviescrape assignment check 7 day7.py`.
#
# 1. Copy `extract_movies` from day 5.
# 2. For each year from the first (`-s`) to the last (`-e`), both included, ask the site for its 50 best movies; the path is
#    `/search/title/?release_date=1930-01-01,1930-12-31&num_votes=5000,&sort=user_rating,desc`, with that year.
# 3. Print which year you are at.
# 4. Write all movies to OUTPUT, years going up. A year with fewer movies, or with none, must not stop the program.

# %%
import argparse

from bs4 import BeautifulSoup

from moviescrape.assignments.helper import command_line
from moviescrape.assignments.site import open_site


# %%
def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("-s", "--start", type=int, default=1930)
    parser.add_argument("-e", "--end", type=int, default=2020)
    parser.add_argument("output", nargs="?", default="movies.csv")
    options = parser.parse_args(command_line())
    with open_site() as site:
        dom = BeautifulSoup(site.get("/"), "lxml")
    raise NotImplementedError(f"tasks 1 to 4: {dom.title} into {options.output}")


# %%
if __name__ == "__main__":
    try:
        main()
    except NotImplementedError as task:
        raise SystemExit(f"Still to do: {task}") from None
