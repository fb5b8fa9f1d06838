"""A CSV file that a submission wrote: its rows, and what is wrong with the file itself."""

import csv
import io
import math
from pathlib import Path
from typing import NamedTuple

from moviescrape.check.cell_mistakes import NUMBERS
from moviescrape.check.messages import shown
from moviescrape.check.pairing import SubmittedRow
from moviescrape.check.score import Mistake

MOST_BYTES = 20 * 2**20


class CsvFile(NamedTuple):
    """The columns and rows of a file, cells as numbers where their column holds numbers, None where empty."""

    columns: list[str]
    rows: list[SubmittedRow]
    mistakes: list[Mistake]


def read_csv_file(path: Path, columns: tuple[str, ...]) -> CsvFile:
    """Read what was written, whatever is wrong with it; `columns` are those that the assignment asks for."""
    if not path.is_file():
        return CsvFile([], [], [Mistake("no_file", f"file: the program did not write {path.name}, the name it was given")])
    content = path.read_bytes()[:MOST_BYTES]
    mistakes = []
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
        mistakes.append(Mistake("encoding", "file: it is not UTF-8; open it with encoding='utf-8'"))
    lines = _read_lines(text, _delimiter(text, mistakes), mistakes)
    header, *cells = lines or [[]]
    if any(not line for line in cells[:-1]):
        mistakes.append(Mistake("blank_lines", "file: there are blank lines between the rows; open it with newline=''"))
    header, cells = _check_header(header, [line for line in cells if line], columns, mistakes)
    rows = [_row(header, line) for line in cells]
    return CsvFile(header, rows, mistakes)


def _read_lines(text: str, delimiter: str, mistakes: list[Mistake]) -> list[list[str]]:
    """Return the lines up to the first that can't be read."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    lines: list[list[str]] = []
    try:
        lines.extend(reader)
    except csv.Error as error:
        mistakes.append(Mistake("broken", f"file: line {reader.line_num} can't be read ({error})"))
    return lines


def _delimiter(text: str, mistakes: list[Mistake]) -> str:
    head = text.partition("\n")[0]
    if head.count(",") >= max(head.count(";"), head.count("\t")) or not head.strip():
        return ","
    mistakes.append(Mistake("delimiter", "file: its cells are not separated by commas"))
    return ";" if head.count(";") >= head.count("\t") else "\t"


def _check_header(
    header: list[str], cells: list[list[str]], columns: tuple[str, ...], mistakes: list[Mistake]
) -> tuple[list[str], list[list[str]]]:
    """Return the names of the columns, and the rows; a first line that names none of them is a row."""
    names = [name.strip() for name in header]
    if not set(names) & set(columns):
        mistakes.append(
            Mistake("no_header", f"file: the first line does not name the columns; it begins with {shown(','.join(header))}")
        )
        return [*columns, *map(str, range(len(columns), len(header)))], [header, *cells] if header else cells
    if names[0] in ("", "Unnamed: 0", "index") and names[0] not in columns:
        mistakes.append(Mistake("index_column", "file: its first column is the row number; write it with index=False"))
    elif tuple(name for name in names if name in columns) != columns and set(columns) <= set(names):
        mistakes.append(Mistake("column_order", f"file: the columns come in another order than {','.join(columns)}"))
    elif extra := [name for name in names if name not in columns]:
        mistakes.append(Mistake("extra_column", f"file: nobody asked for the column {shown(extra[0])}"))
    return names, cells


def _row(header: list[str], line: list[str]) -> SubmittedRow:
    """All columns, also those that a short line lacks."""
    return {**dict.fromkeys(header), **{name: _value(name, cell) for name, cell in zip(header, line, strict=False)}}


def _value(name: str, cell: str) -> str | float | None:
    if cell == "":
        return None
    if name not in NUMBERS:
        return cell
    try:
        number = float(cell)
    except ValueError:
        return cell
    return number if math.isfinite(number) else cell
