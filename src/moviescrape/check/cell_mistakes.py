"""What is wrong with one cell: the class of mistake, by what the cell holds and what the page shows."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from moviescrape.movie import Movie, join_names
from moviescrape.practice import PUBLIC_ORIGIN

NUMBERS = ("rating", "year", "runtime")
COLUMNS = ("title", "year", "actors", "runtime", "url", "rating")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A movie as the page shows it, its neighbours there, and the origins its URL may begin with."""

    movie: Movie
    neighbours: Sequence[Movie] = ()
    origins: tuple[str, ...] = (PUBLIC_ORIGIN,)


def find_mistake(column: str, cell: Any, wanted: Wanted) -> str | None:
    """Return the class of the mistake in a cell; None where it is right.

    >>> heat = Wanted(Movie("Heat", runtime=170))
    >>> find_mistake("runtime", 170.0, heat), find_mistake("runtime", "170 min", heat), find_mistake("runtime", None, heat)
    (None, 'text', 'empty')
    """
    value = getattr(wanted.movie, column)
    if value is None or value == ():
        return None if cell is None else _director(column, cell, wanted) or _find_misplaced(column, cell, wanted) or "placeholder"
    if cell is None:
        return "empty"
    if is_right(column, cell, wanted.movie, wanted.origins):
        return None
    classify = _CLASSIFIERS.get(column, _classify_number)
    return (
        _of_another_column(column, cell, wanted)
        or classify(column, cell, wanted)
        or _of_another_row(column, cell, wanted)
        or _unlike(column, cell)
    )


def is_right(column: str, cell: Any, movie: Movie, origins: tuple[str, ...] = (PUBLIC_ORIGIN,)) -> bool:
    """Return True where a cell that is not missing holds what the page shows."""
    value = getattr(movie, column)
    if column in NUMBERS:
        return is_number(cell) and value is not None and abs(cell - value) < 1e-6
    if column in ("actors", "languages"):
        return cell in (join_names(value), ";".join(value))
    if column == "url":
        return isinstance(cell, str) and cell in [origin + urlsplit(value).path for origin in origins]
    return bool(cell == value)


def is_number(cell: Any) -> bool:
    """Return True for a number that is not True or False."""
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def read_number(cell: Any) -> float | None:
    """Return the number in a cell, also where it stands in a text such as `142 min`, `(2016)` or `1.`; None where there is none.

    >>> read_number("142 min"), read_number(8.2), read_number("Heat 2"), read_number("1,025.")
    (142.0, 8.2, None, 1025.0)
    """
    if is_number(cell):
        return float(cell)
    found = _NUMBER.fullmatch(cell.strip()) if isinstance(cell, str) else None
    return float(found[1].replace(",", "")) if found else None


_NUMBER = re.compile(r"\(?(\d{1,9}(?:,\d{3}){0,3}(?:\.\d{1,9})?)(?:\.|\)| ?min\.?)?")


def _find_misplaced(column: str, cell: Any, wanted: Wanted) -> str | None:
    return _of_another_column(column, cell, wanted) or _of_another_row(column, cell, wanted)


def _of_another_column(column: str, cell: Any, wanted: Wanted) -> str | None:
    """Return the class of a value that is the rank, or belongs into another column."""
    movie = wanted.movie
    if column == "title" and movie.rank is not None and read_number(cell) == movie.rank:
        return "rank_only"
    others = (other for other in COLUMNS if other != column and _holds(other, cell, movie, wanted.origins))
    return next((f"holds_{other}" for other in others), None)


def _of_another_row(column: str, cell: Any, wanted: Wanted) -> str | None:
    near = [movie for movie in wanted.neighbours if getattr(movie, column) not in (None, ())]
    return "other_row" if any(_holds(column, cell, movie, wanted.origins) for movie in near) else None


def _holds(column: str, cell: Any, movie: Movie, origins: tuple[str, ...]) -> bool:
    """Return True where the cell holds this column's value of the movie, a number also where it is written as text."""
    if column in NUMBERS:
        number, value = read_number(cell), getattr(movie, column)
        return number is not None and value is not None and abs(number - value) < 1e-6
    return getattr(movie, column) not in (None, ()) and is_right(column, cell, movie, origins)


def _unlike(column: str, cell: Any) -> str:
    """Return the class of a cell that holds nothing known."""
    return "text" if column in NUMBERS and isinstance(cell, str) else "wrong"


def _classify_title(_column: str, cell: Any, wanted: Wanted) -> str | None:
    title, year = wanted.movie.title, wanted.movie.year
    if not isinstance(cell, str):
        return "not_text"
    folded = " ".join(cell.split())
    if folded == " ".join(title.split()):
        return "white_space"
    if re.fullmatch(r"\d[\d,.]*\.?\s*" + re.escape(title), folded):
        return "rank"
    if folded.startswith(title) and str(year) in folded[len(title) :]:
        return "year_in_title"
    return "rank_and_year" if title in folded and re.match(r"\d[\d,.]*\.", folded) else None


def _classify_number(column: str, cell: Any, wanted: Wanted) -> str | None:
    if isinstance(cell, str):
        return "text" if _holds(column, cell, wanted.movie, wanted.origins) else None
    if not is_number(cell):
        return "not_a_number"
    if column == "rating":
        return _classify_rating(cell, wanted.movie)
    return None


def _classify_rating(cell: float, movie: Movie) -> str | None:
    others = {"metascore": movie.metascore, "votes": movie.votes, "scale": movie.rating and movie.rating * 10}
    return next((kind for kind, value in others.items() if value is not None and abs(cell - value) < 1e-6), None)


def _classify_names(column: str, cell: Any, wanted: Wanted) -> str | None:
    names = list(getattr(wanted.movie, column))
    if isinstance(cell, list):
        return "list"
    if not isinstance(cell, str):
        return "not_text"
    given = [name.strip() for name in cell.split(";")]
    clean = [name.replace(";", ",") for name in names]
    if given == clean:
        return "white_space"
    if director := _director(column, cell, wanted):
        return director
    if _letters(cell) == _letters("".join(names)):
        return "separator" if len(names) > 1 else "white_space"
    if sorted(given) == sorted(clean):
        return "names_order"
    if set(given) < set(clean) or set(_split(cell)) < set(clean):
        return "too_few"
    return "too_many" if set(clean) < set(given) else None


def _director(column: str, cell: Any, wanted: Wanted) -> str | None:
    """Return the class of the mistake where one who only directed is among the actors."""
    if column != "actors" or not isinstance(cell, str):
        return None
    directors = set(wanted.movie.directors) - set(wanted.movie.actors)
    return "directors" if any(form in cell for name in directors for form in (name, name.replace(";", ","))) else None


def _classify_url(_column: str, cell: Any, wanted: Wanted) -> str | None:
    if not isinstance(cell, str):
        return "not_text"
    if cell.startswith("/") or not re.match(r"https?://", cell):
        return "relative"
    path = urlsplit(wanted.movie.url or "").path
    if cell.partition("?")[0].partition("#")[0] in [origin + path for origin in wanted.origins]:
        return "query"
    if re.match(r"https?://[^/]+//", cell):
        return "double_slash"
    if urlsplit(cell).path.rstrip("/") == path.rstrip("/"):
        return "other_site" if not cell.startswith(wanted.origins) else None
    return None if "/title/" in cell else "other_link"


def _split(cell: str) -> list[str]:
    return [name.strip() for name in re.split(r"[;,|/\n]", cell)]


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


_CLASSIFIERS: dict[str, Callable[[str, Any, Wanted], str | None]] = {
    "title": _classify_title,
    "actors": _classify_names,
    "languages": _classify_names,
    "url": _classify_url,
}
