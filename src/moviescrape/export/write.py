"""A table -> a file in the format asked for."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from moviescrape.export.batches import Batch, convert, count_rows
from moviescrape.export.formats import Format, format_of
from moviescrape.export.publish import check_writable, published


def check_output(path: Path, given: str | None = None) -> Format:
    """The format to write to `path`; UsageError or ExportError where it can't be written. Ask before any work is done."""
    format_ = format_of(path, given)
    format_.check_installed()
    check_writable(path)
    return format_


def write_table(table: Iterable[Batch], target: Path | BinaryIO, format_: Format, *, excel_safe: bool = False) -> int:
    """Write the batches, one after the other, as one table; the number of rows.

    `target`: a path, where the file appears whole or not at all, `-` for standard output, or an open binary file.
    All batches have the same columns; there is at least one, which may be empty. One is held at a time. A format that is not
    `plain` takes frames alone.
    `excel_safe` defuses cells that a spreadsheet would run, in the formats that one opens; the others stay as they are.
    """
    batches = _Counted(convert(batch, lists=format_.lists, safe=excel_safe and format_.spreadsheet) for batch in table)
    write = format_.writer()
    if isinstance(target, Path):
        with published(target) as file:
            write(batches, file)
    else:
        write(batches, target)
    return batches.rows


class _Counted:
    """Batches as they pass, and how many rows they had."""

    def __init__(self, batches: Iterator[Batch]) -> None:
        self._batches = batches
        self.rows = 0

    def __iter__(self) -> Iterator[Batch]:
        return self

    def __next__(self) -> Batch:
        batch = next(self._batches)
        self.rows += count_rows(batch)
        return batch
