"""Give each line of a list that is parted by `<br>` alone an element of its own: "1. Ran (1985)<br>2. Heat (1995)<br>".

Such lists are of titles with their years, or of titles with the times of their showings. The lines of preformatted text become
rows of a table, with a cell where two spaces or a tab part them.
"""

import re
from collections import Counter
from collections.abc import Iterable
from copy import deepcopy
from itertools import pairwise, zip_longest

from lxml import etree

from moviescrape.parse.dom.document import Node

MIN_BREAKS = 3
_MANY = 0.8
_TITLE_AND_YEAR = re.compile(r"\W{0,3}(?:\d{1,4}[.):]\s{1,3})?[^\s\d(\[][^()\[\]]{0,100}[(\[]\s?(?:18[89]|19\d|20\d)\d\s?[)\]]")
_TIMED = re.compile(r".{0,40}?(?<![\d.:])\d{1,2}[:.h][0-5]\d(?!\d)|.{1,120}\d{1,2}[:.h][0-5]\d\W{0,3}(?:[ap]\.?m\.?)?$")
"""A line with a time of day near one of its ends, as programmes have them."""


def with_line_elements(root: Node) -> Node:
    """Return a page in which the lines of such lists stand in elements; the page itself where it has none."""
    if not _lists_of_lines(root.element) and not _preformatted_tables(root.element):
        return root
    copy = deepcopy(root.element)
    for block in _lists_of_lines(copy):
        _wrap_lines(block)
    for block in _preformatted_tables(copy):
        _make_rows(block)
    return Node(copy)


def _preformatted_tables(root: etree._Element) -> list[etree._Element]:
    """Return the `<pre>` elements of text alone most of whose lines have columns."""
    return [block for block in root.iter("pre") if len(block) == 0 and _has_columns(_rows_of(block))]


def _rows_of(block: etree._Element) -> list[list[str]]:
    """Return the cells of each line: between the columns that are blank in all lines, else where two spaces part them.

    Nothing is returned where there are too many lines or one is too long: the work grows with both.
    """
    lines = [line.expandtabs().rstrip() for line in (block.text or "").splitlines() if line.strip()]
    if len(lines) > _MAX_LINES or max(map(len, lines), default=0) > _MAX_WIDTH:
        return []
    used = "".join("x" if any(not c.isspace() for c in column) else " " for column in zip_longest(*lines, fillvalue=" "))
    ends = [gap.end() for gap in _GAP.finditer(used)]
    if not ends:
        return [[cell for cell in _GAP.split(line.strip()) if cell] for line in lines]
    bounds = list(pairwise([0, *ends, len(used)]))
    return [[cell for start, end in bounds if (cell := " ".join(line[start:end].split()))] for line in lines]


_GAP = re.compile(r" {2,1000}")
_MAX_LINES, _MAX_WIDTH = 5_000, 200


def _has_columns(rows: list[list[str]]) -> bool:
    return len(rows) > MIN_BREAKS and sum(len(row) > 1 for row in rows) >= len(rows) * _MANY


def _make_rows(block: etree._Element) -> None:
    """Turn preformatted text into a table; a line without columns has one cell."""
    rows = _rows_of(block)
    block.tag, block.text = "table", None
    for row in rows:
        line = etree.SubElement(block, "tr")
        for cell in row:
            etree.SubElement(line, "td").text = cell


def _lists_of_lines(root: etree._Element) -> list[etree._Element]:
    """Return the elements whose breaks part such lists; none lies in another, so that no text is read twice."""
    breaks = Counter(parent for br in root.iter("br") if (parent := br.getparent()) is not None)
    around = _elements_around(breaks)
    return [block for block, times in breaks.items() if times >= MIN_BREAKS - 1 and block not in around and _is_list(block)]


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
    if len(lines) == MIN_BREAKS:
        return all(map(_TITLE_AND_YEAR.fullmatch, lines))
    return len(lines) > MIN_BREAKS and any(
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
