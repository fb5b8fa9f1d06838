"""Tables out of what Letterboxd (a zip of CSV files) and Trakt (JSON) give people of their own ratings."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO
from zipfile import BadZipFile, ZipFile

import pandas as pd

from moviescrape.errors import SourceError
from moviescrape.table.known_exports import MY_RATING, imdb_url
from moviescrape.table.schema import conform

_MAX_BYTES = 256 * 2**20
_OF_LETTERBOXD = ("ratings.csv", "watched.csv", "watchlist.csv")


def read_letterboxd(path: Path, read_csv: Callable[[TextIO, str], pd.DataFrame]) -> pd.DataFrame:
    """Return the films of a Letterboxd export, each once: those rated, then those watched; where there are none, the watchlist.

    Raise SourceError where the file is no zip, is damaged, or holds none of these.
    """
    tables: dict[str, pd.DataFrame] = {}
    try:
        with ZipFile(path) as archive:
            for member in archive.infolist():
                folder, _, name = member.filename.rpartition("/")
                if name in _OF_LETTERBOXD and "/" not in folder and member.file_size <= _MAX_BYTES:
                    text = io.StringIO(archive.read(member).decode("utf-8-sig"), newline="")
                    tables.setdefault(name, read_csv(text, f"{path}, {name}"))
    except (BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise SourceError(f"not a zip file that can be read ({error})", where=str(path), remedy="download it again") from None
    if not tables:
        what = f"no {', '.join(_OF_LETTERBOXD[:-1])} or {_OF_LETTERBOXD[-1]} in it, so no export of Letterboxd"
        raise SourceError(what, where=str(path), remedy="unpack it, and name a table that it holds")
    seen = [tables[name] for name in _OF_LETTERBOXD[:2] if name in tables] or list(tables.values())
    joined = pd.concat(seen, ignore_index=True)
    keys = [name for name in ("url", "title", "year") if name in joined]
    return joined.drop_duplicates(subset="url" if "url" in joined else keys, ignore_index=True)


def read_trakt(path: Path) -> pd.DataFrame:
    """Return the movies of a JSON file of Trakt's: ratings, history, a collection, a watchlist. Shows are left out.

    Raise SourceError where the file is none of these.
    """
    try:
        said = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"not JSON ({error})", where=str(path), remedy="export it again") from None
    entries = said if isinstance(said, list) else []
    movies = [(entry, entry["movie"]) for entry in entries if isinstance(entry, dict) and isinstance(entry.get("movie"), dict)]
    if not movies:
        what = "no movies of an export of Trakt's in it"
        raise SourceError(what, where=str(path), remedy="name a .json file of Trakt's ratings or history")
    rows: dict[str, list[Any]] = {
        "title": [movie.get("title") for _, movie in movies],
        "year": [movie.get("year") for _, movie in movies],
        "url": [imdb_url(str((movie.get("ids") or {}).get("imdb") or "")) for _, movie in movies],
        MY_RATING: [entry.get("rating") for entry, _ in movies],
    }
    return conform(rows, range(1, len(movies) + 1), str(path)).drop_duplicates(ignore_index=True)
