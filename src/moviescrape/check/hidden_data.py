"""The data that submissions are checked on: invented catalogues, and the movies of them that lack nothing."""

from collections.abc import Iterable
from functools import lru_cache

from moviescrape.movie import Movie
from moviescrape.practice import START_PATH, Catalogue
from moviescrape.practice.film import Film

APART = 6
"""So many movies that follow each other differ in rating, year and running time: a value that moved is then always wrong."""


@lru_cache(maxsize=4)
def hidden_catalogue(movies: int, seed: int) -> Catalogue:
    """Return that many movies, the same for the same seed; kept for the next submission."""
    return Catalogue(movies, seed)


@lru_cache(maxsize=1)
def sample_movies() -> list[Movie]:
    """Return the movies of the page that students have: an answer written into a program mostly holds these."""
    return Catalogue().truth_of(START_PATH)


@lru_cache(maxsize=4)
def plain_films(catalogue: Catalogue) -> list[Film]:
    """Return the movies that lack nothing and surprise nobody, ordered so that neighbours differ in every column."""
    left = [film for film in catalogue.movies if is_plain(film)]
    left.sort(key=lambda film: (film.votes or 0, film.number))
    return _spread({film.title: film for film in left}.values())


def is_plain(film: Film) -> bool:
    """Return True where every value is there and written in the usual form."""
    names = [person.name for person in (*film.stars, *film.directors)]
    return (
        None not in (film.rating, film.runtime, film.metascore, film.certificate)
        and len(film.stars) == 4
        and len(film.directors) == 1
        and not set(film.directors) & set(film.stars)
        and not film.mark
        and film.original_title is None
        and len(film.title.split()) > 1
        and all(name.replace(" ", "").replace("-", "").isalpha() for name in names)
        and film.title.isascii()
        and not any(sign in film.title for sign in '",;:()?&<>=+@%\\.0123456789')
    )


def _spread(films: Iterable[Film]) -> list[Film]:
    """Return the films in an order in which APART of them in a row share no value; those that fit nowhere are left out."""
    ordered: list[Film] = []
    left = list(films)
    while left:
        near = ordered[-APART:]
        film = next((film for film in left if not any(_share_a_value(film, other) for other in near)), None)
        if film is None:
            return ordered
        ordered.append(film)
        left.remove(film)
    return ordered


def _share_a_value(film: Film, other: Film) -> bool:
    return film.rating == other.rating or film.year == other.year or film.runtime == other.runtime
