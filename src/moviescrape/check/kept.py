"""What `--keep DIR` writes: the pages on which something was wrong, the student's rows, and what is wrong with which.

A page can be opened in a browser, its rows in a spreadsheet; the answers are not in them.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from moviescrape.check.cell_mistakes import Wanted, find_mistake
from moviescrape.check.messages import SENTENCES, UNITS, shown
from moviescrape.check.pairing import SubmittedTable, pair_rows
from moviescrape.errors import ExportError

MAX_FILE_BYTES = 5 * 2**20


def page_files(number: int, html: str, table: SubmittedTable, columns: Sequence[str]) -> dict[str, bytes]:
    """Return the page and the student's rows of it; nothing where all of it is right."""
    rows = explained_rows(table, columns)
    if not table.failures and not any(row[-1] for row in rows) and len(rows) == len(table.movies):
        return {}
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["row", *columns, "what is wrong"])
    writer.writerows(rows)
    writer.writerows([f"movie {place + 1}", *[""] * len(columns), said] for place, said in sorted(table.failures.items()))
    return {f"page{number}.html": html.encode(), f"page{number}-rows.csv": text.getvalue().encode()}


def explained_rows(table: SubmittedTable, columns: Sequence[str]) -> list[list[object]]:
    """Return a line for each row of the submission: its number, its cells, and the mistakes in it."""
    movie_of = {row: number for number, row in enumerate(pair_rows(table, columns).row_of) if row is not None}
    lines = []
    for place, row in enumerate(table.rows):
        wrong = "belongs to no movie of the page"
        if place in movie_of:
            wanted = Wanted(table.movies[movie_of[place]])
            kinds = {column: find_mistake(column, row.get(column), wanted) for column in columns}
            wrong = "; ".join(_say(column, kind, row.get(column)) for column, kind in kinds.items() if kind)
        lines.append([place + 1, *(row.get(column) for column in columns), wrong])
    return lines


def _say(column: str, kind: str, cell: object) -> str:
    said = SENTENCES[kind].format(rows="it", shown=shown(cell), unit=UNITS.get(column, "a number"))
    return f"{column}: {said}"


def written_files(folder: Path, given: frozenset[str], printed: str) -> dict[str, bytes]:
    """Return what a program wrote into its folder, and what it printed."""
    files = {"printed.txt": printed.encode()}
    for path in sorted(folder.iterdir()):
        if path.is_file() and not path.is_symlink() and path.name not in given and path.stat().st_size <= MAX_FILE_BYTES:
            files[path.name] = path.read_bytes()
    return files


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files into a folder that is made if need be. ExportError where that is not possible."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise ExportError(
            error.strerror or str(error), where=str(folder), remedy="name a folder that you may write to"
        ) from error
