"""The pages a scraper is tried on: lists of a catalogue that nobody has seen, chosen so that they show every kind of mess."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from moviescrape.movie import Movie
from moviescrape.practice import START_PATH, Catalogue, Pages
from moviescrape.practice.film import Film

MOVIES = 600
SEARCH = "/search/title/?"

MESS: dict[str, Callable[[Film], bool]] = {
    "no rating": lambda film: film.rating is None,
    "no runtime": lambda film: film.runtime is None,
    "no actors": lambda film: not film.stars,
    "a numeral before the year": lambda film: film.mark != "",
    "two directors": lambda film: len(film.directors) > 1 and bool(film.stars),
    "a comma in a name": lambda film: any("," in star.name for star in film.stars),
    "a number as title": lambda film: film.title.isdecimal(),
    "another script": lambda film: not film.title.isascii(),
    "no metascore": lambda film: film.metascore is None and film.rating is not None,
}


class ListPage(NamedTuple):
    """A page and what it shows; `name` is said in messages."""

    name: str
    html: str
    movies: list[Movie]


@lru_cache(maxsize=2)
def make_pages(seed: int) -> tuple[ListPage, ...]:
    """Return the best rated movies, then the pages that add most of the mess not shown yet; one seed gives the same pages."""
    catalogue = Catalogue(MOVIES, seed)
    site = Pages(catalogue)
    paths = choose_paths(catalogue)
    return tuple(
        ListPage(f"page {number}", site.page(path).decode(), catalogue.truth_of(path))
        for number, path in enumerate(paths, start=1)
    )


def choose_paths(catalogue: Catalogue) -> list[str]:
    """START_PATH and a few others, so that every kind of MESS that the catalogue has is shown at least once."""
    candidates = _candidates(catalogue)
    shown = {path: _mess_on(catalogue, path) for path in [START_PATH, *candidates]}
    wanted = set().union(*shown.values())
    chosen, open_mess = [START_PATH], wanted - shown[START_PATH]
    while open_mess:
        path = max(candidates, key=lambda candidate: len(shown[candidate] & open_mess))
        chosen.append(path)
        open_mess -= shown[path]
    return chosen


def _candidates(catalogue: Catalogue) -> list[str]:
    """Every list page by year; the last page by rating and by runtime is where those without one stand."""
    starts = range(1, len(catalogue.movies) + 1, 50)
    return [f"{SEARCH}sort={sort}&start={start}" for sort in ("user_rating,desc", "runtime,desc", "year,asc") for start in starts]


def _mess_on(catalogue: Catalogue, path: str) -> set[str]:
    listing = catalogue.listing(path)
    films = listing.films if listing else ()
    return {name for name, shows in MESS.items() if any(map(shows, films))}


@lru_cache(maxsize=4)
def hidden_catalogue(movies: int, seed: int) -> Catalogue:
    """Return that many movies, the same for the same seed; kept for the next submission."""
    return Catalogue(movies, seed)
