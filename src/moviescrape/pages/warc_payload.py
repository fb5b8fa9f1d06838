"""The body of an archived HTTP answer without its transfer and content encodings (RFC 9112 7.1, RFC 9110 8.4), bounded.

Archives keep an answer as it came over the wire, or as the crawler had decoded it, with the same headers in both cases. So an
encoding is a claim: a body that can't be decoded by it is taken as it stands.
"""

import io
import zlib
from collections.abc import Callable, Mapping


class BodyTooLarge(Exception):
    """The body is over its bound when unpacked."""


def unpack(body: bytes, headers: Mapping[str, str], max_bytes: int) -> bytes:
    """Take off what the headers (lower-case names) say was put on. Raises BodyTooLarge.

    >>> unpack(zlib.compress(b"a movie"), {"content-encoding": "deflate"}, 100)
    b'a movie'
    >>> unpack(b"decoded already", {"content-encoding": "gzip", "transfer-encoding": "chunked"}, 100)
    b'decoded already'
    """
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined_chunks(body)
    for name in reversed(headers.get("content-encoding", "").lower().split(",")):
        decode = _DECODERS.get(name.strip())
        if decode is not None:
            body = decode(body, max_bytes)
    return body


def _joined_chunks(body: bytes) -> bytes:
    parts: list[bytes] = []
    position = 0
    while (end := body.find(b"\r\n", position, position + 1024)) >= 0:
        try:
            size = int(body[position:end].split(b";")[0], 16)
        except ValueError:
            break
        if size == 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + size])
        position = end + 2 + size + 2
    return b"".join(parts) or body


def _inflated(body: bytes, max_bytes: int) -> bytes:
    """gzip, deflate with or without its header: each is told from its first bytes, as servers mix them up."""
    for wbits in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        inner = zlib.decompressobj(wbits)
        try:
            unpacked = inner.decompress(body, max_bytes + 1)
        except zlib.error:
            continue
        return _checked(unpacked, max_bytes)
    return body


def _by_fastwarc(reader_name: str) -> Callable[[bytes, int], bytes]:
    def decode(body: bytes, max_bytes: int) -> bytes:
        from fastwarc import stream_io

        try:
            unpacked: bytes = getattr(stream_io, reader_name)(io.BytesIO(body)).read(max_bytes + 1)
        except OSError:
            return body
        return _checked(unpacked, max_bytes)

    return decode


def _checked(body: bytes, max_bytes: int) -> bytes:
    if len(body) > max_bytes:
        raise BodyTooLarge
    return body


_DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    **dict.fromkeys(("gzip", "x-gzip", "deflate"), _inflated),
    "br": _by_fastwarc("BrotliReader"),
    "zstd": _by_fastwarc("ZstdReader"),
}
