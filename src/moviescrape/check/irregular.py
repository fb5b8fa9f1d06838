"""The data of the programs (days 6 to 10): made of movies that lack nothing, then made irregular in fixed places."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle, islice

from moviescrape.check.case_pages import MOVIES, ODD_NAMES, ODD_TITLES, renamed
from moviescrape.check.hidden_data import hidden_catalogue, plain_films
from moviescrape.practice import Catalogue
from moviescrape.practice.film import Film

FULL_PAGE, THIN_YEAR = 60, 40
FEW_VOTES = 4000
"""Less than day 7 asks for."""

PlaceChange = Callable[[Film, int], Film]

START_PAGE: dict[int, tuple[str, PlaceChange]] = {
    1: ("title", lambda film, n: replace(film, title=ODD_TITLES[n % len(ODD_TITLES)])),
    3: ("runtime", lambda film, _: replace(film, runtime=None)),
    5: ("actors", lambda film, _: replace(film, cast=())),
    7: ("year", lambda film, n: replace(film, mark="I" * (1 + n % 3))),
    9: (
        "actors",
        lambda film, n: replace(film, cast=renamed(film.cast, ODD_NAMES[n % 2])),
    ),
}
"""By place on the start page (and each tenth after it): which column is irregular there, and how."""


def films_of(seed: int, how_many: int) -> list[Film]:
    """Return that many movies that lack nothing, in an order that the seed decides, numbered from 1."""
    films = list(plain_films(hidden_catalogue(MOVIES, seed)))
    random.Random(seed).shuffle(films)
    return [replace(film, number=number) for number, film in enumerate(islice(cycle(films), how_many), start=1)]


def start_page_catalogue(seed: int, *, irregular: bool) -> tuple[Catalogue, dict[str, frozenset[int]]]:
    """Return a site whose start page is plain or irregular; by column, the rows of that page where it is."""
    films = sorted(films_of(seed, 180), key=lambda film: (-(film.rating or 0), -(film.votes or 0), film.number))
    special: dict[str, set[int]] = {}
    for place in range(50) if irregular else ():
        column, change = START_PAGE.get(place % 10, (None, None))
        if column and change:
            films[place] = change(films[place], place // 10)
            special.setdefault(column, set()).add(place)
    numbered = sorted(films, key=lambda film: film.number)
    return Catalogue(numbered, seed), {column: frozenset(places) for column, places in special.items()}


def years_catalogue(seed: int, plain: Sequence[int], irregular: Sequence[int]) -> Catalogue:
    """Return a site with full pages for the years of `plain` (the last is short), and few, irregular movies for the others."""
    sizes = dict.fromkeys(plain, FULL_PAGE) | {plain[-1]: THIN_YEAR} | dict.fromkeys(irregular, 12)
    beyond = dict.fromkeys((plain[0] - 1, plain[-1] + 1, irregular[0] - 1, irregular[-1] + 1), 5)
    years = [year for year, size in (beyond | sizes).items() for _ in range(size)]
    films = [
        _of_year(film, year, place, irregular=year in irregular)
        for place, (film, year) in enumerate(zip(films_of(seed, len(years)), years, strict=True))
    ]
    return Catalogue(films, seed)


def _of_year(film: Film, year: int, place: int, *, irregular: bool) -> Film:
    votes = FEW_VOTES if place % 9 == 4 else 5000 + place
    film = replace(film, year=year, rating=(90 - place % FULL_PAGE) / 10, votes=votes)
    if not irregular:
        return film
    return [film, film, replace(film, runtime=None), replace(film, cast=()), replace(film, mark="II")][place % 5]


def details_catalogue(seed: int) -> Catalogue:
    """Return a site of 40 movies, of which each fourth has two languages, two have no language and two no actors."""
    films = films_of(seed, 40)
    languages = sorted({film.languages[0] for film in films if film.languages})
    return Catalogue([_detailed(film, place, languages) for place, film in enumerate(films)], seed)


def _detailed(film: Film, place: int, languages: Sequence[str]) -> Film:
    first = languages[place % len(languages)]
    spoken: tuple[str, ...] = (first, languages[(place + 1) % len(languages)]) if place % 4 == 0 else (first,)
    if place in (7, 27):
        spoken = ()
    return replace(film, languages=spoken, cast=() if place in (5, 25) else film.cast)
