"""From what stands on a page to a record's values: each field's reader, in one table."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from moviescrape.movie import BY_NAME
from moviescrape.parse.model import Record
from moviescrape.parse.values.names import read_actors, read_name_list, read_people
from moviescrape.parse.values.numbers import read_whole
from moviescrape.parse.values.ratings import read_rating
from moviescrape.parse.values.runtimes import read_runtime
from moviescrape.parse.values.titles import read_title, read_title_year
from moviescrape.parse.values.urls import canonical_url
from moviescrape.parse.values.years import read_year


def _read_text(raw: object) -> str | None:
    return (" ".join(raw.split()) or None) if isinstance(raw, str) else None


def _read_list(raw: object) -> tuple[str, ...]:
    texts = (raw,) if isinstance(raw, str) else raw if isinstance(raw, list) else ()
    return tuple(dict.fromkeys(name for text in texts if isinstance(text, str) for name in read_name_list(text)))


def _read_rank(raw: object) -> int | None:
    return read_whole(raw) or None


READERS: Mapping[str, Callable[[Any], Any]] = {
    "title": read_title,
    "rating": read_rating,
    "year": read_year,
    "actors": read_actors,
    "runtime": read_runtime,
    "url": canonical_url,
    "languages": _read_list,
    "genres": _read_list,
    "directors": read_people,
    "votes": read_whole,
    "original_title": read_title,
    "rank": _read_rank,
    "metascore": read_whole,
    "certificate": _read_text,
    "country": _read_list,
    "poster": _read_text,
    "description": _read_text,
}


_NOTHING = {"", "-", "--", "–", "—", "?", "n/a", "na", "tbd", "tba", "none", "null"}
"""What pages print where they have no value: a gap, not a value that could not be read."""


def put(record: Record, field: str, raw: object, read: Callable[[Any], Any] | None = None) -> bool:
    """Read `raw` as `field` into the record, unless it has one; True where the record has a value now.

    What stood there and could not be taken is kept in `record.rejected`, with the reason.
    """
    if field in record.values:
        return True
    if raw is None or raw == "" or raw == []:
        return False
    value = (read or READERS[field])(raw)
    if value is None or value == ():
        if not (isinstance(raw, str) and raw.strip().casefold() in _NOTHING):
            record.rejected.setdefault(field, _reason(field, raw))
        return False
    if field == "title":
        record.title_year = read_title_year(raw)
    record.values[field] = value  # type: ignore[literal-required]  # the readers give the types of RecordValues
    return True


def _reason(field: str, raw: object) -> str:
    shown = " ".join(str(raw).split())[:60]
    number = BY_NAME[field].kind in ("whole", "decimal") and any(c.isdigit() for c in shown)
    return f"{'impossible' if number else 'unreadable'}: {shown!r}"


def put_all(record: Record, raws: Iterable[tuple[str, object]]) -> Record:
    """`put` for each (field, raw); returns the record."""
    for field, raw in raws:
        put(record, field, raw)
    return record
