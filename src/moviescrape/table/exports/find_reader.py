"""Find what a file or a folder of another program is, by its bytes, and what reads it."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from moviescrape.errors import SourceError
from moviescrape.table.exports import kodi, movielens, tmdb_ids, trakt, wikidata
from moviescrape.table.exports.known_exports import find_export
from moviescrape.table.exports.letterboxd_zip import is_letterboxd
from moviescrape.table.exports.wikidata import is_wikidata_row

Columns: TypeAlias = dict[str, list[Any]]
_HEAD_CHARACTERS = 65_536
_JSON = frozenset({".json", ".gz"})
_PAGES = (".html", ".htm", ".xhtml", ".mhtml", ".mht")


def find_reader(path: Path) -> Callable[[Path], Columns] | None:
    """Return what reads the columns of a file or folder; None for what none of these programs wrote.

    A CSV table and the zip of Letterboxd are tables of rows, and have readers of their own.
    """
    if path.is_dir() or path.suffix.lower() == ".zip":
        if movielens.is_movielens(path):
            return movielens.movielens_columns
        return kodi.kodi_columns if path.is_dir() and _has_nfo_files(path) else None
    if path.suffix.lower() in kodi.SUFFIXES:
        return kodi.kodi_columns
    if path.suffix.lower() in _JSON:
        return tmdb_ids.tmdb_columns if tmdb_ids.is_tmdb_ids(path) else _json_columns
    return None


def is_export(path: Path) -> bool:
    """Return whether a file or folder was given out by another site or program, so that it holds movies, not pages."""
    suffix = path.suffix.lower()
    if suffix == ".csv":
        return _is_known_csv(path)
    if suffix == ".json":
        return True
    if suffix == ".gz":
        return tmdb_ids.is_tmdb_ids(path)
    if suffix == ".xml":
        return kodi.is_library(path)
    return find_reader(path) is not None or (suffix == ".zip" and is_letterboxd(path))


def _has_nfo_files(folder: Path) -> bool:
    """Return whether NFO files, and no saved pages, stand below a folder; the first of either that is met decides."""
    for _, folders, files in os.walk(folder):
        folders.sort()
        suffixes = [os.path.splitext(name)[1].lower() for name in files]  # noqa: PTH122 - a million names
        if ".nfo" in suffixes or any(suffix in _PAGES for suffix in suffixes):
            return ".nfo" in suffixes and not any(suffix in _PAGES for suffix in suffixes)
    return False


def _is_known_csv(path: Path) -> bool:
    import csv

    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            head = file.read(_HEAD_CHARACTERS)
    except (OSError, UnicodeDecodeError):
        return False
    rows = csv.reader(head.splitlines(keepends=True))
    try:
        header, first = next(rows, []), next(rows, [])
    except csv.Error:
        return False
    is_list = head.startswith("Letterboxd list export")
    return is_list or find_export(header) is not None or is_wikidata_row(header, first)


def _is_plain(said: Any) -> bool:
    """Return whether JSON is a list of movies by our names, as pandas writes one."""
    return isinstance(said, list) and all(isinstance(row, dict) for row in said) and any("title" in row for row in said)


def _json_columns(path: Path) -> Columns:
    """Return the movies of a JSON file of Trakt, of Wikidata, or by our names. Raise SourceError where it is none of these."""
    try:
        said = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"not JSON ({error})", where=str(path), remedy="export it again") from None
    if trakt.is_trakt(said):
        return trakt.trakt_columns(said)
    bindings = wikidata.find_bindings(said)
    if bindings is None and _is_plain(said):
        names = dict.fromkeys(name for row in said for name in row)
        return {name: [row.get(name) for row in said] for name in names}
    if bindings is None:
        what = "no export of movies in it that is known: neither Trakt's ratings or history nor a result of Wikidata's"
        raise SourceError(what, where=str(path), remedy="name a table (.csv, .jsonl), or one of these")
    return wikidata.wikidata_columns(bindings, str(path))
