"""The site as an ASGI application: pages in, HTTP out; plain, because faults need the wire itself (asgi.readthedocs.io)."""

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

from moviescrape.practice.pages import Answer, Pages
from moviescrape.practice.visits import Visits

Message = MutableMapping[str, Any]
Headers = list[tuple[bytes, bytes]]
STATS = "/_stats"


@dataclass(frozen=True, slots=True)
class Wire:
    """One request, and the connection to answer it on."""

    path: str
    headers: dict[str, str]
    send_message: Callable[[Message], Awaitable[None]]
    transport: asyncio.Transport

    async def begin(self, status: int, headers: Headers) -> None:
        """The status line and the headers."""
        await self.send_message({"type": "http.response.start", "status": status, "headers": headers})

    async def write(self, body: bytes, more: bool = False) -> None:
        """A piece of the body; the last one unless `more` follows."""
        await self.send_message({"type": "http.response.body", "body": body, "more_body": more})

    @property
    def is_gone(self) -> bool:
        """Whether nobody listens any more."""
        return self.transport.is_closing()


class SiteApp:
    """Answers every request from `pages`, counts it in `visits`."""

    def __init__(self, pages: Pages, visits: Visits) -> None:
        self.pages = pages
        self.visits = visits

    async def __call__(self, scope: Message, _receive: object, send: Callable[[Message], Awaitable[None]]) -> None:
        """One request (ASGI 3.0)."""
        wire = _wire(scope, send)
        if wire.path == STATS:
            await send_answer(wire, Answer(json.dumps(self.visits.report(), indent=1).encode(), "application/json"))
            return
        answer = self.pages.answer(wire.path) if scope["method"] in ("GET", "HEAD") else Answer(b"", status=405)
        self.visits.note(wire.path, wire.headers.get("user-agent", ""), answer.status)
        await send_answer(wire, answer)


async def send_answer(wire: Wire, answer: Answer) -> None:
    """The whole answer; 304 without a body where the visitor has these very bytes already (RFC 9110 13.1.2)."""
    tag = f'"{hashlib.blake2b(answer.body, digest_size=12).hexdigest()}"'
    if answer.status == 200 and wire.headers.get("if-none-match") == tag:
        await wire.begin(304, [(b"etag", tag.encode())])
        await wire.write(b"")
        return
    await wire.begin(answer.status, [*headers_of(answer), (b"etag", tag.encode())])
    await wire.write(answer.body)


def headers_of(answer: Answer) -> Headers:
    """The headers that belong to an answer."""
    headers = [(b"content-type", answer.content_type.encode()), (b"content-length", str(len(answer.body)).encode())]
    return [*headers, (b"location", answer.location.encode())] if answer.location else headers


def _wire(scope: Message, send: Callable[[Message], Awaitable[None]]) -> Wire:
    query = scope["query_string"].decode("latin-1")
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    return Wire(f"{scope['path']}?{query}" if query else scope["path"], headers, send, scope["extensions"]["practice.transport"])
