"""CSV (RFC 4180, with `\\n`): UTF-8 without byte order mark, quotes only where needed, a missing value is an empty cell."""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from moviescrape.export.batches import Batch, names_of, rows_of


def write(batches: Iterator[Batch], file: BinaryIO) -> None:
    """Write the header once, then the rows of each batch."""
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\r\n")
    for number, batch in enumerate(batches):
        if number == 0:
            writer.writerow(names_of(batch))
        writer.writerows(rows_of(batch))
        file.write(lines.taken())


class _Lines:
    r"""Takes the csv module's lines with `\r\n`, gives them with `\n`.

    Before Python 3.13 the module quotes a cell with a carriage return only where that is part of the line end;
    unquoted, it would break the row.
    """

    def __init__(self) -> None:
        self._lines: list[str] = []

    def write(self, line: str) -> None:
        self._lines.append(line[:-2])

    def taken(self) -> bytes:
        text = "\n".join([*self._lines, ""])
        self._lines.clear()
        return text.encode()
