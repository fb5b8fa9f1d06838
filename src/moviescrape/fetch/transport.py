"""The wire: httpcore's pool behind httpx's transport interface, with every socket opened through our own checks.

The address is checked where it is connected to, not where a name was looked up before, so that a name which answers differently
the second time (DNS rebinding) gains nothing. Each read ends at the request's deadline, so that a server which sends a byte now
and then is left. An alias dials another place than the URL names: the practice site is `http://movies.localhost:8000` wherever
it really listens.
"""

import contextlib
import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass
from weakref import WeakSet

import httpcore
import httpx

from moviescrape.errors import UnsafeURL
from moviescrape.fetch.guards import Reach, check_address, is_loopback, literal_address, private_address, reach
from moviescrape.fetch.host_pools import KEEP_ALIVE_S, HostPools
from moviescrape.fetch.response_head import HeadRepairer

SocketOptions = Iterable[Any] | None


class _RequestContext(threading.local):
    """What the current thread's request may do; the socket layer below knows no requests."""

    deadline: float | None = None
    allow_private: bool = True


class GuardedTransport(httpx.BaseTransport):
    """A transport for requests whose `extensions` say `deadline` (on `clock`), `allow_private`, `timeout`, and `target`.

    `target` is the path and query to ask for, sent as it is.
    """

    def __init__(
        self,
        *,
        aliases: Mapping[str, str] | None = None,
        trust_env: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take `aliases`, which map an origin that pages are named by to the one dialled, both `http://host:port`."""
        self._context = _RequestContext()
        self._backend = _GuardedBackend(
            self._context, clock, {_dial(name): _dial(real) for name, real in (aliases or {}).items()}
        )
        self._direct = HostPools(self._backend)
        self._proxies = {scheme: self._proxy_pool(url) for scheme, url in _proxies(trust_env).items()}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send, and return as soon as the headers are in; errors are httpcore's and UnsafeURL."""
        self._context.deadline = request.extensions.get("deadline")
        self._context.allow_private = request.extensions.get("allow_private", True)
        url = request.url
        self._backend.check_host(_host_of(url), url.port or (443 if url.scheme == "https" else 80), proxied=self._is_proxied(url))
        target = request.extensions.get("target", url.raw_path)
        response = self._pool(url).handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=target),
                headers=request.headers.raw,
                content=request.stream,
                extensions={"timeout": request.extensions.get("timeout", {})},
            )
        )
        return httpx.Response(
            response.status, headers=response.headers, stream=_Stream(response), extensions=response.extensions, request=request
        )

    def _is_proxied(self, url: httpx.URL) -> bool:
        host = _host_of(url)
        return url.scheme in self._proxies and not is_loopback(host) and not proxy_bypass(host)

    def _pool(self, url: httpx.URL) -> httpcore.ConnectionPool:
        return self._proxies[url.scheme] if self._is_proxied(url) else self._direct.pool(url.scheme, url.netloc)

    def _proxy_pool(self, url: str) -> httpcore.ConnectionPool:
        parts = urlsplit(url)
        return httpcore.HTTPProxy(
            proxy_url=f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/",
            proxy_auth=(parts.username or "", parts.password or "") if parts.username else None,
            network_backend=_TimedBackend(self._context, self._backend.clock),
            max_connections=None,
            keepalive_expiry=KEEP_ALIVE_S,
        )

    def abort(self) -> None:
        """End what is under way, from another thread: its reads fail at once."""
        self._backend.abort()

    def close(self) -> None:
        """Close every connection."""
        self._direct.close()
        for pool in self._proxies.values():
            pool.close()


class _Stream(httpx.SyncByteStream):
    """The body's chunks as they come off the wire, de-chunked and still compressed."""

    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        return self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


class _TimedBackend(httpcore.NetworkBackend):
    """Opens sockets whose reads end at the deadline of the thread's request."""

    def __init__(self, context: _RequestContext, clock: Callable[[], float]) -> None:
        self._context = context
        self.clock = clock
        self._plain = httpcore.SyncBackend()
        self._open: WeakSet[_TimedStream] = WeakSet()
        self._aborted = False

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions = None,
    ) -> httpcore.NetworkStream:
        left = _left_s(self._context, self.clock, timeout, httpcore.ConnectTimeout)
        stream = _TimedStream(self._plain.connect_tcp(host, port, left, local_address, socket_options), self._context, self.clock)
        self._open.add(stream)
        if self._aborted:
            stream.shut_down()
        return stream

    def abort(self) -> None:
        self._aborted = True
        for stream in list(self._open):
            stream.shut_down()


class _GuardedBackend(_TimedBackend):
    """Looks names up itself and connects only to addresses that may be asked."""

    def __init__(
        self, context: _RequestContext, clock: Callable[[], float], aliases: Mapping[tuple[str, int], tuple[str, int]]
    ) -> None:
        super().__init__(context, clock)
        self._aliases = aliases
        self._reach: dict[tuple[str, int], Reach] = {}

    def check_host(self, host: str, port: int, *, proxied: bool) -> None:
        """Raise UnsafeURL before a request to a private host that may not be asked: an open connection must not let it in.

        A proxy looks names up by itself: then we look too, and a name that only the proxy knows is left to it.
        """
        known = self._reach.get((host, port))
        if known is Reach.PRIVATE and not self._context.allow_private:
            raise private_address("the host", f"{host}:{port}")
        if proxied:
            with contextlib.suppress(httpcore.ConnectError):
                self._check_all(host, port)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions = None,
    ) -> httpcore.NetworkStream:
        problem: Exception | None = None
        for address in self._check_all(host, port):
            try:
                _, real_port = self._aliases.get((host, port), (host, port))
                return super().connect_tcp(str(address), real_port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                problem = failed
        raise problem or httpcore.ConnectError("the name has no address")

    def _check_all(self, host: str, port: int) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
        """Return the addresses of `host` that may be asked, in the resolver's order. Raise UnsafeURL where none may."""
        where = f"{host}:{port}"
        known = self._reach.get((host, port))
        safe, refusal = [], None
        for address in _look_up(*self._aliases.get((host, port), (host, port))):
            try:
                check_address(address, allow_private=self._context.allow_private and known is not Reach.PUBLIC, where=where)
                safe.append(address)
            except UnsafeURL as unsafe:
                refusal = unsafe
        if refusal and not safe:
            raise refusal
        if safe:
            self._reach.setdefault((host, port), max(reach(address) for address in safe))
        return safe


class _TimedStream(httpcore.NetworkStream):
    """A connection that gives up at the deadline, however little at a time the other side sends, and mends response heads."""

    def __init__(self, stream: httpcore.NetworkStream, context: _RequestContext, clock: Callable[[], float]) -> None:
        self._stream = stream
        self._context = context
        self._clock = clock
        self._head = HeadRepairer()

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        while True:  # b"" means the end: what a head still lacks is waited for here
            data = self._stream.read(max_bytes, _left_s(self._context, self._clock, timeout, httpcore.ReadTimeout))
            ready = self._head.feed(data)
            if ready or not data:
                return ready

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._head.expect_response()
        self._stream.write(buffer, _left_s(self._context, self._clock, timeout, httpcore.WriteTimeout))

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = _left_s(self._context, self._clock, timeout, httpcore.ConnectTimeout)
        self._stream = self._stream.start_tls(ssl_context, server_hostname, left)
        return self

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    def shut_down(self) -> None:
        """End a read that another thread waits in."""
        with contextlib.suppress(OSError):  # closed meanwhile
            self.get_extra_info("socket").shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._stream.close()


def _left_s(
    context: _RequestContext, clock: Callable[[], float], timeout_s: float | None, error: type[Exception]
) -> float | None:
    """Return the smaller of the operation's own time-out and what is left until the deadline."""
    if context.deadline is None:
        return timeout_s
    left = context.deadline - clock()
    if left <= 0:
        raise error("the time for one page is over")
    return left if timeout_s is None else min(left, timeout_s)


def _look_up(host: str, port: int) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    """Return the addresses of `host`; `*.localhost` is loopback without asking anybody (RFC 6761 6.3)."""
    literal = literal_address(host.strip("[]"))
    if literal is not None:
        return [literal]
    if is_loopback(host):
        return [ipaddress.IPv4Address("127.0.0.1"), ipaddress.IPv6Address("::1")]
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise httpcore.ConnectError(str(problem)) from problem
    return [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]


def _host_of(url: httpx.URL) -> str:
    return url.raw_host.decode("ascii")


def _dial(origin: str) -> tuple[str, int]:
    parts = urlsplit(origin)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def _proxies(trust_env: bool) -> dict[str, str]:
    """Proxies for http and https from the environment (HTTP_PROXY, HTTPS_PROXY; NO_PROXY is asked at each request)."""
    if not trust_env:
        return {}
    return {
        scheme: url if "://" in url else f"http://{url}" for scheme, url in getproxies().items() if scheme in ("http", "https")
    }
