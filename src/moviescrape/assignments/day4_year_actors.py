# %% [markdown]
# # Day 4: year and actors
#
# Two more columns. Neither is as tidy as a title:
#
# ```html
# <span class="lister-item-year">(I) (2016)</span>
# ...
# <p class="">
#   Director:
#   <a href="/name/nm0000543/?ref_=adv_li_dr_0">Beatrix Thimblebeck</a>
#   <span class="ghost">|</span>
#   Stars:
#   <a href="/name/nm0000390/?ref_=adv_li_st_0">Casilda Torrepardal</a>,
#   <a href="/name/nm0000113/?ref_=adv_li_st_1">Íñigo Riohueso</a>
# </p>
# ```

# %%
import re
from collections.abc import Sequence

import pandas as pd
from bs4 import BeautifulSoup, Tag

from moviescrape.assignments import day3_title_rating as day3
from moviescrape.assignments.day3_title_rating import MOVIE, read_text
from moviescrape.assignments.helper import try_out

# %% [markdown]
# ## The year
#
# `(I)` tells two movies of the same name and year apart; some years are `(2019-2021)` or `(2024- )`. In all of them, the
# first four digits in a row are the year. A regular expression says just that: `\d{4}`.


# %%
def read_year(box: Tag) -> int | None:
    digits = re.search(r"\d{4}", read_text(box, ".lister-item-year") or "")
    return int(digits.group()) if digits else None


# %% [markdown]
# ## The actors
#
# Directors and actors are links in the same paragraph, and some movies have one director, some two, some no actor at all. Taking
# all links but the first is right often, and wrong without a word when it isn't. Look closely at the addresses: the site
# writes `_dr_` into a director's link and `_st_` into a star's. `[href*="_st_"]` reads: whose href contains `_st_`.
#
# The names are joined by `;`, because some names have a comma in them. Should one have a `;`, write a comma there, or
# splitting the cell again would cut the name in two.


# %%
def read_actors(box: Tag) -> str | None:
    names = [link.get_text(strip=True) for link in box.select('a[href*="_li_st_"]')]
    return ";".join(name.replace(";", ",") for name in names) or None


# %% [markdown]
# (`"" or None` is `None`: a movie without actors has a missing cell, not an empty text.)
#
# ## All movies
#
# Yesterday's table, with two columns more. `Int64`, again with a capital, is a whole number that may be missing; with the
# ordinary one, a single missing year would turn all the others into `2016.0`.


# %%
def extract_movies(dom: BeautifulSoup) -> pd.DataFrame:
    """Title, rating, year and actors of every movie on a list page, in the order of the page."""
    movies = day3.extract_movies(dom)
    boxes = dom.select(MOVIE)
    movies["year"] = pd.array([read_year(box) for box in boxes], dtype="Int64")
    movies["actors"] = [read_actors(box) for box in boxes]
    return movies


# %%
def main(arguments: Sequence[str] | None = None) -> None:
    try_out(extract_movies, "Day 4: year and actors.", "output/day4.csv", arguments)


if __name__ == "__main__":
    main()
