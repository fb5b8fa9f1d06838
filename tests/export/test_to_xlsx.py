"""A sheet holds text as text, and says so where it can't hold all."""

import io

import openpyxl
import pandas as pd
import pytest

from moviescrape.errors import ExportError
from moviescrape.export import to_xlsx
from moviescrape.movie import Movie
from moviescrape.table.build import to_frame


def sheet_of(*movies: Movie) -> list[list[openpyxl.cell.Cell]]:
    stream = io.BytesIO()
    to_xlsx.write(iter([to_frame(movies, ["title", "year"])]), stream)
    return [list(row) for row in openpyxl.load_workbook(stream)["movies"].rows]


@pytest.mark.parametrize("title", ["=1+1", "=HYPERLINK(A1)", "#REF!", "007", "TRUE", "1995-01-01", "{=A1}"])
def test_text_stays_text(title: str) -> None:
    cell = sheet_of(Movie(title, year=1995))[1][0]
    assert (cell.value, cell.data_type) == (title, "s")


def test_numbers_are_numbers() -> None:
    cell = sheet_of(Movie("Heat", year=1995))[1][1]
    assert (cell.value, cell.data_type) == (1995, "n")


def test_what_no_sheet_can_hold() -> None:
    assert sheet_of(Movie("a\x00b\x1fc\uffffd"))[1][0].value == "ab c\ufffdd"
    assert sheet_of(Movie("x" * 40_000))[1][0].value == "x" * 32_766 + "…"


def test_more_movies_than_a_sheet_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(to_xlsx, "MAX_ROWS", 3)
    assert len(sheet_of(Movie("a"), Movie("b"))) == 3
    with pytest.raises(ExportError, match=r"holds 2 movies and there are more; write \.csv"):
        sheet_of(Movie("a"), Movie("b"), Movie("c"))


def _workbook_of(frame: pd.DataFrame) -> openpyxl.Workbook:
    stream = io.BytesIO()
    to_xlsx.write(iter([frame]), stream)
    return openpyxl.load_workbook(stream)


def test_the_rows_are_a_table_with_filters_under_a_header_that_stays() -> None:
    sheet = _workbook_of(to_frame([Movie("Heat", 8.0, 1995), Movie("M")]))["movies"]
    table = sheet.tables["movies"]
    assert (table.ref, table.autoFilter.ref, sheet.freeze_panes) == ("A1:F3", "A1:F3", "A2")
    assert [column.name for column in table.tableColumns] == ["title", "rating", "year", "actors", "runtime", "url"]
    assert sheet["B2"].number_format == "0.0"


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://example.org/heat?a=1&b=2", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://example.org/" + "x" * 3000, False),
    ],
)
def test_only_web_addresses_are_links(url: str, is_link: bool) -> None:
    cell = _workbook_of(to_frame([Movie("Heat", url=url)]))["movies"]["F2"]
    assert cell.value == url
    assert (cell.hyperlink is not None and cell.hyperlink.target == url) == is_link


@pytest.mark.parametrize("columns", [["title"], ["title", "Title"]])
def test_without_rows_or_with_names_alike_there_is_a_sheet_and_no_table(columns: list[str]) -> None:
    frame = pd.DataFrame({name: pd.Series(["x"] * (len(columns) - 1), dtype="string") for name in columns})
    assert not _workbook_of(frame)["movies"].tables


def test_links_end_where_excel_takes_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(to_xlsx, "MAX_LINKS", 1)
    sheet = _workbook_of(to_frame([Movie(name, url=f"https://example.org/{name}") for name in "ab"]))["movies"]
    assert [bool(sheet[place].hyperlink) for place in ("F2", "F3")] == [True, False]
