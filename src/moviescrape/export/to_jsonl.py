"""JSON Lines: an object a movie, keys in column order, names as lists, missing values `null`, UTF-8 as it is."""

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from moviescrape.export.batches import Batch, names_of, rows_of


def write(batches: Iterator[Batch], file: BinaryIO) -> None:
    """Write a line a row."""
    encoder = msgspec.json.Encoder()
    for batch in batches:
        names = names_of(batch)
        file.write(encoder.encode_lines([dict(zip(names, row, strict=True)) for row in rows_of(batch)]))
