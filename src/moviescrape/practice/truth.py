"""The truth: what a page of each layout shows of a movie, as the Movie record that reading the page should give."""

from collections.abc import Sequence
from typing import Literal, get_args

from moviescrape.movie import FIELDS, Movie
from moviescrape.practice.film import Film, Person
from moviescrape.practice.vocabulary import words

LayoutName = Literal["classic", "mixed", "next", "schema", "table"]
LAYOUTS: tuple[LayoutName, ...] = get_args(LayoutName)
LAYOUT_MARKUP: dict[LayoutName, str] = {
    "classic": "lists of lister items, as IMDb had them from 2016 to 2023; title pages of 2016 to 2021",
    "mixed": "the same lists; title pages with data-testid, as IMDb had them from 2021 to 2023",
    "next": "IMDb since 2023: list items without a cast, JSON for the page's scripts",
    "schema": "schema.org: microdata and JSON-LD",
    "table": "plain HTML tables, for a first lesson",
}
"""What the pages of each layout are written in."""
PageType = Literal["list", "chart", "title"]

_EVERYTHING = tuple(field.name for field in FIELDS if field.name not in ("rank", "source", "layout", "fetched_at"))
_BASICS = words("title rating year url votes")
_NEXT = (*_BASICS, *words("original_title runtime genres rank certificate poster description"))
_SCHEMA = (*_BASICS, *words("actors runtime genres directors poster description"))
_TABLE = (*_BASICS, *words("actors runtime rank"))

_LISTER = (*_BASICS, *words("actors runtime genres directors rank metascore certificate poster description"))
_CHART = (*_BASICS, *words("actors directors rank poster"))

SHOWN: dict[tuple[LayoutName, PageType], tuple[str, ...]] = {
    ("classic", "list"): _LISTER,
    ("classic", "chart"): _CHART,
    ("classic", "title"): _EVERYTHING,
    ("mixed", "list"): _LISTER,
    ("mixed", "chart"): _CHART,
    ("mixed", "title"): _EVERYTHING,
    ("next", "list"): (*_NEXT, "metascore"),
    ("next", "chart"): _NEXT,
    ("next", "title"): _EVERYTHING,
    ("schema", "list"): (*_SCHEMA, "rank", "certificate"),
    ("schema", "chart"): _SCHEMA,
    ("schema", "title"): (*_SCHEMA, "certificate", "languages", "country"),
    ("table", "list"): _TABLE,
    ("table", "chart"): _TABLE,
    ("table", "title"): (
        *_BASICS,
        *words("original_title actors runtime certificate genres languages country directors poster"),
    ),
}
"""The fields on each kind of page; since 2023 the real lists show no cast, so `next` shows none either."""


def show(films: Sequence[Film], layout: LayoutName, kind: PageType, origin: str, first: int = 1) -> list[Movie]:
    """Return what a page with these movies shows, in page order; `first` is the place of the first of them on its list."""
    return [_shown(film, layout, kind, origin, rank) for rank, film in enumerate(films, start=first)]


def everything(film: Film, origin: str, rank: int | None = None) -> Movie:
    """All that the site knows of a movie, as a record; `origin` begins its URLs."""
    return Movie(
        title=film.title,
        rating=film.rating,
        year=film.year,
        actors=names(film.stars),
        runtime=film.runtime,
        url=f"{origin}{film.path}",
        languages=film.languages,
        genres=film.genres,
        directors=names(film.directors),
        votes=film.votes,
        original_title=film.original_title,
        rank=rank,
        metascore=film.metascore,
        certificate=film.certificate,
        country=film.country,
        poster=f"{origin}/posters/{film.id}.svg",
        description=film.plot,
    )


def chart_stars(film: Film) -> tuple[Person, ...]:
    """Two stars for the `title` attribute of a classic chart, joined by commas there: so none with a comma in the name."""
    return tuple(star for star in film.stars if "," not in star.name)[:2]


def names(people: Sequence[Person]) -> tuple[str, ...]:
    """Their names."""
    return tuple(person.name for person in people)


def _shown(film: Film, layout: LayoutName, kind: PageType, origin: str, rank: int) -> Movie:
    whole = everything(film, origin, rank)
    if kind == "chart" and layout in ("classic", "mixed"):
        whole = whole._replace(actors=names(chart_stars(film)))
    return Movie(**{field: getattr(whole, field) for field in SHOWN[layout, kind]})
