"""Faults that break HTTP or its bounds: connections that end too early or never, bodies and headers without measure."""

import asyncio
import socket
import struct
import sys
import zlib
from collections.abc import Callable, Iterable

from moviescrape.practice.connection import Wire
from moviescrape.practice.pages import HTML, Pages

MIB = 2**20
HUGE_BYTES = 256 * MIB
BOMB_BYTES = 1024 * MIB
DRIP_S = 0.2
LINGER = "hh" if sys.platform == "win32" else "ii"
"""The two numbers of a `struct linger`: on or off, and for how many seconds."""
_HTML = (b"content-type", HTML.encode())
_FILLER = b"<!-- this page has more comments than movies -->".ljust(64) * (MIB // 64)


async def reset(wire: Wire, _pages: Pages) -> int:
    """Closes with a TCP reset: with no time to linger, what was not sent is thrown away (SO_LINGER)."""
    connection: socket.socket = wire.transport.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(LINGER, 1, 0))
    wire.transport.abort()
    await wire.wait_until_gone()
    return 0


async def truncate(wire: Wire, pages: Pages) -> int:
    """Declares the whole length, sends half, and hangs up."""
    body = pages.page(wire.path)
    await wire.begin(200, [_HTML, (b"content-length", str(len(body)).encode())])
    await wire.write(body[: len(body) // 2])
    wire.transport.close()
    await wire.wait_until_gone()
    return 200


async def hang(wire: Wire, _pages: Pages) -> int:
    """Says nothing until the other side gives up."""
    await wire.wait_until_gone()
    return 0


async def drip(wire: Wire, pages: Pages) -> int:
    """The page byte by byte, each just before a reader would lose patience."""
    await wire.begin(200, [_HTML])
    return await _pour(wire, (bytes((byte,)) for byte in pages.page(wire.path)), pause_s=DRIP_S)


async def garbage(wire: Wire, _pages: Pages) -> int:
    """Speaks something else."""
    wire.transport.write(b"220 movies.localhost ESMTP\r\n\r\n")
    wire.transport.close()
    await wire.wait_until_gone()
    return 0


async def huge_headers(wire: Wire, _pages: Pages) -> int:
    """A megabyte of them."""
    return await wire.answer(200, [_HTML, *((f"x-{number}".encode(), b"x" * 8192) for number in range(128))])


async def huge(wire: Wire, pages: Pages) -> int:
    """The page, and then comments."""
    await wire.begin(200, [_HTML])
    await wire.write(pages.page(wire.path))
    return await _pour(wire, (_FILLER for _ in range(HUGE_BYTES // MIB)))


async def bomb_gzip(wire: Wire, _pages: Pages) -> int:
    """A thousandfold compressed (RFC 1952)."""
    return await _bomb(wire, b"gzip", zlib.compressobj(9, wbits=31))


async def bomb_deflate(wire: Wire, _pages: Pages) -> int:
    """The same in the zlib format, which is what HTTP calls deflate (RFC 9110 8.4.1.2)."""
    return await _bomb(wire, b"deflate", zlib.compressobj(9, wbits=15))


async def _bomb(wire: Wire, coding: bytes, press: "zlib._Compress") -> int:
    await wire.begin(200, [_HTML, (b"content-encoding", coding)])
    pressed = (press.compress(_FILLER) for _ in range(BOMB_BYTES // MIB))
    return await _pour(wire, pressed, press.flush)


async def _pour(wire: Wire, pieces: Iterable[bytes], last: Callable[[], bytes] = bytes, pause_s: float = 0) -> int:
    """The pieces for as long as somebody takes them."""
    for piece in pieces:
        if wire.is_gone:
            await wire.wait_until_gone()
            return 200
        await wire.write(piece)
        await asyncio.sleep(pause_s)
    await wire.write(last(), more=False)
    return 200
