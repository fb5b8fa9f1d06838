"""A sheet holds text as text, and says so where it can't hold all."""

import io

import openpyxl
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
