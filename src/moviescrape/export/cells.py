"""What the formats share: frames in the form that a format wants, and their values as Python has them."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from moviescrape.movie import BY_NAME, join_names, split_names

if TYPE_CHECKING:
    import pandas as pd

# What Excel, LibreOffice and Google Sheets take for the start of a formula (OWASP, CSV Injection), also in full width.
# After a `;` too: where that is the list separator, a spreadsheet splits an unquoted cell there.
_RUNS = re.compile(r"(^|;)(?=\s*[=+\-@＝＋－＠]|[\t\r\n])")


def defuse(text: str) -> str:
    """The text with `'` before each part that a spreadsheet would run.

    >>> print(defuse("=1+1"), defuse("Alien;=cmd"), defuse("Face/Off"))
    '=1+1 Alien;'=cmd Face/Off
    """
    return _RUNS.sub(r"\1'", text)


def fitted(frame: "pd.DataFrame", *, lists: bool, safe: bool) -> "pd.DataFrame":
    """The frame with its names as lists, or joined, and with its text defused where `safe`."""
    changed: dict[str, Any] = {}
    for name in map(str, frame):
        dtype = frame.dtypes[name]
        if lists and dtype == "string" and _holds_names(name):
            changed[name] = [list(split_names(cell)) for cell in frame[name].fillna("")]
        elif not lists and dtype == "object" and _holds_names(name):
            changed[name] = frame[name].map(join_names).astype("string")
    frame = frame.assign(**changed) if changed else frame
    return _defused(frame) if safe else frame


def rows_of(frame: "pd.DataFrame") -> Iterator[tuple[Any, ...]]:
    """The rows as tuples of str, float, int, lists, and None where a value is missing."""
    return zip(*[frame[name].array.to_numpy("object", na_value=None).tolist() for name in frame], strict=True)


def _defused(frame: "pd.DataFrame") -> "pd.DataFrame":
    texts = [name for name in map(str, frame) if frame.dtypes[name] == "string"]
    return frame.assign(**{name: frame[name].map(defuse, na_action="ignore").astype("string") for name in texts})


def _holds_names(column: str) -> bool:
    return column in BY_NAME and BY_NAME[column].kind == "names"
