"""One request, one answer: bounded in bytes and time, errors in our own words."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import httpcore
import httpx

from moviescrape.errors import FetchError, HostUnreachable, NetworkError, NotAPage, TooLarge
from moviescrape.fetch.body import ASKED_ENCODINGS, BodyTooLarge, DecodeError, TruncatedBody, read_body
from moviescrape.fetch.contact import user_agent
from moviescrape.settings import Settings

ASKED_TYPES = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1"
ASKED_LANGUAGE = "en"
"""Titles follow it on many sites; one language a table."""

MOST_ERROR_BYTES = 512 * 1024
"""Of the body of a refusal, an error or a redirect: enough to tell what it is."""

_WIRE_ERRORS = (
    httpx.TransportError,
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.ConnectionNotAvailable,
    OSError,
)
_TIMEOUTS = (httpx.TimeoutException, httpcore.TimeoutException)


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """What came back: `headers` have lower-case names, `body` is decoded, `received_bytes` is its size on the wire."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    received_bytes: int = 0

    @property
    def redirect_to(self) -> str | None:
        """Location, where the status is one of a redirect (RFC 9110 15.4)."""
        return self.headers.get("location") if self.status in (301, 302, 303, 307, 308) else None


class HttpClient:
    """Asks by GET through a transport; keeps nothing between requests, cookies included."""

    def __init__(self, transport: httpx.BaseTransport, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` is the one that `transport` measures deadlines by."""
        self._transport = transport
        self._settings = settings
        self._clock = clock
        self._timeouts = {
            "connect": settings.connect_timeout_s,
            "read": settings.read_timeout_s,
            "write": settings.read_timeout_s,
            "pool": settings.connect_timeout_s,
        }
        self._headers = {
            "User-Agent": user_agent(settings.contact),
            "Accept": ASKED_TYPES,
            "Accept-Language": ASKED_LANGUAGE,
            "Accept-Encoding": ASKED_ENCODINGS,
        }

    def get(self, url: str, *, allow_private: bool, max_bytes: int, validators: Mapping[str, str] | None = None) -> HttpResponse:
        """Ask for `url` once. NetworkError, TooLarge, NotAPage (can't be decoded) or UnsafeURL when no answer came."""
        deadline = self._clock() + self._settings.page_time_s
        try:
            request = httpx.Request(
                "GET",
                url,
                headers={**self._headers, **validators} if validators else self._headers,
                extensions={"timeout": self._timeouts, "deadline": deadline, "allow_private": allow_private},
            )
            response = self._transport.handle_request(request)
            try:
                return self._read(url, response, max_bytes, deadline)
            finally:
                response.close()
        except (*_WIRE_ERRORS, httpx.InvalidURL) as problem:
            raise self._translated(problem, url, deadline) from problem

    def _read(self, url: str, response: httpx.Response, max_bytes: int, deadline: float) -> HttpResponse:
        headers = dict(response.headers)
        good = response.status_code in (200, 202, 203)
        most = max_bytes if good else min(max_bytes, MOST_ERROR_BYTES)
        body, received = b"", 0
        try:
            body, received = self._body(response, headers, most, deadline)
        except BodyTooLarge as problem:
            if good:
                raise TooLarge(str(problem), where=url, remedy="save the page in a browser") from problem
        except DecodeError as problem:
            if good:
                raise NotAPage(str(problem), where=url) from problem
        except TruncatedBody as problem:
            raise NetworkError(str(problem), where=url, remedy="try again") from problem
        return HttpResponse(url, response.status_code, headers, body, received)

    def _body(self, response: httpx.Response, headers: Mapping[str, str], most: int, deadline: float) -> tuple[bytes, int]:
        declared = headers.get("content-length", "")
        if declared.isdecimal() and int(declared) > most:
            raise BodyTooLarge(f"says it is {int(declared):,} bytes long, more than {most:,}")
        return read_body(self._in_time(response.stream, deadline), headers.get("content-encoding", ""), most)

    def _in_time(self, chunks: object, deadline: float) -> Iterator[bytes]:
        """The chunks, until the deadline; the guarded transport keeps it by itself, another one may not."""
        for chunk in chunks:  # type: ignore[attr-defined]
            if self._clock() > deadline:
                raise httpcore.ReadTimeout("the time for one page is over")
            yield chunk

    def _translated(self, problem: Exception, url: str, deadline: float) -> FetchError:
        if isinstance(problem, _TIMEOUTS) and self._clock() >= deadline:
            return TooLarge(f"took longer than {self._settings.page_time_s:g} s", where=url, remedy="try again later")
        if isinstance(problem, _TIMEOUTS):
            return NetworkError("no answer in time", where=url, remedy="check the address and the network, or try again later")
        if getattr(_inner(problem), "error_status_hint", None) == 431:  # h11's bound on the headers, 100 KB
            return TooLarge("the headers are too long", where=url, remedy="save the page in a browser")
        kind = HostUnreachable if isinstance(problem, httpx.ConnectError | httpcore.ConnectError) else NetworkError
        return kind(f"no answer ({_reason(problem)})", where=url, remedy="check the address and the network, or try again later")


def _reason(problem: BaseException) -> str:
    """`connection refused` rather than `[Errno 111] Connection refused`."""
    inner = _inner(problem)
    if isinstance(inner, OSError) and inner.strerror:
        return inner.strerror.lower()
    return " ".join(str(problem).split()).rstrip(".") or type(problem).__name__


def _inner(problem: BaseException) -> BaseException | None:
    """What httpcore translated; its pool drops the cause, the context stays."""
    return problem.__cause__ or problem.__context__
