"""Parquet: text, doubles and 64-bit integers, whatever the values; names joined by `;`. pandas reads back the dtypes it had."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

if TYPE_CHECKING:
    import pandas as pd


def write(frames: "Iterator[pd.DataFrame]", file: BinaryIO) -> None:
    """Write a row group a frame."""
    first = next(frames)
    schema = _schema(first)
    with ParquetWriter(file, schema, compression="zstd") as writer:
        writer.write_table(pa.Table.from_pandas(first, schema, preserve_index=False))
        for frame in frames:
            writer.write_table(pa.Table.from_pandas(frame, schema, preserve_index=False))


def _schema(frame: "pd.DataFrame") -> pa.Schema:
    """Return the schema by dtype and not by value, with pandas' notes of its dtypes."""
    schema = pa.Schema.from_pandas(frame, preserve_index=False)
    types = {"string": pa.string(), "Float64": pa.float64(), "Int64": pa.int64()}
    fields = [pa.field(str(name), types[str(dtype)]) for name, dtype in frame.dtypes.items()]
    return pa.schema(fields, schema.metadata)
