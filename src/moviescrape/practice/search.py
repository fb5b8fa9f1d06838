"""The advanced search: from a path with a query to the movies of one list page.

`/search/title/?release_date=1994-01-01,1994-12-31&num_votes=5000,&sort=user_rating,desc&start=51&count=50`
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from moviescrape.practice.film import Film

PAGE_SIZE = 50
MOST_PER_PAGE = 250
TOP = 250
REPEAT_EVERY = 4
"""In a list longer than 250 titles, the last title of each fourth page is also the first of the next: lists move while read."""

SORT_KEYS: dict[str, Callable[[Film], float | str | None]] = {
    "user_rating": lambda film: film.rating,
    "moviemeter": lambda film: None if film.votes is None else -film.votes,
    "num_votes": lambda film: film.votes,
    "alpha": lambda film: film.title,
    "runtime": lambda film: film.runtime,
    "year": lambda film: film.year,
    "release_date": lambda film: film.released,
}


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for; bounds are both included, and an empty string or None is no bound."""

    released: tuple[str, str] = ("", "")
    votes: tuple[float | None, float | None] = (None, None)
    rating: tuple[float | None, float | None] = (None, None)
    genres: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    top: int | None = None
    sort: str = "moviemeter"
    descending: bool = False
    count: int = PAGE_SIZE

    @property
    def years(self) -> tuple[str, str]:
        """First and last year asked for, `""` where there is no bound."""
        return self.released[0][:4], self.released[1][:4]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list: its movies, the place of the first of them (1 is first), and how many titles the whole list has."""

    films: Sequence[Film]
    first: int
    total: int
    query: Query
    next_path: str | None = None

    @property
    def last(self) -> int:
        """The place of the last movie on the page."""
        return self.first + len(self.films) - 1


def read_query(path: str) -> Query:
    """Return the query in a path; what can't be read counts as not asked for, as on the real site.

    >>> read_query("/search/title/?release_date=1994,1995&num_votes=5000,&sort=user_rating,desc").years
    ('1994', '1995')
    """
    asked = _asked(path)
    sort, _, direction = asked.get("sort", "").partition(",")
    groups = asked.get("groups", "").removeprefix("top_")
    return Query(
        released=_dates(asked.get("release_date", "")),
        votes=_bounds(asked.get("num_votes", "")),
        rating=_bounds(asked.get("user_rating", "")),
        genres=_names(asked.get("genres", "")),
        languages=_names(asked.get("primary_language", "")),
        countries=_names(asked.get("country_of_origin", "")),
        top=int(groups) if groups.isdecimal() else None,
        sort=sort if sort in SORT_KEYS else "moviemeter",
        descending=direction == "desc",
        count=max(1, min(_whole(asked.get("count"), PAGE_SIZE), MOST_PER_PAGE)),
    )


def find(films: Sequence[Film], query: Query) -> list[Film]:
    """Return the movies that `query` asks for, in its order. Ties: more votes first, then the older number."""
    if query.top is not None:
        films = best_rated(films)[: query.top]
    return in_order([film for film in films if _matches(film, query)], query.sort, query.descending)


def best_rated(films: Sequence[Film]) -> list[Film]:
    """All movies that have a rating, best first."""
    return in_order([film for film in films if film.rating is not None], "user_rating", descending=True)


def in_order(films: Sequence[Film], sort: str, descending: bool) -> list[Film]:
    """Sorted by one of SORT_KEYS; movies without the value come last in either direction."""
    key = SORT_KEYS[sort]
    by_votes = sorted(films, key=lambda film: (-(film.votes or 0), film.number))
    known = [film for film in by_votes if key(film) is not None]
    known.sort(key=key, reverse=descending)  # type: ignore[arg-type]  # each key gives one type, and None was left out
    return known + [film for film in by_votes if key(film) is None]


def with_repeats(films: list[Film], count: int) -> list[Film]:
    """Return a long list in pages of `count`, with the last movie of every fourth page again at the head of the next."""
    if len(films) <= TOP:
        return films
    repeated: list[Film] = []
    for film in films:
        repeated.append(film)
        if len(repeated) % (count * REPEAT_EVERY) == 0:
            repeated.append(film)
    return repeated


def cut_page(films: Sequence[Film], path: str, query: Query) -> Listing:
    """Return the page of the list that `path` asks for."""
    start = max(1, _whole(_asked(path).get("start"), 1))
    end = start + query.count
    return Listing(films[start - 1 : end - 1], start, len(films), query, path_at(path, end) if end <= len(films) else None)


def cut_endlessly(films: Sequence[Film], path: str, query: Query) -> Listing:
    """Return the page that a list without an end would have there: it begins again and again, and always has a next page."""
    page = cut_page(films, path, query)
    end = page.first + query.count
    turning = [films[place % len(films)] for place in range(page.first - 1, end - 1)] if films else []
    return replace(page, films=turning, next_path=path_at(path, end))


def path_at(path: str, start: int, link: str = "adv_nxt") -> str:
    """Return the same list from another place on; `link` names the link that leads there.

    >>> path_at("/search/title/?sort=year,asc&start=51", 101)
    '/search/title/?sort=year,asc&start=101&ref_=adv_nxt'
    """
    return _with_query(path, {**_asked(path), "start": str(start), "ref_": link})


def sorted_path(path: str, sort: str) -> str:
    """Return the same list in another order, from its beginning.

    >>> sorted_path("/search/title/?genres=war&start=51", "runtime,desc")
    '/search/title/?genres=war&sort=runtime,desc'
    """
    asked = {name: value for name, value in _asked(path).items() if name not in ("start", "ref_")}
    return _with_query(path, {**asked, "sort": sort})


def canonical_path(path: str) -> str:
    """Return the path without the parameters that only say where the request came from.

    >>> canonical_path("/search/title/?genres=war&ref_=adv_nxt")
    '/search/title/?genres=war'
    """
    return _with_query(path, {name: value for name, value in _asked(path).items() if name != "ref_"})


def _with_query(path: str, asked: dict[str, str]) -> str:
    bare = urlsplit(path).path
    return f"{bare}?{urlencode(asked, safe=',:')}" if asked else bare


def _asked(path: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(path).query, keep_blank_values=True))


def _matches(film: Film, query: Query) -> bool:
    first, last = query.released
    return (
        (not first or film.released >= first)
        and (not last or film.released <= last)
        and _within(film.votes, query.votes)
        and _within(film.rating, query.rating)
        and _has(film.genres, query.genres)
        and _has(film.languages[:1], query.languages)
        and _has(film.country, query.countries)
    )


def _has(own: Sequence[str], wanted: Sequence[str]) -> bool:
    return not wanted or set(wanted) <= {name.lower() for name in own}


def _within(value: float | None, bounds: tuple[float | None, float | None]) -> bool:
    low, high = bounds
    if low is None and high is None:
        return True
    return value is not None and (low is None or value >= low) and (high is None or value <= high)


def _dates(text: str) -> tuple[str, str]:
    """First and last day: `1994` alone is the whole year, as is `1994,1994`."""
    first, _, last = text.partition(",") if "," in text else (text, "", text)
    return first[:10], last[:10] if len(last) > 7 or not last else f"{last}-99"


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in text.lower().split(",") if name)


def _bounds(text: str) -> tuple[float | None, float | None]:
    low, _, high = text.partition(",")
    return _number(low), _number(high)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() else default
