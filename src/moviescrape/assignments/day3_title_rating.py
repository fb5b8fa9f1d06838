# %% [markdown]
# # Day 3: title and rating
#
# Today a page becomes a table. The page is a list of the best rated 50 movies of the practice site; open it in a
# browser (`moviescrape serve`), click a title with the right mouse button and choose *Inspect*. What you find looks like this:
#
# ```html
# <div class="lister-item mode-advanced">
#   ...
#   <h3 class="lister-item-header">
#     <span class="lister-item-index">1.</span>
#     <a href="/title/tt0000338/?ref_=adv_li_tt">Spare Lamplighter</a>
#     ...
#   <div class="ratings-bar">
#     <div class="ratings-imdb-rating" data-value="8.2"> <strong>8.2</strong> </div>
# ```
#
# Each movie has a box of its own, `div.lister-item`. So: find the boxes, then look for title and rating *inside* each box.

# %%
from collections.abc import Sequence

import pandas as pd
from bs4 import BeautifulSoup, Tag

from moviescrape.assignments.helper import try_out

MOVIE = "div.lister-item"

# %% [markdown]
# ## One movie
#
# `select_one` takes a CSS selector and gives the first element that fits, or `None`. The title is the text of the link in
# the header; the rank (`1.`) stands beside the link, not in it.


# %%
def read_text(box: Tag, selector: str) -> str | None:
    """Return the text of the first element in the box that fits; None where there is none."""
    found = box.select_one(selector)
    return found.get_text(strip=True) if found else None


def read_title(box: Tag) -> str | None:
    return read_text(box, "h3.lister-item-header a")


# %% [markdown]
# Some movies have no rating yet. Asking `None` for anything would end the program with an error at the first of them, so look
# before you read. The rating stands there twice: as a text for people, which visitors from some countries get as `8,2`, and in
# the attribute `data-value` for programs. And it must become a number: with the text `"8.2"` nothing can be counted.


# %%
def read_rating(box: Tag) -> float | None:
    found = box.select_one(".ratings-imdb-rating")
    return float(str(found["data-value"])) if found else None


# %% [markdown]
# ## All movies
#
# Why box by box, and not all titles first and then all ratings? Because one movie without a rating would then move every
# later rating one row up, and nobody would notice.


# %%
def extract_movies(dom: BeautifulSoup) -> pd.DataFrame:
    """Title and rating of every movie on a list page, in the order of the page."""
    boxes = dom.select(MOVIE)
    return pd.DataFrame(
        {
            "title": [read_title(box) for box in boxes],
            "rating": pd.array([read_rating(box) for box in boxes], dtype="Float64"),
        }
    )


# %% [markdown]
# `dtype="Float64"` with a capital F is pandas' number that may be missing (`<NA>`).


# %%
def main(arguments: Sequence[str] | None = None) -> None:
    try_out(extract_movies, "Day 3: title and rating.", "output/day3.csv", arguments)


if __name__ == "__main__":
    main()
