"""Lists of films: tables whose header names a title and another of a film's fields, in any order and language."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from moviescrape.parse.combine import merge_repeated
from moviescrape.parse.dom.document import Node
from moviescrape.parse.dom.grid import grid
from moviescrape.parse.fields import put, put_all
from moviescrape.parse.labels import label_field
from moviescrape.parse.model import Extraction, Extractor, PageAddress, PageKind, Record
from moviescrape.parse.sites.wikipedia.cell_text import shown_lines, shown_names, shown_text, split_together
from moviescrape.parse.sites.wikipedia.infobox import film_title, first_release
from moviescrape.parse.values.urls import absolute_url
from moviescrape.parse.values.years import read_year

GridRow = list[Node | None]

FILMS = re.compile(
    r"\bfilm|movie|cinema|cinéma|\bkino|película|pelicula|\bcine\b|filme|фильм|кино|фільм|映画|電影|电影|영화", re.IGNORECASE
)
OTHER_THINGS = re.compile(
    r"television|\btv\b|video games?|music videos?|theat(?:re|er)\b|\bstage\b|discograph|album|soundtrack|radio|podcast|"
    r"web series|awards?\b|accolade|nomination|prizes?\b|audiobook|commercials?\b|books?\b|bibliograph|episodes?\b|fernseh|"
    r"hörspiel|auszeichnung|télévision|théâtre|récompense|televisi|premios|premi\b|prêmios|телевид|сериал|наград",
    re.IGNORECASE,
)
_ALL_OF_YEAR = re.compile(
    r"\bfilms of (\d{4})\b(?!\s*[-–])|^(\d{4}) in film$|^Filmjahr (\d{4})|\bfilms (?:\w+ ){0,2}sortis en (\d{4})$", re.IGNORECASE
)
_PERSON = "table.infobox.biography, table.infobox:has(.bday), table.infobox:has(caption.fn):has(.role)"
FILMOGRAPHY = re.compile(r"\bfilmogra|фильмогр|фільмогр|フィルモグラ", re.IGNORECASE)
AWARDS = re.compile(r"awards?\b|accolade|nomination|honou?rs|auszeichnung|récompense|premios|premi\b|prêmios", re.IGNORECASE)
_SERIES = re.compile(
    r"^(?:(?:TV|television|web)(?: (?:mini-?)?series\b|$)|mini-?series\b|(?:\d+ )?episodes?\b|(?:main|recurring|guest) role\b)",
    re.IGNORECASE,
)
"""How the notes on a person's works mark television; a film made for television ("TV film") is one."""
_RELEASE = re.compile(r"^(?!.*(?:home|dvd|blu-ray|video)).*\b(?:release|premiere)", re.IGNORECASE)
_CREW = re.compile(r"\bcast\b.{0,20}\bcrew\b", re.IGNORECASE)
_CREDITED = re.compile(r"(.*?) ?\(([^()]*)\)$")


def read_film_tables(root: Node, address: PageAddress) -> Extraction | None:
    """Read the films of an article's tables, each once; None where there are none."""
    about_person = root.first(_PERSON) is not None
    tables = _tables_in_context(root, about_person)
    records = merge_repeated(record for table, context in tables for record in _read_table(table, context, address))
    return Extraction(Extractor.SITE, PageKind.LIST, records, layout="wikipedia-tables", is_complete=True) if records else None


class TableContext(NamedTuple):
    """What the headings say a table is about, the year that all of its films are of, and whether the films are one person's."""

    of_films: bool
    of_other_things: bool
    year: int | None = None
    of_person: bool = False


def _tables_in_context(root: Node, about_person: bool) -> Iterator[tuple[Node, TableContext]]:
    article = section = part = ""
    for node in root.select("h1, h2, h3, table.wikitable, table.sortable"):
        if node.tag == "h1":
            article, section, part = node.text, "", ""
        elif node.tag == "h2":
            section, part = node.text, ""
        elif node.tag == "h3":
            part = node.text
        else:
            caption = node.first("caption")
            headings = [section, part, caption.text if caption else ""]
            of_person = about_person or bool(FILMOGRAPHY.search(article) or FILMOGRAPHY.search(section))
            yield node, _person_context(article, headings) if of_person else _context(article, headings)


def _person_context(article: str, headings: list[str]) -> TableContext:
    """Return what a table of a person's article is about: the innermost heading that names a kind of work says it."""
    if AWARDS.search(headings[0]):
        return TableContext(of_films=False, of_other_things=True)
    said = next((text for text in reversed(headings) if FILMS.search(text) or OTHER_THINGS.search(text)), article)
    of_films = bool(FILMS.search(said))
    return TableContext(of_films, of_other_things=not of_films, of_person=True)


def _context(article: str, headings: list[str]) -> TableContext:
    of_films = any(FILMS.search(heading) for heading in headings)
    of_other_things = not of_films and any(OTHER_THINGS.search(heading) for heading in headings)
    return TableContext(of_films or bool(FILMS.search(article)), of_other_things, year_of_all(article))


def year_of_all(heading: str) -> int | None:
    """Return the year that all films of a list are of, by its heading; None where it names none.

    >>> year_of_all("List of American films of 1999"), year_of_all("1999 in film"), year_of_all("List of films set in 1999")
    (1999, 1999, None)
    """
    found = _ALL_OF_YEAR.search(heading)
    return read_year(next(group for group in found.groups() if group)) if found else None


def _read_table(table: Node, context: TableContext, address: PageAddress) -> Iterator[Record]:
    if context.of_other_things:
        return
    columns: dict[str, int] = {}
    width = 0
    for number, row in enumerate(grid(table)):
        if not columns and number < _DEEPEST_HEADER:
            columns, width = _name_columns(row, context), len(row)
        elif columns and _is_film(row, columns["title"], width) and not (context.of_person and _is_series(row)):
            record = _read_row(row, columns, context, address)
            if "title" in record.values:
                yield record


_DEEPEST_HEADER = 3
_PEOPLE = frozenset({"directors", "actors", "genres", "languages", "country"})
_JOBS = frozenset({"directors", "actors", "cast and crew"})
"""Columns that say of one person's films whether that was the job: "Yes" or "No"."""
_READ = frozenset({"rating", "runtime", "original_title", "rank", "certificate", "votes"})


def _name_columns(header: GridRow, context: TableContext) -> dict[str, int]:
    """Return the columns' places by field; none where the row isn't the header of a list of films.

    Songs and books have titles and years too: something must speak of films, the headings or the header itself.
    """
    columns: dict[str, int] = {}
    texts = [shown_text(cell) if cell else "" for cell in header]
    for place, text in enumerate(texts):
        field = "cast and crew" if _CREW.search(text) else label_field(text) or ("year" if _RELEASE.search(text) else None)
        if field and text.casefold() != "name":
            columns.setdefault(field, place)
    known = {"directors", "actors", "cast and crew"} & set(columns)
    of_films = context.of_films or known or any(FILMS.search(text) for text in texts)
    dated = "year" in columns or context.year is not None
    return columns if "title" in columns and of_films and (known or dated) else {}


def _is_film(row: GridRow, title: int, width: int) -> bool:
    """Return whether a row is of a film: of one that lacks cells, nobody can say which, but a title is in italics."""
    if len({*row}) < 2 or _is_header(row):
        return False
    cell = row[title] if title < len(row) else None
    return len(row) >= width or (cell is not None and cell.first("i") is not None)


def _is_header(row: GridRow) -> bool:
    """Whether a long table repeats its header here."""
    return all(cell.tag == "th" for cell in row if cell is not None)


def _is_series(row: GridRow) -> bool:
    return any(_SERIES.search(shown_text(cell)) for cell in row if cell is not None)


def _read_row(row: GridRow, columns: dict[str, int], context: TableContext, address: PageAddress) -> Record:
    cells = {field: cell for field, place in columns.items() if place < len(row) and (cell := row[place])}
    record = Record({}, {"": "table column"})
    title = cells.pop("title", None)
    if title is None:
        return record
    link = _film_link(title)
    record.link = absolute_url(address.base, link.attribute("href")) if link else None
    put(record, "url", record.link)
    put(record, "title", film_title(link.text if link else next(iter(shown_lines(title)), "")))
    for field, cell in cells.items():
        if not (context.of_person and field in _JOBS):
            put_all(record, _read_cell(field, cell))
    put(record, "year", context.year)
    return record


def _film_link(cell: Node) -> Node | None:
    """Return the link to the film, not that of a flag or a footnote."""
    return next(
        (link for css in ("i a[href]", "a[href]") for link in cell.select(css) if link.text and link.text[0] != "["), None
    )


def _read_cell(field: str, cell: Node) -> list[tuple[str, object]]:
    if field == "cast and crew":
        return _read_crew(shown_text(cell))
    if field == "year":
        return [("year", first_release(shown_text(cell)))]
    if field in _PEOPLE:
        return [(field, shown_names(cell))]
    return [(field, shown_text(cell))] if field in _READ else []


def _read_crew(text: str) -> list[tuple[str, object]]:
    """Directors and cast of "Ana Bo (director/screenplay); Li Na, Jo Ek": groups with their part in brackets, but the cast."""
    directors: list[str] = []
    cast: list[str] = []
    for group in text.split(";"):
        credited = _CREDITED.match(group.strip())
        if credited is None:
            cast += split_together(group.strip())
        elif "director" in credited[2].casefold():
            directors += split_together(credited[1])
    return [("directors", directors), ("actors", cast)]
