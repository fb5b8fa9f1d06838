"""Titles anywhere in IMDb's embedded JSON, by their shape: for pages whose paths are not known, or are gone."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from moviescrape.parse.sites.imdb.title_json import Title

_DEEPEST = 30
_WRAPPERS = ("node", "listItem", "item", "title", "titleNode")


class TitleList(NamedTuple):
    """A list of titles, and how many the whole list has where the JSON beside it says so."""

    titles: list[Title]
    total: int | None


def titles_below(value: Any, depth: int = 0) -> Iterator[Title]:
    """Every title in `value`."""
    if depth > _DEEPEST:
        return
    if title := _as_title(value):
        yield title
    for each in _inner(value):
        yield from titles_below(each, depth + 1)


def lists_below(value: Any, total: int | None = None, depth: int = 0) -> Iterator[TitleList]:
    """Every list of several titles in `value`; `total` is what the object around it gives."""
    if depth > _DEEPEST:
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


def _as_title(value: Any) -> Title | None:
    if not isinstance(value, dict):
        return None
    for inner in (value, *(value.get(key) for key in _WRAPPERS)):
        if isinstance(inner, dict) and "titleText" in inner and _number(inner).startswith("tt"):
            return _convert(inner)
    return None


def _number(title: dict[str, Any]) -> str:
    return str(title.get("id") or title.get("titleId") or "")


def _convert(title: dict[str, Any]) -> Title | None:
    """The title, without the keys that hold something else than they did."""
    try:
        return msgspec.convert(title, Title, strict=False)
    except msgspec.ValidationError:
        kept = {key: value for key, value in title.items() if _fits(key, value)}
        return msgspec.convert(kept, Title, strict=False)


def _fits(key: str, value: Any) -> bool:
    try:
        msgspec.convert({key: value}, Title, strict=False)
    except msgspec.ValidationError:
        return False
    return True
