"""The site as an ASGI application (asgi.readthedocs.io). Plain ASGI, because faults need the connection."""

import hashlib
import json
import re

from moviescrape.practice.connection import Headers, Message, Receive, Send, SiteExchange, read_exchange
from moviescrape.practice.faults import FaultInjector
from moviescrape.practice.pages import Pages, SiteResponse
from moviescrape.practice.stats import RequestStats
from moviescrape.practice.teacher_page import TeacherPage

STATS = "/_stats"
_PORT = re.compile(r":\d*$")


class SiteApp:
    """Answers every request from `pages`, unless `fault_injector` is due, and counts it in `request_stats`.

    Those that `teacher_page` answers, where there is one, are not counted.
    """

    def __init__(
        self,
        pages: Pages,
        request_stats: RequestStats,
        fault_injector: FaultInjector,
        teacher_page: TeacherPage | None = None,
    ) -> None:
        self.pages = pages
        self.request_stats = request_stats
        self.fault_injector = fault_injector
        self.teacher_page = teacher_page

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """One request (ASGI 3.0)."""
        exchange = read_exchange(scope, receive, send)
        if not is_own_name(exchange.headers.get("host", "localhost")):
            await exchange.answer(421, [(b"content-type", b"text/plain")], b"This site is on this computer only.\n")
            return
        if exchange.path == STATS:
            report = json.dumps(self.request_stats.report(), indent=2) + "\n"
            await exchange.answer(200, [(b"content-type", b"application/json")], report.encode())
            return
        if self.teacher_page and (page := self.teacher_page.answer(exchange.path)):
            await send_answer(exchange, page)
            return
        request = self.request_stats.record(exchange.path, exchange.headers.get("user-agent", ""))
        fault = self.fault_injector.due(exchange.path)
        request.status = await (fault.handle(exchange, self.pages) if fault else self._serve(exchange, scope["method"]))

    async def _serve(self, exchange: SiteExchange, method: str) -> int:
        if method not in ("GET", "HEAD"):
            return await exchange.answer(405, [(b"allow", b"GET, HEAD")])
        return await send_answer(exchange, self.pages.answer(exchange.path))


async def send_answer(exchange: SiteExchange, answer: SiteResponse) -> int:
    """Send the whole answer; 304 without a body where the client has these very bytes already (RFC 9110 13.1.2)."""
    tag = f'"{hashlib.blake2b(answer.body, digest_size=12).hexdigest()}"'
    if answer.status == 200 and exchange.headers.get("if-none-match") == tag:
        await exchange.begin(304, [(b"etag", tag.encode())])
        await exchange.write(b"", more=False)
        return 304
    return await exchange.answer(answer.status, [*headers_of(answer), (b"etag", tag.encode())], answer.body)


def headers_of(answer: SiteResponse) -> Headers:
    """Return the headers that belong to an answer, apart from its length."""
    headers = [(b"content-type", answer.content_type.encode())]
    return [*headers, (b"location", answer.location.encode())] if answer.location else headers


def is_own_name(host: str) -> bool:
    """Return True for a Host header that names loopback (RFC 9110 7.2, RFC 6761 6.3).

    A page of another site can have its own name resolve to loopback and read what is there in its visitor's name (DNS rebinding);
    it can't choose the Host header.

    >>> [is_own_name(host) for host in ("movies.localhost:8000", "127.0.0.1:54321", "[::1]:8000", "rebind.example:8000")]
    [True, True, True, False]
    """
    name = host.rpartition(":")[0] if _PORT.search(host) else host
    name = name.lower().rstrip(".")
    return name in ("localhost", "127.0.0.1", "[::1]") or name.endswith(".localhost")
