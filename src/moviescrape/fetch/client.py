"""One request, one response: bounded in bytes and time, errors in our own words."""

import re
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import httpcore
import httpx

from moviescrape.errors import FetchError, HostUnreachable, InvalidResponse, NetworkError, NotAPage, TooLarge, UnsafeURL
from moviescrape.fetch.body import ACCEPTED_ENCODINGS, DecodeError, TruncatedBody, read_body
from moviescrape.fetch.contact import user_agent
from moviescrape.fetch.request_url import host_port, target_of
from moviescrape.fetch.response_head import HeadTooLong
from moviescrape.pages.compression import BodyTooLarge
from moviescrape.settings import Settings

ACCEPTED_TYPES = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1"
ACCEPTED_LANGUAGE = "en"
"""Titles follow it on many sites; one language a table."""

MAX_ERROR_BYTES = 512 * 1024
"""Of the body of a refusal, an error or a redirect: enough to tell what it is."""

_NETWORK_ERRORS = (
    httpx.TransportError,
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.ConnectionNotAvailable,
    OSError,
)
_TIMEOUTS = (httpx.TimeoutException, httpcore.TimeoutException)
_CONNECT_TIMEOUTS = (httpx.ConnectTimeout, httpcore.ConnectTimeout)
_CONNECT_ERRORS = (httpx.ConnectError, httpcore.ConnectError)
_PROTOCOL_ERRORS = (httpx.RemoteProtocolError, httpcore.RemoteProtocolError)
_CLOSED_EARLY = ("peer ", "Server disconnected")  # how h11 and httpcore begin to say it
_CLOSED_IN_BODY = "peer closed connection without sending complete message body"
_CHECK = "check the address and the network, or try again later"


@dataclass(frozen=True, slots=True)
class Request:
    """A GET of `url`, which is in normal form, with `headers` beside those that every request has.

    `cookies` are those of a chain of redirects: sent along as RFC 6265 has it, and added to by the response. Bodies beyond
    `max_bytes`, as received or as decoded, are refused. `is_part`: a range of a file is asked for, which is taken as it comes.
    """

    url: str
    max_bytes: int
    allow_private: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    cookies: httpx.Cookies | None = None
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Response:
    """What came back: `headers` have lower-case names and values in Latin-1 (RFC 9110 5.5), `body` is decoded.

    `received_bytes` is the body's size on the wire.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    received_bytes: int = 0


class HttpClient:
    """Asks by GET through a transport; keeps nothing between requests."""

    def __init__(self, transport: httpx.BaseTransport, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        """Take the monotonic `clock` that `transport` measures deadlines by."""
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
            "Accept": ACCEPTED_TYPES,
            "Accept-Language": ACCEPTED_LANGUAGE,
            "Accept-Encoding": ACCEPTED_ENCODINGS,
        }

    def get(self, request: Request) -> Response:
        """Ask once. Raise NetworkError, TooLarge, InvalidResponse, NotAPage or UnsafeURL where no whole response came."""
        deadline = self._clock() + self._settings.page_time_s
        try:
            sent = self._prepare(request, deadline)
            response = self._transport.handle_request(sent)
            try:
                _keep_cookies(request, sent, response)
                return self._read(request, response, deadline)
            finally:
                response.close()
        except HeadTooLong as problem:
            raise _headers_too_long(request.url) from problem
        except UnsafeURL as problem:
            raise UnsafeURL(problem.what, where=request.url, remedy=problem.remedy) from problem
        except _NETWORK_ERRORS as problem:
            raise self._translate(problem, request.url, deadline) from problem

    def _prepare(self, request: Request, deadline: float) -> httpx.Request:
        """Return the request to send; `target` is sent as it is, whatever httpx would make of it."""
        extensions = {
            "timeout": self._timeouts,
            "deadline": deadline,
            "allow_private": request.allow_private,
            "target": target_of(request.url).encode("ascii"),
        }
        headers = {"Host": host_port(request.url), **self._headers, **request.headers}
        encoded = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
        sent = httpx.Request("GET", request.url, headers=encoded, extensions=extensions)
        if request.cookies:
            _add_cookies(sent, request.cookies)
        return sent

    def _read(self, request: Request, response: httpx.Response, deadline: float) -> Response:
        headers = read_headers(response.headers.raw)
        is_page = response.status_code == 206 if request.is_part else response.status_code in (200, 202, 203)
        max_bytes = request.max_bytes if is_page else min(request.max_bytes, MAX_ERROR_BYTES)
        body, received = b"", 0
        try:
            _check_declared_length(headers, max_bytes)
            chunks = _ReceivedChunks(response.stream, deadline, self._clock)  # type: ignore[arg-type]  # a synchronous one
            body, received = read_body(chunks, headers.get("content-encoding", ""), max_bytes, as_it_is=request.is_part)
            if chunks.cut is not None and is_page and body.rstrip()[-7:].lower() != b"</html>":
                raise chunks.cut
        except BodyTooLarge as problem:
            if is_page:
                raise TooLarge(str(problem), where=request.url, remedy="save the page in a browser") from problem
        except DecodeError as problem:
            if is_page:
                raise NotAPage(str(problem), where=request.url) from problem
        except TruncatedBody as problem:
            raise NetworkError(str(problem), where=request.url, remedy="try again") from problem
        return Response(request.url, response.status_code, headers, body, received)

    def _translate(self, problem: Exception, url: str, deadline: float) -> FetchError:
        unreachable = f"can't reach {host_port(url)}"
        if isinstance(problem, _TIMEOUTS) and self._clock() >= deadline:
            return TooLarge(f"took longer than {self._settings.page_time_s:g} s", where=url, remedy="try again later")
        if isinstance(problem, _CONNECT_TIMEOUTS):
            return HostUnreachable(f"{unreachable}: no answer in time", where=url, remedy=_CHECK)
        if isinstance(problem, _TIMEOUTS):
            return NetworkError("no answer in time", where=url, remedy=_CHECK)
        if isinstance(problem, _CONNECT_ERRORS):
            return HostUnreachable(f"{unreachable}: {_reason(problem)}", where=url, remedy=_CHECK)
        if isinstance(problem, _PROTOCOL_ERRORS) and not str(problem).startswith(_CLOSED_EARLY):
            return _protocol_error(problem, url)
        return NetworkError(f"no answer ({_reason(problem)})", where=url, remedy=_CHECK)


class _ReceivedChunks:
    """A body's chunks, until the deadline; the guarded transport keeps it by itself, another one may not.

    `cut` is the error where the connection closed before the announced end. Servers that announce a wrong length, or leave
    out the last chunk, do so with pages that are whole.
    """

    def __init__(self, chunks: Iterable[bytes], deadline: float, clock: Callable[[], float]) -> None:
        self._chunks = chunks
        self._deadline = deadline
        self._clock = clock
        self.cut: Exception | None = None

    def __iter__(self) -> Iterator[bytes]:
        try:
            for chunk in self._chunks:
                if self._clock() > self._deadline:
                    raise httpcore.ReadTimeout("the time for one page is over")
                yield chunk
        except _PROTOCOL_ERRORS as problem:
            if not str(problem).startswith(_CLOSED_IN_BODY):
                raise
            self.cut = problem


def read_headers(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return headers by name in lower case; values in Latin-1, those of one name joined by a comma (RFC 9110 5.3).

    >>> read_headers([(b"Vary", b"Accept"), (b"vary", b"Cookie")])
    {'vary': 'Accept, Cookie'}
    """
    headers: dict[str, str] = {}
    for name, value in raw:
        key, text = name.decode("latin-1").lower(), value.decode("latin-1")
        headers[key] = f"{headers[key]}, {text}" if key in headers else text
    return headers


def _check_declared_length(headers: Mapping[str, str], max_bytes: int) -> None:
    declared = re.fullmatch(r"[0-9]{1,18}", headers.get("content-length", ""))
    if declared and int(declared[0]) > max_bytes:
        raise BodyTooLarge(f"says it is {int(declared[0]):,} bytes long, more than {max_bytes:,}")


def _add_cookies(sent: httpx.Request, cookies: httpx.Cookies) -> None:
    try:
        cookies.set_cookie_header(sent)
    except UnicodeEncodeError:  # a cookie is ASCII (RFC 6265 4.1.1); a site that sets others gets none back
        sent.headers.pop("cookie", None)


def _keep_cookies(request: Request, sent: httpx.Request, response: httpx.Response) -> None:
    if request.cookies is not None:
        response.request = sent
        request.cookies.extract_cookies(response)


def _protocol_error(problem: Exception, url: str) -> FetchError:
    what = str(problem).partition(":")[0]  # behind it the bytes themselves
    if getattr(_cause(problem), "error_status_hint", None) == 431:  # h11's bound on the headers, 100 KB
        return _headers_too_long(url)
    if what in ("illegal status line", "illegal request line"):  # h11's words for what is no response at all
        return NetworkError("the answer is not HTTP", where=url, remedy="check the address and its port")
    return InvalidResponse(f"the server breaks HTTP ({what})", where=url, remedy="save the page in a browser")


def _headers_too_long(url: str) -> FetchError:
    return TooLarge("the headers are too long", where=url, remedy="save the page in a browser")


def _reason(problem: BaseException) -> str:
    """Return `connection refused` rather than `[Errno 111] Connection refused`."""
    cause = _cause(problem)
    if isinstance(cause, socket.gaierror):
        return "no such name, or you are offline"
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({cause.verify_message})"
    if isinstance(cause, ssl.SSLError):
        return f"no secure connection ({(cause.reason or 'TLS error').replace('_', ' ').lower()})"
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror.lower()
    return " ".join(str(problem).split()).rstrip(".") or type(problem).__name__


def _cause(problem: BaseException) -> BaseException | None:
    """Return what httpcore translated; its pool drops the cause, the context stays."""
    return problem.__cause__ or problem.__context__
