"""Excel: one sheet with a table that can be filtered, text as text and never as a formula, names joined by `;`, urls as links.

A missing value is an empty cell.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table, TableStyleInfo

from moviescrape.errors import ExportError
from moviescrape.export.batches import rows_of
from moviescrape.export.scratch import copied_to, scratch_errors

if TYPE_CHECKING:
    import pandas as pd

# Excel's limits: https://support.microsoft.com/office/excel-specifications-and-limits
MAX_ROWS = 1_048_576
MAX_CHARACTERS = 32_767
MAX_LINKS = 65_530
MAX_LINK_CHARACTERS = 2_079

_WIDTHS = {"title": 40, "actors": 50, "url": 45, "description": 60, "poster": 45, "directors": 30, "source": 45}
_NUMBER_FORMATS = {"rating": "0.0", "votes": "#,##0"}
_LINK = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_LINK_FONT = Font(color="0563C1", underline="single")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, 2.2


def write(frames: "Iterator[pd.DataFrame]", file: BinaryIO) -> None:
    """Write the header, which stays in sight, and the rows. Raise ExportError where they are more than a sheet holds.

    Characters that a sheet can't hold become U+FFFD; a text that is too long for a cell ends in `…`.
    """
    workbook = Workbook(write_only=True)
    sheet = _Sheet(workbook.create_sheet("movies"))
    try:
        for frame in frames:
            sheet.append(frame)
        sheet.add_table()
        with copied_to(file) as path, scratch_errors(OSError):
            workbook.save(path)
    finally:
        sheet.close()


class _Sheet:
    """A worksheet that is filled from top to bottom."""

    def __init__(self, sheet: WriteOnlyWorksheet) -> None:
        self._sheet = sheet
        self._names: list[str] = []
        self._rows = 0

    def append(self, frame: "pd.DataFrame") -> None:
        """Add the frame's rows, before the first frame its header."""
        with scratch_errors(OSError):  # openpyxl keeps the rows in a file until the workbook is saved
            if not self._names:
                self._begin(list(map(str, frame)))
            if self._rows + len(frame) > MAX_ROWS:
                what = f"an Excel sheet holds {MAX_ROWS - 1:,} movies and there are more"
                raise ExportError(what, remedy="write .csv or .parquet")
            for row in rows_of(frame):
                self._rows += 1
                self._sheet.append([self._cell(value, place) for place, value in enumerate(row)])

    def add_table(self) -> None:
        """Make a table of all rows, with filters; a table needs a row, and names that differ in more than their case."""
        if self._rows < 2 or len({name.casefold() for name in self._names}) < len(self._names):
            return
        table = Table(displayName="movies", ref=f"A1:{get_column_letter(len(self._names))}{self._rows}")
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
        table._initialise_columns()
        for column, name in zip(table.tableColumns, self._names, strict=True):
            column.name = _as_xml(name)
        self._sheet._tables.add(table)  # as add_table does, without its warning that the columns are to be named

    def close(self) -> None:
        """Close the sheet's own file, if it is open still."""
        if not self._sheet.closed:
            self._sheet.close()

    def _begin(self, names: list[str]) -> None:
        self._names, self._rows = names, 1
        self._sheet.freeze_panes = "A2"
        for place, name in enumerate(names, start=1):
            self._sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(name, 12)
        self._sheet.append([self._text_cell(name) for name in names])

    def _cell(self, value: Any, place: int) -> Any:
        name = self._names[place]
        if not isinstance(value, str):
            return self._number_cell(value, name) if name in _NUMBER_FORMATS and value is not None else value
        cell = self._text_cell(value)
        if name in ("url", "poster") and self._can_link(value):
            reference = f"{get_column_letter(place + 1)}{self._rows}"
            self._sheet._hyperlinks.append(Hyperlink(ref=reference, target=value))
            cell.font = _LINK_FONT
        return cell

    def _can_link(self, url: str) -> bool:
        return bool(_LINK.match(url)) and len(url) <= MAX_LINK_CHARACTERS and len(self._sheet._hyperlinks) < MAX_LINKS

    def _number_cell(self, number: float, name: str) -> WriteOnlyCell:
        cell = WriteOnlyCell(self._sheet, number)
        cell.number_format = _NUMBER_FORMATS[name]
        return cell

    def _text_cell(self, text: str) -> WriteOnlyCell:
        """Return a cell whose type is said: by itself openpyxl takes `=1+1` for a formula and `#N/A` for an error."""
        cell = WriteOnlyCell(self._sheet, _as_xml(text))
        cell.data_type = "s"
        return cell


def _as_xml(text: str) -> str:
    text = _NOT_XML.sub("\ufffd", text)
    return text if len(text) <= MAX_CHARACTERS else text[: MAX_CHARACTERS - 1] + "…"
