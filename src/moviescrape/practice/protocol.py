"""uvicorn's HTTP/1.1 connection, which here also counts itself and hands its transport to the application."""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

from moviescrape.practice.connection import Message, Receive, Send
from moviescrape.practice.stats import Visits


def make_protocol(visits: Visits) -> type[H11Protocol]:
    """The protocol class for a site that counts in `visits`."""

    class SiteProtocol(H11Protocol):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            visits.connect()
            site = self.config.loaded_app

            async def app(scope: Message, receive: Receive, send: Send) -> None:
                scope["extensions"] = {"practice.transport": transport}
                await site(scope, receive, send)

            self.app = app

        def connection_lost(self, exc: Exception | None) -> None:
            visits.disconnect()
            super().connection_lost(exc)

    return SiteProtocol
