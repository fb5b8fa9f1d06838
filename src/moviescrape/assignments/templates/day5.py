# %% [markdown]
# # Day 5: runtime and URL
#
# `pages/list.html` is a list page of the practice site; look at it in a browser, and at what it is made of in the browser's
# inspector. Your own check: run this file. The checker's: `moviescrape assignment check 5 day5.py`, on pages that you haven't
# seen, some of which lack what this one has.

# %%
from pathlib import Path

import pandas as pd
from bs4 import BeautifulSoup

# %% [markdown]
# ## The tasks
#
# 1. Copy what you wrote yesterday: title, rating, year and actors.
# 2. A column `runtime`: minutes, as a number. A movie that does not say how long it is gets a missing cell (`None`).
# 3. A column `url`: the address of the movie's own page, absolute, on the site `http://movies.localhost:8000`, without what
#    follows the `?`.


# %%
def extract_movies(dom: BeautifulSoup) -> pd.DataFrame:
    raise NotImplementedError("extract_movies, by the tasks above")


# %%
if __name__ == "__main__":
    page = Path("pages/list.html").read_text(encoding="utf-8")
    try:
        print(extract_movies(BeautifulSoup(page, "lxml")))
    except NotImplementedError as task:
        print(f"Still to do: {task}")
