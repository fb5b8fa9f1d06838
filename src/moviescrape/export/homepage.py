"""A small static site of a table: start, all movies, by year, by actor, about. Nothing is loaded from elsewhere.

The pages work from a folder, without a server. The only script sorts and searches the table of all movies; without it the table
is complete. A Content-Security-Policy keeps anything else from running, whatever the table holds.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from moviescrape.export.movie_groups import MAX_GROUP_MOVIES, MovieGroup, ShownMovie, group_by_actor, group_by_year, shown_movies
from moviescrape.export.publish_folder import publish_folder
from moviescrape.export.rating_chart import SIZE, bars_of, marks
from moviescrape.movie import BY_NAME

if TYPE_CHECKING:
    import pandas as pd

MAX_TABLE_MOVIES = 5_000
"""On one page of the table of all movies: 2 MB, which a browser sorts at once."""
MAX_NAMES = 8
"""Beside a movie."""

_YEARS = "The movies of each year, best first."
_ACTORS = "The actors with the most movies, most first."
_GENERATOR = b'<meta name="generator" content="moviescrape homepage">'


def build_site(frame: "pd.DataFrame", title: str = "Movies") -> dict[str, bytes]:
    """Return the site's files, all in one folder: name -> content. `frame` is a typed table; it needs no column but `title`."""
    movies = shown_movies(frame)
    years, actors = group_by_year(movies), group_by_actor(movies)
    fill = partial(
        _render,
        site=title,
        total=len(movies),
        most_names=MAX_NAMES,
        year_pages={group.name: group.page for group in years},
        actor_pages={group.name: group.page for group in actors},
    )
    site = {
        "index.html": fill("index.html", page="index.html", movies=movies[:10], years=years, actors=actors, chart=SIZE),
        "years.html": fill("groups.html", page="years.html", groups=years, heading="By year", lead=_YEARS),
        "actors.html": fill("groups.html", page="actors.html", groups=actors, heading="By actor", lead=_ACTORS),
        "about.html": fill("about.html", page="about.html", columns=_columns(frame), most=MAX_GROUP_MOVIES),
        "ratings.svg": _render("ratings.svg", bars=bars_of(movies), size=SIZE, marks=marks()),
        **{name: (files("moviescrape.export") / "templates" / name).read_bytes() for name in ("style.css", "table.js")},
    }
    pages = list(_table_pages(movies))
    site |= {name: fill("all.html", page=name, movies=shown, first=first, pages=pages) for name, first, shown in pages}
    return site | _group_pages(fill, years, actors)


def write_site(site: Mapping[str, bytes], folder: Path) -> None:
    """Put the site into `folder`. What else is there stays, except pages of ours that the new site no longer has."""
    publish_folder(site, folder)
    for pattern in ("year-*.html", "actor-*.html", "movies-*.html"):
        for page in folder.glob(pattern):
            if page.name not in site and _GENERATOR in page.read_bytes():
                page.unlink()


def _table_pages(movies: Sequence[ShownMovie]) -> Iterator[tuple[str, int, Sequence[ShownMovie]]]:
    """Yield the pages of the table of all movies: name, number of the first movie, movies. There is always one."""
    for number, start in enumerate(range(0, max(len(movies), 1), MAX_TABLE_MOVIES), start=1):
        name = "movies.html" if number == 1 else f"movies-{number}.html"
        yield name, start + 1, movies[start : start + MAX_TABLE_MOVIES]


def _group_pages(fill: "partial[bytes]", years: list[MovieGroup], actors: list[MovieGroup]) -> dict[str, bytes]:
    parents = [(group, "years.html") for group in years] + [(group, "actors.html") for group in actors]
    return {
        group.page: fill("group.html", page=group.page, parent=parent, group=group, most=MAX_GROUP_MOVIES)
        for group, parent in parents
    }


def _columns(frame: "pd.DataFrame") -> list[tuple[str, str, int]]:
    """Each column's name, what it means, and in how many rows it holds a value."""
    meanings = {name: BY_NAME[name].meaning if name in BY_NAME else "" for name in map(str, frame)}
    return [(name, meaning, int(frame[name].notna().sum())) for name, meaning in meanings.items()]


_ENVIRONMENT = Environment(
    loader=PackageLoader("moviescrape.export"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


def _render(template: str, **context: object) -> bytes:
    return _ENVIRONMENT.get_template(template).render(context).encode()
