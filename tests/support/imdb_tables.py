"""Invented files in the form of IMDb's data files, of any size, and the movies that they hold."""

import gzip
import random
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from moviescrape.movie import Movie
from moviescrape.table.imdb.imdb_choice import STARS
from moviescrape.table.imdb.imdb_folder import HEADERS

_TYPES = ("movie", "tvMovie", "short", "video", "tvSeries", "tvEpisode")
_SHARES = (0.12, 0.03, 0.1, 0.05, 0.05, 0.65)
_WORDS = ("Amber", "Road", "Harbour", '"Quiet', "Pier", "Løw", "Sun", "路灯", "Ferry's", "of Rain", 'Nine"', "& Salt")
_GENRES = ("Drama", "Comedy", "Crime", "Film-Noir", "Sci-Fi", "Documentary")
_FIRST, _LAST = ("Ana", "Cy", "Eva", "José", "O'Neil", "Zoë"), ("Bo", "Do", "Fu", "Nuñez", "van der Berg", "Li; Jr.")


def person_name(number: int) -> str | None:
    """Return the name of a person; one in a hundred is not in the file of names."""
    return None if number % 100 == 99 else f"{_FIRST[number % 6]} {_LAST[number // 6 % 6]} {number}"


def write_imdb_files(folder: Path, titles: int, *, seed: int = 1, people: int | None = None, packed: bool = True) -> None:
    """Write the four files; about five principals a title. `truth_of` says what they hold."""
    chance = random.Random(seed)
    most = people or max(20, titles // 2)
    with (
        _table(folder, "title.basics", packed=packed) as basics,
        _table(folder, "title.ratings", packed=packed) as ratings,
        _table(folder, "title.principals", packed=packed) as principals,
    ):
        for _, lines in _titles(titles, chance, most):
            for file, text in zip((basics, ratings, principals), lines, strict=True):
                file.write(text.encode())
    with _table(folder, "name.basics", packed=packed) as names:
        for number in range(1, most + 1):
            if name := person_name(number):
                names.write(f"nm{number:07}\t{name}\t1950\t\\N\tactor\ttt0000001\n".encode())


def truth_of(titles: int, *, seed: int = 1, people: int | None = None, types: tuple[str, ...] = ("movie",)) -> Iterator[Movie]:
    """Yield the movies of these files, those for adults left out."""
    for (type_, is_adult, movie), _ in _titles(titles, random.Random(seed), people or max(20, titles // 2)):
        if type_ in types and not is_adult:
            yield movie


def _table(folder: Path, name: str, *, packed: bool) -> IO[bytes]:
    path = folder / (f"{name}.tsv.gz" if packed else f"{name}.tsv")
    file = cast(IO[bytes], gzip.open(path, "wb", compresslevel=6) if packed else path.open("wb"))  # noqa: SIM115 - of the caller
    file.write(("\t".join(HEADERS[name]) + "\n").encode())
    return file


def _titles(number: int, chance: random.Random, people: int) -> Iterator[tuple[tuple[str, bool, Movie], tuple[str, str, str]]]:
    for place in range(1, number + 1):
        id_ = place if place % 10 else 10_000_000 + place  # ids of 7 and of 8 digits
        type_ = chance.choices(_TYPES, _SHARES)[0]
        title = " ".join(chance.choices(_WORDS, k=chance.randint(1, 4)))
        original = title if chance.random() < 0.8 else f"{title} {place}"
        year = chance.randint(1900, 2025) if chance.random() < 0.95 else None
        runtime = chance.randint(1, 240) if chance.random() < 0.7 else None
        genres = tuple(chance.sample(_GENRES, k=chance.randint(0, 3)))
        is_adult = chance.random() < 0.02
        rating, votes = (chance.randint(10, 100) / 10, chance.randint(5, 10**6)) if chance.random() < 0.6 else (None, None)
        cast = [(chance.randint(1, people), _category(chance)) for _ in range(chance.randint(0, 10))]
        actors, directors = _billed(cast)
        movie = Movie(
            title,
            rating,
            year,
            actors,
            runtime,
            f"https://www.imdb.com/title/tt{id_:07}/",
            genres=genres,
            directors=directors,
            votes=votes,
            original_title=original if original != title else None,
        )
        cells = (type_, title, original, str(int(is_adult)), year or "\\N", "\\N", runtime or "\\N", ",".join(genres) or "\\N")
        basics = f"tt{id_:07}\t" + "\t".join(map(str, cells)) + "\n"
        rated = f"tt{id_:07}\t{rating}\t{votes}\n" if rating is not None else ""
        principals = "".join(
            f"tt{id_:07}\t{ordering}\tnm{person:07}\t{category}\t\\N\t\\N\n"
            for ordering, (person, category) in enumerate(cast, 1)
        )
        yield (type_, is_adult, movie), (basics, rated, principals)


def _category(chance: random.Random) -> str:
    return chance.choices(("actor", "actress", "self", "director", "writer", "producer"), (30, 25, 5, 10, 15, 15))[0]


def _billed(cast: list[tuple[int, str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    def names(*categories: str) -> tuple[str, ...]:
        found = dict.fromkeys(person for person, category in cast if category in categories)
        return tuple(name for person in found if (name := person_name(person)))

    return (names("actor", "actress") or names("self"))[:STARS], names("director")
