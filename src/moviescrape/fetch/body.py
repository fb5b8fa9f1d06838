"""A response's body, bounded as received and as decoded, whatever it claims.

Decoding is our own: what is over the bound is held back, where a client that decodes for us hands over 67 MB at once. brotli
and zstd are not asked for (1 GiB of zeros decodes in one piece).
"""

import zlib
from collections.abc import Callable, Iterable, Iterator

from moviescrape.pages.compression import (
    GZIP_MAGIC,
    PIECE_BYTES,
    BodyTooLarge,
    DecompressionError,
    Decompressor,
    ZlibDecompressor,
)

ACCEPTED_ENCODINGS = "gzip, deflate"
MAX_RATIO = 200
"""HTML packs 5 to 50 times; deflate can reach 1,032 times. Beyond this, and FREE_BYTES, it is a bomb."""
FREE_BYTES = 4 * 2**20

_GZIP = frozenset({"gzip", "x-gzip"})
_NOT_ACCEPTED = frozenset({"br", "zstd", "compress", "x-compress", "dcb", "dcz"})
"""IANA's registered content codings; browsers take a label that is none (`none`, `utf-8`) for no coding at all."""


class DecodeError(Exception):
    """The body can't be decoded, or is in an encoding that was not asked for."""


class TruncatedBody(Exception):
    """The body ends before its encoding says so."""


def read_body(chunks: Iterable[bytes], encoding: str, max_bytes: int, *, as_it_is: bool = False) -> tuple[bytes, int]:
    """Read `chunks` to the end; return the decoded body and the number of bytes received.

    Whether it is gzip is told by its first bytes, as servers forget to say so, or say so of plain text; of `encoding`, its
    Content-Encoding, the rest is believed. With `as_it_is` nothing is decoded. Raise BodyTooLarge, DecodeError
    or TruncatedBody.

    >>> read_body([zlib.compress(b"a movie")], "deflate", 100)
    (b'a movie', 15)
    """
    counted = _CountedChunks(chunks, max_bytes)
    body = bytearray()
    for piece in counted if as_it_is else _decode(iter(counted), encoding.strip().lower()):
        body += piece
        if len(body) > max_bytes:
            raise BodyTooLarge(f"more than {max_bytes:,} bytes when unpacked")
        if len(body) > max(FREE_BYTES, MAX_RATIO * counted.received):
            raise BodyTooLarge(f"{counted.received:,} bytes unpack to more than {len(body):,}: a compression bomb")
    return bytes(body), counted.received


class _CountedChunks:
    """Chunks with the number of bytes `received` in them, which may not exceed `max_bytes`."""

    def __init__(self, chunks: Iterable[bytes], max_bytes: int) -> None:
        self._chunks = chunks
        self._max_bytes = max_bytes
        self.received = 0

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._chunks:
            self.received += len(chunk)
            if self.received > self._max_bytes:
                raise BodyTooLarge(f"more than {self._max_bytes:,} bytes")
            yield chunk


def _decode(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """Return the pieces of the body. Raise DecodeError for an encoding that was not asked for."""
    start = b""
    for chunk in chunks:
        start += chunk
        if len(start) >= len(GZIP_MAGIC):
            break
    rest = _chain(start, chunks)
    codings = {coding.strip() for coding in encoding.split(",")} & {*_GZIP, *_NOT_ACCEPTED, "deflate"}
    if codings & _NOT_ACCEPTED or len(codings) > 1 or encoding.count("gzip") > 1:
        raise DecodeError(f"packed as {encoding[:40]!r}, which was not asked for")
    if start.startswith(GZIP_MAGIC):
        return _decompress(rest, ZlibDecompressor)
    if "deflate" not in codings:  # also what is called gzip and is not
        return rest
    wbits = zlib.MAX_WBITS if _has_zlib_header(start) else -zlib.MAX_WBITS  # RFC 1950, or bare as some servers send it
    return _decompress(rest, lambda: ZlibDecompressor(wbits))


def _chain(start: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
    yield start
    yield from chunks


def _decompress(chunks: Iterator[bytes], new: Callable[[], Decompressor]) -> Iterator[bytes]:
    """Yield what the streams in `chunks` decompress to: gzip may have several (RFC 1952 2.2); what else follows is padding."""
    stream, is_empty = new(), True
    for chunk in chunks:
        data = chunk
        is_empty = is_empty and not data
        while data:
            if stream.eof:
                if not _may_be_gzip(data):
                    break
                stream = new()
            yield from _all_pieces(stream, data)
            data = stream.unused_data if stream.eof else b""
    if not stream.eof and not is_empty:
        raise TruncatedBody("the packed body is cut off")


def _all_pieces(stream: Decompressor, data: bytes) -> Iterator[bytes]:
    """Yield what `stream` makes of `data`, each piece bounded."""
    try:
        while piece := stream.decompress(data, PIECE_BYTES):
            yield piece
            if stream.eof:
                return
            data = b""
    except DecompressionError as problem:
        raise DecodeError(f"can't be unpacked ({problem})") from problem


def _may_be_gzip(data: bytes) -> bool:
    start = data[: len(GZIP_MAGIC)]
    return start == GZIP_MAGIC[: len(start)]


def _has_zlib_header(start: bytes) -> bool:
    return start[:1] != b"" and start[0] & 0x0F == 8 and (len(start) < 2 or int.from_bytes(start[:2]) % 31 == 0)
