"""Find which of IMDb's data files a folder holds (https://developer.imdb.com/non-commercial-datasets/), by their header lines."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from moviescrape.errors import SourceError
from moviescrape.table.imdb.tsv import read_header

HEADERS: dict[str, tuple[str, ...]] = {
    "title.basics": (
        *("tconst", "titleType", "primaryTitle", "originalTitle", "isAdult", "startYear", "endYear", "runtimeMinutes"),
        "genres",
    ),
    "title.ratings": ("tconst", "averageRating", "numVotes"),
    "title.principals": ("tconst", "ordering", "nconst", "category", "job", "characters"),
    "name.basics": ("nconst", "primaryName", "birthYear", "deathYear", "primaryProfession", "knownForTitles"),
}
_GIVES = {
    "title.ratings": ("rating", "votes"),
    "title.principals": ("actors", "directors"),
    "name.basics": ("actors", "directors"),
}
"""By file, the columns that are missing without it."""


class ImdbFiles(NamedTuple):
    """The paths of IMDb's data files; None is not there."""

    basics: Path
    ratings: Path | None = None
    principals: Path | None = None
    names: Path | None = None

    @property
    def missing(self) -> dict[str, tuple[str, ...]]:
        """Return by the name of each file that is not there the columns that it would give."""
        return {name: _GIVES[name] for name, path in zip(HEADERS, self, strict=True) if path is None}


def is_imdb_file(path: Path) -> bool:
    """Return whether a file is one of IMDb's data files. Raise SourceError where it can't be read."""
    return _may_be_table(path) and read_header(path) in HEADERS.values()


def find_imdb_files(folder: Path) -> ImdbFiles | None:
    """Return IMDb's data files in a folder, None where it doesn't hold titles. Raise SourceError for one that can't be read.

    Files are known by their first line, whatever they are called, as long as `.tsv` stands in the name.
    """
    names = {header: name for name, header in HEADERS.items()}
    found: dict[str, Path] = {}
    for path in _tables_in(folder):
        if name := names.get(read_header(path)):
            found.setdefault(name, path)
    return ImdbFiles(*(found.get(name) for name in HEADERS)) if "title.basics" in found else None  # type: ignore[arg-type]


def _tables_in(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise SourceError(
            f"can't be read ({error.strerror or error})", where=str(folder), remedy="check its permissions"
        ) from error
    return (entry for entry in entries if _may_be_table(entry) and entry.is_file())


def _may_be_table(path: Path) -> bool:
    return ".tsv" in path.name.lower()
