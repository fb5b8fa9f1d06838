"""Tell the rows of a table from each other: heading rows, rows of other tables, rows that share the year of a row above."""

from collections.abc import Sequence

from moviescrape.parse.records.groups import RecordSpan
from moviescrape.parse.records.outline import Outline
from moviescrape.parse.records.table_headers import TITLE_LABELS, cells, column_header, first_row, row_of, table_of, title_cell
from moviescrape.parse.values.years import read_year


def year_of_row(page: Outline, span: RecordSpan) -> int | None:
    """Return the year in the first cell of a record's row, or of the row above where that cell is empty; else None.

    A first cell that holds the title states no year: "1917".
    """
    row = row_of(page, span)
    if row is None or page.parents[row] < 0 or (title_cell(page, row, span) in cells(page, row)[:1]):
        return None
    if row not in page.row_years:
        page.row_years.update(_years_of_rows(page, page.parents[row]))
    return page.row_years[row]


def _years_of_rows(page: Outline, table: int) -> dict[int, int | None]:
    """Return the year of each row that is a child of `table`."""
    found: dict[int, int | None] = {}
    year: int | None = None
    row = table + 1
    while row < page.ends[table]:
        if page.tags[row] == "tr":
            first = next(iter(cells(page, row)), None)
            if first is None or (text := page.text(first)):
                year = read_year(text) if first is not None and len(text) == _YEAR_DIGITS else None
            found[row] = year
        row = page.ends[row]
    return found


_YEAR_DIGITS = 4


def without_heading_rows(page: Outline, spans: Sequence[RecordSpan]) -> Sequence[RecordSpan]:
    """Return the records without the heading rows of tables of figures: rows without a digit above the first that has one."""
    figures = [_count_figures(page, span) for span in spans]
    many = sum(count is not None and count >= _FEW_FIGURES for count in figures)
    if many < len(spans) * _MOST_ROWS:
        return spans
    kept: list[RecordSpan] = []
    begun: set[int | None] = set()
    for span, count in zip(spans, figures, strict=True):
        row = row_of(page, span)
        table = table_of(page, row) if row is not None else None
        if count:
            begun.add(table)
        if table in begun:
            kept.append(span)
    return kept


def _count_figures(page: Outline, span: RecordSpan) -> int | None:
    """Return in how many cells of its row beside its title's a record has digits, None where it is in no table."""
    row = row_of(page, span)
    if row is None:
        return None
    beside = [cell for cell in cells(page, row) if not cell <= span.title < page.ends[cell]]
    return sum(any(map(str.isdigit, page.text(cell))) for cell in beside)


_FEW_FIGURES = 2
_MOST_ROWS = 0.7


def without_other_tables(page: Outline, spans: Sequence[RecordSpan]) -> Sequence[RecordSpan]:
    """Return the records without those of other tables, where many stand below a header that says "Title".

    In another table something else stands above their column, or before them in their row: awards, facts of a person.
    """
    headers = [column_header(page, span) for span in spans]
    titled = sum(header in TITLE_LABELS for header in headers)
    if titled < len(spans) * _SOME or titled == len(spans):
        return spans
    return [
        span
        for span, header in zip(spans, headers, strict=True)
        if header in TITLE_LABELS or not _is_otherwise_headed(page, span)
    ]


_SOME = 0.34


def _is_otherwise_headed(page: Outline, span: RecordSpan) -> bool:
    """Return whether a record stands below a header cell, or behind one without a digit in its row."""
    row = row_of(page, span)
    if row is None:
        return False
    title = title_cell(page, row, span)
    if title is None:
        return False
    before = [cell for cell in cells(page, row) if cell < title]
    if any(page.tags[cell] == "th" and page.text(cell) and not any(map(str.isdigit, page.text(cell))) for cell in before):
        return True
    first = first_row(page, row)
    return first != row and any(
        page.tags[cell] == "th" and page.places[cell] == page.places[title] for cell in cells(page, first)
    )
