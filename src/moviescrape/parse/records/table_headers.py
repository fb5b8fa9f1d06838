"""Headers of tables: which field each column of a record's row is labelled with."""

import re

from moviescrape.parse.labels import label_field
from moviescrape.parse.records.groups import RecordSpan
from moviescrape.parse.records.outline import Outline

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


def table_of(page: Outline, row: int) -> int | None:
    """Return the table of a row, None where it stands in none."""
    return next((number for number in page.ancestors(row) if page.tags[number] == "table"), None)


def first_row(page: Outline, row: int) -> int:
    """Return the first row of a row's table, which may be that row."""
    table = table_of(page, row)
    rows = range(table + 1, page.ends[table]) if table is not None else range(0)
    return next((number for number in rows if page.tags[number] == "tr"), row)


def title_cell(page: Outline, row: int, span: RecordSpan) -> int | None:
    """Return the cell of a row that a record's title is or stands in."""
    return next((cell for cell in cells(page, row) if cell <= span.title < page.ends[cell]), None)


def header_fields(page: Outline, row: int) -> dict[int, str]:
    """Return by place (from 1) the fields that the header of a row's table names; empty where the table has none."""
    table = table_of(page, row)
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
    first = first_row(page, row)
    named = [cell for cell in cells(page, first) if first != row and _OF_A_PLACE.search(page.text(cell))]
    return len(named) > 1 or any(page.tags[cell] == "th" for cell in named)


_OF_EARNINGS = re.compile(
    r"gross|weekend|box[- ]office|admissions|entrées|cumul|besucher|einspiel|espectadores|recaudaci|incass|spettatori|bilheteria"
    r"|публик|сборы|зрител|kassa|widz|diváci|návštěv|票房|興行収入|관객",
    re.IGNORECASE,
)
_OF_RELEASES = re.compile(
    r"theat(?:er|re)s?(?![a-z])|screens|distribut|verleih|cinemas|kopien|copies|salles|\bwk\b|weeks?", re.IGNORECASE
)


def is_of_earnings(page: Outline, row: int) -> bool:
    """Return whether a row's table is of films at the box office: its header names titles, earnings, and weeks or cinemas."""
    first = first_row(page, row)
    said = [page.text(cell) for cell in cells(page, first)] if first != row else []
    earned = sum(bool(_OF_EARNINGS.search(text)) for text in said)
    is_titled = any(label_field(text) in TITLE_LABELS for text in said)
    return is_titled and earned > 0 and earned + sum(bool(_OF_RELEASES.search(text)) for text in said) > 1


def cells(page: Outline, row: int) -> list[int]:
    """Return the cells of a row."""
    found: list[int] = []
    child = row + 1
    while child < page.ends[row]:
        if child in page.places:
            found.append(child)
        child = page.ends[child]
    return found


def is_headed_by(word: re.Pattern[str], page: Outline, span: RecordSpan) -> bool:
    """Return whether the first cell above a title in its table has a word, such as one for films."""
    row = row_of(page, span)
    title = title_cell(page, row, span) if row is not None else None
    if row is None or title is None:
        return False
    above = (cell for cell in cells(page, first_row(page, row)) if page.places[cell] == page.places[title])
    return any(word.search(page.text(cell)) for cell in above)


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
