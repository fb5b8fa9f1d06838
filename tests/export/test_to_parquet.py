"""The schema of a Parquet file depends on the columns and not on the values."""

import io

import pyarrow as pa
import pyarrow.parquet
import pytest

from moviescrape.export.formats import FORMATS
from moviescrape.export.write import write_table
from moviescrape.movie import FIELDS, Movie
from moviescrape.table.build import to_frame


@pytest.mark.parametrize("movies", [[], [Movie("M")], [Movie("Heat", 8.3, 1995, ("Al Pacino",), 170)]])
def test_the_schema(movies: list[Movie]) -> None:
    stream = io.BytesIO()
    write_table([to_frame(movies, [field.name for field in FIELDS])], stream, FORMATS["parquet"])
    schema = pyarrow.parquet.read_schema(stream)
    kinds = {"text": pa.string(), "names": pa.string(), "decimal": pa.float64(), "whole": pa.int64()}
    assert {name: schema.field(name).type for name in schema.names} == {field.name: kinds[field.kind] for field in FIELDS}
