"""A person's films in the bullet lists of a filmography: `* Title (1994)`, `* 1994: Title`."""

import re
from collections.abc import Iterator

from moviescrape.parse.combine import merge_repeated
from moviescrape.parse.dom.document import Node
from moviescrape.parse.fields import put_all
from moviescrape.parse.model import Extraction, Extractor, PageAddress, PageKind, Record
from moviescrape.parse.sites.wikipedia.cell_text import shown_text
from moviescrape.parse.sites.wikipedia.film_tables import AWARDS, FILMOGRAPHY, FILMS, OTHER_THINGS
from moviescrape.parse.sites.wikipedia.infobox import film_title
from moviescrape.parse.values.urls import absolute_url

_MIN_FILMS = 4
"""Fewer are examples, not a filmography."""
_YEAR = r"((?:18|19|20)\d\d)"
_YEAR_FIRST = re.compile(rf"^{_YEAR}(?:\s*[-–/]\s*\d{{2,4}})?\s*[:：–—-]\s*")
_YEAR_BEHIND = re.compile(rf"[(（](?:[^()（）]*,\s*)?{_YEAR}\b")
_SERIES = re.compile(
    r"\b(?:TV|television|web)[ -](?:mini-?)?(?:series|serie)\b|fernsehserie|\bmini-?serie|"
    r"\bserie (?:TV|de televisión|televisiva)\b|"
    r"\bsérie(?:s)?\b(?! B)|telenovela|сериал|телесеріал|\b(?:episodes?|folgen?|épisodes?|episodi?os?)\b",
    re.IGNORECASE,
)
_QUOTES = " \"'„“”«»"
_END = re.compile(r" [(（–—-]|[,;:] ")


def read_person_films(root: Node, address: PageAddress) -> Extraction | None:
    """Read a person's films from the lists of a filmography; None where it names fewer than four with their years."""
    films = (_read_line(line, address) for line in _lines(root))
    records = merge_repeated(record for record in films if record is not None and "title" in record.values)
    if len(records) < _MIN_FILMS:
        return None
    return Extraction(Extractor.SITE, PageKind.LIST, records, layout="wikipedia-filmography", is_complete=True)


def _lines(root: Node) -> Iterator[Node]:
    """Yield the list items below the headings of a filmography that are about films."""
    section = part = ""
    for node in root.select("h2, h3, h4, li"):
        if node.tag == "h2":
            section, part = node.text, ""
        elif node.tag in ("h3", "h4"):
            part = node.text
        elif FILMOGRAPHY.search(section) and not AWARDS.search(section) and _is_of_films(part) and node.first("ul, ol") is None:
            yield node


def _is_of_films(part: str) -> bool:
    return not OTHER_THINGS.search(part) or bool(FILMS.search(part))


def _read_line(line: Node, address: PageAddress) -> Record | None:
    text = shown_text(line)
    named = line.first("i") or line.first("a[href]")
    name = named.text if named is not None else ""
    found = None if _SERIES.search(text) else _split_line(text, name)
    if found is None:
        return None
    title, year = found
    link = line.first("i a[href]") or line.first("a[href]")
    record = Record({}, {"": "list item of a filmography"})
    if link is not None and link.text and link.text in title:
        record.link = absolute_url(address.base, link.attribute("href"))
    put_all(record, [("title", film_title(title)), ("url", record.link), ("year", year)])
    return record


def _split_line(text: str, name: str) -> tuple[str, str] | None:
    """Return the title and the year of a line; `name` is what stands in it as a link or in italics.

    >>> _split_line("1998: Der Hafen (Regie)", ""), _split_line("1984 (short, 1999)", "1984"), _split_line("Untitled", "")
    (('Der Hafen', '1998'), ('1984', '1999'), None)
    """
    first = None if _begins(text, name) else _YEAR_FIRST.match(text)
    year = first or _YEAR_BEHIND.search(text)
    if year is None:
        return None
    rest = text[year.end() :] if first else text[: year.start()]
    return (name if _begins(rest, name) else _END.split(rest, maxsplit=1)[0]).strip(_QUOTES), year[1]


def _begins(text: str, name: str) -> bool:
    return bool(name) and text.strip(_QUOTES).startswith(name)
