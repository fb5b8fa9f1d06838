"""How Douban writes facts: names joined by slashes, release dates country by country."""

import re

from moviescrape.parse.dom.document import Node
from moviescrape.parse.labels import said_after
from moviescrape.parse.sites.site import FieldRule

_YEAR = re.compile(r"(?<!\d)((?:18|19|20)\d\d)(?!\d)")


def split_slashes(text: str | None) -> list[str]:
    """Split "甲 / 乙 / 丙"; leave out a last part that was cut off in mid-name ("丙...").

    >>> split_slashes("甲 / 乙 / 丙..."), split_slashes("甲 /..."), split_slashes(None)
    (['甲', '乙'], ['甲'], [])
    """
    parts = [part.strip() for part in (text or "").split("/")]
    return [part for part in (parts[:-1] if parts[-1].endswith(("...", "…")) else parts) if part]


def credited(css: str, field: str) -> FieldRule:
    def read(node: Node) -> list[str]:
        block = node.first(css)
        # directors and cast can share a line, and the cast's label be cut off: "导演: 甲  主演: 乙 / 丙...", "导演: 甲  主..."
        lines = [part for line in block.lines for part in re.split(r"\s+(?=主)", line)] if block else []
        return split_slashes(said_after(lines, field))

    return FieldRule(read, f"{css}: names behind the label of {field}")


def first_year(css: str) -> FieldRule:
    """Of release dates country by country the earliest counts."""

    def read(node: Node) -> str | None:
        block = node.first(css)
        return min(_YEAR.findall(block.text), default=None) if block else None

    return FieldRule(read, f"{css}: the earliest year")
