"""Gather the alike objects of a decoded script, wherever they stand: lists of objects, objects kept by their ids."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeAlias

import msgspec

from moviescrape.parse.records.script_data.script_values import ScriptValue

JsonObject: TypeAlias = Mapping[str, object]

MAX_NODES = 200_000
"""Objects and lists of one page that are looked at."""
_MAX_DEPTH = 40
_ID_KEY = re.compile(r"#?\d+|[\da-f-]{16,}|[a-z]{1,3}\d{3,}", re.IGNORECASE)
_TYPED_KEY = re.compile(r"([A-Za-z_]{2,40}):.")


@dataclass(slots=True)
class ObjectSet:
    """Objects that stand at alike places: `path` is the keys that lead to them, without places in lists and without ids."""

    path: tuple[str, ...]
    objects: list[JsonObject] = field(default_factory=list)
    store: JsonObject = field(default_factory=dict)
    """The cache that references of the objects lead into."""


def find_object_sets(values: Sequence[ScriptValue]) -> list[ObjectSet]:
    """Return the sets of two objects or more of all values, in the order of the page."""
    found: dict[tuple[str, ...], ObjectSet] = {}
    left = MAX_NODES
    for name, value in values:
        for path, each, store in islice(_objects_in(name, value), left):
            left -= 1
            found.setdefault(path, ObjectSet(path, store=store)).objects.append(each)
    return [each for each in found.values() if len(each.objects) > 1]


def _objects_in(name: str, value: object) -> Iterator[tuple[tuple[str, ...], JsonObject, JsonObject]]:
    """Yield (path, object, cache) for each object in a value, in its order."""
    stack: list[tuple[tuple[str, ...], object, JsonObject]] = [((name,) if name else (), value, {})]
    while stack:
        path, each, store = stack.pop()
        if len(path) > _MAX_DEPTH:
            continue
        if isinstance(each, list):
            stack += [(path, member, store) for member in reversed(each) if isinstance(member, (dict, list))]
        elif isinstance(each, dict):
            yield path, each, store
            alike = are_alike(each)
            if alike and any(_TYPED_KEY.match(key) for key in each):
                store = each
            members = [(key, inner) for key, member in each.items() if (inner := _nested(member))]
            stack += [((*path, _step(key, alike)), member, store) for key, member in reversed(members)]


def _nested(member: object) -> object:
    """Return the object or list that a member is, or that its text holds as JSON (answers kept with their page); else None."""
    if isinstance(member, (dict, list)):
        return member
    if not isinstance(member, str) or len(member) < _MIN_JSON or not member.startswith(("{", "[{")):
        return None
    try:
        return msgspec.json.decode(member)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None


_MIN_JSON = 100


def are_alike(each: JsonObject) -> bool:
    """Return whether an object is a collection: its keys are ids, and its members objects.

    >>> are_alike({"12": {"title": "Heat"}, "15": {"title": "Ran"}}), are_alike({"film": {"id": 1}, "user": {"name": "Bo"}})
    (True, False)
    """
    members = [member for member in islice(each.values(), 8) if isinstance(member, dict)]
    if len(members) < 2:
        return False
    if all(_ID_KEY.fullmatch(key) or _TYPED_KEY.match(key) or key == "ROOT_QUERY" for key in islice(each, 8)):
        return True
    shared = set(members[0]).intersection(*members[1:])
    return len(shared) >= 3 and len(shared) >= len(members[0]) * _MUCH


_MUCH = 0.6


def _step(key: str, alike: bool) -> str:
    if typed := _TYPED_KEY.match(key):
        return typed[1]
    return "*" if alike or _ID_KEY.fullmatch(key) else key
