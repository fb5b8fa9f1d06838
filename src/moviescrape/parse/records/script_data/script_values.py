"""Decode the data that a page carries in scripts and attributes: JSON, object literals, the serialised forms of frameworks."""

import html as entities
import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from moviescrape.parse.budget import Budget
from moviescrape.parse.dom.lenient_json import find_literals
from moviescrape.parse.dom.scripts import Script, find_scripts

_TITLE_WORDS = tuple(b"title name titel titre titul titol film movie pelicula nazev tytul baslik nombre".split())
_FACT_WORDS = tuple(
    b"""direct direc regi rezi rezys realisa reali yonet oyunc ohjaa rendez instrukt cast actor acteur attori atores starring
    reparto elenco interpret darsteller runtime run_time running duration duraci durata dura laufzeit imdb tmdb original genre
    year release""".split()
)
_MIN_BYTES = 120
_MAX_CODE = 600_000
"""Bytes of a script beside its plain JSON that are read as code: more is a program, not data."""


class ScriptValue(NamedTuple):
    """A decoded value, and what the page calls it: a variable, a script's id."""

    name: str
    value: object


def decode_scripts(html: bytes, budget: Budget) -> Iterator[ScriptValue]:
    """Yield the values of the scripts and attributes that may hold movies: that have words for a title and a fact of a film.

    JSON-LD is left out: `markup.jsonld` reads it.
    """
    pushed: list[str] = []
    for script in find_scripts(html, b""):
        budget.check()
        if len(script.content) < _MIN_BYTES or b"ld+json" in script.attributes:
            continue
        if b"__next_f" in script.content:
            pushed += _pushed_texts(script.content)
        elif _may_hold_movies(script.content):
            yield from _decode(script)
    if pushed and _may_hold_movies(streamed := "".join(pushed).encode("utf-8", "replace")):
        yield from (ScriptValue("", value) for value in _literals(streamed))
    for content in _attributes(html):
        if _may_hold_movies(content):
            yield from (ScriptValue("", _without_types(value)) for value in _literals(content))


def _may_hold_movies(content: bytes) -> bool:
    lower = content.lower()
    return any(word in lower for word in _TITLE_WORDS) and any(word in lower for word in _FACT_WORDS)


_DATA_ATTRIBUTE = re.compile(rb"""=(["'])(?=\[?\{(?:&quot;|&#34;|"))""")


def _attributes(html: bytes) -> Iterator[bytes]:
    """Yield the attributes that hold JSON, as Inertia, Vue and Astro pass data to what draws the page."""
    for found in _DATA_ATTRIBUTE.finditer(html):
        end = html.find(found[1], found.end())
        if end - found.end() >= _MIN_BYTES:
            yield entities.unescape(html[found.end() : end].decode("utf-8", "replace")).encode("utf-8", "replace")


def _without_types(value: object, depth: int = 0) -> object:
    """Return what Astro passes without the numbers that tell the type of each value: `{"title": [0, "Heat"]}`."""
    if isinstance(value, dict) and value and depth < _MAX_DEPTH and all(map(_is_typed, value.values())):
        return {key: _without_types(member[1], depth + 1) for key, member in value.items()}
    if isinstance(value, list) and value and depth < _MAX_DEPTH and all(map(_is_typed, value)):
        return [_without_types(member[1], depth + 1) for member in value]
    return value


def _is_typed(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and value[0] in (0, 1) and isinstance(value[0], int)


_ID = re.compile(rb"""(?<![\w-])id\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_ASSIGNED = re.compile(rb"(?<![\w$])([A-Za-z_$][\w$]{0,60}+)[\"'\]]{0,3}+\s*+[=:]\s*+[\[{]")


def _decode(script: Script) -> Iterator[ScriptValue]:
    content = script.content
    if b"{&q;" in content:  # as Angular writes its state
        for escape, plain in ((b"&q;", b'"'), (b"&s;", b"'"), (b"&l;", b"<"), (b"&g;", b">"), (b"&a;", b"&")):
            content = content.replace(escape, plain)
    named = _ID.search(script.attributes) or _ASSIGNED.search(script.content, 0, _MAX_CODE)
    name = named[1].decode("latin-1") if named else ""
    for value in _literals(content):
        yield ScriptValue(name, _unflatten(value) if _is_flat(value) else value)


_DECODER = json.JSONDecoder(parse_constant=lambda _: None)
_STARTS = re.compile(r"(?:\A|[=(,:])\s*+(?=[{\[])")


def _literals(content: bytes) -> Iterator[object]:
    """Yield the literals of a script: plain JSON first, which is decoded thirty times as fast, then those in the rest."""
    text = content.decode("utf-8", "replace")
    at = kept = wasted = 0
    rest: list[str] = []
    while (found := _STARTS.search(text, at)) and wasted <= len(text):
        try:
            value, at = _DECODER.raw_decode(text, found.end())
        except json.JSONDecodeError as error:
            wasted += error.pos - found.end() + len(text) // _MAX_FAILURES  # each error counts lines
            at = found.end() + 1
            continue
        except (RecursionError, ValueError):  # nested too deep, a number of thousands of digits
            break
        if isinstance(value, (dict, list)) and at - found.end() >= _MIN_BYTES:
            yield value
            rest.append(text[kept : found.end()] + "0")
            kept = at
    left = "".join([*rest, text[kept:]]).encode()
    if _MIN_BYTES <= len(left) <= _MAX_CODE and _may_hold_movies(left):
        yield from find_literals(left)


_MAX_FAILURES = 500


def _pushed_texts(content: bytes) -> Iterator[str]:
    """Yield the texts that a script of Next.js adds to the page's stream: `self.__next_f.push([1,"..."])`."""
    for value in find_literals(content):
        if isinstance(value, list) and len(value) == 2 and isinstance(value[1], str):
            yield value[1]


def _is_flat(value: object) -> bool:
    """Return whether a value is a Nuxt payload: a list of values in which members are given by their places in the list."""
    if not isinstance(value, list) or len(value) < 8 or not isinstance(value[0], (dict, list)):
        return False
    objects = [each for each in value if isinstance(each, dict)]
    return len(objects) > 2 and all(_is_place(member) for each in objects[:20] for member in each.values())


def _is_place(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _unflatten(values: object) -> object:
    """Return the value that a Nuxt payload, as devalue writes it, describes; a value inside of itself is None there."""
    if not isinstance(values, list):
        return values
    built: dict[int, object] = {}

    def build(place: object, depth: int) -> object:
        if not isinstance(place, int) or not 0 <= place < len(values) or depth > _MAX_DEPTH:
            return None
        if place in built:
            return built[place]
        value, built[place] = values[place], None
        if isinstance(value, dict):
            built[place] = {key: build(member, depth + 1) for key, member in value.items()}
        elif isinstance(value, list) and value and isinstance(value[0], str):  # a tagged value: ["Reactive", 3]
            built[place] = build(value[1], depth + 1) if len(value) > 1 and _is_place(value[1]) else (value[1:2] or [None])[0]
        elif isinstance(value, list):
            built[place] = [build(member, depth + 1) for member in value]
        else:
            built[place] = value
        return built[place]

    return build(0, 0)


_MAX_DEPTH = 60
