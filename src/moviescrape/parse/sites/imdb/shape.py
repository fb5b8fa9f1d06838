"""Titles anywhere in IMDb's embedded JSON, by their shape: for pages whose paths are not known, or are gone."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from moviescrape.parse.sites.imdb.title_json import TitleJson

_MAX_DEPTH = 30
_DEEPEST_WRAPPED = 3
_WRAPPERS = ("node", "listItem", "item", "title", "titleNode", "release")
"""A list's entry holds its title under one of these, or one in another."""


class TitleList(NamedTuple):
    """A list of titles, and how many the whole list has where the JSON beside it says so."""

    titles: list[TitleJson]
    total: int | None


def titles_below(value: Any, depth: int = 0) -> Iterator[TitleJson]:
    """Yield every title in `value`."""
    if depth > _MAX_DEPTH:
        return
    if title := _as_title(value):
        yield title
    for each in _inner(value):
        yield from titles_below(each, depth + 1)


def lists_below(value: Any, total: int | None = None, depth: int = 0) -> Iterator[TitleList]:
    """Yield every list of several titles in `value`; `total` is what the object around it gives."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        titles = [title for each in value if (title := _as_title(each))]
        if len(titles) > 1:
            yield TitleList(titles, total)
            return
    said = value.get("total") if isinstance(value, dict) else None
    for each in _inner(value):
        yield from lists_below(each, said if isinstance(said, int) else None, depth + 1)


def _inner(value: Any) -> Iterator[Any]:
    yield from value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _as_title(value: Any) -> TitleJson | None:
    found = _unwrapped(value)
    return _convert(found) if found else None


def _unwrapped(value: Any, depth: int = 0) -> dict[str, Any] | None:
    """Return the object of a title's shape in an entry of a list: itself, or wrapped as in `{"node": {"title": {...}}}`."""
    if not isinstance(value, dict) or depth > _DEEPEST_WRAPPED:
        return None
    if "titleText" in value and _number(value).startswith("tt"):
        return value
    inner = (value.get(key) for key in _WRAPPERS)
    return next((found for each in inner if (found := _unwrapped(each, depth + 1))), None)


def _number(title: dict[str, Any]) -> str:
    return str(title.get("id") or title.get("titleId") or "")


def _convert(title: dict[str, Any]) -> TitleJson | None:
    """Convert a title; leave out the keys that hold something else than they did."""
    try:
        return msgspec.convert(title, TitleJson, strict=False)
    except msgspec.ValidationError:
        kept = {key: value for key, value in title.items() if _fits(key, value)}
        return msgspec.convert(kept, TitleJson, strict=False)


def _fits(key: str, value: Any) -> bool:
    try:
        msgspec.convert({key: value}, TitleJson, strict=False)
    except msgspec.ValidationError:
        return False
    return True
