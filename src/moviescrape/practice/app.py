"""The site as an ASGI application (asgi.readthedocs.io): pages in, HTTP out. Plain ASGI, because faults need the wire itself."""

import hashlib
import json

from moviescrape.practice.connection import Headers, Message, Receive, Send, Wire, read_wire
from moviescrape.practice.faults import FaultInjector
from moviescrape.practice.pages import Answer, Pages
from moviescrape.practice.stats import Visits

STATS = "/_stats"


class SiteApp:
    """Answers every request from `pages`, unless `mischief` is due, and counts it in `visits`."""

    def __init__(self, pages: Pages, visits: Visits, mischief: FaultInjector) -> None:
        self.pages = pages
        self.visits = visits
        self.mischief = mischief

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """One request (ASGI 3.0)."""
        wire = read_wire(scope, receive, send)
        if wire.path == STATS:
            report = json.dumps(self.visits.report(), indent=2) + "\n"
            await wire.answer(200, [(b"content-type", b"application/json")], report.encode())
            return
        visit = self.visits.note(wire.path, wire.headers.get("user-agent", ""))
        fault = self.mischief.due(wire.path)
        visit.status = await (fault.strike(wire, self.pages) if fault else self._serve(wire, scope["method"]))

    async def _serve(self, wire: Wire, method: str) -> int:
        if method not in ("GET", "HEAD"):
            return await wire.answer(405, [(b"allow", b"GET, HEAD")])
        return await send_answer(wire, self.pages.answer(wire.path))


async def send_answer(wire: Wire, answer: Answer) -> int:
    """The whole answer; 304 without a body where the visitor has these very bytes already (RFC 9110 13.1.2)."""
    tag = f'"{hashlib.blake2b(answer.body, digest_size=12).hexdigest()}"'
    if answer.status == 200 and wire.headers.get("if-none-match") == tag:
        await wire.begin(304, [(b"etag", tag.encode())])
        await wire.write(b"", more=False)
        return 304
    return await wire.answer(answer.status, [*headers_of(answer), (b"etag", tag.encode())], answer.body)


def headers_of(answer: Answer) -> Headers:
    """The headers that belong to an answer, apart from its length."""
    headers = [(b"content-type", answer.content_type.encode())]
    return [*headers, (b"location", answer.location.encode())] if answer.location else headers
