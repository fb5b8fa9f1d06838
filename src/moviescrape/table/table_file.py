"""A table from a file: one that moviescrape wrote, in any of its formats, or one that a person edited."""

import csv
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any, TextIO
from zipfile import BadZipFile

import pandas as pd

from moviescrape.errors import SourceError
from moviescrape.errors.remedies import Remedy
from moviescrape.movie import DEFAULT_COLUMNS
from moviescrape.table.columns import ROWS, batches
from moviescrape.table.exports.known_exports import rename
from moviescrape.table.exports.wikidata import is_wikidata_row, wikidata_columns
from moviescrape.table.parts_folder import is_parts_folder, list_parts
from moviescrape.table.schema import conform, conform_frame

_HALF_LETTER = re.compile(r"\\u[dD][89a-fA-F]")  # of an emoji that was cut, `\ud83d` alone: no UTF-8 can hold it

csv.field_size_limit(2**24)  # a description is short, but a cell of a table of another program may not be


def read_table(path: Path) -> pd.DataFrame:
    """Return the typed frame of a .csv, .jsonl, .parquet, .sqlite or .xlsx file. Raise SourceError, in one line.

    A CSV file may have what spreadsheets make of it: a byte order mark, `;` or tabs between the cells, a decimal comma, and an
    index of pandas'; its names may be in other languages. A folder of parts is one table. What IMDb, Letterboxd, MovieLens,
    Trakt, Kodi, TMDB and Wikidata give out is read too: see `moviescrape.table.exports`.
    """
    reader = _read_folder if path.is_dir() else _READERS.get(path.suffix.lower())
    if reader is None:
        what = f"not a table that can be read, which ends in {', '.join(_READERS)}"
        raise SourceError(what, where=str(path), remedy=Remedy.MAKE_TABLE)
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise SourceError("a pipe or a device, not a file", where=str(path), remedy="save what it gives as a file")
    try:
        return reader(path)
    except FileNotFoundError:
        raise SourceError("no such file", where=str(path), remedy="check the path") from None
    except UnicodeDecodeError as error:
        raise SourceError(f"not UTF-8 ({error.reason})", where=str(path), remedy="save it again as 'CSV UTF-8'") from None
    except OSError as error:
        raise SourceError(error.strerror or str(error), where=str(path), remedy="check that it is a file you may read") from None
    except ImportError:
        package = "openpyxl" if path.suffix.lower() == ".xlsx" else "pyarrow"
        raise SourceError(f"reading it needs {package}", where=str(path), remedy=f"pip install {package}") from None


def _read_csv(path: Path) -> pd.DataFrame:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return read_csv_text(file, str(path))


def read_csv_text(file: TextIO, where: str) -> pd.DataFrame:
    """Return the table of an open CSV file, which messages call `where`. Raise SourceError, in one line."""
    skipped = _skip_preamble(file)
    start = file.tell()
    head = file.readline()
    file.seek(start)
    reader = csv.reader(file, delimiter=_delimiter(head), strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        _check_header(header, where)
        rows = _filled_rows(reader, len(header), skipped, where)
        first = next(rows, None)
        if first and is_wikidata_row(header, first[1]):
            bindings = [{name: cell for name, cell in zip(header, row, strict=True) if cell} for _, row in chain([first], rows)]
            return _conform_export(wikidata_columns(bindings, where), where)
        frames = [_frame_of(batch, header, where) for batch in batches(chain([first] if first else [], rows), ROWS)]
    except csv.Error as error:
        what = f"line {reader.line_num + skipped}: {error}"
        raise SourceError(what, where=where, remedy="close the quotes there") from None
    return pd.concat(frames, ignore_index=True)


def _skip_preamble(file: TextIO) -> int:
    """Go behind what Letterboxd writes before the header of a list, up to an empty line; return how many lines that is."""
    if not file.readline().startswith("Letterboxd list export"):
        file.seek(0)
        return 0
    lines = 2
    while file.readline().strip():
        lines += 1
    return lines


def _frame_of(rows: list[tuple[int, list[str]]], header: list[str], where: str) -> pd.DataFrame:
    columns: list[tuple[str, ...]] = list(zip(*(row for _, row in rows), strict=True)) if rows else [()] * len(header)
    first = 0 if header[0] else 1  # an index, as pandas writes it, says nothing of a movie
    return conform(rename(header[first:], columns[first:]), [line for line, _ in rows], where)


def _delimiter(head: str) -> str:
    r"""Return what stands between the names of the header.

    >>> _delimiter("title;rating;year"), _delimiter("title"), _delimiter("title\trating")
    (';', ',', '\t')
    """
    return max(",;\t", key=head.count)


def _check_header(header: list[str], where: str) -> None:
    if not any(header):
        raise SourceError("empty", where=where, remedy="the first line must name the columns: title,rating,year,...")
    for place, name in enumerate(header, start=1):
        if not name and place > 1:
            raise SourceError(f"column {place} has no name", where=where, remedy="name it in the first line, or remove it")
        if header.index(name) != place - 1:
            raise SourceError(f"two columns are called {name!r}", where=where, remedy="rename one of them")


def _filled_rows(reader: Any, width: int, skipped: int, where: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that hold anything, each with the line it ends on; a row of another width means a broken file."""
    for row in reader:
        if len(row) == width and any(row):
            yield reader.line_num + skipped, row
        elif any(row):
            what = f"line {reader.line_num + skipped}: {len(row)} cells under {width} columns"
            raise SourceError(what, where=where, remedy="is a cell with a comma quoted, is the file whole?")


def _read_jsonl(path: Path) -> pd.DataFrame:
    """Without a line there is no header either: an empty file is an empty table of the default columns."""
    return pd.concat([_frame_of_records(batch, path) for batch in batches(_records(path), ROWS)], ignore_index=True)


def _frame_of_records(records: list[tuple[int, dict[str, Any]]], path: Path) -> pd.DataFrame:
    names = dict.fromkeys(name for _, record in records for name in record) if records else DEFAULT_COLUMNS
    columns = {name: [record.get(name) for _, record in records] for name in names}
    return conform(columns, [line for line, _ in records], str(path))


def _records(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    with path.open(encoding="utf-8-sig") as file:
        for line, text in enumerate(file, start=1):
            if text.strip():
                yield line, _record(text, line, path)


def _record(text: str, line: int, path: Path) -> dict[str, Any]:
    try:
        record = json.loads(text)
        if _HALF_LETTER.search(text):
            record = json.loads(json.dumps(record, ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, RecursionError) as error:
        raise SourceError(
            f"line {line}: not JSON ({error})", where=str(path), remedy="each line must be one JSON object"
        ) from None
    if not isinstance(record, dict):
        raise SourceError(f"line {line}: not an object", where=str(path), remedy="each line must be one JSON object")
    return record


def _read_parquet(path: Path) -> pd.DataFrame:
    try:
        return conform_frame(pd.read_parquet(path), str(path))
    except ValueError as error:  # pyarrow.ArrowInvalid is one
        raise SourceError(f"not a Parquet file ({_first_line(error)})", where=str(path), remedy="write it again") from None


def _read_sqlite(path: Path) -> pd.DataFrame:
    path.open("rb").close()  # sqlite3 would make a missing file
    with closing(sqlite3.connect(path)) as connection:
        try:
            return conform_frame(pd.read_sql_query("SELECT * FROM movies", connection), str(path))
        except (sqlite3.Error, pd.errors.DatabaseError) as error:
            if _is_page_store(connection):
                raise SourceError("a page store, not a table", where=str(path), remedy=Remedy.MAKE_TABLE) from None
            raise SourceError(
                f"no table movies ({_first_line(error)})", where=str(path), remedy="give a file that moviescrape wrote"
            ) from None


def _is_page_store(connection: sqlite3.Connection) -> bool:
    try:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    except sqlite3.Error:
        return False
    return names >= {"pages", "failures", "runs"}


def _read_xlsx(path: Path) -> pd.DataFrame:
    try:
        frame = pd.read_excel(path, dtype="object", keep_default_na=False, na_values=[""], engine="openpyxl")
    except (ValueError, KeyError, BadZipFile) as error:
        raise SourceError(f"not a workbook ({_first_line(error)})", where=str(path), remedy="save it again as .xlsx") from None
    return conform_frame(frame, str(path))


def _read_folder(path: Path) -> pd.DataFrame:
    """Return the movies of a folder of parts, of another program's Parquet files, or of an export."""
    if is_parts_folder(path):
        return pd.concat([read_table(part) for part in list_parts(path)], ignore_index=True)
    if any(path.glob("*.parquet")):
        return _read_parquet(path)
    return _read_export(path)


def _read_export(path: Path) -> pd.DataFrame:
    """Return the movies of a folder, a zip, or a file that another site or program gave out."""
    from moviescrape.table.exports.find_reader import find_reader  # for those who have such a file

    reader = find_reader(path)
    if reader is not None:
        return _conform_export(reader(path), str(path))
    if path.suffix.lower() == ".zip":
        from moviescrape.table.exports.letterboxd_zip import read_letterboxd

        return read_letterboxd(path, read_csv_text)
    what = "a folder, but not one of parts, of MovieLens or of Kodi's NFO files"
    raise SourceError(what, where=str(path), remedy=Remedy.MAKE_TABLE)


def _conform_export(columns: dict[str, list[Any]], where: str) -> pd.DataFrame:
    """Return the columns of an export as a typed frame; its movies have numbers, not lines."""
    return conform(columns, range(1, len(columns["title"]) + 1), where)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


_READERS = {
    ".csv": _read_csv,
    ".jsonl": _read_jsonl,
    ".parquet": _read_parquet,
    ".sqlite": _read_sqlite,
    ".xlsx": _read_xlsx,
    ".zip": _read_export,
    ".json": _read_export,
    ".gz": _read_export,
    ".nfo": _read_export,
    ".xml": _read_export,
}
