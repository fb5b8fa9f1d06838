"""Files that may be gzipped, whatever they are called."""

import gzip
from typing import IO, Any, cast

open_gzip: Any
try:
    from isal.igzip import open as open_gzip  # twice as fast as gzip
except ImportError:  # a machine that it isn't built for
    open_gzip = gzip.open

_MAGIC = b"\x1f\x8b"


def unpacked(raw: IO[bytes]) -> IO[bytes]:
    """Return what an open file holds, unpacked where it is gzipped (RFC 1952 2.3.1); damage is met when it is read."""
    packed = raw.read(2) == _MAGIC
    raw.seek(0)
    return cast(IO[bytes], open_gzip(raw, "rb")) if packed else raw
