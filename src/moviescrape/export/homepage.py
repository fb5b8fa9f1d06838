"""A small static site of a table: start, all movies, by year, decade, genre and actor, about. Nothing is loaded from elsewhere.

The pages work from a folder, without a server. The only script sorts and searches the table of all movies; without it the table
is complete. A Content-Security-Policy keeps anything else from running, whatever the table holds.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from moviescrape.export.bar_charts import SIZE, BarChart, movies_a_year, rating_spread
from moviescrape.export.movie_groups import (
    GROUP_FOLDERS,
    MAX_GROUP_MOVIES,
    GroupKind,
    ShownMovie,
    best_rated,
    group_movies,
    shown_movies,
)
from moviescrape.export.publish_folder import publish_folder
from moviescrape.movie import BY_NAME

if TYPE_CHECKING:
    import pandas as pd

MAX_TABLE_MOVIES = 5_000
"""On one page of the table of all movies: 2 MB, which a browser sorts at once."""
MAX_NAMES = 8
"""Beside a movie."""
MAX_BEST = 10
"""On the start page."""

_GENERATOR = b'<meta name="generator" content="moviescrape homepage">'


class Picture(NamedTuple):
    """A chart on the start page: its file, what it shows for those who don't see it, and what is written below it."""

    file: str
    alt: str
    caption: str


RATINGS = Picture(
    "ratings.svg", "Bars: how many movies have which rating, on a scale from 0 to 10", "How many movies have which rating"
)
YEARS = Picture(
    "years.svg",
    "Bars: how many movies each year has",
    "How many movies each year has; a year that is not over is drawn open",
)


def build_site(frame: "pd.DataFrame", title: str = "Movies", *, this_year: int | None = None) -> dict[str, bytes]:
    """Return the site's files: name, with / between its folders -> content.

    `frame` is a typed table; it needs no column but `title`. `this_year` is the year that is not over, today's if not said.
    """
    movies = shown_movies(frame)
    kinds = group_movies(movies)
    fill = partial(
        _render,
        site=title,
        root="",
        total=len(movies),
        most_names=MAX_NAMES,
        kinds=kinds,
        pages={kind.folder: {group.name: group.page for group in kind.groups} for kind in kinds},
    )
    best, least = best_rated(movies, MAX_BEST)
    site = {
        "index.html": fill("index.html", page="index.html", best=best, least=least, size=SIZE, pictures=(RATINGS, YEARS)),
        "about.html": fill("about.html", page="about.html", columns=_columns(frame), most=MAX_GROUP_MOVIES),
        RATINGS.file: _draw(rating_spread(movies), RATINGS, "no movie has a rating"),
        YEARS.file: _draw(movies_a_year(movies, this_year or datetime.now(UTC).year), YEARS, "no movie has a year"),
        **{name: (files("moviescrape.export") / "templates" / name).read_bytes() for name in ("style.css", "table.js")},
    }
    parts = list(_table_pages(movies))
    site |= {name: fill("all.html", page=name, movies=shown, first=first, parts=parts) for name, first, shown in parts}
    return site | dict(_group_pages(fill, kinds))


def write_site(site: Mapping[str, bytes], folder: Path) -> None:
    """Put the site into `folder`. What else is there stays, except pages of ours that the new site no longer has."""
    publish_folder(site, folder)
    for pattern in ("movies-*.html", *(f"{kind}.html" for kind in GROUP_FOLDERS), *(f"{kind}/*.html" for kind in GROUP_FOLDERS)):
        for page in folder.glob(pattern):
            if page.relative_to(folder).as_posix() not in site and _GENERATOR in page.read_bytes():
                page.unlink()


def _table_pages(movies: Sequence[ShownMovie]) -> Iterator[tuple[str, int, Sequence[ShownMovie]]]:
    """Yield the pages of the table of all movies: name, number of the first movie, movies. There is always one."""
    for number, start in enumerate(range(0, max(len(movies), 1), MAX_TABLE_MOVIES), start=1):
        name = "movies.html" if number == 1 else f"movies-{number}.html"
        yield name, start + 1, movies[start : start + MAX_TABLE_MOVIES]


def _group_pages(fill: "partial[bytes]", kinds: Sequence[GroupKind]) -> Iterator[tuple[str, bytes]]:
    """Yield the page of each way to group the movies, and those of its groups, a folder below."""
    for kind in kinds:
        yield kind.page, fill("groups.html", page=kind.page, kind=kind)
        for group in kind.groups:
            yield group.page, fill("group.html", page=group.page, root="../", kind=kind, group=group, most=MAX_GROUP_MOVIES)


def _draw(chart: BarChart, picture: Picture, missing: str) -> bytes:
    return _render("bars.svg", chart=chart, size=SIZE, label=picture.alt, missing=missing)


def _columns(frame: "pd.DataFrame") -> list[tuple[str, str, int]]:
    """Each column's name, what it means, and in how many rows it holds a value."""
    meanings = {name: BY_NAME[name].meaning if name in BY_NAME else "" for name in map(str, frame)}
    return [(name, meaning, int(frame[name].notna().sum())) for name, meaning in meanings.items()]


_ENVIRONMENT = Environment(
    loader=PackageLoader("moviescrape.export"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


def _render(template: str, **context: object) -> bytes:
    return _ENVIRONMENT.get_template(template).render(context).encode()
