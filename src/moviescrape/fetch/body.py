"""A body off the wire, bounded as received and as decoded, whatever it claims.

Decoding is our own: zlib with `max_length` holds back what is over the bound, where a client that decodes for us hands over
67 MB at once. brotli and zstd are not asked for (1 GiB of zeros decodes in one piece).
"""

import zlib
from collections.abc import Iterable, Iterator

ASKED_ENCODINGS = "gzip, deflate"
MOST_RATIO = 200
"""HTML packs 5 to 50 times; deflate can reach 1,032 times. Beyond this, and FREE_BYTES, it is a bomb."""
FREE_BYTES = 4 * 2**20
PIECE_BYTES = 256 * 1024


class BodyTooLarge(Exception):
    """The body is over its bound; says which."""


class DecodeError(Exception):
    """The body can't be decoded, or in an encoding that was not asked for."""


class TruncatedBody(Exception):
    """The body ends before its encoding says so."""


def read_body(chunks: Iterable[bytes], encoding: str, max_bytes: int) -> tuple[bytes, int]:
    """Read `chunks` to the end: the decoded body and the bytes received. Raises BodyTooLarge, DecodeError or TruncatedBody.

    >>> read_body([zlib.compress(b"a movie")], "deflate", 100)
    (b'a movie', 15)
    """
    body, received = bytearray(), 0
    decode = _decoder(encoding)
    for chunk in chunks:
        received += len(chunk)
        if received > max_bytes:
            raise BodyTooLarge(f"more than {max_bytes:,} bytes")
        for piece in decode.feed(chunk):
            body += piece
            if len(body) > max_bytes:
                raise BodyTooLarge(f"more than {max_bytes:,} bytes when unpacked")
            if len(body) > max(FREE_BYTES, MOST_RATIO * received):
                raise BodyTooLarge(f"{received:,} bytes unpack to more than {len(body):,}: a compression bomb")
    decode.end()
    return bytes(body), received


class _Plain:
    def feed(self, chunk: bytes) -> Iterator[bytes]:
        yield chunk

    def end(self) -> None:
        return


class _Zlib:
    """gzip (RFC 1952, any number of members) or deflate (RFC 1950, or bare as some servers send it), piece by piece."""

    def __init__(self, wbits: int) -> None:
        self._wbits = wbits
        self._inner = zlib.decompressobj(wbits)
        self._begun = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        if not self._begun and chunk:
            self._begun = True
            if self._wbits == zlib.MAX_WBITS and not _has_zlib_header(chunk):
                self._inner = zlib.decompressobj(-zlib.MAX_WBITS)
        while True:
            if self._inner.eof:
                if self._wbits <= zlib.MAX_WBITS or not chunk.strip(b"\0"):
                    return  # padding behind the end
                self._inner = zlib.decompressobj(self._wbits)
            try:
                piece = self._inner.decompress(chunk, PIECE_BYTES)
            except zlib.error as problem:
                raise DecodeError(f"can't be unpacked ({problem})") from problem
            chunk = self._inner.unused_data if self._inner.eof else self._inner.unconsumed_tail
            yield piece
            if not chunk and len(piece) < PIECE_BYTES:
                return

    def end(self) -> None:
        if self._begun and not self._inner.eof:
            raise TruncatedBody("the packed body is cut off")


def _has_zlib_header(chunk: bytes) -> bool:
    return chunk[0] & 0x0F == 8 and (len(chunk) < 2 or int.from_bytes(chunk[:2]) % 31 == 0)


def _decoder(encoding: str) -> _Plain | _Zlib:
    match encoding.strip().lower():
        case "" | "identity" | "none" | "utf-8":
            return _Plain()
        case "gzip" | "x-gzip":
            return _Zlib(zlib.MAX_WBITS | 16)
        case "deflate":
            return _Zlib(zlib.MAX_WBITS)
        case other:
            raise DecodeError(f"packed as {other[:40]!r}, which was not asked for")
