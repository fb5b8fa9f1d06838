"""Faults that break HTTP or its bounds: connections that end too early or never, bodies and headers without measure."""

import asyncio
import socket
import struct
import sys
import zlib
from collections.abc import Callable, Iterable

from moviescrape.practice.connection import SiteExchange
from moviescrape.practice.pages import HTML, Pages

MIB = 2**20
HUGE_BYTES = 256 * MIB
BOMB_BYTES = 1024 * MIB
DRIP_S = 0.2
LINGER = "hh" if sys.platform == "win32" else "ii"
"""The two numbers of a `struct linger`: on or off, and for how many seconds."""
_HTML = (b"content-type", HTML.encode())
_FILLER = b"<!-- this page has more comments than movies -->".ljust(64) * (MIB // 64)


async def reset(exchange: SiteExchange, _pages: Pages) -> int:
    """Close with a TCP reset: with no time to linger, what was not sent is thrown away (SO_LINGER)."""
    connection: socket.socket = exchange.transport.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(LINGER, 1, 0))
    exchange.transport.abort()
    await exchange.wait_closed()
    return 0


async def truncate(exchange: SiteExchange, pages: Pages) -> int:
    """Declare the whole length, send half, and close the connection."""
    body = pages.page(exchange.path)
    await exchange.begin(200, [_HTML, (b"content-length", str(len(body)).encode())])
    await exchange.write(body[: len(body) // 2])
    exchange.transport.close()
    await exchange.wait_closed()
    return 200


async def hang(exchange: SiteExchange, _pages: Pages) -> int:
    """Send nothing until the client gives up."""
    await exchange.wait_closed()
    return 0


async def drip(exchange: SiteExchange, pages: Pages) -> int:
    """Send the page byte by byte, each just before a reader would time out."""
    await exchange.begin(200, [_HTML])
    return await _pour(exchange, (bytes((byte,)) for byte in pages.page(exchange.path)), pause_s=DRIP_S)


async def garbage(exchange: SiteExchange, _pages: Pages) -> int:
    """Send something that is not HTTP."""
    exchange.transport.write(b"220 movies.localhost ESMTP\r\n\r\n")
    exchange.transport.close()
    await exchange.wait_closed()
    return 0


async def huge_headers(exchange: SiteExchange, _pages: Pages) -> int:
    """Send a megabyte of headers."""
    return await exchange.answer(200, [_HTML, *((f"x-{number}".encode(), b"x" * 8192) for number in range(128))])


async def huge(exchange: SiteExchange, pages: Pages) -> int:
    """Send the page, and then comments."""
    await exchange.begin(200, [_HTML])
    await exchange.write(pages.page(exchange.path))
    return await _pour(exchange, (_FILLER for _ in range(HUGE_BYTES // MIB)))


async def bomb_gzip(exchange: SiteExchange, _pages: Pages) -> int:
    """Send a body compressed a thousandfold (RFC 1952)."""
    return await _bomb(exchange, b"gzip", zlib.compressobj(9, wbits=31))


async def bomb_deflate(exchange: SiteExchange, _pages: Pages) -> int:
    """Send the same in the zlib format, which is what HTTP calls deflate (RFC 9110 8.4.1.2)."""
    return await _bomb(exchange, b"deflate", zlib.compressobj(9, wbits=15))


async def _bomb(exchange: SiteExchange, coding: bytes, press: "zlib._Compress") -> int:
    await exchange.begin(200, [_HTML, (b"content-encoding", coding)])
    pressed = (press.compress(_FILLER) for _ in range(BOMB_BYTES // MIB))
    return await _pour(exchange, pressed, press.flush)


async def _pour(exchange: SiteExchange, pieces: Iterable[bytes], last: Callable[[], bytes] = bytes, pause_s: float = 0) -> int:
    """Send the pieces for as long as the client takes them."""
    for piece in pieces:
        if exchange.is_closed:
            await exchange.wait_closed()
            return 200
        await exchange.write(piece)
        await asyncio.sleep(pause_s)
    await exchange.write(last(), more=False)
    return 200
