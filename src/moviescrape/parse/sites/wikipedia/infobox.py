"""A film's article: its infobox, rows of a label in the wiki's language and a value."""

import re

from moviescrape.parse.dom.document import Node
from moviescrape.parse.fields import put_all
from moviescrape.parse.labels import label_field
from moviescrape.parse.model import Extraction, Extractor, PageAddress, PageKind, Record
from moviescrape.parse.sites.wikipedia.cell_text import shown_names, shown_text
from moviescrape.parse.values.urls import absolute_url
from moviescrape.parse.values.years import read_year

_BOXES = "table.infobox, div.infobox, div.infobox_v3, table.infobox_v2, table.sinottico, table.toccolours"
_WORDS = (
    r"films?|movie|película|pelicula|filme|фильм|фільм|映画|電影|电影|영화|elokuva|séries?|series?|miniserie|сериал|anime|"
    r"documentary|documental|dokumentarfilm|cortometraje|telefilm"
)
_NAMESAKE = re.compile(rf" ?[(（](?:[^()（）]{{0,60}}?\b(?:{_WORDS})\b[^()（）]{{0,60}}|(?:18|19|20)\d\d)[)）]$", re.IGNORECASE)


def read_film(root: Node, address: PageAddress) -> Extraction | None:
    """Read the film that an article is about; None where it has no infobox of a film."""
    cells = find_film(root)
    heading = root.first("#firstHeading") or root.first("h1")
    if cells is None or heading is None:
        return None
    record = Record({}, {"": "infobox"}, address.url)
    put_all(record, (("title", film_title(heading.text)), ("url", address.url)))
    for field, cell in cells.items():
        put_all(record, [(field, _read_cell(field, cell, address))])
    return Extraction(Extractor.SITE, PageKind.TITLE, [record], layout="wikipedia-film", is_complete=True)


def film_title(heading: str) -> str:
    """Return an article's title without what tells the film from its namesakes.

    >>> film_title("Heat (1995 film)"), film_title("Brat (фильм, 1997)"), film_title("(500) Days of Summer")
    ('Heat', 'Brat', '(500) Days of Summer')
    """
    return _NAMESAKE.sub("", heading) or heading


def first_release(text: str) -> int | None:
    """Return the earliest year of several dates; None where there is none.

    >>> first_release("10 September 1994 (TIFF) 23 September 1994 (United States) 2004")
    1994
    """
    return min((year for date in re.findall(r"(?<!\d)\d{4}(?!\d)", text) if (year := read_year(date))), default=None)


def find_film(root: Node) -> dict[str, Node] | None:
    """Return the cells of the page's film infobox by field; None where every infobox is an album's, a game's or a person's."""
    boxes = (_read_box(box) for box in root.select(_BOXES))
    return next((cells for cells in boxes if _is_film(cells)), None)


def _is_film(fields: dict[str, Node]) -> bool:
    """Games have directors too, albums a length, plays a cast: two signs together make a film."""
    if "directors" in fields:
        return any(name in fields for name in ("runtime", "actors", "country", "languages"))
    return "actors" in fields and "runtime" in fields


def _read_box(box: Node) -> dict[str, Node]:
    cells: dict[str, Node] = {}
    heading: str | None = None
    for row in box.select("tr"):
        label, value = _row_parts(row)
        field = label_field(label.text) if label is not None else heading
        if field and value is not None:
            cells.setdefault(field, value)
        # German and Italian boxes have the cast in a row of its own, below a heading across the box
        heading = field if value is None else None
    cells.pop("title", None)
    if (poster := box.first("img")) is not None:
        cells["poster"] = poster
    return cells


def _row_parts(row: Node) -> tuple[Node | None, Node | None]:
    """Return a row's label and its value."""
    cells = [cell for cell in row.children if cell.tag in ("th", "td")]
    if len(cells) == 1:
        return (cells[0], None) if cells[0].tag == "th" else (None, cells[0])
    return (cells[0], cells[1]) if cells else (None, None)


_NAMES = frozenset({"actors", "directors", "genres", "languages", "country"})


def _read_cell(field: str, cell: Node, address: PageAddress) -> object:
    if field == "poster":
        return absolute_url(address.base, cell.attribute("src"))
    if field == "year":
        return first_release(shown_text(cell))
    return shown_names(cell) if field in _NAMES else shown_text(cell)
