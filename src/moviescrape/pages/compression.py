"""Decompression of gzip, deflate, zstd and brotli, a piece at a time: the output of one call is bounded, whatever the input."""

import zlib
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol, cast

from moviescrape.errors import UsageError

try:
    from isal import isal_zlib as fast_zlib  # twice as fast as zlib
except ImportError:  # a machine that it isn't built for
    import zlib as fast_zlib  # type: ignore[no-redef]

_ZLIB_ERRORS: tuple[type[Exception], ...] = (zlib.error, cast(type[Exception], fast_zlib.error))

PIECE_BYTES = 256 * 1024
"""Decompressed at once."""

GZIP = zlib.MAX_WBITS | 16
"""The gzip format (RFC 1952), as zlib's `wbits`."""


class DecompressionError(Exception):
    """The data is not in the format, damaged or cut; `partial` is what was decompressed before."""

    def __init__(self, reason: str, partial: bytes = b"") -> None:
        super().__init__(reason)
        self.partial = partial


class BodyTooLarge(Exception):
    """The data is over its bound when decompressed."""


class Decompressor(Protocol):
    """One compressed stream (a gzip member, a zstd frame), as the standard library's BZ2Decompressor."""

    @property
    def eof(self) -> bool:
        """Return whether the stream's end was reached."""

    @property
    def unused_data(self) -> bytes:
        """Return what was given after the stream's end."""

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Return at most `max_length` more bytes; what was given and not used is kept. Raise DecompressionError."""


class _WrappedDecompressor:
    """What the decompressors of zlib and zstd share: `_inner` knows where its stream ends."""

    _inner: Any

    @property
    def eof(self) -> bool:
        """Do as `Decompressor.eof`."""
        return bool(self._inner.eof)

    @property
    def unused_data(self) -> bytes:
        """Do as `Decompressor.unused_data`."""
        return bytes(self._inner.unused_data)


class ZlibDecompressor(_WrappedDecompressor):
    """gzip and deflate; `wbits` as in `zlib.decompressobj`."""

    def __init__(self, wbits: int = GZIP) -> None:
        self._inner = fast_zlib.decompressobj(wbits)

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Do as `Decompressor.decompress`."""
        pending = self._inner.unconsumed_tail
        try:
            return bytes(self._inner.decompress(pending + data if pending else data, max_length))
        except _ZLIB_ERRORS as problem:
            raise DecompressionError(str(problem)) from problem


class ZstdDecompressor(_WrappedDecompressor):
    """A zstd frame (RFC 8878), with the dictionary that its archive may carry."""

    def __init__(self, dictionary: bytes = b"") -> None:
        zstd = _zstd()
        self._error: type[Exception] = zstd.ZstdError
        self._inner = zstd.ZstdDecompressor(zstd.ZstdDict(dictionary, is_raw=False) if dictionary else None)

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Do as `Decompressor.decompress`."""
        try:
            return bytes(self._inner.decompress(data, max_length))
        except self._error as error:
            raise DecompressionError(str(error)) from error


class BrotliDecompressor:
    """A brotli stream (RFC 7932)."""

    unused_data = b""

    def __init__(self) -> None:
        self._module = _imported("brotli", "brotli")
        self._inner = self._module.Decompressor()

    @property
    def eof(self) -> bool:
        """Do as `Decompressor.eof`."""
        return bool(self._inner.is_finished())

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Do as `Decompressor.decompress`, but that up to twice `max_length` may come."""
        try:
            return bytes(self._inner.process(data, output_buffer_limit=max_length))
        except self._module.error as error:
            raise DecompressionError(str(error)) from error


def decompress_all(data: bytes, new: Callable[[], Decompressor], max_bytes: int) -> bytes:
    """Return all streams in `data`, decompressed; padding behind the last doesn't count.

    Raise DecompressionError where a stream is damaged or cut, BodyTooLarge beyond `max_bytes`.

    >>> decompress_all(zlib.compress(b"a movie"), lambda: ZlibDecompressor(zlib.MAX_WBITS), 100)
    b'a movie'
    """
    pieces: list[bytes] = []
    try:
        for piece in _pieces(data, new, min(PIECE_BYTES, max_bytes + 1)):
            pieces.append(piece)
            if sum(map(len, pieces)) > max_bytes:
                raise BodyTooLarge
    except DecompressionError as error:
        raise DecompressionError(str(error), b"".join(pieces)) from error
    return b"".join(pieces)


def _pieces(data: bytes, new: Callable[[], Decompressor], size: int) -> Iterator[bytes]:
    while True:
        stream = new()
        while not stream.eof:
            piece = stream.decompress(data, size)
            if not piece and not stream.eof:
                raise DecompressionError("cut off")
            yield piece
            data = b""
        data = stream.unused_data
        if not data.strip(b"\0"):
            return


def read_zstd_dictionary(head: bytes) -> bytes:
    """Return the dictionary that a .warc.zst file begins with, b"" for none.

    It is a skippable frame (RFC 8878 3.1.2) of type 0x184D2A5D, whose content may be packed itself
    (https://iipc.github.io/warc-specifications/specifications/warc-zstd/).
    """
    if not head.startswith(ZSTD_DICTIONARY_MAGIC):
        return b""
    content = head[8 : 8 + int.from_bytes(head[4:8], "little")]
    return decompress_all(content, ZstdDecompressor, _MAX_DICTIONARY_BYTES) if content.startswith(ZSTD_MAGIC) else content


GZIP_MAGIC = b"\x1f\x8b\x08"
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
ZSTD_DICTIONARY_MAGIC = b"\x5d\x2a\x4d\x18"
_MAX_DICTIONARY_BYTES = 16 * 2**20


def _zstd() -> Any:
    """Return the standard library's module (Python 3.14), or its backport."""
    if find_spec("compression") is not None:
        return import_module("compression.zstd")
    return _imported("backports.zstd", "backports.zstd")


def _imported(module: str, package: str) -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        what = f"this data is packed in a way that needs {package}, which is not installed"
        raise UsageError(what, remedy=f"pip install {package}") from error
