"""Lists of movies in HTML tables: the header row says what each column holds."""

from typing import NamedTuple

from moviescrape.parse.combine import merge_repeated
from moviescrape.parse.dom.document import Node
from moviescrape.parse.dom.grid import grid
from moviescrape.parse.fields import put
from moviescrape.parse.general.parts import Parts, column_scale, put_parts
from moviescrape.parse.headline import headline_year
from moviescrape.parse.labels import label_field
from moviescrape.parse.model import Extraction, Extractor, PageAddress, PageKind, Record
from moviescrape.parse.values.urls import absolute_url

FEWEST_ROWS = 3
_MAKES_A_LIST = frozenset({"year", "rating", "directors", "actors"})
"""Not the runtime: a soundtrack has titles and lengths too."""


class Column(NamedTuple):
    """A column of a table: its place and the field that its header names."""

    place: int
    field: str


def read_tables(root: Node, address: PageAddress) -> Extraction | None:
    """The movies of the page's tables that have a title column and another of a movie's; None where there are none."""
    records = merge_repeated(record for table in root.select("table") for record in _read_table(table, address))
    if len(records) < FEWEST_ROWS:
        return None
    return Extraction(extractor=Extractor.GENERAL, kind=PageKind.LIST, records=records, layout="tables")


def _read_table(table: Node, address: PageAddress) -> list[Record]:
    rows = list(grid(table))
    for number, row in enumerate(rows[:3]):
        columns = name_columns(row)
        if columns:
            return _read_rows(rows[number + 1 :], columns, address)
    return []


def name_columns(header: list[Node | None]) -> list[Column]:
    """The columns that a header row names, each field once; none where it isn't the header of a list of movies."""
    columns: dict[str, Column] = {}
    for place, cell in enumerate(header):
        field = label_field(cell.text) if cell else None
        if field:
            columns.setdefault(field, Column(place, field))
    return list(columns.values()) if "title" in columns and _MAKES_A_LIST & set(columns) else []


def _read_rows(rows: list[list[Node | None]], columns: list[Column], address: PageAddress) -> list[Record]:
    bodies = [row for row in rows if len(row) > max(column.place for column in columns) and len(set(map(id, row))) > 1]
    ratings = [(cell.text, False) for row in bodies for cell in [_cell(row, columns, "rating")] if cell]
    scale = column_scale(ratings)
    return [record for row in bodies if "title" in (record := _read_row(row, columns, scale, address)).values]


def _cell(row: list[Node | None], columns: list[Column], field: str) -> Node | None:
    return next((row[column.place] for column in columns if column.field == field), None)


def _name(cell: Node) -> str | None:
    """What a title's cell calls the movie: its first link that isn't a picture, else its text."""
    return next((text for link in cell.select("a[href]") if (text := link.text)), cell.text)


def _linked_names(cell: Node) -> list[str]:
    """The names of a cell that holds nothing but links to people, commas in the names and all; none of any other."""
    links = [link.text for link in cell.select("a[href]") if not (link.attribute("href") or "").startswith("#")]
    names = [text for text in links if _letters(text)]
    return names if len(names) > 1 and _letters("".join(names)) == _letters(cell.text) else []


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def _read_row(row: list[Node | None], columns: list[Column], scale: float, address: PageAddress) -> Record:
    title = _cell(row, columns, "title")
    link = title.first("a[href]") if title else None
    url = absolute_url(address.base, link.attribute("href")) if link else None
    record = Record({}, {"": "table column"}, url)
    put(record, "url", url)
    put(record, "title", _name(title) if title else None)
    # of a cell that spans several columns, the first counts
    cells = {id(cell): (cell, column.field) for column in reversed(columns) if (cell := row[column.place])}
    labelled: dict[str, str] = {}
    for cell, field in cells.values():
        if field in ("actors", "directors") and (names := _linked_names(cell)):
            put(record, field, names)
        elif field != "title":
            labelled[field] = cell.text
    rating = labelled.pop("rating", None)
    put_parts(record, Parts(ratings=[(rating, False)] if rating else [], labelled=labelled), scale)
    put(record, "year", headline_year(title.text) if title else None)
    return record
