"""Write what was learned of a site as a site file."""

import re
from collections.abc import Iterator

from moviescrape.movie import BY_NAME
from moviescrape.parse.learn.learned import LearnedLayout
from moviescrape.parse.learn.matching import FieldColumn

LAYOUT = "list"
"""What the layout is called."""


def site_toml(layout: LearnedLayout) -> str:
    """Return the text of the site file."""
    return "\n".join(_lines(layout)) + "\n"


def _lines(layout: LearnedLayout) -> Iterator[str]:
    yield f"hosts = [{', '.join(map(quoted, layout.hosts))}]"
    for name, value in (("origin", layout.origin), ("movie_url", layout.movie_url)):
        if value:
            yield f"{name} = {quoted(value)}"
    yield from ("", "[[layouts]]", f"name = {quoted(LAYOUT)}", f"item = {quoted(layout.item)}")
    if layout.scale != 10:
        yield f"scale = {layout.scale:g}"
    yield from ("", "[layouts.fields]")
    for field in BY_NAME:
        if found := layout.fields.get(field):
            rules = list(map(_rule, found))
            yield f"{field} = {rules[0] if len(rules) == 1 else '[' + ', '.join(rules) + ']'}"


def _rule(found: FieldColumn) -> str:
    if not found.pattern:
        return quoted(found.column.rule)
    return f"{{ css = {quoted(found.column.rule)}, match = {quoted(found.pattern)} }}"


def quoted(text: str) -> str:
    r"""Return a text as TOML 1.0 writes it: as it stands in single quotes where it has backslashes or double quotes.

    >>> print(quoted("h2 a"), quoted(r"\d+"), quoted("it's \\d"))
    "h2 a" '\d+' "it's \\d"
    """
    if ('"' in text or "\\" in text) and "'" not in text and text.isprintable():
        return f"'{text}'"
    return '"' + re.sub(r'["\\]|[^\x20-\x7e\xa0-\U0010ffff]', _escaped, text) + '"'


def _escaped(mark: re.Match[str]) -> str:
    return f"\\{mark[0]}" if mark[0] in '"\\' else f"\\u{ord(mark[0]):04x}"
