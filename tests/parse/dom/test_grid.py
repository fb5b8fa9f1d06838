"""Tables as grids, whatever their cells span."""

from moviescrape.parse.dom.document import Node, parse_document
from moviescrape.parse.dom.grid import grid


def _table(html: str) -> Node:
    root = parse_document(f"<body>{html}</body>".encode())
    assert root is not None
    table = root.first("table")
    assert table is not None
    return table


def test_a_grid_fills_what_spans() -> None:
    table = _table("<table><tr><th>a<th>b<th>c<tr><td rowspan=2>1<td colspan=2>2<tr><td>3<td>4</table>")
    assert [[cell.text if cell else None for cell in row] for row in grid(table)] == [
        ["a", "b", "c"],
        ["1", "2", "2"],
        ["1", "3", "4"],
    ]


def test_a_grid_is_bounded() -> None:
    table = _table("<table>" + "<tr><td rowspan=99999 colspan=99999>1" * 50 + "</table>")
    assert max(len(row) for row in grid(table)) < 100
