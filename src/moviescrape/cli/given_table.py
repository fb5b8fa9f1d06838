"""The table that an argument names: a file, a folder of parts, or `-`, which is standard input."""

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from moviescrape.errors import SourceError
from moviescrape.pages.files import SQLITE_MAGIC, STDIN, read_stdin

if TYPE_CHECKING:
    import pandas as pd

_STARTS = {b"PAR1": ".parquet", SQLITE_MAGIC: ".sqlite", b"\x1f\x8b": ".gz", b"[": ".json", b"<": ".xml"}


def read_given_table(path: Path) -> "pd.DataFrame":
    """Return the typed frame of what `path` names; what standard input holds is known by its bytes. Raise SourceError."""
    from moviescrape.table.table_file import read_table

    if path != STDIN:
        return read_table(path)
    content = read_stdin()
    with tempfile.TemporaryDirectory(prefix="moviescrape-") as folder:
        copy = Path(folder, f"stdin{suffix_of(content)}")
        copy.write_bytes(content)
        try:
            return read_table(copy)
        except SourceError as error:
            raise type(error)(error.what, where=str(STDIN), remedy=error.remedy) from None


def suffix_of(content: bytes) -> str:
    """Return what the name of a table of these bytes ends in; `.csv` where nothing else shows.

    >>> suffix_of(b"title,year"), suffix_of(b'{"title": "River"}'), suffix_of(b"PAR1...")
    ('.csv', '.jsonl', '.parquet')
    """
    if content.startswith(b"PK"):
        return ".xlsx" if b"xl/workbook.xml" in content else ".zip"
    text = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"{"):
        return ".jsonl" if _is_row(text.partition(b"\n")[0]) else ".json"
    return next((suffix for start, suffix in _STARTS.items() if text.startswith(start)), ".csv")


def _is_row(line: bytes) -> bool:
    """Return whether a line of JSON is a row by itself; a result of Wikidata's on one line is none."""
    try:
        said = json.loads(line)
    except ValueError:
        return False
    return isinstance(said, dict) and "results" not in said
