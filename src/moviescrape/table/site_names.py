"""What to call tables that are merged: each by the site that its movies are from."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from moviescrape.table.movie_keys import site_of


def name_tables(tables: Sequence[tuple[str, pd.DataFrame]]) -> dict[str, pd.DataFrame]:
    """Return each table under the name of its site, where all its URLs are of one, else, or where two are, under that given.

    Where these are equal too, they get a number.

    >>> films = pd.DataFrame({"url": ["https://www.films.example/1", "https://films.example/2"]})
    >>> list(name_tables([("a", films), ("b", pd.DataFrame()), ("b", pd.DataFrame())]))
    ['films', 'b', 'b_2']
    """
    sites = [_site(frame) for _, frame in tables]
    names = [site if site and sites.count(site) == 1 else given for site, (given, _) in zip(sites, tables, strict=True)]
    seen: Counter[str] = Counter()
    named: dict[str, pd.DataFrame] = {}
    for name, (_, frame) in zip(names, tables, strict=True):
        seen[name] += 1
        named[name if seen[name] == 1 else f"{name}_{seen[name]}"] = frame
    return named


def _site(frame: pd.DataFrame) -> str | None:
    """Return the site that all URLs of a table are of; None where there is none, or several."""
    sites = {site_of(url) for url in frame["url"].dropna()} if "url" in frame else set()
    return sites.pop() or None if len(sites) == 1 else None
