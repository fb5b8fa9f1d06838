"""Headers of tables: which field each column of a record's row is labelled with."""

import re
from collections.abc import Sequence

from moviescrape.parse.labels import label_field
from moviescrape.parse.records.groups import RecordSpan
from moviescrape.parse.records.outline import Outline
from moviescrape.parse.values.years import read_year

_MAX_HEADER_ROWS = 3
TITLE_LABELS = frozenset({"title", "original_title"})


def row_of(page: Outline, span: RecordSpan) -> int | None:
    """Return the table row that a record is or stands in, None outside of tables."""
    number = span.title
    while number >= 0:
        if page.tags[number] == "tr":
            return number
        number = page.parents[number]
    return None


def _table_of(page: Outline, row: int) -> int | None:
    """Return the table of a row, None where it stands in none."""
    return next((number for number in page.ancestors(row) if page.tags[number] == "table"), None)


def _first_row(page: Outline, row: int) -> int:
    """Return the first row of a row's table, which may be that row."""
    table = _table_of(page, row)
    rows = range(table + 1, page.ends[table]) if table is not None else range(0)
    return next((number for number in rows if page.tags[number] == "tr"), row)


def _title_cell(page: Outline, row: int, span: RecordSpan) -> int | None:
    """Return the cell of a row that a record's title is or stands in."""
    return next((cell for cell in cells(page, row) if cell <= span.title < page.ends[cell]), None)


def header_fields(page: Outline, row: int) -> dict[int, str]:
    """Return by place (from 1) the fields that the header of a row's table names; empty where the table has none."""
    table = _table_of(page, row)
    if table is None:
        return {}
    if table not in page.headers:
        page.headers[table] = _header(page, table)
    return page.headers[table]


def _header(page: Outline, table: int) -> dict[int, str]:
    rows = [number for number in range(table + 1, page.ends[table]) if page.tags[number] == "tr"][:_MAX_HEADER_ROWS]
    best: dict[int, str] = {}
    for row in rows:
        named = {page.places[cell]: name for cell in cells(page, row) if (name := label_field(page.text(cell)))}
        if len(named) > len(best):
            best = named
    return best


_OF_A_PLACE = re.compile(
    r"addres|adress|adrez|dirección|indirizzo|endereço|osoite|διεύθυνση|адрес|phone|telef|telép|тел\.|τηλέφωνο|seats|plätze|місця|места|butacas"
    r"|capacity|kapazität|capienza|aforo|opening hours|öffnungszeiten|horaires d.ouverture",
    re.IGNORECASE,
)


def is_of_places(page: Outline, row: int) -> bool:
    """Return whether the header of a row's table names what places have: addresses, telephones, seats.

    A first row without `<th>` may be a record as the others are ("Phone Booth"): it is a header where it names two of them.
    """
    first = _first_row(page, row)
    named = [cell for cell in cells(page, first) if first != row and _OF_A_PLACE.search(page.text(cell))]
    return len(named) > 1 or any(page.tags[cell] == "th" for cell in named)


_OF_EARNINGS = re.compile(
    r"gross|box[- ]office|admissions|entrées|cumul|theat(?:er|re)s?(?![a-z])|screens|distribut|verleih|besucher|einspiel"
    r"|espectadores|recaudaci|incass|spettatori|bilheteria|публик|сборы|зрител|kassa|widz|diváci|návštěv|票房|興行収入|관객",
    re.IGNORECASE,
)


def is_of_earnings(page: Outline, row: int) -> bool:
    """Return whether the header of a row's table names two of what a list of films at the box office has: earnings, screens."""
    first = _first_row(page, row)
    return first != row and sum(bool(_OF_EARNINGS.search(page.text(cell))) for cell in cells(page, first)) > 1


def cells(page: Outline, row: int) -> list[int]:
    """Return the cells of a row."""
    return [n for n in range(row + 1, page.ends[row]) if page.parents[n] == row and n in page.places]


def is_headed_by(word: re.Pattern[str], page: Outline, span: RecordSpan) -> bool:
    """Return whether the first cell above a title in its table has a word, such as one for films."""
    row = row_of(page, span)
    title = _title_cell(page, row, span) if row is not None else None
    if row is None or title is None:
        return False
    above = (cell for cell in cells(page, _first_row(page, row)) if page.places[cell] == page.places[title])
    return bool(word.search(page.text(next(above, title))))


def cell_texts(page: Outline, span: RecordSpan) -> dict[str, str]:
    """Return by field what the cells of a record's row hold below a header that names the field."""
    row = row_of(page, span)
    fields = header_fields(page, row) if row is not None else {}
    if row is None or not fields:
        return {}
    found: dict[str, str] = {}
    placed = {page.places[cell]: cell for cell in cells(page, row)} | page.reaching.get(row, {})
    for place, cell in sorted(placed.items()):
        name = fields.get(place)
        if name and not cell <= span.title < page.ends[cell] and (text := page.text(cell)):
            found.setdefault(name, text)
    return found


def column_header(page: Outline, span: RecordSpan) -> str | None:
    """Return the field that the header above a title's cell names, None where it names none."""
    row = row_of(page, span)
    fields = header_fields(page, row) if row is not None else {}
    if row is None or not fields:
        return None
    return next((fields.get(page.places[cell]) for cell in cells(page, row) if cell <= span.title < page.ends[cell]), None)


def years_above(page: Outline, spans: Sequence[RecordSpan]) -> list[int | None]:
    """Return for each record the year that its row shares with a row above it: its first cell is empty, and that one's a year."""
    found: list[int | None] = []
    last: tuple[int, int] | None = None  # where the rows stand, and the year that they have
    for span in spans:
        row = row_of(page, span)
        first = next(iter(cells(page, row)), None) if row is not None else None
        if row is None or first is None or first <= span.title < page.ends[first]:
            last = None
        elif text := page.text(first):
            last = (page.parents[row], year) if len(text) == _YEAR_DIGITS and (year := read_year(text)) else None
        found.append(last[1] if last and row is not None and last[0] == page.parents[row] else None)
    return found


_YEAR_DIGITS = 4


def rows_of_figures(page: Outline, spans: Sequence[RecordSpan]) -> Sequence[RecordSpan]:
    """Return the records without headings, where most rows have two figures: rows without a digit above the first of a table."""
    figures = [_count_figures(page, span) for span in spans]
    many = sum(count is not None and count >= _FEW_FIGURES for count in figures)
    if many < len(spans) * _MOST_ROWS:
        return spans
    kept: list[RecordSpan] = []
    begun: set[int | None] = set()
    for span, count in zip(spans, figures, strict=True):
        row = row_of(page, span)
        table = _table_of(page, row) if row is not None else None
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


def in_titled_tables(page: Outline, spans: Sequence[RecordSpan]) -> Sequence[RecordSpan]:
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
    title = _title_cell(page, row, span)
    if title is None:
        return False
    before = [cell for cell in cells(page, row) if cell < title]
    if any(page.tags[cell] == "th" and page.text(cell) and not any(map(str.isdigit, page.text(cell))) for cell in before):
        return True
    first = _first_row(page, row)
    return first != row and any(
        page.tags[cell] == "th" and page.places[cell] == page.places[title] for cell in cells(page, first)
    )
