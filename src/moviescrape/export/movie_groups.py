"""The movies of a table as a homepage shows them: best first, in groups by year and by actor."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from moviescrape.export.batches import rows_of
from moviescrape.movie import split_names

if TYPE_CHECKING:
    import pandas as pd

MAX_GROUP_MOVIES = 100
"""Shown on a group's page; the page says how many more there are, and the list of all movies has them."""
MAX_ACTORS = 100
"""With a page of their own."""


class ShownMovie(NamedTuple):
    """A movie as the pages show it; `url` leads to the web or is None."""

    title: str
    rating: float | None = None
    year: int | None = None
    actors: tuple[str, ...] = ()
    runtime: int | None = None
    url: str | None = None


class MovieGroup(NamedTuple):
    """A page of movies that have something in common: best first, at most `MAX_GROUP_MOVIES` of `total`."""

    name: str
    page: str
    movies: list[ShownMovie]
    total: int


def shown_movies(frame: "pd.DataFrame") -> list[ShownMovie]:
    """Return the movies of a typed table, the best rated first; equal ones keep their order."""
    return sorted(_read_movies(frame), key=lambda movie: (movie.rating is None, -(movie.rating or 0)))


def group_by_year(movies: Iterable[ShownMovie]) -> list[MovieGroup]:
    """Return a group a year, years going up; movies without a year are in none."""
    dated = sorted((movie for movie in movies if movie.year is not None), key=lambda movie: movie.year or 0)
    by_year = ((year, list(of_year)) for year, of_year in groupby(dated, key=lambda movie: movie.year))
    return [_group(str(year), f"year-{year}.html", of_year) for year, of_year in by_year]


def group_by_actor(movies: Iterable[ShownMovie]) -> list[MovieGroup]:
    """Return a group for each of the actors with the most movies, most first, equals by name."""
    by_actor: dict[str, list[ShownMovie]] = {}
    for movie in movies:
        for name in dict.fromkeys(movie.actors):
            by_actor.setdefault(name, []).append(movie)
    most = sorted(by_actor, key=lambda name: (-len(by_actor[name]), name))[:MAX_ACTORS]
    return [_group(name, page_name("actor", place, name), by_actor[name]) for place, name in enumerate(most, start=1)]


def page_name(kind: str, place: int, name: str) -> str:
    """Return a file name that is safe on every system and differs for each `place`, whatever the name.

    >>> page_name("actor", 1, "Penélope Cruz"), page_name("actor", 2, "../../柊瑠美")
    ('actor-1-penelope-cruz.html', 'actor-2.html')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub("[^a-z0-9]+", "-", plain)[:40].strip("-")
    return f"{kind}-{place}-{slug}.html" if slug else f"{kind}-{place}.html"


def link_of(url: str | None) -> str | None:
    """Return the URL where it is one that a link may lead to: http or https, and not `javascript:`.

    >>> link_of("https://example.org/"), link_of("javascript:alert(1)")
    ('https://example.org/', None)
    """
    return url if url and re.match("https?://[^/]", url, re.IGNORECASE) else None


def _read_movies(frame: "pd.DataFrame") -> Iterator[ShownMovie]:
    names = [name for name in ShownMovie._fields if name in frame]
    for row in rows_of(frame[names]):
        values: dict[str, Any] = dict(zip(names, row, strict=True))
        yield ShownMovie(**values | {"actors": split_names(values.get("actors")), "url": link_of(values.get("url"))})


def _group(name: str, page: str, movies: list[ShownMovie]) -> MovieGroup:
    return MovieGroup(name, page, movies[:MAX_GROUP_MOVIES], len(movies))
