"""uvicorn's HTTP/1.1 connection, which here also counts itself and hands its transport to the application."""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

from moviescrape.practice.connection import Message, Receive, Send
from moviescrape.practice.stats import RequestStats


def make_protocol(stats: RequestStats) -> type[H11Protocol]:
    """Return the protocol class for a site that counts in `stats`."""

    class SiteProtocol(H11Protocol):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            stats.connect()
            site = self.config.loaded_app

            async def app(scope: Message, receive: Receive, send: Send) -> None:
                scope["extensions"] = {"practice.transport": transport}
                await site(scope, receive, send)

            self.app = app

        def connection_lost(self, exc: Exception | None) -> None:
            stats.disconnect()
            super().connection_lost(exc)

    return SiteProtocol
