"""Files that may be gzipped."""

import gzip
import io

import pytest

from moviescrape.table.gzip_file import unpacked


@pytest.mark.parametrize("content", [b"", b"a", b"title\nHeat\n", b"\x1f", b"x" * 100_000])
def test_a_file_is_unpacked_where_it_is_packed(content: bytes) -> None:
    assert unpacked(io.BytesIO(content)).read() == content
    assert unpacked(io.BytesIO(gzip.compress(content, mtime=0))).read() == content


def test_damage_is_met_when_it_is_read() -> None:
    file = unpacked(io.BytesIO(gzip.compress(b"title\nHeat\n" * 100, mtime=0)[:-9]))
    with pytest.raises((EOFError, OSError)):
        file.read()
