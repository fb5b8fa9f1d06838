"""The body of an archived HTTP response without its transfer and content codings (RFC 9112 7.1, RFC 9110 8.4), bounded.

Archives keep a response as it came over the wire, or as the crawler had decoded it, with the same headers in both cases. So a
coding is a claim: a body that can't be decoded by it is taken as it stands.
"""

import zlib
from collections.abc import Callable, Mapping

from moviescrape.pages.compression import (
    GZIP_MAGIC,
    BrotliDecompressor,
    DecompressionError,
    Decompressor,
    ZlibDecompressor,
    ZstdDecompressor,
    decompress_all,
)


def decode_body(body: bytes, headers: Mapping[str, str], max_bytes: int) -> bytes:
    """Undo the codings that the headers (lower-case names) state. Raise BodyTooLarge.

    A body that begins as gzip does is unpacked whatever the headers say: no text begins so.

    >>> decode_body(zlib.compress(b"a movie"), {"content-encoding": "deflate"}, 100)
    b'a movie'
    >>> decode_body(b"decoded already", {"content-encoding": "gzip", "transfer-encoding": "chunked"}, 100)
    b'decoded already'
    """
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _join_chunks(body)
    codings = headers.get("content-encoding", "").lower().split(",")
    for name in reversed(codings):
        body = _decode(body, _DECODERS.get(name.strip(), ()), max_bytes)
    return _decode(body, _GZIP, max_bytes) if body.startswith(GZIP_MAGIC) else body


def _decode(body: bytes, decoders: tuple[Callable[[], Decompressor], ...], max_bytes: int) -> bytes:
    for new in decoders:
        try:
            return decompress_all(body, new, max_bytes)
        except DecompressionError as error:
            if error.partial and new is not _bare_deflate:
                return error.partial
    return body


def _join_chunks(body: bytes) -> bytes:
    parts: list[bytes] = []
    position = 0
    while (end := body.find(b"\n", position, position + 1024)) >= 0:
        try:
            size = int(body[position:end].split(b";")[0], 16)
        except ValueError:
            break
        if size <= 0:
            return b"".join(parts)
        parts.append(body[end + 1 : end + 1 + size])
        position = end + 1 + size
        position += 2 if body[position : position + 2] == b"\r\n" else 1
    return b"".join(parts) or body


def _bare_deflate() -> Decompressor:
    """Without a header nothing tells deflate from any other bytes, so only a whole stream counts."""
    return ZlibDecompressor(-zlib.MAX_WBITS)


_GZIP = (ZlibDecompressor,)
_DECODERS: dict[str, tuple[Callable[[], Decompressor], ...]] = {
    # each is told from its first bytes, with its header or bare, as servers mix them up
    **dict.fromkeys(
        ("gzip", "x-gzip", "deflate"),
        (*_GZIP, lambda: ZlibDecompressor(zlib.MAX_WBITS), _bare_deflate),
    ),
    "br": (BrotliDecompressor,),
    "zstd": (ZstdDecompressor,),
}
