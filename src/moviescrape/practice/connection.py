"""One request and the connection it came on: what the site and its faults answer to."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class SiteExchange:
    """`path` is as it was sent, with its query; `headers` have lower-case names."""

    path: str
    headers: dict[str, str]
    transport: asyncio.Transport
    receive: Receive
    send: Send

    async def answer(self, status: int, headers: Headers, body: bytes = b"") -> int:
        """Send a whole answer; return its status."""
        await self.begin(status, [*headers, (b"content-length", str(len(body)).encode())])
        await self.write(body, more=False)
        return status

    async def begin(self, status: int, headers: Headers) -> None:
        """Send the status line and the headers; without a content-length the body goes out in chunks."""
        await self.send({"type": "http.response.start", "status": status, "headers": headers})

    async def write(self, body: bytes, *, more: bool = True) -> None:
        """Send a piece of the body, waiting while the other side does not take it."""
        await self.send({"type": "http.response.body", "body": body, "more_body": more})

    @property
    def is_closed(self) -> bool:
        """Return True where the client has closed the connection."""
        return self.transport.is_closing()

    async def wait_closed(self) -> None:
        """Return when the connection is closed."""
        while (await self.receive())["type"] != "http.disconnect":
            pass


def read_exchange(scope: Message, receive: Receive, send: Send) -> SiteExchange:
    """Return the request of an ASGI scope; the connection's transport is in its extensions."""
    query = scope["query_string"].decode("latin-1")
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    path = scope["raw_path"].decode("latin-1")
    return SiteExchange(f"{path}?{query}" if query else path, headers, scope["extensions"]["practice.transport"], receive, send)
