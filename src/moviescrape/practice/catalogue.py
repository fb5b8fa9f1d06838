"""The catalogue of the practice site: invented movies, the lists made of them, and the truth about both."""

import csv
import io
import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from urllib.parse import urlsplit

from moviescrape.movie import DEFAULT_COLUMNS, Movie
from moviescrape.practice.address import PUBLIC_ORIGIN
from moviescrape.practice.film import Film, Person
from moviescrape.practice.invent import invent_films
from moviescrape.practice.search import TOP, Listing, Query, cut_page, find, in_order, read_query, with_repeats
from moviescrape.practice.truth import LayoutName, everything, show

CHARTS = {
    "top": Query(sort="user_rating", descending=True, top=TOP, count=TOP),
    "moviemeter": Query(sort="moviemeter", count=100),
}
_TITLE_PATH = re.compile(r"/title/tt(\d{7,9})/?")
_NAME_PATH = re.compile(r"/name/nm(\d{7,9})/?")
_CHART_PATH = re.compile(r"/chart/(\w+)/?")


class Catalogue:
    """Invented movies and the lists that the site shows of them. The same arguments give the same catalogue on any machine.

    >>> len(Catalogue(movies=20, seed=3).movies)
    20
    """

    def __init__(self, movies: int | Sequence[Film] = 2000, seed: int = 1) -> None:
        """`movies` is how many, and `seed` decides everything about them; or the movies themselves, numbered from 1."""
        self.movies: tuple[Film, ...] = invent_films(movies, seed) if isinstance(movies, int) else tuple(movies)
        self.seed = seed
        self.found = lru_cache(maxsize=256)(self._find)
        """All entries of the list that a query asks for."""

    def film(self, path: str) -> Film | None:
        """Return the movie whose own page has this path; None where there is none."""
        match = _TITLE_PATH.fullmatch(urlsplit(path).path)
        number = int(match[1]) if match else 0
        return self.movies[number - 1] if 1 <= number <= len(self.movies) else None

    def chart(self, path: str) -> list[Film] | None:
        """Return the movies of a chart page; None where there is no such chart."""
        match = _CHART_PATH.fullmatch(urlsplit(path).path)
        query = CHARTS.get(match[1]) if match else None
        return self.found(query)[: query.count] if query else None

    def listing(self, path: str) -> Listing | None:
        """One page of a search; None where the path is no search."""
        if urlsplit(path).path.rstrip("/") != "/search/title":
            return None
        query = read_query(path)
        return cut_page(self.found(query), path, query)

    def person(self, path: str) -> tuple[Person, list[Film], list[Film]] | None:
        """Return the person whose own page has this path, with the movies acted in and those directed, or None."""
        match = _NAME_PATH.fullmatch(urlsplit(path).path)
        return self._careers.get(int(match[1])) if match else None

    @cached_property
    def _careers(self) -> dict[int, tuple[Person, list[Film], list[Film]]]:
        careers: dict[int, tuple[Person, list[Film], list[Film]]] = {}
        for film in self.movies:
            for role, people in ((1, film.cast), (2, film.directors)):
                for person in people:
                    careers.setdefault(person.number, (person, [], []))[role].append(film)  # type: ignore[union-attr]
        return careers

    def _find(self, query: Query) -> list[Film]:
        return with_repeats(find(self.movies, query), query.count)

    def truth(self, origin: str = PUBLIC_ORIGIN) -> list[Movie]:
        """Every movie with all its fields, best rated first (as the site's longest list has them), unrated ones last."""
        return [everything(film, origin) for film in in_order(self.movies, "user_rating", descending=True)]

    def truth_of(self, path: str, layout: LayoutName = "classic", origin: str = PUBLIC_ORIGIN) -> list[Movie]:
        """Return what the page at `path` shows, in page order, cell by cell; nothing for a page that shows no movies."""
        if (film := self.film(path)) is not None:
            return show([film], layout, "title", origin)
        if (listing := self.listing(path)) is not None:
            return show(listing.films, layout, "list", origin, listing.first)
        return show(self.chart(path) or (), layout, "chart", origin)

    def truth_csv(self, origin: str = PUBLIC_ORIGIN) -> str:
        """Return the truth as the CSV that a complete run should have written: the table's columns, `;` between names."""
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(DEFAULT_COLUMNS)
        writer.writerows([_cell(getattr(movie, column)) for column in DEFAULT_COLUMNS] for movie in self.truth(origin))
        return text.getvalue()


def _cell(value: object) -> str:
    """
    >>> _cell(("Q", "Anaïs; Compagnie")), _cell(None), _cell(8.0)
    ('Q;Anaïs, Compagnie', '', '8.0')
    """
    if isinstance(value, tuple):
        return ";".join(name.replace(";", ",") for name in value)
    return "" if value is None else str(value)
