"""Read movies from alike objects: their keys, flattened, are columns; a column's values say in which unit or scale they are."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from statistics import median

from moviescrape.parse.records.script_data.object_keys import key_field, split_key
from moviescrape.parse.records.script_data.script_objects import JsonObject
from moviescrape.parse.values.names import split_people

Cells = dict[str, object]
"""The values of one object by their path of keys."""

_MAX_DEPTH = 4
_MAX_CELLS = 200
_MAX_NAMES = 60
_MAX_TEXT = 5000
_TAG = re.compile(r"<[^<>]{0,300}>")


def flatten(each: JsonObject, store: JsonObject) -> Cells:
    """Return an object's values by path: `{"rating": {"value": 8}}` as `{"rating.value": 8}`; lists stay whole.

    References into a cache (`{"__ref": "Person:3"}`, as Apollo writes them) are followed.
    """
    return dict(islice(_cells(each, "", store, 0), _MAX_CELLS))


def _cells(each: JsonObject, path: str, store: JsonObject, depth: int) -> Iterator[tuple[str, object]]:
    for key, member in each.items():
        value = follow(member, store)
        place = f"{path}.{key}" if path else key
        if isinstance(value, dict):
            if depth < _MAX_DEPTH:
                yield from _cells(value, place, store, depth + 1)
        elif value not in (None, "", []):
            yield place, value


def follow(value: object, store: JsonObject) -> object:
    """Return what a reference into a cache stands for; any other value as it is."""
    if not store or not isinstance(value, dict) or len(value) > _MAX_REFERENCE:
        return value
    key = value.get("__ref") or (value.get("id") if value.get("type") == "id" else None)
    return store.get(key, value) if isinstance(key, str) else value


_MAX_REFERENCE = 4


@dataclass(frozen=True, slots=True)
class ObjectTable:
    """Alike objects as a table: `paths` are the columns of each field, the best first."""

    rows: Sequence[Cells]
    paths: Mapping[str, list[str]]
    store: JsonObject

    def column(self, field: str) -> list[object]:
        """Return the values of a field's best column, without gaps."""
        path = next(iter(self.paths.get(field, ())), None)
        return [row[path] for row in self.rows if path in row] if path else []

    def share(self, field: str) -> float:
        """Return the share of rows that have a value in one of a field's columns."""
        paths = self.paths.get(field, ())
        return sum(any(path in row for path in paths) for row in self.rows) / len(self.rows)


def tabulate(objects: Sequence[JsonObject], store: JsonObject) -> ObjectTable:
    """Return objects as a table."""
    rows = [flatten(each, store) for each in objects]
    counts = Counter(path for row in rows for path in row)
    paths: dict[str, list[str]] = {}
    for path in counts:
        if name := key_field(path):
            paths.setdefault(name, []).append(path)
    inside = ""
    for name in sorted(paths, key=lambda name: name != "title"):
        paths[name].sort(
            key=lambda path: (
                not path.startswith(inside),
                counts[path] < len(rows) * _MUCH,
                _preference(name, path),
                path.count("."),
            )
        )
        inside = inside if name != "title" else paths[name][0].rpartition(".")[0]
    return ObjectTable(rows, paths, store)


_MUCH = 0.5
_TITLES = ("film title", "movie title", "film name", "movie name", "title", "film", "movie", "name")


def _preference(name: str, path: str) -> int:
    """Return how late a column is asked for its field: titles before names, English before other languages."""
    words = split_key(path)
    if name == "title":
        core = next((place for place, known in enumerate(_TITLES) if words == known), len(_TITLES))
        return core - any(word in words.split() for word in ("film", "movie"))
    return 0 if key_field(path.rpartition(".")[2]) == name else 1


def plain_text(value: object) -> str | None:
    """Return a text without tags and halves of surrogate pairs; None for what is no text."""
    if not isinstance(value, str):
        return None
    text = value[:_MAX_TEXT]
    if "<" in text:
        text = _TAG.sub(" ", text)
    return " ".join(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").split()) or None


def names_in(value: object, store: JsonObject) -> list[str]:
    """Return the names in a text or list: of people, of genres; an object in a list is asked for its name."""
    if isinstance(value, list):
        people = (follow(each, store) for each in value[:_MAX_NAMES])
        named = (_name_of(each, store) for each in people if not (isinstance(each, dict) and "directors" in _roles(each)))
        return [name for name in named if name]
    text = plain_text(value)
    return split_people(text) if text and "://" not in text and text.casefold() not in _NO_NAMES else []


_NO_NAMES = frozenset({"n/a", "n.a.", "none", "null", "tba", "tbc", "-"})
_NAME_KEYS = frozenset(
    {"name", "title", "name text", "label", "full name", "display name", "fullname", "text", "value", "nombre", "nom"}
)
_WRAPPERS = ("node", "person", "actor", "attributes", "name", "fields", "artist", "people", "genre", "country", "language")


def _name_of(value: object, store: JsonObject) -> str | None:
    """Return the name that an object in a list of people or genres has, or the text that it is."""
    for _ in range(_MAX_DEPTH):
        if not isinstance(value, dict):
            break
        fields = {split_key(key): member for key, member in value.items()}
        first, last = fields.get("first name"), fields.get("last name")
        if isinstance(first, str) and isinstance(last, str):
            return plain_text(f"{first} {last}")
        if len(fields) == 1:
            value = follow(next(iter(fields.values())), store)
            continue
        named = next((fields[key] for key in fields if key in _NAME_KEYS and isinstance(fields[key], str)), None)
        inner = next((fields[key] for key in _WRAPPERS if isinstance(fields.get(key), dict)), None)
        value = named or follow(inner, store)
    text = plain_text(value)
    return text if text and len(text) < 100 and "://" not in text else None


_DIRECTS = re.compile(r"(?:film )?direct(?:or|ed by|ing)s?$|regie|regist?a$|r[ée]alisat|regisseur", re.IGNORECASE)
_ACTS = re.compile(r"act(?:or|ress|ing)|cast$|starring|darsteller|schauspiel|int[ée]rpret|acteur", re.IGNORECASE)
_ROLE_KEYS = (
    "job",
    "role",
    "department",
    "function",
    "type",
    "position",
    "known for department",
    "credit type",
    "role type",
    "person type",
)
_CREWS = frozenset(
    {
        "crew",
        "cast",
        "cast crew",
        "credits",
        "people",
        "persons",
        "staff",
        "contributors",
        "team",
        "credits crew",
        "cast and crew",
    }
)


def crew_of(row: Cells, store: JsonObject) -> dict[str, list[str]]:
    """Return the directors and actors of a list of people, each with a role: `[{"name": "Ana Bo", "job": "Director"}]`."""
    found: dict[str, list[str]] = {}
    for path, value in row.items():
        if not isinstance(value, list) or split_key(path) not in _CREWS:
            continue
        for each in value[: _MAX_NAMES * 3]:
            person = follow(each, store)
            if isinstance(person, dict) and (name := _name_of(person, store)):
                for field in _roles(person):
                    found.setdefault(field, []).append(name)
    return found


def _roles(person: JsonObject) -> Iterator[str]:
    fields = {split_key(key): member for key, member in person.items()}
    role = next((fields[key] for key in _ROLE_KEYS if key in fields and isinstance(fields[key], str)), None)
    if isinstance(role, str) and _DIRECTS.match(role):
        yield "directors"
    elif isinstance(role, str) and _ACTS.match(role):
        yield "actors"


def number_of(value: object) -> float | None:
    """Return the number that a value is or spells out whole.

    >>> number_of("142"), number_of(8.1), number_of("PG-13"), number_of(True)
    (142.0, 8.1, None, None)
    """
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return float(value.replace(",", "."))
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < _MOST else None


_MOST = 1e15
_NUMBER = re.compile(r"\s*\d{1,9}(?:[.,]\d{1,9})?\s*")


def minutes_per_unit(values: Sequence[object]) -> float | None:
    """Return what a column of numbers counts, in minutes: minutes, seconds, milliseconds; None where no film is that long.

    >>> minutes_per_unit([95, 142]), minutes_per_unit(["5700", "8520"]) == 1 / 60, minutes_per_unit([3, 4, 2])
    (1, True, None)
    """
    numbers = [number for value in values if (number := number_of(value))]
    middle = median(numbers) if numbers else 90
    for low, high, unit in ((_SHORTEST, 400, 1), (1500, 24_000, 1 / 60), (1_500_000, 24_000_000, 1 / 60_000)):
        if low <= middle <= high:
            return unit
    return None


_SHORTEST = 5
