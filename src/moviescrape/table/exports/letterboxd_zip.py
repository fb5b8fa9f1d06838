"""The films of the zip file of CSV tables that Letterboxd gives people of their own ratings."""

import io
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO
from zipfile import BadZipFile, ZipFile

from moviescrape.errors import SourceError

if TYPE_CHECKING:
    import pandas as pd

_MAX_BYTES = 256 * 2**20
_OF_LETTERBOXD = ("ratings.csv", "watched.csv", "watchlist.csv")


def is_letterboxd(path: Path) -> bool:
    """Return whether a file is a zip with one of the tables of films in it."""
    try:
        with ZipFile(path) as archive:
            return any(_is_wanted(name) for name in archive.namelist())
    except (OSError, BadZipFile):
        return False


def _is_wanted(member: str) -> bool:
    """Return whether a table stands in the zip's top folder, or in one: deeper are those of deleted entries."""
    folder, _, name = member.rpartition("/")
    return name in _OF_LETTERBOXD and "/" not in folder


def read_letterboxd(path: Path, read_csv: Callable[[TextIO, str], "pd.DataFrame"]) -> "pd.DataFrame":
    """Return the films of a Letterboxd export, each once: those rated, then those watched; where there are none, the watchlist.

    Raise SourceError where the file is no zip, is damaged, or holds none of these.
    """
    import pandas as pd  # for those who have such a file

    tables: dict[str, pd.DataFrame] = {}
    try:
        with ZipFile(path) as archive:
            for member in archive.infolist():
                name = member.filename.rpartition("/")[2]
                if _is_wanted(member.filename) and member.file_size <= _MAX_BYTES:
                    text = io.StringIO(archive.read(member).decode("utf-8-sig"), newline="")
                    tables.setdefault(name, read_csv(text, f"{path}, {name}"))
    except (BadZipFile, EOFError, NotImplementedError, RuntimeError, zlib.error) as error:
        raise SourceError(f"not a zip file that can be read ({error})", where=str(path), remedy="download it again") from None
    if not tables:
        what = f"no {', '.join(_OF_LETTERBOXD[:-1])} or {_OF_LETTERBOXD[-1]} in it, so no export of Letterboxd"
        raise SourceError(what, where=str(path), remedy="unpack it, and name a table that it holds")
    seen = [tables[name] for name in _OF_LETTERBOXD[:2] if name in tables] or list(tables.values())
    joined = pd.concat(seen, ignore_index=True)
    keys = [name for name in ("url", "title", "year") if name in joined]
    return joined.drop_duplicates(subset="url" if "url" in joined else keys, ignore_index=True)
