"""Bodies come back whole, or are stopped in time."""

import gzip
import tracemalloc
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.fetch.body import FREE_BYTES, DecodeError, TruncatedBody, read_body
from moviescrape.pages.compression import GZIP_MAGIC, BodyTooLarge

MIB = 2**20


def bare_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "identity": bytes,
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
}


def pieces(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


@given(st.binary(max_size=5000), st.sampled_from(sorted(PACKERS)), st.integers(1, 700))
def test_whatever_is_packed_comes_back(data: bytes, encoding: str, size: int) -> None:
    packed = PACKERS[encoding](data)
    if packed != data or not data.startswith(GZIP_MAGIC):
        assert read_body(pieces(packed, size), encoding, 10_000) == (data, len(packed))


@given(st.binary(min_size=1, max_size=5000), st.integers(1, 700))
def test_bare_deflate_comes_back(data: bytes, size: int) -> None:
    packed = bare_deflate(data)
    if not (packed[0] & 0x0F == 8 and int.from_bytes(packed[:2]) % 31 == 0):
        assert read_body(pieces(packed, size), "deflate", 10_000)[0] == data


def test_large_body_in_one_chunk() -> None:
    data = bytes(range(256)) * 8192
    assert read_body([gzip.compress(data)], "gzip", 4 * MIB)[0] == data


def test_several_gzip_members_and_padding() -> None:
    packed = gzip.compress(b"a") + gzip.compress(b"b") + b"\0" * 100
    assert read_body(pieces(packed, 7), "gzip", 1000)[0] == b"ab"


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_cut_body_is_told(encoding: str) -> None:
    with pytest.raises(TruncatedBody):
        read_body([PACKERS[encoding](b"a movie" * 100)[:-9]], encoding, 10_000)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(b"a", mtime=0)[:10] + b"\xff" * 20),
        ("deflate", b"\x78\x9c\xff\xff\xff"),
        ("br", b"x"),
        ("gzip, gzip", b"x"),
    ],
)
def test_garbled(encoding: str, body: bytes) -> None:
    with pytest.raises(DecodeError):
        read_body([body], encoding, 1000)


@pytest.mark.parametrize("encoding", ["", "identity", "none", "utf-8", "binary", "gzip"])
def test_first_bytes_say_more_than_the_label(encoding: str) -> None:
    assert read_body([b"<title>a"], encoding, 1000)[0] == b"<title>a"
    assert read_body(pieces(gzip.compress(b"<title>a"), 1), encoding, 1000)[0] == b"<title>a"


@pytest.mark.parametrize("behind", [b"\n", b"\0\0", b"<!-- served by 7 -->"])
def test_what_stands_behind_a_packed_body_is_left(behind: bytes) -> None:
    assert read_body([gzip.compress(b"a"), behind], "gzip", 1000)[0] == b"a"
    assert read_body([zlib.compress(b"a") + behind], "deflate", 1000)[0] == b"a"


def test_plain_body_over_the_bound() -> None:
    with pytest.raises(BodyTooLarge, match="more than 1,000 bytes"):
        read_body([b"x" * 600] * 2, "", 1000)


def test_unpacked_body_over_the_bound() -> None:
    with pytest.raises(BodyTooLarge, match="unpacked"):
        read_body([gzip.compress(bytes(range(256)) * 10)], "gzip", 1000)


@pytest.mark.parametrize(("encoding", "wbits"), [("gzip", 31), ("deflate", 15), ("deflate", -15)])
def test_bomb_is_stopped_within_a_few_mb(encoding: str, wbits: int) -> None:
    packer = zlib.compressobj(9, wbits=wbits)
    bomb = b"".join(packer.compress(bytes(MIB)) for _ in range(256)) + packer.flush()
    tracemalloc.start()
    try:
        with pytest.raises(BodyTooLarge, match="bomb"):
            read_body([bomb], encoding, 1024 * MIB)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < max(FREE_BYTES, 200 * len(bomb)) + 16 * MIB
