"""Values on their way from the student's process to the checker, as JSON: tables, series, plots, and what went wrong."""

import math
import traceback
from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import pandas as pd

RecordWriter = Callable[[dict[str, Any]], None]
"""Writes a record of what happened, to be read by the checker."""

MOST_ROWS = 20_000
LONGEST_TEXT = 2_000


def encode(value: Any) -> dict[str, Any]:
    """Return a function's result: `type` is table, series, value, none, or the name of another type."""
    import pandas as pd

    if isinstance(value, pd.DataFrame):
        return encode_table(value)
    if isinstance(value, pd.Series):
        return {"type": "series", "index": _cells(value.index), "values": _cells(value)}
    if value is None:
        return {"type": "none"}
    if _is_plain(value):
        return {"type": "value", "value": encode_cell(value)}
    return {"type": type(value).__name__}


def encode_table(frame: "pd.DataFrame") -> dict[str, Any]:
    """Columns by name, each a list of cells; an index that means something comes first, as a column."""
    named = [name for name in frame.index.names if name is not None]
    if named and not set(named) & set(map(str, frame.columns)):
        frame = frame.reset_index()
    columns = [[str(name), _cells(frame.iloc[:, place])] for place, name in enumerate(frame.columns)]
    return {"type": "table", "columns": columns, "rows": len(frame)}


def encode_cell(cell: Any) -> Any:
    """Return a number, a text, None for what pandas calls missing, a list, or `{"is": type, "repr": ...}`."""
    import pandas as pd

    if isinstance(cell, list | tuple | set | frozenset):
        return [encode_cell(each) for each in list(cell)[:50]]
    if isinstance(cell, str):
        return str(cell)[:LONGEST_TEXT]
    if cell is None or cell is pd.NA or cell is pd.NaT or (isinstance(cell, float) and math.isnan(cell)):
        return None
    if hasattr(cell, "item") and getattr(cell, "ndim", 1) == 0:
        return encode_cell(cell.item())
    if isinstance(cell, bool | float) or (isinstance(cell, int) and abs(cell) < 2**63):
        return cell
    return {"is": type(cell).__name__, "repr": _repr(cell)}


class SubmissionFile(NamedTuple):
    """The submission's own file; `cells` are the lines on which the cells of a notebook begin, none for a script."""

    file: str
    cells: tuple[int, ...] = ()

    def where(self, line: int) -> str:
        """Return a line as people look it up.

        >>> SubmissionFile("a.py").where(12), SubmissionFile("a.ipynb", (2, 8)).where(9)
        ('line 12', 'cell 2, line 2')
        """
        if not self.cells:
            return f"line {line}"
        cell = max(1, bisect_right(self.cells, line))
        return f"cell {cell}, line {line - self.cells[cell - 1] + 1}"


def encode_error(error: BaseException, source: SubmissionFile) -> dict[str, Any]:
    """Return the error's class and message, and where in the student's own file it happened."""
    frames = traceback.walk_tb(error.__traceback__)
    lines = [line for frame, line in frames if frame.f_code.co_filename == source.file]
    if isinstance(error, SyntaxError) and error.filename == source.file:
        lines = [error.lineno or 1]
    message = (error.msg if isinstance(error, SyntaxError) else _text(error))[:300]
    return {
        "type": "error",
        "error": type(error).__name__,
        "message": message,
        "where": source.where(lines[-1]) if lines else None,
    }


def decode_table(table: dict[str, Any]) -> "pd.DataFrame":
    """Return a table for the student's function to work on; `dtypes` by column name."""
    import pandas as pd

    columns = {name: pd.Series(cells, dtype=table["dtypes"][name]) for name, cells in table["columns"]}
    return pd.DataFrame(columns)


def _cells(column: Any) -> list[Any]:
    return [encode_cell(cell) for cell in column.tolist()[:MOST_ROWS]]


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | bool | int | float) or (hasattr(value, "item") and getattr(value, "ndim", 1) == 0)


def _repr(value: Any) -> str:
    try:
        return repr(value)[:100]
    except Exception:
        return type(value).__name__


def _text(error: BaseException) -> str:
    try:
        return " ".join(str(error).split())
    except Exception:
        return ""
