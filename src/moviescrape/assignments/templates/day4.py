# %% [markdown]
# # Day 4: year and actors
#
# `pages/list.html` is a list page of the practice site; look at it in a browser, and at what it is made of in the browser's
# inspector. Your own check: run this file. The checker's: `moviescrape assignment check 4 day4.py`, on pages that you haven't
# seen, some of which lack what this one has.

# %%
from pathlib import Path

import pandas as pd
from bs4 import BeautifulSoup

# %% [markdown]
# ## The tasks
#
# 1. Copy what you wrote yesterday: title and rating.
# 2. A column `year`: only the year, as a number; `(I) (2016)` is 2016.
# 3. A column `actors`: the stars in the order of the page, joined by `;`, without the directors. A movie without actors gets a
#    missing cell (`None`).


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
