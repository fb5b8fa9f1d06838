"""Read what a record says of its movie in attributes and classes, beside its text."""

import re

from moviescrape.parse.labels import label_field
from moviescrape.parse.records.credits.person_names import is_person
from moviescrape.parse.records.groups import RecordSpan
from moviescrape.parse.records.line_minutes import LONGEST_MIN
from moviescrape.parse.records.outline import Outline
from moviescrape.parse.values.names import split_people

_DATA = {
    "year": ("data-year", "data-release-year", "data-film-release-year", "data-release"),
    "runtime": ("data-runtime", "data-duration"),
    "actors": ("data-actors", "data-cast", "data-starring"),
    "directors": ("data-director", "data-directors"),
}
_MAX_DATA_ELEMENTS = 30


def data_attributes(page: Outline, record: RecordSpan) -> dict[str, str]:
    """Return by field what a record's first elements keep in attributes for the page's own script."""
    found: dict[str, str] = {}
    for number in range(record.start, min(record.end, record.start + _MAX_DATA_ELEMENTS)):
        attributes = page.elements[number].attrib
        for name, keys in _DATA.items() if len(attributes) > 1 else ():
            said = next((text for key in keys if (text := attributes.get(key, "").strip())), "")
            if said and not (name == "runtime" and said.isdecimal() and int(said[:9]) > LONGEST_MIN):
                found.setdefault(name, said)
    return found


_CLASSED = {
    "actors": re.compile(r"(?:^|[\s_-])(?:cast|actors?|starring)(?:$|[\s_-])", re.IGNORECASE),
    "directors": re.compile(r"(?:^|[\s_-])directors?(?:$|[\s_-])", re.IGNORECASE),
}


def classed_people(page: Outline, record: RecordSpan) -> dict[str, list[str]]:
    """Return by field the linked names in elements whose class names a cast or a director."""
    found: dict[str, list[str]] = {}
    for number in range(record.start, min(record.end, record.start + _MAX_DATA_ELEMENTS)):
        if not (named := page.classes[number]):
            continue
        for name, pattern in _CLASSED.items():
            if name not in found and pattern.search(named) and (linked := _only_links(page, number)):
                found[name] = linked
    return found


def _only_links(page: Outline, number: int) -> list[str]:
    """Return the texts of the links in an element that holds nothing else but a label; of one without links, its people."""
    links = [n for n in range(number, page.ends[number]) if page.tags[n] == "a" and page.first_text[n] < page.last_text[n]]
    rest = page.text(number)
    if not links:
        names = split_people(rest) if len(rest) <= _MAX_NAMES else []
        return names if names and all(map(is_person, names)) else []
    for link in links:
        rest = rest.replace(page.text(link), "", 1)
    rest = rest.strip(" ,;|/·•:")
    return [page.text(link) for link in links] if not any(map(str.isalnum, rest)) or label_field(rest) else []


_DIRECTED = re.compile(
    r"(?P<directors>[^()]{2,80}?)\s?\((?:dir|réal|reż|regie|reg)\.?\),?\s?(?P<actors>[^()]{0,200})$", re.IGNORECASE
)
"""A director, marked as such, and then the stars."""


def titled_people(page: Outline, record: RecordSpan) -> dict[str, list[str]]:
    """Return by field the people that the title's link names in its own title: `Ana Bo (dir.), Cy Do, Eva Fu`."""
    for number in range(record.start, min(record.end, record.start + _MAX_DATA_ELEMENTS)):
        if page.tags[number] == "a" and (found := _DIRECTED.match((page.attribute(number, "title") or "")[:_MAX_TITLE])):
            return {name: people for name, text in found.groupdict().items() if (people := split_people(text))}
    return {}


_MAX_TITLE = 300
_MAX_NAMES = 200
