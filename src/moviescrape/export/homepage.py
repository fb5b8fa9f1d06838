"""A small static site of a table: start, by year, by actor, about. No script, nothing loaded from elsewhere."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import partial
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from moviescrape.export.batches import rows_of
from moviescrape.export.publish_folder import publish_folder
from moviescrape.movie import BY_NAME, split_names

if TYPE_CHECKING:
    import pandas as pd

MAX_MOVIES = 25
"""On one page; the page says how many more there are."""
MAX_ACTORS = 100
"""With a page of their own."""
MAX_NAMES = 8
"""Beside a movie. With these limits a site of a century stays below 5 MB, whatever the table."""

SIZE: Mapping[str, int] = {"width": 800, "height": 260, "left": 40, "right": 780, "top": 20, "bottom": 230}
"""Of the picture: the bars stand between `left` and `right`, from `bottom` (0) up to `top` (10)."""

_YEARS = "The movies of each year, best first."
_ACTORS = "The actors with the most movies, most first."
_GENERATOR = b'<meta name="generator" content="moviescrape homepage">'


class Entry(NamedTuple):
    """A movie as the pages show it."""

    title: str
    rating: float | None = None
    year: int | None = None
    actors: tuple[str, ...] = ()
    runtime: int | None = None
    url: str | None = None


class Shelf(NamedTuple):
    """A page of movies that have something in common: best first, at most `MAX_MOVIES` of `total`."""

    name: str
    page: str
    movies: list[Entry]
    total: int


class Bar(NamedTuple):
    """A year in the picture: from `x`, `y` down to the axis."""

    year: int
    mean: float
    x: float
    y: float
    width: float
    height: float


def build_site(frame: "pd.DataFrame", title: str = "Movies") -> dict[str, bytes]:
    """Return the site's files, all in one folder: name -> content. `frame` is a typed table; it needs no column but `title`."""
    entries = sorted(_entries(frame), key=_best_first)
    years, actors = year_shelves(entries), actor_shelves(entries)
    fill = partial(
        _render,
        site=title,
        total=len(entries),
        most=MAX_MOVIES,
        most_names=MAX_NAMES,
        year_pages={shelf.name: shelf.page for shelf in years},
        actor_pages={shelf.name: shelf.page for shelf in actors},
    )
    site = {
        "index.html": fill("index.html", page="index.html", movies=entries[:10], years=years, actors=actors, chart=SIZE),
        "years.html": fill("shelves.html", page="years.html", shelves=years, heading="By year", lead=_YEARS),
        "actors.html": fill("shelves.html", page="actors.html", shelves=actors, heading="By actor", lead=_ACTORS),
        "about.html": fill("about.html", page="about.html", columns=_columns(frame)),
        "ratings.svg": _render("ratings.svg", bars=bars_of(entries), size=SIZE, marks=_marks()),
        "style.css": (files("moviescrape.export") / "templates" / "style.css").read_bytes(),
    }
    for parent, shelves in (("years.html", years), ("actors.html", actors)):
        site |= {shelf.page: fill("shelf.html", page=shelf.page, parent=parent, shelf=shelf) for shelf in shelves}
    return site


def write_site(site: Mapping[str, bytes], folder: Path) -> None:
    """Put the site into `folder`. What else is there stays, except pages of ours that the new site no longer has."""
    publish_folder(site, folder)
    for page in [*folder.glob("year-*.html"), *folder.glob("actor-*.html")]:
        if page.name not in site and _GENERATOR in page.read_bytes():
            page.unlink()


def year_shelves(entries: Iterable[Entry]) -> list[Shelf]:
    """Return a shelf a year, years going up; movies without a year are on none."""
    dated = sorted((entry for entry in entries if entry.year is not None), key=lambda entry: entry.year or 0)
    by_year = ((year, list(movies)) for year, movies in groupby(dated, key=lambda entry: entry.year))
    return [_shelf(str(year), f"year-{year}.html", movies) for year, movies in by_year]


def actor_shelves(entries: Iterable[Entry]) -> list[Shelf]:
    """Return a shelf for each of the actors with the most movies, most first, equals by name."""
    by_actor: dict[str, list[Entry]] = {}
    for entry in entries:
        for name in dict.fromkeys(entry.actors):
            by_actor.setdefault(name, []).append(entry)
    most = sorted(by_actor, key=lambda name: (-len(by_actor[name]), name))[:MAX_ACTORS]
    return [_shelf(name, page_name("actor", place, name), by_actor[name]) for place, name in enumerate(most, start=1)]


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


def bars_of(entries: Iterable[Entry]) -> list[Bar]:
    """Return the mean rating of each year's movies on the scale of 0 to 10, from the first year to the last."""
    ratings: dict[int, list[float]] = {}
    for entry in entries:
        if entry.year is not None and entry.rating is not None:
            ratings.setdefault(entry.year, []).append(entry.rating)
    if not ratings:
        return []
    first = min(ratings)
    step = (SIZE["right"] - SIZE["left"]) / (max(ratings) - first + 1)
    return [
        _bar(year, sum(given) / len(given), SIZE["left"] + (year - first) * step, step) for year, given in sorted(ratings.items())
    ]


def _bar(year: int, mean: float, x: float, step: float) -> Bar:
    width = min(0.8 * step, 40)
    top = _height_of(mean)
    return Bar(year, mean, round(x + (step - width) / 2, 2), round(top, 2), round(width, 2), round(SIZE["bottom"] - top, 2))


def _marks() -> list[tuple[int, float]]:
    return [(rating, _height_of(rating)) for rating in range(0, 11, 2)]


def _height_of(rating: float) -> float:
    share = min(max(rating, 0), 10) / 10
    return SIZE["bottom"] - share * (SIZE["bottom"] - SIZE["top"])


def _entries(frame: "pd.DataFrame") -> Iterable[Entry]:
    names = [name for name in Entry._fields if name in frame]
    for row in rows_of(frame[names]):
        values: dict[str, Any] = dict(zip(names, row, strict=True))
        yield Entry(**values | {"actors": split_names(values.get("actors")), "url": link_of(values.get("url"))})


def _best_first(entry: Entry) -> tuple[bool, float]:
    return entry.rating is None, -(entry.rating or 0)


def _shelf(name: str, page: str, movies: list[Entry]) -> Shelf:
    return Shelf(name, page, movies[:MAX_MOVIES], len(movies))


def _columns(frame: "pd.DataFrame") -> list[tuple[str, str, int]]:
    """Each column's name, what it means, and in how many rows it holds a value."""
    meanings = {name: BY_NAME[name].meaning if name in BY_NAME else "" for name in map(str, frame)}
    return [(name, meaning, int(frame[name].notna().sum())) for name, meaning in meanings.items()]


_ENVIRONMENT = Environment(
    loader=PackageLoader("moviescrape.export"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


def _render(template: str, **context: object) -> bytes:
    return _ENVIRONMENT.get_template(template).render(context).encode()
