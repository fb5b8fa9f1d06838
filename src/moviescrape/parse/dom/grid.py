"""An HTML table as rows and columns, whatever its cells span."""

from collections.abc import Iterator

from moviescrape.parse.dom.document import Node

_MAX_COLUMNS = 60
_MAX_ROWS = 5_000


def grid(table: Node) -> Iterator[list[Node | None]]:
    """Return the table's rows with a cell in each column: one that spans rows or columns stands in all of them (HTML 4.9.12)."""
    held: dict[int, tuple[Node, int]] = {}
    for row in _rows(table)[:_MAX_ROWS]:
        cells = iter([cell for cell in row.children if cell.tag in ("td", "th")])
        line: list[Node | None] = []
        while len(line) < _MAX_COLUMNS:
            index = len(line)
            if index in held:
                cell, left = held.pop(index)
                if left > 1:
                    held[index] = (cell, left - 1)
                line.append(cell)
                continue
            nearest = next(cells, None)
            if nearest is None:
                if not any(column > index for column in held):
                    break
                line.append(None)
                continue
            rows = _span(nearest, "rowspan")
            for _ in range(min(_span(nearest, "colspan"), _MAX_COLUMNS - len(line))):
                if rows > 1:
                    held[len(line)] = (nearest, rows - 1)
                line.append(nearest)
        yield line


def _rows(table: Node) -> list[Node]:
    """Return the table's own rows, not those of a table inside it."""
    parts = table.children
    return [
        row
        for part in parts
        for row in ([part] if part.tag == "tr" else part.children if part.tag in ("thead", "tbody", "tfoot") else [])
        if row.tag == "tr"
    ]


def _span(cell: Node, name: str) -> int:
    said = cell.attribute(name)
    if said is None:
        return 1
    text = said.strip()
    return min(max(int(text), 1), _MAX_ROWS) if text.isascii() and text.isdecimal() and len(text) < 6 else 1
