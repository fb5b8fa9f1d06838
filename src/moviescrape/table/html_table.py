"""A small table of HTML, as notebooks show it. Standard library only; every text is escaped."""

from collections.abc import Iterable, Sequence
from html import escape

from moviescrape.table.clean_text import clean_text


def html_table(header: Sequence[str], rows: Iterable[Sequence[object]], caption: str) -> str:
    """Return a table; None is an empty cell, names are joined.

    >>> html_table(["title", "year"], [["<b>", None]], "1 movie")
    '<table><caption>1 movie</caption><tr><th>title</th><th>year</th></tr><tr><td>&lt;b&gt;</td><td></td></tr></table>'
    """
    body = "".join(_row(row, "td") for row in rows)
    return f"<table><caption>{_text(caption)}</caption>{_row(header, 'th')}{body}</table>"


def _row(cells: Iterable[object], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{_text(cell)}</{tag}>' for cell in cells)}</tr>"


def _text(cell: object) -> str:
    text = "; ".join(map(str, cell)) if isinstance(cell, tuple) else "" if cell is None else str(cell)
    return escape(clean_text(text))
