"""Results of Wikidata's query service (https://query.wikidata.org/): its JSON, plain or verbose, SPARQL's own, and its CSV.

A query gives a row for each combination of what a film has: one with three actors and two genres stands in six. The variables are
known by usual names in any case: film or item or movie, filmLabel or title, date or year, actor or cast, imdb and so on.
"""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from moviescrape.errors import SourceError
from moviescrape.movie import BY_NAME, join_names
from moviescrape.table.exports.known_exports import imdb_url

LOGGER = logging.getLogger(__name__)
_ENTITY = re.compile(r"https?://www\.wikidata\.org/entity/(?P<id>Q\d{1,12})")
_NAMES = {
    "title": "title, name, filmtitle, movietitle",
    "original_title": "originaltitle, titleoriginal",
    "year": "year, date, publicationdate, pubdate, releasedate, release, released, firstreleased",
    "runtime": "runtime, duration, minutes, length",
    "actors": "actor, actors, cast, castmember, castmembers, star, stars",
    "directors": "director, directors",
    "genres": "genre, genres",
    "country": "country, countries, countryoforigin",
    "languages": "language, languages, originallanguage, originallanguages",
    "poster": "poster, image, pic",
    "description": "description",
}
_BY_VARIABLE = {variable: column for column, variables in _NAMES.items() for variable in variables.split(", ")}
_IMDB_ID = re.compile(r"tt\d{5,12}")
_SEPARATOR = re.compile(r"[;|]|,\s(?!\s{0,9}(?:Jr|Sr|I{1,3}|IV)\b)")
_UNKNOWN = re.compile(r"https?://www\.wikidata\.org/\.well-known/genid/.*|t\d+|_:.*")

Binding = Mapping[str, str]


def find_bindings(said: object) -> list[dict[str, str]] | None:
    """Return the rows of a result, each by variable; None where the data of a JSON file are no result with an entity in it.

    >>> find_bindings([{"film": "http://www.wikidata.org/entity/Q42198", "filmLabel": "Heat"}])
    [{'film': 'http://www.wikidata.org/entity/Q42198', 'filmLabel': 'Heat'}]
    """
    results = said.get("results") if isinstance(said, dict) else None
    rows = results.get("bindings") if isinstance(results, dict) else said
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return None
    bindings = [{name: value for name, cell in row.items() if (value := _value(cell)) is not None} for row in rows]
    return bindings if isinstance(results, dict) or (bindings and _subject(bindings)) else None


def is_wikidata_row(header: Sequence[str], row: Sequence[str]) -> bool:
    """Return whether the first row of a CSV file is one of a result: an entity stands in it.

    >>> is_wikidata_row(["item", "itemLabel"], ["http://www.wikidata.org/entity/Q42198", "Heat"])
    True
    """
    return len(header) == len(row) and any(_ENTITY.fullmatch(cell) for cell in row)


def wikidata_columns(bindings: Sequence[Binding], where: str) -> dict[str, list[Any]]:
    """Return the films of a result, each once, column by column, in the order of their first rows.

    A film without a label in the languages asked for is left out, and logged. Raise SourceError where no film is in the result.
    """
    subject = _subject(bindings)
    if subject is None:
        what = "no variable of its rows is a Wikidata entity"
        raise SourceError(what, where=where, remedy="select ?film and ?filmLabel, as the guide's query does")
    films: dict[str, list[Binding]] = {}
    for binding in bindings:
        if subject in binding:
            films.setdefault(binding[subject], []).append(binding)
    rows = [_film(entity, rows, subject) for entity, rows in films.items()]
    named = [row for row in rows if row["title"]]
    if not named:
        raise SourceError("no film in it has a title", where=where, remedy=f"select ?{subject}Label too")
    if len(named) < len(rows):
        LOGGER.warning("%s: %s of %s films have no title in it and are left out", where, len(rows) - len(named), len(rows))
    columns = [name for name in BY_NAME if any(row.get(name) is not None for row in named)]
    return {name: [row.get(name) for row in named] for name in columns}


def _value(cell: object) -> str | None:
    value = cell.get("value") if isinstance(cell, dict) else cell
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def _subject(bindings: Sequence[Binding]) -> str | None:
    """Return the variable of the films: of those that are entities in every row, the one that is called so, else the first."""
    if not bindings:
        return None
    always = [name for name, value in bindings[0].items() if _ENTITY.fullmatch(value)]
    named = [name for name in always if name.casefold() in ("film", "item", "movie", "work")]
    free = [name for name in always if name.casefold() not in _BY_VARIABLE]
    return next(iter(named or free or always), None)


def _film(entity: str, rows: Sequence[Binding], subject: str) -> dict[str, Any]:
    said = _said(rows, subject)
    found = _ENTITY.fullmatch(entity)
    page = f"https://www.wikidata.org/wiki/{found['id']}" if found else None
    imdb = next((match[0] for row in rows for value in row.values() if (match := _IMDB_ID.fullmatch(value.strip()))), None)
    title = next(iter(said.get("title", ())), None)
    original = next(iter(said.get("original_title", ())), None)
    years = [int(year[1]) for text in said.get("year", ()) if (year := re.match(r"\+?0*(\d{4})(?!\d)", text))]
    return {
        "title": title,
        "year": min(years, default=None),
        "runtime": next(filter(None, map(_minutes, said.get("runtime", ()))), None),
        "url": imdb_url(imdb) if imdb else page,
        "original_title": original if original != title else None,
        "poster": next((text for text in said.get("poster", ()) if text.startswith(("http://", "https://"))), None),
        "description": next(iter(said.get("description", ())), None),
        **{name: join_names(_names(said.get(name, ()))) for name in ("actors", "directors", "genres", "country", "languages")},
    }


def _said(rows: Iterable[Binding], subject: str) -> dict[str, list[str]]:
    """Return by column what the rows of a film say, each value once, in order; of a variable and its label, the label."""
    said: dict[str, dict[str, None]] = {}
    for row in rows:
        for variable, value in row.items():
            column = _column_of(variable, subject)
            if column and value.strip() and not _ENTITY.fullmatch(value) and not _UNKNOWN.fullmatch(value):
                said.setdefault(column, {})[value.strip()] = None
    return {column: [value for value in values if not re.fullmatch(r"Q\d+", value)] for column, values in said.items()}


def _column_of(variable: str, subject: str) -> str | None:
    if variable == f"{subject}Label":
        return "title"
    if variable == f"{subject}Description":
        return "description"
    return _BY_VARIABLE.get(re.sub(r"[^a-z]|label", "", variable.casefold()))


def _names(values: Iterable[str]) -> Iterator[str]:
    """Yield the names of values, which a query may have joined to one text, each once."""
    yield from dict.fromkeys(name for value in values for part in _SEPARATOR.split(value) if (name := part.strip()))


def _minutes(text: str) -> int | None:
    found = re.fullmatch(r"\+?(\d{1,4}(?:\.\d{1,30})?)", text.strip(), re.ASCII)
    return round(float(found[1])) or None if found else None
