"""Large tables in pieces of whole lines."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moviescrape.errors import SourceError
from moviescrape.table.imdb import tsv
from moviescrape.table.imdb.tsv import read_header, read_pieces

LINES = st.lists(st.binary(max_size=30).map(lambda line: line.replace(b"\n", b"")), min_size=1, max_size=40)


@settings(max_examples=50)
@given(LINES, st.integers(1, 50), st.booleans(), st.booleans())
def test_pieces_hold_every_line_behind_the_header(lines: list[bytes], size: int, packed: bool, ended: bool) -> None:
    import tempfile

    body = b"a\tb\n" + b"\n".join(lines) + (b"\n" if ended else b"")
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(tsv, "PIECE_BYTES", size)
        path = Path(folder) / "table.tsv"
        path.write_bytes(gzip.compress(body, mtime=0) if packed else body)
        pieces = list(read_pieces(path))
    assert all(piece.startswith(b"\n") for piece in pieces)
    found = b"".join(pieces).split(b"\n")[1:]
    assert [line for line in found if line] == [line for line in lines if line]


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (b"a\tb\r\n1\t2\r\n", ("a", "b")),
        (b"\xef\xbb\xbfa\tb\n", ("a", "b")),
        (gzip.compress(b"a\tb\n", mtime=0), ("a", "b")),
        (b"\x1f\x8bno gzip", ()),
        (gzip.compress(b"a\tb\n", mtime=0)[:12], ()),
        (b"", ("",)),
    ],
    ids=["crlf", "bom", "gzip", "no gzip", "cut gzip", "empty"],
)
def test_the_header(tmp_path: Path, body: bytes, header: tuple[str, ...]) -> None:
    (tmp_path / "table.tsv").write_bytes(body)
    assert read_header(tmp_path / "table.tsv") == header


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.tsv: can't be read"):
        read_header(tmp_path / "none.tsv")


@pytest.mark.parametrize("packed", [True, False])
def test_the_share_that_is_read_is_logged(tmp_path: Path, packed: bool, caplog: pytest.LogCaptureFixture) -> None:
    body = b"a\tb\n" + b"".join(b"%d\t%d\n" % (number, number * 7919) for number in range(200_000))
    path = tmp_path / "some.tsv"
    path.write_bytes(gzip.compress(body, 1) if packed else body)
    with caplog.at_level("DEBUG", logger="moviescrape.table.imdb"):
        list(read_pieces(path))
    shares = [record.share for record in caplog.records if hasattr(record, "share")]
    assert shares == sorted(shares)
    assert len(shares) > 2
    assert shares[-1] == 1
