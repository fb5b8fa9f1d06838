"""JSON Lines: an object a movie, keys in column order, names as lists, missing values `null`, UTF-8 as it is."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from moviescrape.export.cells import rows_of

if TYPE_CHECKING:
    import pandas as pd


def write(frames: "Iterator[pd.DataFrame]", file: BinaryIO) -> None:
    """A line a row."""
    encoder = msgspec.json.Encoder()
    for frame in frames:
        names = list(frame.columns)
        file.write(encoder.encode_lines([dict(zip(names, row, strict=True)) for row in rows_of(frame)]))
