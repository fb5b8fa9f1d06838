"""Turn a table of objects into records of movies: the values of each row, read in the unit and scale of its column."""

import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlsplit

from moviescrape.parse.fields import put
from moviescrape.parse.model import PageAddress, Record
from moviescrape.parse.records.scores import scale_of
from moviescrape.parse.records.script_data.object_columns import (
    Cells,
    ObjectTable,
    crew_of,
    minutes_per_unit,
    names_in,
    number_of,
    plain_text,
)
from moviescrape.parse.values.ratings import read_rating
from moviescrape.parse.values.runtimes import read_runtime
from moviescrape.parse.values.titles import read_title
from moviescrape.parse.values.urls import absolute_url, canonical_url
from moviescrape.parse.values.years import read_year

_NAMES = ("directors", "actors", "genres", "languages", "country")
_TEXTS = ("original_title", "description")
_MAX_TITLE = 200


def read_rows(table: ObjectTable, place: str, address: PageAddress, slugs: Mapping[str, str]) -> list[Record]:
    """Return the movies of a table, a row without a title left out; `slugs` are the page's own links by their last part."""
    readers = _ColumnReaders(table, address, slugs)
    records = [_read_row(table, row, readers, Record({}, {"": place})) for row in table.rows]
    titled = [record for record in records if "title" in record.values and not _OF_A_VIDEO.search(record.values["title"])]
    if len({record.link for record in titled}) <= len({record.values["title"] for record in titled}) / 2:
        _drop_links(titled)
    return titled


_OF_A_VIDEO = re.compile(r"\b(?:trailer|teaser|featurette|tv spot)(?: #?\d+)?$", re.IGNORECASE)


def _drop_links(records: Sequence[Record]) -> None:
    """Remove the links of records, which are not of the movies where many share one."""
    for record in records:
        record.link = None
        record.values.pop("url", None)


class _ColumnReaders:
    """What the columns of a table count in, and where their links lead."""

    def __init__(self, table: ObjectTable, address: PageAddress, slugs: Mapping[str, str]) -> None:
        self.unit = minutes_per_unit(table.column("runtime"))
        self.scale = _scale(table)
        self.released = _are_releases(table)
        self.address = address
        self.slugs = slugs

    def runtime(self, value: object) -> int | None:
        """Return the minutes of a cell."""
        number = number_of(value)
        if number is not None:
            return read_runtime(round(number * self.unit, 4)) if number and self.unit else None
        return read_runtime(value)

    def rating(self, value: object) -> float | None:
        """Return the score of a cell on 0-10; 0 is no score yet."""
        number = number_of(value)
        if number is not None:
            return read_rating(number, self.scale) if number and self.scale else None
        text = value if isinstance(value, str) and _SCORE.fullmatch(value) else None
        return read_rating(text, self.scale or 10)

    def link(self, value: object) -> str | None:
        """Return the absolute address that a cell gives, if it can be a movie's own page."""
        if not isinstance(value, str) or len(value) > _MAX_LINK or _NO_PAGE.search(value):
            return None
        if not _ADDRESS.search(value):
            return self.slugs.get(value.strip().casefold())
        url = absolute_url(self.address.base, value)
        return url if url and self._is_of_site(url) else None

    def _is_of_site(self, url: str) -> bool:
        own, other = ((urlsplit(each or "").hostname or "").removeprefix("www.") for each in (self.address.base, url))
        return not own or f".{own}".endswith(f".{other}") or f".{other}".endswith(f".{own}")


_SCORE = re.compile(r"\s*\d{1,3}(?:[.,]\d{1,2})?\s*(?:%|(?:/|out of|von|sur|de)\s*\d{1,3})?\s*|[★⭐✭½☆ ]+")
_ADDRESS = re.compile(r"[/?]|\.(?:html?|php|aspx?)\b")
_NO_PAGE = re.compile(
    r"\.(?:jpe?g|png|webp|gif|svg|mp4|m3u8)(?:\?|$)|youtu\.?be|vimeo\.com|/(?:book(?:ing)?|tickets?|buy|checkout|basket|seats?)(?:[/?]|$)"
    r"|^(?:javascript|mailto|data):",
    re.IGNORECASE,
)
_MAX_LINK = 500


def _scale(table: ObjectTable) -> float | None:
    """Return the best possible score of a table's ratings; None where they are ages from which a film may be seen."""
    best = [number for value in table.column("best") if (number := number_of(value))]
    if best:
        return max(best)
    values = table.column("rating")
    numbers = [number for value in values if (number := number_of(value)) is not None]
    if len(numbers) < len(values) * _MOST or (_AGES.issuperset(numbers) and max(numbers, default=0) > 10):
        return None
    path = next(iter(table.paths.get("rating", ())), "")
    return scale_of([(f"{number:g}", "star" in path.lower()) for number in numbers if number])


_AGES = frozenset(range(19))
_MOST = 0.4


def _are_releases(table: ObjectTable) -> bool:
    """Return whether a table's days are of releases, years apart; the days of showings are of one season."""
    years = [year for value in table.column("day") if (year := read_year(value))]
    return len(years) > len(table.rows) / 2 and max(years) - min(years) > _ONE_SEASON


_ONE_SEASON = 3


def _read_row(table: ObjectTable, row: Cells, readers: _ColumnReaders, record: Record) -> Record:
    def put_first(name: str, kind: str, read: Callable[[object], object]) -> None:
        for path in table.paths.get(kind, ()):
            if name not in record.values and path in row and put(record, name, read(row[path])):
                record.found_at[name] = f"{record.places['']}.{path}"

    put_first("title", "title", _title_in)
    put_first("runtime", "runtime", readers.runtime)
    put_first("runtime", "seconds", _minutes)
    put_first("rating", "rating", readers.rating)
    for kind in ("year", "released", *(("day",) if readers.released else ())):
        put_first("year", kind, _year_in)
    for name in _NAMES:
        put_first(name, name, lambda value: names_in(value, table.store))
    if "directors" not in record.values or "actors" not in record.values:
        for name, people in crew_of(row, table.store).items():
            put(record, name, people)
    for name in _TEXTS:
        put_first(name, name, plain_text)
    put_first("certificate", "certificate", _text_in)
    if "rating" not in record.values:
        put_first("certificate", "rating", _certificate_in)
    put_first("votes", "votes", number_of)
    put_first("poster", "poster", lambda value: absolute_url(readers.address.base, value))
    links = (readers.link(row[path]) for name in ("url", "slug") for path in table.paths.get(name, ()) if path in row)
    record.link = next(filter(None, links), None)
    put(record, "url", canonical_url(record.link) if record.link else None)
    return record


def _title_in(value: object) -> str | None:
    text = plain_text(value)
    if text is None or len(text) > _MAX_TITLE or "://" in text or text.startswith("/") or not any(map(str.isalnum, text)):
        return None
    return text if read_title(text) else None


def _text_in(value: object) -> str | None:
    number = None if isinstance(value, str) else number_of(value)
    return plain_text(value) if number is None else f"{number:g}"


_SEVERAL_YEARS = re.compile(r"\d{4}\s*(?:[&+,/]|and|und|et|y)\s*\d{4}")


def _year_in(value: object) -> int | None:
    """Return the year of a cell; None for the years of several films shown together."""
    return None if isinstance(value, str) and _SEVERAL_YEARS.search(value) else read_year(value)


def _minutes(value: object) -> float | None:
    number = number_of(value)
    return number // 60 if number else None


_CERTIFICATE = re.compile(
    r"(?:U/?A?|PG(?:-?13)?|R|G|NC-?17|(?:FSK )?(?:0|6|7|9|1[0-8])[A+]?|TV-\w+|TP|A[LP]?)(?: ?TBC)?", re.IGNORECASE
)


def _certificate_in(value: object) -> str | None:
    """Return what stands under `rating` where it says from which age a film may be seen."""
    return value.strip() if isinstance(value, str) and _CERTIFICATE.fullmatch(value.strip()) else None
