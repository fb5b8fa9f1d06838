"""The movies of a table as a homepage shows them: best first, in groups by year, decade, genre and actor."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import median_low
from typing import TYPE_CHECKING, Any, NamedTuple

from moviescrape.export.batches import rows_of
from moviescrape.movie import split_names

if TYPE_CHECKING:
    import pandas as pd

MAX_GROUP_MOVIES = 250
"""Shown on a group's page; the page says how many more there are, and the list of all movies has them."""
GROUP_FOLDERS = ("years", "decades", "genres", "actors")
MAX_NAMED = 100
"""Actors, and genres, with a page of their own."""


class ShownMovie(NamedTuple):
    """A movie as the pages show it; `url` leads to the web or is None."""

    title: str
    rating: float | None = None
    year: int | None = None
    actors: tuple[str, ...] = ()
    runtime: int | None = None
    url: str | None = None
    genres: tuple[str, ...] = ()
    votes: int | None = None


class MovieGroup(NamedTuple):
    """A page of movies that have something in common: best first, at most `MAX_GROUP_MOVIES` of `total`."""

    name: str
    page: str
    movies: list[ShownMovie]
    total: int


class GroupKind(NamedTuple):
    """A way to group movies: the page that names its groups, what it is called, and the groups, each with a page in `folder`."""

    folder: str
    heading: str
    lead: str
    groups: list[MovieGroup]

    @property
    def page(self) -> str:
        """Return the page that names the groups."""
        return f"{self.folder}.html"


def shown_movies(frame: "pd.DataFrame") -> list[ShownMovie]:
    """Return the movies of a typed table, the best rated first; equal ones keep their order."""
    return sorted(_read_movies(frame), key=lambda movie: (movie.rating is None, -(movie.rating or 0)))


def best_rated(movies: Sequence[ShownMovie], most: int) -> tuple[list[ShownMovie], int]:
    """Return the `most` best rated of movies that are in this order, and the least votes asked for: 0 where votes are not known.

    A movie that few have rated is not called the best: half of the movies have at least the least. Where votes are known of less
    than half of the rated movies, they are not asked for.
    """
    rated = [movie for movie in movies if movie.rating is not None]
    votes = [movie.votes for movie in rated if movie.votes is not None]
    least = median_low(votes) if votes and len(votes) * 2 >= len(rated) else 0
    return [movie for movie in movies if (movie.votes or 0) >= least][:most], least


def group_movies(movies: Sequence[ShownMovie]) -> list[GroupKind]:
    """Return the ways to group these movies: by year and decade, by genre where the table has genres, by actor."""
    kinds = [
        GroupKind("years", "By year", "The movies of each year, best first.", _in_order("years", movies, _years_of)),
        GroupKind("decades", "By decade", "The movies of each decade, best first.", _in_order("decades", movies, _decades_of)),
        GroupKind("genres", "By genre", "The genres with the most movies, most first.", _by_size("genres", movies, _genres_of)),
        GroupKind("actors", "By actor", "The actors with the most movies, most first.", _by_size("actors", movies, _actors_of)),
    ]
    return [kind for kind in kinds if kind.groups or kind.folder != "genres"]


def decade_of(year: int) -> str:
    """Return what a year's decade is called.

    >>> decade_of(1994)
    '1990s'
    """
    return f"{year // 10 * 10}s"


def _years_of(movie: ShownMovie) -> Iterable[str]:
    return () if movie.year is None else (str(movie.year),)


def _decades_of(movie: ShownMovie) -> Iterable[str]:
    return () if movie.year is None else (decade_of(movie.year),)


def _genres_of(movie: ShownMovie) -> Iterable[str]:
    return dict.fromkeys(movie.genres)


def _actors_of(movie: ShownMovie) -> Iterable[str]:
    return dict.fromkeys(movie.actors)


def _collect(movies: Iterable[ShownMovie], names_of: Callable[[ShownMovie], Iterable[str]]) -> dict[str, list[ShownMovie]]:
    groups: dict[str, list[ShownMovie]] = {}
    for movie in movies:
        for name in names_of(movie):
            groups.setdefault(name, []).append(movie)
    return groups


def _in_order(folder: str, movies: Iterable[ShownMovie], names_of: Callable[[ShownMovie], Iterable[str]]) -> list[MovieGroup]:
    """Return a group a name, names going up."""
    groups = _collect(movies, names_of)
    return [_group(name, f"{folder}/{name}.html", groups[name]) for name in sorted(groups)]


def _by_size(folder: str, movies: Iterable[ShownMovie], names_of: Callable[[ShownMovie], Iterable[str]]) -> list[MovieGroup]:
    """Return a group for each of the names with the most movies, most first, equals by name."""
    groups = _collect(movies, names_of)
    most = sorted(groups, key=lambda name: (-len(groups[name]), name))[:MAX_NAMED]
    return [_group(name, page_name(folder, place, name), groups[name]) for place, name in enumerate(most, start=1)]


def page_name(folder: str, place: int, name: str) -> str:
    """Return a file name that is safe on every system and differs for each `place`, whatever the name.

    >>> page_name("actors", 1, "Penélope Cruz"), page_name("actors", 2, "../../柊瑠美")
    ('actors/1-penelope-cruz.html', 'actors/2.html')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub("[^a-z0-9]+", "-", plain)[:40].strip("-")
    return f"{folder}/{place}-{slug}.html" if slug else f"{folder}/{place}.html"


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
        names_in = {name: split_names(values.get(name)) for name in ("actors", "genres")}
        yield ShownMovie(**values | names_in | {"url": link_of(values.get("url"))})


def _group(name: str, page: str, movies: list[ShownMovie]) -> MovieGroup:
    return MovieGroup(name, page, movies[:MAX_GROUP_MOVIES], len(movies))
