"""What the formats share: batches of a table in the form that a format wants, and their values as Python has them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, Union

from moviescrape.movie import BY_NAME, join_names, split_names

if TYPE_CHECKING:
    import pandas as pd

ColumnValues: TypeAlias = Mapping[str, Sequence[Any]]
"""Plain values by column: str, float, int, lists, and None where a value is missing."""
Batch: TypeAlias = Union["pd.DataFrame", ColumnValues]
"""Some rows of a table: a frame, or, for formats that are written from values alone, its columns."""

_UNSEEN = (
    r"\s\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f"
)
"""What may stand before a formula unseen: a spreadsheet, or whoever edits the file, may drop it (Unicode's Default_Ignorable)."""
_RUNS = re.compile(rf"(^|;)(?=[{_UNSEEN}]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|[\t\r\n])")
"""What Excel, LibreOffice and Google Sheets take for the start of a formula (OWASP, CSV Injection), also in full width or small.

After a `;` too: where that is the list separator, a spreadsheet splits an unquoted cell there.
"""


def defuse(text: str) -> str:
    """Return the text with `'` before each part that a spreadsheet would run.

    >>> print(defuse("=1+1"), defuse("Alien;=cmd"), defuse("Face/Off"))
    '=1+1 Alien;'=cmd Face/Off
    """
    return _RUNS.sub(r"\1'", text)


def convert(batch: Batch, *, lists: bool, safe: bool) -> Batch:
    """Return a frame with its names as lists, or joined; columns have them as they are to be. Text is defused where `safe`."""
    if isinstance(batch, Mapping):
        return {name: _defused_values(values) for name, values in batch.items()} if safe else batch
    return _convert_frame(batch, lists=lists, safe=safe)


def _convert_frame(frame: "pd.DataFrame", *, lists: bool, safe: bool) -> "pd.DataFrame":
    changed: dict[str, Any] = {}
    for name in map(str, frame):
        dtype = frame.dtypes[name]
        if lists and dtype == "string" and _holds_names(name):
            changed[name] = [list(split_names(cell)) for cell in frame[name].fillna("")]
        elif not lists and dtype == "object" and _holds_names(name):
            changed[name] = frame[name].map(join_names).astype("string")
    frame = frame.assign(**changed) if changed else frame
    return _defused(frame) if safe else frame


def names_of(batch: Batch) -> list[str]:
    """Return the columns' names."""
    return list(map(str, batch))


def rows_of(batch: Batch) -> Iterator[tuple[Any, ...]]:
    """Yield the rows as tuples of str, float, int, lists, and None where a value is missing."""
    if isinstance(batch, Mapping):
        return zip(*batch.values(), strict=True)
    return zip(*[batch[name].array.to_numpy("object", na_value=None).tolist() for name in batch], strict=True)


def count_rows(batch: Batch) -> int:
    """Return how many rows there are."""
    return max(map(len, batch.values()), default=0) if isinstance(batch, Mapping) else len(batch)


def count_filled(batch: Batch) -> dict[str, int]:
    """Return by column in how many rows it holds a value."""
    if isinstance(batch, Mapping):
        return {name: sum(value is not None and value != [] for value in values) for name, values in batch.items()}
    held = {str(name): batch[name].map(bool) if batch[name].dtype == "object" else batch[name].notna() for name in batch}
    return {name: int(column.sum()) for name, column in held.items()}


def _defused_values(values: Sequence[Any]) -> list[Any]:
    return [defuse(value) if isinstance(value, str) else value for value in values]


def _defused(frame: "pd.DataFrame") -> "pd.DataFrame":
    texts = [name for name in map(str, frame) if frame.dtypes[name] == "string"]
    return frame.assign(**{name: frame[name].map(defuse, na_action="ignore").astype("string") for name in texts})


def _holds_names(column: str) -> bool:
    return column in BY_NAME and BY_NAME[column].kind == "names"
