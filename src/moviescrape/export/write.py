"""A table -> a file in the format asked for."""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from moviescrape.export.batches import Batch, convert
from moviescrape.export.formats import Format, format_of
from moviescrape.export.publish import check_writable, published


def check_output(path: Path, given: str | None = None) -> Format:
    """Return the format to write to `path`, before any work. Raise UsageError or ExportError where it can't be written."""
    format_ = format_of(path, given)
    format_.check_installed()
    check_writable(path)
    return format_


def write_table(table: Iterable[Batch], target: Path | BinaryIO, format_: Format, *, excel_safe: bool = False) -> None:
    """Write the batches, one after the other, as one table.

    `target`: a path, where the file appears whole or not at all, `-` for standard output, or an open binary file.
    All batches have the same columns; there is at least one, which may be empty. One is held at a time. A format that is not
    `plain` takes frames alone.
    `excel_safe` defuses cells that a spreadsheet would run, in the formats that one opens; the others stay as they are.
    """
    batches = (convert(batch, lists=format_.lists, safe=excel_safe and format_.spreadsheet) for batch in table)
    write = format_.writer()
    if isinstance(target, Path):
        with published(target) as file:
            write(batches, file)
    else:
        write(batches, target)
