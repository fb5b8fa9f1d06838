"""JSON Lines: an object a movie, keys in column order, names as lists, missing values `null`, UTF-8 as it is."""

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from moviescrape.export.cells import Portion, names_of, rows_of


def write(portions: Iterator[Portion], file: BinaryIO) -> None:
    """A line a row."""
    encoder = msgspec.json.Encoder()
    for portion in portions:
        names = names_of(portion)
        file.write(encoder.encode_lines([dict(zip(names, row, strict=True)) for row in rows_of(portion)]))
