# %% [markdown]
# # Day 5: runtime and URL
#
# The last two columns:
#
# ```html
# <span class="runtime">80 min</span>
# ...
# <a href="/title/tt0000338/?ref_=adv_li_tt">Spare Lamplighter</a>
# ```

# %%
import re
from collections.abc import Sequence
from urllib.parse import urljoin

import pandas as pd
from bs4 import BeautifulSoup, Tag

from moviescrape.assignments import day4_year_actors as day4
from moviescrape.assignments.day3_title_rating import MOVIE, read_text
from moviescrape.assignments.helper import try_out
from moviescrape.practice import PUBLIC_ORIGIN

# %% [markdown]
# ## The runtime
#
# Minutes, as a number; `80 min` is a text. Some movies don't say how long they are.


# %%
def read_runtime(box: Tag) -> int | None:
    digits = re.search(r"\d+", read_text(box, ".runtime") or "")
    return int(digits.group()) if digits else None


# %% [markdown]
# ## The URL
#
# The link is relative: `/title/tt0000338/` says where on *this site*, and once it stands in a table nobody knows which site
# that was. `urljoin` puts the two together. What comes after the `?` only tells the site where the visitor came from; it
# doesn't belong to the movie's address, and with it the same movie would have a different address on each list.


# %%
def read_url(box: Tag) -> str | None:
    link = box.select_one("h3.lister-item-header a")
    if link is None:
        return None
    address, _, _ = urljoin(PUBLIC_ORIGIN, str(link["href"])).partition("?")
    return address


# %% [markdown]
# ## All movies


# %%
def extract_movies(dom: BeautifulSoup) -> pd.DataFrame:
    """Title, rating, year, actors, runtime and url of every movie on a list page, in the order of the page."""
    movies = day4.extract_movies(dom)
    boxes = dom.select(MOVIE)
    movies["runtime"] = pd.array([read_runtime(box) for box in boxes], dtype="Int64")
    movies["url"] = [read_url(box) for box in boxes]
    return movies


# %%
def main(arguments: Sequence[str] | None = None) -> None:
    try_out(extract_movies, "Day 5: runtime and URL.", "output/day5.csv", arguments)


if __name__ == "__main__":
    main()
