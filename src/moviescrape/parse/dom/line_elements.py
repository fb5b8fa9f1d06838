"""Give each line of a list that is parted by `<br>` alone an element of its own: "1. Ran (1985)<br>2. Heat (1995)<br>".

Such lists are of titles with their years, or of titles with the times of their showings. The lines of preformatted text become
rows of a table, with a cell where two spaces or a tab part them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from copy import deepcopy
from itertools import pairwise

from lxml import etree

from moviescrape.parse.dom.document import Node

MIN_LINES = 3
_MANY = 0.8
_TITLE_AND_YEAR = re.compile(r"\W{0,3}(?:\d{1,4}[.):]\s{1,3})?[^\s\d(\[][^()\[\]]{0,100}[(\[]\s?(?:18[89]|19\d|20\d)\d\s?[)\]]")
_TIMED = re.compile(r".{0,40}?(?<![\d.:])\d{1,2}[:.h][0-5]\d(?!\d)|.{1,120}\d{1,2}[:.h][0-5]\d\W{0,3}(?:[ap]\.?m\.?)?$")
"""A line with a time of day near one of its ends, as programmes have them."""


def with_line_elements(root: Node) -> Node:
    """Return a page in which the lines of such lists stand in elements; the page itself where it has none."""
    tables = {at: rows for at, block in enumerate(root.element.iter("pre")) if _has_columns(rows := _rows_of(block))}
    if not tables and not _lists_of_lines(root.element):
        return root
    copy = deepcopy(root.element)
    for block in _lists_of_lines(copy):
        _wrap_lines(block)
    for at, block in enumerate(list(copy.iter("pre"))):
        if at in tables:
            _make_rows(block, tables[at])
    return Node(copy)


def _rows_of(block: etree._Element) -> list[list[str]]:
    """Return the cells of each line of a `<pre>`: between columns blank in all lines, else where two spaces part them.

    Nothing is returned where there are elements in it, too many lines, or one that is too long.
    """
    text = block.text or ""
    if len(block) or "\n" not in text:
        return []
    lines = [line.expandtabs().rstrip() for line in text.splitlines() if line.strip()]
    if len(lines) > _MAX_LINES or max(map(len, lines), default=0) > _MAX_WIDTH:
        return []
    filled = {place for line in lines for place, character in enumerate(line) if not character.isspace()}
    used = "".join("x" if place in filled else " " for place in range(max(filled, default=-1) + 1))
    starts = [0, *(gap.end() for gap in _GAP.finditer(used))]
    if len(starts) == 1:
        return [[cell for cell in _GAP.split(line.strip()) if cell] for line in lines]
    return [_cells_of(line, starts) for line in lines]


def _cells_of(line: str, starts: Sequence[int]) -> list[str]:
    """Return the texts of a line's columns, but for empty ones; `starts` says where each column begins."""
    begun = [start for start in starts if start < len(line)]
    return [cell for start, end in pairwise([*begun, len(line)]) if (cell := " ".join(line[start:end].split()))]


_GAP = re.compile(r" {2,1000}")
_MAX_LINES, _MAX_WIDTH = 5_000, 200


def _has_columns(rows: list[list[str]]) -> bool:
    return len(rows) > MIN_LINES and sum(len(row) > 1 for row in rows) >= len(rows) * _MANY


def _make_rows(block: etree._Element, rows: Sequence[Sequence[str]]) -> None:
    """Turn preformatted text into a table of the cells of its lines."""
    block.tag, block.text = "table", None
    for row in rows:
        line = etree.SubElement(block, "tr")
        for cell in row:
            etree.SubElement(line, "td").text = cell


def _lists_of_lines(root: etree._Element) -> list[etree._Element]:
    """Return the elements whose breaks part such lists; none lies in another, so that no text is read twice."""
    breaks = Counter(parent for br in root.iter("br") if (parent := br.getparent()) is not None)
    around = _elements_around(breaks)
    return [block for block, times in breaks.items() if times >= MIN_LINES - 1 and block not in around and _is_list(block)]


def _elements_around(blocks: Iterable[etree._Element]) -> set[etree._Element]:
    around: set[etree._Element] = set()
    for block in blocks:
        outer = block.getparent()
        while outer is not None and outer not in around:
            around.add(outer)
            outer = outer.getparent()
    return around


def _is_list(block: etree._Element) -> bool:
    lines = [line for line in _lines(block) if line]
    if len(lines) == MIN_LINES:
        return all(map(_TITLE_AND_YEAR.fullmatch, lines))
    return len(lines) > MIN_LINES and any(
        sum(bool(form.match(line)) for line in lines) >= len(lines) * _MANY for form in (_TITLE_AND_YEAR, _TIMED)
    )


def _lines(block: etree._Element) -> list[str]:
    """Return the texts between the breaks of an element, white space folded."""
    lines = [block.text or ""]
    for child in block:
        if child.tag == "br":
            lines.append("")
        elif isinstance(child.tag, str):
            lines[-1] += "".join(map(str, child.itertext()))
        lines[-1] += child.tail or ""
    return [" ".join(line.split()) for line in lines]


def _wrap_lines(block: etree._Element) -> None:
    """Put what stands between two breaks into a `span`."""
    children = list(block)
    line = etree.Element("span")
    line.text, block.text = block.text, None
    block.insert(0, line)
    for child in children:
        if child.tag == "br":
            line = etree.Element("span")
            line.text, child.tail = child.tail, None
            child.addnext(line)
        else:
            line.append(child)  # with what stands behind it
