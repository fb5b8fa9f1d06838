"""TMDB's daily files of ids (https://developer.themoviedb.org/docs/daily-id-exports): a JSON object a line, gzipped or not."""

import json
import zlib
from pathlib import Path
from typing import Any

from moviescrape.errors import SourceError
from moviescrape.table.gzip_file import unpacked

TMDB_MOVIE = "https://www.themoviedb.org/movie/"
_HEAD_BYTES = 4_096


def is_tmdb_ids(path: Path) -> bool:
    """Return whether a file's first line is an id with an original title, or one of people, series and the like."""
    try:
        with path.open("rb") as raw, unpacked(raw) as file:
            first = json.loads(file.readline(_HEAD_BYTES))
    except (OSError, EOFError, ValueError, zlib.error, RecursionError):
        return False
    return isinstance(first, dict) and "id" in first and bool(first.keys() & {"original_title", "original_name", "name"})


def tmdb_columns(path: Path) -> dict[str, list[Any]]:
    """Return the movies of a file of ids, column by column: the original title, and TMDB's address, popularity and marks.

    Raise SourceError where the file is damaged or holds ids of something else.
    """
    try:
        with path.open("rb") as raw, unpacked(raw) as file:
            entries = [json.loads(line) for line in file if line.strip()]
        movies = [(entry["original_title"], entry["id"], entry) for entry in entries]
    except KeyError:
        raise SourceError("ids of something else than movies", where=str(path), remedy="name movie_ids_….json.gz") from None
    except (OSError, EOFError, ValueError, TypeError, zlib.error, RecursionError) as error:
        what = f"is damaged or cut off ({error})"
        raise SourceError(what, where=str(path), remedy="download it again") from None
    return {
        "title": [title for title, _, _ in movies],
        "url": [f"{TMDB_MOVIE}{number}" for _, number, _ in movies],
        "popularity": [_text_of(entry.get("popularity")) for _, _, entry in movies],
        "adult": [_text_of(entry.get("adult")) for _, _, entry in movies],
        "video": [_text_of(entry.get("video")) for _, _, entry in movies],
    }


def _text_of(value: object) -> str | None:
    return None if value is None else json.dumps(value)
