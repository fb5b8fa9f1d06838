"""Frames -> a file in the format asked for."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from moviescrape.export.cells import fitted
from moviescrape.export.formats import Format, format_of
from moviescrape.export.publish import check_writable, published

if TYPE_CHECKING:
    import pandas as pd


def check_output(path: Path, given: str | None = None) -> Format:
    """The format to write to `path`; UsageError or ExportError where it can't be written. Ask before any work is done."""
    format_ = format_of(path, given)
    format_.check_installed()
    check_writable(path)
    return format_


def write_table(frames: "Iterable[pd.DataFrame]", target: Path | BinaryIO, format_: Format, *, excel_safe: bool = False) -> int:
    """Write the frames, one after the other, as one table; the number of rows.

    `target`: a path, where the file appears whole or not at all, `-` for standard output, or an open binary file.
    The frames are those of `table`, all with the same columns; there is at least one, which may be empty. One is held at a time.
    `excel_safe` defuses cells that a spreadsheet would run, in the formats that one opens; the others stay as they are.
    """
    portions = _Counted(fitted(frame, lists=format_.lists, safe=excel_safe and format_.spreadsheet) for frame in frames)
    write = format_.writer()
    if isinstance(target, Path):
        with published(target) as file:
            write(portions, file)
    else:
        write(portions, target)
    return portions.rows


class _Counted:
    """Frames as they pass, and how many rows they had."""

    def __init__(self, frames: "Iterator[pd.DataFrame]") -> None:
        self._frames = frames
        self.rows = 0

    def __iter__(self) -> "Iterator[pd.DataFrame]":
        return self

    def __next__(self) -> "pd.DataFrame":
        frame = next(self._frames)
        self.rows += len(frame)
        return frame
