# %% [markdown]
# # Day 10: crawl the details
#
# A list says little about a movie; its own page says more. Today every `url` in the table is followed, for the actors and the
# languages.
#
# `python -m moviescrape.assignments.day10_crawl_details IN OUT`

# %%
import argparse
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd
from bs4 import BeautifulSoup

from moviescrape.assignments.day8_top_n import read_movies
from moviescrape.assignments.helper import command_line, save
from moviescrape.assignments.site import SiteClient, open_site

# %% [markdown]
# ## One page
#
# ```html
# <h4 class="inline">Stars:</h4>
# <a href="/name/nm0000390/?ref_=tt_ov_st_sm">Casilda Torrepardal</a>,
# ...
# <h4 class="inline">Language:</h4>
# <a href="/search/title/?primary_language=spanish">Spanish</a>
# ```
#
# The same people stand in the cast list further down, so look for the link that is only used above: `_ov_st_`.


# %%
def read_names(page: BeautifulSoup, selector: str) -> str | None:
    """Return the texts of all links that fit, joined by `;`; None where there are none."""
    names = [link.get_text(strip=True) for link in page.select(selector)]
    return ";".join(name.replace(";", ",") for name in names) or None


def read_details(page: BeautifulSoup) -> dict[str, str | None]:
    return {
        "actors": read_names(page, 'a[href*="_ov_st_"]'),
        "languages": read_names(page, 'a[href*="primary_language="]'),
    }


# %% [markdown]
# ## Never ask twice
#
# Hundreds of pages take a while, and something always goes wrong: the train enters a tunnel, the program has an error in the last
# line. So every page is saved as it came, and whatever has been saved is not asked for again.
#
# A page is written under another name first and renamed when it is whole. Otherwise a program that is stopped in the
# middle leaves half a page behind, and takes it for a whole one next time.
#
# The folder remembers: for movies of another site, begin with an empty one.


# %%
def fetch_page(site: SiteClient, url: str, folder: Path) -> str:
    """Return the page at a URL: from the folder if it is there, else from the site, and then saved."""
    path = folder / f"{movie_id(url)}.html"
    if not path.exists():
        unfinished = path.with_suffix(".unfinished")
        unfinished.write_text(site.get(url), encoding="utf-8")
        unfinished.replace(path)
    return path.read_text(encoding="utf-8")


def movie_id(url: str) -> str:
    """`http://movies.localhost:8000/title/tt0000338/` gives `tt0000338`."""
    return urlsplit(url).path.strip("/").split("/")[-1]


# %% [markdown]
# ## All pages


# %%
def add_details(movies: pd.DataFrame, site: SiteClient, folder: Path) -> pd.DataFrame:
    """Return the same rows in the same order, with actors and languages as each movie's own page names them."""
    folder.mkdir(parents=True, exist_ok=True)
    details = []
    for number, url in enumerate(movies["url"], start=1):
        details.append(read_details(BeautifulSoup(fetch_page(site, url, folder), "lxml")))
        if number % 50 == 0 or number == len(movies):
            print(f"{number} of {len(movies)} pages", flush=True)
    found = pd.DataFrame(details, index=movies.index, columns=["actors", "languages"])
    return movies.assign(actors=found["actors"], languages=found["languages"])


# %%
def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Day 10: add actors and languages from each movie's own page.")
    parser.add_argument("input", nargs="?", type=Path, default=Path("output/day8.csv"), metavar="IN")
    parser.add_argument("output", nargs="?", type=Path, default=Path("output/day10.csv"), metavar="OUT")
    options = parser.parse_args(command_line(arguments))
    movies = read_movies(options.input)
    with open_site() as site:
        detailed = add_details(movies, site, options.output.parent / "pages")
    save(detailed, options.output)


if __name__ == "__main__":
    main()
