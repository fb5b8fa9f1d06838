"""The list pages of days 3 to 5: a plain one, then one page for each kind of irregular data, the same number of times each.

The seed decides which movies stand on a page; what is irregular, how often and in which rows is fixed, so that one submission
gets one mark, whatever the seed.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from moviescrape.check.hidden_data import hidden_catalogue, plain_films
from moviescrape.movie import Movie
from moviescrape.practice import PUBLIC_ORIGIN, Pages
from moviescrape.practice.film import Film, Person
from moviescrape.practice.search import Listing, read_query
from moviescrape.practice.truth import show

MOVIES = 1500
PAGE_SIZE = 50
SPECIAL_ROWS = tuple(range(3, PAGE_SIZE, 10))
"""The rows, counted from 0, in which the irregular movies of a page stand."""
PATH = "/search/title/?sort=moviemeter,asc"
ITEM = '<div class="lister-item '


def renamed(cast: tuple[Person, ...], name: str) -> tuple[Person, ...]:
    """Return a cast whose second member is called `name`."""
    return (cast[0], Person(cast[1].number, name), *cast[2:])


def none_or_two_directors(film: Film, above: Film, number: int) -> Film:
    """Return the film without a director, or, each second time, with two."""
    return replace(film, directors=film.directors + above.directors if number % 2 else ())


ODD_TITLES = ("1937", "(Un)posted", "Comma, Comma, Stop", "St. Quillstead (Revisited)", "2\N{VULGAR FRACTION ONE HALF} Umbrellas")
ODD_NAMES = ("Barnaby Fotherworth, Jr.", "DJ Thimble; the Younger")

Change = Callable[[Film, Film, int], Film]
"""Makes a movie irregular: the movie, the one above it, and how many were made so on this page before."""


@dataclass(frozen=True, slots=True)
class Case:
    """A kind of page: what it has (said in messages), which columns it is a test of, and how a movie is changed for it."""

    name: str
    columns: tuple[str, ...] = ()
    change: Change | None = None
    size: int = PAGE_SIZE
    first: int = 1


CASES = (
    Case("a plain page"),
    Case("odd titles, ranks above 975", ("title", "year"), lambda film, _, n: replace(film, title=ODD_TITLES[n]), first=976),
    Case("movies of one title", ("title",), lambda film, above, _: replace(film, title=above.title)),
    Case("movies without a rating", ("rating",), lambda film, *_: replace(film, rating=None, votes=None, metascore=None)),
    Case("a numeral before the year", ("year",), lambda film, _, n: replace(film, mark="I" * (1 + n % 3))),
    Case("movies without actors", ("actors",), lambda film, *_: replace(film, cast=())),
    Case("no director, or two", ("actors",), none_or_two_directors),
    Case("directors who act", ("actors",), lambda film, *_: replace(film, directors=film.cast[1:2])),
    Case("commas in names", ("actors",), lambda film, _, n: replace(film, cast=renamed(film.cast, ODD_NAMES[n % 2]))),
    Case("movies without a running time", ("runtime",), lambda film, *_: replace(film, runtime=None)),
    Case("no certificate, no metascore", ("runtime",), lambda film, *_: replace(film, certificate=None, metascore=None)),
    Case("fewer than 50 movies", size=17),
)
PLAIN, SHORT = CASES[0], CASES[-1]
PLAIN_SHARE, SHORT_SHARE, OWN_SHARE = 0.4, 0.1, 0.45
"""What a column's points are given for: the plain page, the short page, the cases of that column; the rest for all others."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page and what it shows. `special` has, by column, the rows that test it; `cuts` is where in `html` each movie begins."""

    name: str
    case: Case
    html: str
    movies: list[Movie]

    @property
    def special(self) -> dict[str, frozenset[int]]:
        """Return, by column that this page is a test of, the rows that test it."""
        return {column: frozenset(SPECIAL_ROWS) for column in self.case.columns}

    @property
    def cuts(self) -> list[int]:
        """Return where in `html` each movie begins, and where the last one ends."""
        starts = [found.start() for found in re.finditer(ITEM, self.html)]
        end = self.html.rindex("</div>", 0, self.html.index('<div class="nav">', starts[-1]))
        return [*starts, end]


@lru_cache(maxsize=4)
def make_list_pages(seed: int, columns: tuple[str, ...]) -> tuple[ListPage, ...]:
    """Return the pages for a day that asks for these columns. The same arguments give the same pages."""
    catalogue = hidden_catalogue(MOVIES, seed)
    site, films = Pages(catalogue), plain_films(catalogue)
    cases = [case for case in CASES if not case.columns or set(case.columns) & set(columns)]
    pages = []
    for number, case in enumerate(cases, start=1):
        start = PAGE_SIZE * CASES.index(case) % (len(films) - PAGE_SIZE)
        pages.append(_make_page(f"page {number} ({case.name})", case, films[start : start + case.size], site))
    return tuple(pages)


def make_irregular(films: Sequence[Film], change: Change | None, rows: Sequence[int] = SPECIAL_ROWS) -> list[Film]:
    """Return the films with those in `rows` changed."""
    changed = list(films)
    for number, row in enumerate(rows if change else ()):
        assert change is not None  # noqa: S101
        if row < len(changed):
            changed[row] = change(changed[row], changed[row - 1], number)
    return changed


def _make_page(name: str, case: Case, films: Sequence[Film], site: Pages) -> ListPage:
    shown = make_irregular(films, case.change)
    listing = Listing(shown, case.first, case.first + 2 * PAGE_SIZE, read_query(PATH))
    html = site.list_page(PATH, listing).body.decode()
    return ListPage(name, case, html, show(shown, "classic", "list", PUBLIC_ORIGIN, case.first))


def weights_of(case: Case, columns: Sequence[str], cases: Sequence[Case]) -> dict[str, float]:
    """Return, by column, the share of its points that a page of this case gives; over all cases they add up to 1."""
    return {column: _weight(case, column, cases) for column in columns}


def _weight(case: Case, column: str, cases: Sequence[Case]) -> float:
    own = [other for other in cases if column in other.columns]
    others = [other for other in cases if other not in (PLAIN, SHORT) and column not in other.columns]
    rest = 1 - PLAIN_SHARE - SHORT_SHARE - OWN_SHARE
    if case is PLAIN:
        return PLAIN_SHARE + (0 if own else OWN_SHARE) + (0 if others else rest)
    if case is SHORT:
        return SHORT_SHARE
    return OWN_SHARE / len(own) if case in own else rest / len(others)
