# %% [markdown]
# # Day 3: title and rating
#
# `pages/list.html` is a list page of the practice site; look at it in a browser, and at what it is made of in the browser's
# inspector. Your own check: run this file. The checker's: `moviescrape assignment check 3 day3.py`, on pages that you haven't
# seen, some of which lack what this one has.

# %%
from pathlib import Path

import pandas as pd
from bs4 import BeautifulSoup

# %% [markdown]
# ## The tasks
#
# 1. A row for each movie on the page, in the order of the page.
# 2. A column `title`: the title alone, without its rank.
# 3. A column `rating`: a number. A movie without a rating gets a missing cell (`None`), not 0 and not a text.


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
