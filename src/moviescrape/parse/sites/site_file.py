"""Read a site file: a site's hosts and layouts in TOML, which needs no Python to write.

hosts = ["kino.example"]
movie_url = "/film/*"

[[layouts]]
name = "programme"
item = "div.film"
scale = 5

[layouts.fields]
title = "h2 a"
url = "h2 a::attr(href)"
year = { css = "p.facts", match = '\\b(?:19|20)\\d\\d\\b' }
"""

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import PurePath
from typing import Any, NoReturn

from moviescrape.errors import UsageError
from moviescrape.movie import BY_NAME
from moviescrape.parse.dom.css import selector_problem
from moviescrape.parse.sites.rules import matched_text, people_of, whole_match
from moviescrape.parse.sites.site import FieldRule, FieldRules, Layout, Site, as_tuple, split_attribute

_PEOPLE = frozenset({"actors", "directors"})
ITEM = ":scope"
"""The selector of the item itself (Selectors Level 4, 8.4)."""


def read_site_file(text: str, where: str) -> Site:
    """Return the site that the TOML `text` of the file `where` describes. Raise UsageError, one line, for the first mistake."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what = f"not TOML: {error}"
        raise UsageError(what, where=where, remedy='texts stand in quotes: title = "h2 a"') from error
    return _FileReader(where).site(table)


class _FileReader:
    """Reads the tables of one file, whose name is in every complaint."""

    def __init__(self, where: str) -> None:
        self.where = where

    def site(self, table: Mapping[str, Any]) -> Site:
        self._check_keys(table, ("name", "hosts", "origin", "movie_url", "layouts"), "")
        hosts = tuple(map(self._host, self._texts(table.get("hosts", []), "hosts")))
        origin, pattern = table.get("origin"), table.get("movie_url")
        layouts = table.get("layouts")
        if not isinstance(layouts, list) or not layouts:
            self._fail("layouts", "no layout", "begin one with a line [[layouts]]")
        return Site(
            name=self._text(table.get("name", PurePath(self.where).stem), "name"),
            hosts=hosts,
            origin=None if origin is None else self._origin(self._text(origin, "origin")),
            movie_url=None if pattern is None else self._movie_url(self._text(pattern, "movie_url")),
            layouts=tuple(self._layout(layout, f"layouts[{number}]") for number, layout in enumerate(layouts, 1)),
            everywhere=False,
        )

    def _layout(self, table: Any, key: str) -> Layout:
        if not isinstance(table, dict):
            self._fail(key, "not a table", "begin a layout with a line [[layouts]]")
        self._check_keys(table, ("name", "item", "fields", "scale", "next", "total", "once"), f"{key}.")
        if "item" not in table:
            self._fail(f"{key}.item", "missing", 'name what holds one movie: item = "div.film"')
        fields = table.get("fields")
        if not isinstance(fields, dict) or "title" not in fields:
            self._fail(f"{key}.fields.title", "missing", 'below [layouts.fields], say where titles stand: title = "h2"')
        self._check_keys(fields, tuple(BY_NAME), f"{key}.fields.")
        return Layout(
            name=self._text(table.get("name", key.replace("layouts", "layout")), f"{key}.name"),
            item=self._selector(self._text(table["item"], f"{key}.item"), f"{key}.item"),
            fields={name: self._field(name, rules, f"{key}.fields.{name}") for name, rules in fields.items()},
            scale=self._scale(table.get("scale", 10), f"{key}.scale"),
            next=self._rules(table.get("next", []), f"{key}.next"),
            total=self._rules(table.get("total", []), f"{key}.total"),
            once=self._flag(table.get("once", False), f"{key}.once"),
        )

    def _field(self, name: str, said: Any, key: str) -> FieldRules:
        rules = as_tuple(self._rules(said, key))
        return tuple(map(people_of, rules)) if name in _PEOPLE and all(rules) else rules

    def _rules(self, said: Any, key: str) -> FieldRules:
        """Return a field's rules: one selector, a table of a selector and a pattern, or a list of them."""
        return tuple(self._rule(each, key) for each in (said if isinstance(said, list) else [said]))

    def _rule(self, said: Any, key: str) -> str | FieldRule:
        if not isinstance(said, dict):
            return self._field_selector(self._text(said, key), key)
        self._check_keys(said, ("css", "match"), f"{key}.")
        css = self._field_selector(self._text(said.get("css", ITEM), f"{key}.css"), f"{key}.css")
        pattern = self._pattern(self._text(said.get("match"), f"{key}.match"), f"{key}.match")
        return matched_text(css, pattern) if css else whole_match(pattern)

    def _field_selector(self, rule: str, key: str) -> str:
        css, attribute = split_attribute(rule)
        if css in ("", ITEM) and rule:
            return f"::attr({attribute})" if attribute else ""
        self._selector(css, key)
        return rule

    def _selector(self, css: str, key: str) -> str:
        if problem := selector_problem(css):
            self._fail(key, f"{css!r} is no CSS selector ({problem})", "write it as in a style sheet: div.film h2 a")
        return css

    def _pattern(self, pattern: str, key: str) -> str:
        try:
            re.compile(pattern)
        except re.error as error:
            self._fail(key, f"{pattern!r} is no regular expression ({error})", "put \\ before marks meant as they are")
        return pattern

    def _movie_url(self, pattern: str) -> str:
        return self._pattern(pattern if re.search(r"[\\^$()\[\]{}|+]", pattern) else as_expression(pattern), "movie_url")

    def _host(self, host: str) -> str:
        if not re.fullmatch(r"[\w-]+(?:\.[\w-]+)*", host):
            self._fail("hosts", f"{host!r} is no host", "give the name alone, as in kino.example")
        return host.lower().removeprefix("www.")

    def _origin(self, origin: str) -> str:
        if not re.fullmatch(r"https?://[^/\s?#]+/?", origin):
            self._fail("origin", f"{origin!r} is no origin", "give scheme and host alone, as in https://www.kino.example")
        return origin.rstrip("/")

    def _scale(self, said: Any, key: str) -> float:
        if isinstance(said, bool) or not isinstance(said, int | float) or not 1 <= said <= 1000:
            self._fail(key, f"{said!r} is no scale", "give the best possible rating as a number, as in 5 or 100")
        return float(said)

    def _flag(self, said: Any, key: str) -> bool:
        if not isinstance(said, bool):
            self._fail(key, f"{said!r} is neither true nor false", "write true or false, without quotes")
        return said

    def _text(self, said: Any, key: str) -> str:
        if not isinstance(said, str) or not said.strip():
            self._fail(key, f"{'nothing' if said is None else repr(said)} in place of a text", "give a text in quotes")
        return said.strip()

    def _texts(self, said: Any, key: str) -> list[str]:
        if not isinstance(said, list):
            self._fail(key, f"{said!r} in place of a list", f'give texts in brackets: {key} = ["kino.example"]')
        return [self._text(each, key) for each in said]

    def _check_keys(self, table: Mapping[str, Any], known: tuple[str, ...], before: str) -> None:
        for key in table:
            if key not in known:
                near = get_close_matches(key, known, 1)
                remedy = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
                self._fail(f"{before}{key}", "no such key", remedy)

    def _fail(self, key: str, what: str, remedy: str) -> NoReturn:
        raise UsageError(f"{key}: {what}", where=self.where, remedy=remedy)


def as_expression(pattern: str) -> str:
    r"""Return the regular expression of a simple pattern: a path, or a whole URL, in which `*` stands for any name or number.

    >>> as_expression("/film/*")
    'https?://[^/?#]+/film/[^/?#&]+/?(?:[?#].*)?$'
    """
    site = r"https?://[^/?#]+" if pattern.startswith("/") else ""
    body = re.escape(pattern.rstrip("/")).replace(r"\*", "[^/?#&]+")
    return f"{site}{body}/?(?:[?#].*)?$"
