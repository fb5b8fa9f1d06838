"""Read IMDb's data files as movies: the titles that are wanted, with their ratings, actors and directors, in the files' order.

The files are read one after the other, each once, and what is kept of the wanted titles is packed: 2 million titles with 10
million principals take less than 100 MB. Values are taken as they stand between tabs: the files quote nothing, `\\N` is missing.
"""

import re
from collections.abc import Collection, Iterator
from heapq import nlargest
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple

from moviescrape.errors import UsageError
from moviescrape.movie import Movie
from moviescrape.table.imdb.imdb_choice import ANY, ImdbChoice
from moviescrape.table.imdb.imdb_folder import ImdbFiles
from moviescrape.table.imdb.packed_ids import MAX_ID, IdMap, IdSet
from moviescrape.table.imdb.tsv import read_pieces

TITLE_URL = "https://www.imdb.com/title/tt%s/"
_MISSING = "\\N"
_RATING = re.compile(rb"\ntt(\d{1,9})\t(\d{1,2}(?:\.\d)?)\t(\d{1,9})(?=\r?\n|\r?$)")
_PRINCIPAL = re.compile(rb"\ntt(\d{1,9})\t(\d{1,4})\tnm(\d{1,9})\t(actor|actress|self|director)(?=\t)")
_PERSON = re.compile(rb"\nnm(\d{1,9})\t([^\t\n]+)(?=\t)")
_ACTOR, _SELF, _DIRECTOR = range(3)
_ROLES = {b"actor": _ACTOR, b"actress": _ACTOR, b"self": _SELF, b"director": _DIRECTOR}
_MAX_ORDERING = 127
_ROLE_BITS, _PERSON_BITS, _RATING_BITS = 2, 27, 7
_MAX_PERSON = 2**_PERSON_BITS - 1


class _Title(NamedTuple):
    """A line of title.basics: `digits` are those of its id."""

    digits: str
    type: str
    title: str
    original: str
    is_adult: bool
    year: int | None
    runtime: int | None
    genres: tuple[str, ...]

    @property
    def number(self) -> int:
        return int(self.digits)


def read_imdb(
    files: ImdbFiles,
    choice: ImdbChoice = ANY,
    columns: Collection[str] | None = None,
) -> Iterator[Movie]:
    """Yield the wanted titles as movies, in the order of the files; with `choice.top` the best of each year, the oldest first.

    `columns` are those wanted; None is all. People are read only where actors or directors are. Each file is logged before it
    is read. Raise SourceError where a file is damaged, UsageError where ratings are needed and not there.
    """
    if choice.needs_ratings and files.ratings is None:
        raise UsageError("no file of ratings here", where=str(files.basics.parent), remedy="add title.ratings.tsv.gz")
    wanted_columns = set(columns) if columns is not None else {"rating", "votes", "actors", "directors"}
    with TemporaryFile() as kept:
        wanted = _keep_titles(files.basics, choice, kept)
        ratings = IdMap()
        if files.ratings and (choice.needs_ratings or wanted_columns & {"rating", "votes"}):
            ratings, rated = _read_ratings(files.ratings, wanted, choice.min_votes)
            wanted = rated if choice.needs_ratings else wanted
        if choice.top:
            wanted = _best_of_each_year(_titles(kept), wanted, ratings, choice.top)
        people = _People()
        if files.principals and files.names and wanted_columns & {"actors", "directors"}:
            people.read_principals(files.principals, wanted, choice.stars)
            people.read_names(files.names)
        movies = (_movie(title, ratings, people, choice.stars) for title in _titles(kept) if title.number in wanted)
        yield from sorted(movies, key=_by_year) if choice.top else movies


def _by_year(movie: Movie) -> tuple[int, float, int]:
    return movie.year or 0, -(movie.rating or 0), -(movie.votes or 0)


def _keep_titles(path: Path, choice: ImdbChoice, kept: IO[bytes]) -> IdSet:
    """Write the lines of the wanted titles to the file `kept`, each title once, and return their ids."""
    types = b"|".join(re.escape(name.encode()) for name in choice.types)
    line = re.compile(rb"\ntt(\d{1,9})(\t(?:" + types + rb")\t[^\n]+)")
    wanted = IdSet()
    for piece in read_pieces(path):
        for digits, rest in line.findall(piece):
            title = _read_title(digits + rest)
            if title and _is_wanted(title, choice) and wanted.add(title.number):
                kept.write(digits + rest.rstrip(b"\r") + b"\n")
    return wanted


def _is_wanted(title: _Title, choice: ImdbChoice) -> bool:
    return (choice.adult or not title.is_adult) and choice.has_year(title.year)


def _titles(kept: IO[bytes]) -> Iterator[_Title]:
    kept.seek(0)
    return filter(None, map(_read_title, kept))


def _read_title(line: bytes) -> _Title | None:
    """Return a line's title, None where it has not the number of cells that the header names, or no name."""
    cells = line.decode("utf-8", "replace").rstrip("\r\n").split("\t")
    if len(cells) != 9 or cells[2] in ("", _MISSING):
        return None
    digits, type_, title, original, adult, year, _end, runtime, genres = cells
    return _Title(digits, type_, title, original, adult == "1", _number(year), _number(runtime), _names(genres))


def _number(cell: str) -> int | None:
    return int(cell) or None if cell.isascii() and cell.isdecimal() and len(cell) < 10 else None


def _names(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(",")) if cell not in ("", _MISSING) else ()


def _read_ratings(path: Path, wanted: IdSet, min_votes: int) -> tuple[IdMap, IdSet]:
    """Return the ratings of wanted titles with enough votes, packed as `votes << 7 | ten times the rating`; and those titles."""
    ratings, rated = IdMap(), IdSet()
    for piece in read_pieces(path):
        for digits, rating, votes in _RATING.findall(piece):
            number = int(digits)
            if number in wanted and int(votes) >= min_votes and rated.add(number):
                ratings.add(number, min(int(votes), MAX_ID) << _RATING_BITS | round(float(rating) * 10))
    return ratings, rated


def _rating(ratings: IdMap, number: int) -> tuple[float | None, int | None]:
    """Return the rating, 0 to 10, and the votes of a title."""
    packed = ratings.first(number)
    return (None, None) if packed is None else ((packed & (1 << _RATING_BITS) - 1) / 10, packed >> _RATING_BITS)


def _best_of_each_year(titles: Iterator[_Title], wanted: IdSet, ratings: IdMap, most: int) -> IdSet:
    """Return the best rated titles of each year; of two rated alike, that with more votes, then the first in the file."""
    years: dict[int, list[tuple[float, int, int, int]]] = {}
    for place, title in enumerate(titles):
        rating, votes = _rating(ratings, title.number) if title.number in wanted else (None, None)
        if title.year is not None and rating is not None and votes is not None:
            year = years.setdefault(title.year, [])
            year.append((rating, votes, -place, title.number))
            if len(year) > 2 * most + _SPARE:
                years[title.year] = nlargest(most, year)
    best = IdSet()
    for *_order, number in chain.from_iterable(nlargest(most, year) for year in years.values()):
        best.add(number)
    return best


_SPARE = 1_000


class _People:
    """The actors and directors of titles: who, in which order; and their names, one text with an offset a person."""

    def __init__(self) -> None:
        self._roles = IdMap()
        self._offsets = IdMap()
        self._names = bytearray()
        self._wanted = IdSet()

    def read_principals(self, path: Path, wanted: IdSet, stars: int) -> None:
        """Keep the first `stars` actors, the first `stars` who play themselves, and the directors of the wanted titles."""
        last, title, is_wanted = b"", 0, False
        kept: dict[int, list[int]] = {}
        for piece in read_pieces(path):
            for digits, ordering, person, category in _PRINCIPAL.findall(piece):
                if digits != last:
                    if kept:
                        self._keep(title, kept, stars)
                        kept = {}
                    last, title = digits, int(digits)
                    is_wanted = title in wanted
                if is_wanted:
                    number, role = int(person), _ROLES[category]
                    if number <= _MAX_PERSON:
                        place = min(int(ordering), _MAX_ORDERING) << _ROLE_BITS | role
                        kept.setdefault(role, []).append(place << _PERSON_BITS | number)
        self._keep(title, kept, stars)

    def _keep(self, title: int, kept: dict[int, list[int]], stars: int) -> None:
        """Keep the people of a title that are next to each other in the file; actors beyond the first ones are never shown."""
        chosen: list[int] = []
        for role, packed in kept.items():
            chosen += packed if role == _DIRECTOR else sorted(packed)[: 2 * stars]
        for packed_person in sorted(chosen):
            self._roles.add(title, packed_person)
            self._wanted.add(packed_person & _MAX_PERSON)

    def read_names(self, path: Path) -> None:
        """Keep the names of the people kept."""
        names = self._names
        for piece in read_pieces(path):
            for digits, name in _PERSON.findall(piece):
                number = int(digits)
                if number in self._wanted and name != b"\\N":
                    self._offsets.add(number, len(names))
                    names += name
                    names += b"\n"

    def of(self, title: int, stars: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the actors, at most `stars`, and the directors of a title, each once, in the order of billing."""
        by_role: tuple[dict[int, None], ...] = ({}, {}, {})
        for packed in self._roles.values(title):
            by_role[packed >> _PERSON_BITS & (1 << _ROLE_BITS) - 1][packed & _MAX_PERSON] = None
        actors, themselves, directors = (tuple(filter(None, map(self._name, people))) for people in by_role)
        return (actors or themselves)[:stars], directors

    def _name(self, number: int) -> str | None:
        offset = self._offsets.first(number)
        return None if offset is None else self._names[offset : self._names.index(b"\n", offset)].decode("utf-8", "replace")


def _movie(title: _Title, ratings: IdMap, people: _People, stars: int) -> Movie:
    rating, votes = _rating(ratings, title.number)
    actors, directors = people.of(title.number, stars)
    original = title.original if title.original not in (title.title, "", _MISSING) else None
    return Movie(
        title.title,
        rating,
        title.year,
        actors,
        title.runtime,
        TITLE_URL % title.digits,
        genres=title.genres,
        directors=directors,
        votes=votes,
        original_title=original,
    )
