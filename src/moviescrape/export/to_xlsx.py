"""Excel: one sheet, text as text and never as a formula, names joined by `;`, a missing value is an empty cell."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from moviescrape.errors import ExportError
from moviescrape.export.batches import rows_of
from moviescrape.export.scratch import copied_to

if TYPE_CHECKING:
    import pandas as pd

# Excel's limits: https://support.microsoft.com/office/excel-specifications-and-limits
MAX_ROWS = 1_048_576
MAX_CHARACTERS = 32_767

_WIDTHS = {"title": 40, "actors": 50, "url": 45}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, 2.2


def write(frames: "Iterator[pd.DataFrame]", file: BinaryIO) -> None:
    """Write the header, which stays in sight, and the rows. Raise ExportError where they are more than a sheet holds.

    Characters that a sheet can't hold become U+FFFD; a text that is too long for a cell ends in `…`.
    """
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("movies")
    try:
        _fill(sheet, frames)
        with copied_to(file) as path:
            workbook.save(path)
    finally:
        if not sheet.closed:
            sheet.close()


def _fill(sheet: WriteOnlyWorksheet, frames: "Iterator[pd.DataFrame]") -> None:
    rows = 1
    for number, frame in enumerate(frames):
        if number == 0:
            _begin(sheet, list(frame.columns))
        rows += len(frame)
        if rows > MAX_ROWS:
            raise ExportError(f"an Excel sheet holds {MAX_ROWS - 1:,} movies and there are more", remedy="write .csv or .parquet")
        for row in rows_of(frame):
            sheet.append([_text_cell(sheet, value) if isinstance(value, str) else value for value in row])


def _begin(sheet: WriteOnlyWorksheet, names: list[str]) -> None:
    sheet.freeze_panes = "A2"
    for place, name in enumerate(names, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(name, 12)
    sheet.append([_text_cell(sheet, name) for name in names])


def _text_cell(sheet: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    """Return a cell whose type is said: by itself openpyxl takes `=1+1` for a formula and `#N/A` for an error."""
    text = _NOT_XML.sub("\ufffd", text)
    cell = WriteOnlyCell(sheet, text if len(text) <= MAX_CHARACTERS else text[: MAX_CHARACTERS - 1] + "…")
    cell.data_type = "s"
    return cell
