"""The socket layer: what a name resolves to is judged where it is connected to."""

import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from moviescrape.errors import BadRedirect, ExportError, FetchError, HostUnreachable, NetworkError, UnsafeURL
from moviescrape.fetch.fetcher import Fetcher
from moviescrape.fetch.request_log import write_request_log
from moviescrape.pages.page import PageRequest
from moviescrape.pages.store import PageStore
from moviescrape.settings import Settings
from support.raw_server import raw_server

NAMED = Settings(contact="me@library.example", floor_s=0.0, latency_factor=0.0)
Resolve = Callable[..., list[Any]]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    asked: list[tuple[str, str]]

    def do_GET(self) -> None:
        self.asked.append((self.headers["Host"], self.path))
        body = b"<title>x</title>"
        self.send_response(404 if self.path.endswith("robots.txt") else 200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        return


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    handler = type("Handler", (_Handler,), {"asked": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def resolve(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes every name under `example` resolve to these addresses, one list a look-up, the last one from then on."""
    original = socket.getaddrinfo

    def to(*answers: list[str]) -> None:
        waiting = list(answers)

        def getaddrinfo(host: str, port: int, *rest: Any, **more: Any) -> list[Any]:
            if not host.endswith(".example"):
                return original(host, port, *rest, **more)
            found = waiting.pop(0) if len(waiting) > 1 else waiting[0]
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

        monkeypatch.setattr("socket.getaddrinfo", getaddrinfo)

    return to


def asked(server: ThreadingHTTPServer) -> list[tuple[str, str]]:
    return server.RequestHandlerClass.asked  # type: ignore[attr-defined, no-any-return]


def fetcher(store: PageStore, **more: Any) -> Fetcher:
    return Fetcher(NAMED, store, sleep=lambda _: None, **more)


def test_pages_keep_the_name_wherever_it_is_dialled(server: ThreadingHTTPServer, tmp_path: Path) -> None:
    aliases = {"http://movies.localhost:8000": f"http://127.0.0.1:{server.server_port}"}
    with write_request_log(tmp_path / "log.jsonl"), PageStore.in_memory() as store, fetcher(store, aliases=aliases) as fetch:
        page = fetch.fetch(PageRequest("http://movies.localhost:8000/a", typed=True))
        assert page.url == "http://movies.localhost:8000/a"
        assert list(fetch.host_stats) == ["movies.localhost:8000"]
    assert asked(server) == [("movies.localhost:8000", "/robots.txt"), ("movies.localhost:8000", "/a")]
    lines = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(line["url"], line["status"], line["try"]) for line in lines] == [
        ("http://movies.localhost:8000/robots.txt", 404, 1),
        ("http://movies.localhost:8000/a", 200, 1),
    ]


def test_localhost_names_are_loopback_without_asking_anybody(
    server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = socket.getaddrinfo

    def literal_only(host: str, *rest: Any, **more: Any) -> list[Any]:
        assert host == "127.0.0.1"
        return original(host, *rest, **more)

    monkeypatch.setattr("socket.getaddrinfo", literal_only)
    with PageStore.in_memory() as store, fetcher(store) as fetch:
        assert fetch.fetch(PageRequest(f"http://any.localhost:{server.server_port}/", typed=True))


def test_link_to_a_name_that_resolves_to_loopback_is_refused(server: ThreadingHTTPServer, resolve: Callable[..., None]) -> None:
    resolve(["127.0.0.1"])
    url = f"http://inside.example:{server.server_port}/"
    with PageStore.in_memory() as store, fetcher(store) as fetch, pytest.raises(UnsafeURL, match="private or loopback"):
        fetch.fetch(PageRequest(url, referer="http://movies.example/"))
    assert asked(server) == []


@pytest.mark.parametrize("how", [b"HTTP/1.1 302 Found\r\nLocation: %s\r\n", b"HTTP/1.1 200 OK\r\nRefresh: 0;url=%s\r\n"])
def test_redirect_to_a_name_that_resolves_to_loopback_is_refused(
    server: ThreadingHTTPServer, resolve: Callable[..., None], how: bytes
) -> None:
    resolve(["127.0.0.1"])
    inside = f"http://inside.example:{server.server_port}/"
    with raw_server() as typed, PageStore.in_memory() as store, fetcher(store) as fetch:
        typed.answers[b"/a"] = how % inside.encode() + b"Content-Length: 3\r\n\r\n<p>"
        with pytest.raises(BadRedirect, match="private or loopback"):
            fetch.fetch(PageRequest(f"{typed.origin}/a", typed=True))
    assert asked(server) == []


def test_a_connection_that_is_open_lets_no_other_page_in(server: ThreadingHTTPServer, resolve: Callable[..., None]) -> None:
    """The user's own intranet name may be fetched; a public page's link to it may not, though the connection is kept alive."""
    resolve(["127.0.0.1"])
    url = f"http://inside.example:{server.server_port}/"
    with PageStore.in_memory() as store, fetcher(store) as fetch:
        assert fetch.fetch(PageRequest(f"{url}a", typed=True))
        with pytest.raises(UnsafeURL):
            fetch.fetch(PageRequest(f"{url}b", referer="http://movies.example/"))
    assert [path for _, path in asked(server)] == ["/robots.txt", "/a"]


def test_a_public_name_that_turns_private_is_refused(
    server: ThreadingHTTPServer, resolve: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: the first answer is public (and here nobody listens there), the second is ours."""
    resolve(["93.184.216.34"], ["127.0.0.1"])
    monkeypatch.setattr(socket, "create_connection", _nobody)
    url = f"http://rebinding.example:{server.server_port}/"
    with PageStore.in_memory() as store, fetcher(store) as fetch:
        with pytest.raises(HostUnreachable, match="connection refused"):
            fetch.fetch(PageRequest(f"{url}a", typed=True))
        fetch._robots_cache._known.clear()
        with pytest.raises(UnsafeURL):
            fetch.fetch(PageRequest(f"{url}b", typed=True))


def _nobody(*_: Any, **__: Any) -> socket.socket:
    raise ConnectionRefusedError(111, "Connection refused")


def test_metadata_by_name_is_refused_even_as_a_start(resolve: Callable[..., None]) -> None:
    resolve(["169.254.169.254"])
    with PageStore.in_memory() as store, fetcher(store) as fetch, pytest.raises(UnsafeURL, match="metadata"):
        fetch.fetch(PageRequest("http://metadata.example/latest", typed=True))


def test_unknown_name(resolve: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: Any, **__: Any) -> list[Any]:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", unknown)
    with (
        PageStore.in_memory() as store,
        fetcher(store) as fetch,
        pytest.raises(HostUnreachable, match=r"can't reach nowhere\.example: no such name, or you are offline"),
    ):
        fetch.fetch(PageRequest("http://nowhere.example/", typed=True))


def test_proxy_only_when_asked_for(
    server: ThreadingHTTPServer, resolve: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve(["93.184.216.34"])
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("no_proxy", "")
    settings = Settings(contact="me@library.example", trust_env=True)
    with PageStore.in_memory() as store, Fetcher(settings, store, sleep=lambda _: None) as fetch:
        assert fetch.fetch(PageRequest("http://movies.example/a", typed=True)).body == b"<title>x</title>"
        with pytest.raises(UnsafeURL):
            fetch.fetch(PageRequest("http://10.0.0.1/", referer="http://movies.example/a"))
    assert [path for _, path in asked(server)] == ["http://movies.example/robots.txt", "http://movies.example/a"]


def test_ending_breaks_off_what_is_under_way() -> None:
    """Ctrl-C doesn't wait for a server that says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as silent, PageStore.in_memory() as store:
        fetch = Fetcher(Settings(read_timeout_s=60), store)
        future = fetch.submit(PageRequest(f"http://127.0.0.1:{silent.getsockname()[1]}/", typed=True))
        connection, _ = silent.accept()
        with connection:
            fetch.close(at_once=True)
            assert isinstance(future.exception(timeout=5), BaseException)
            assert not isinstance(future.exception(), NetworkError)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_log_that_can_not_be_written_is_said(server: ThreadingHTTPServer) -> None:
    url = f"http://127.0.0.1:{server.server_port}/"
    with (
        pytest.raises(ExportError, match="/dev/full: can't write the log"),
        write_request_log(Path("/dev/full")),
        PageStore.in_memory() as store,
        Fetcher(NAMED, store) as fetcher,
    ):
        fetcher.fetch(PageRequest(url, typed=True))


def test_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    # made with `openssl req -x509 -nodes` for this test alone
    context.load_cert_chain(Path(__file__).with_name("self_signed.pem"))
    handler = type("Handler", (_Handler,), {"asked": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]  # the client ends the handshake
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings = replace(NAMED, max_tries=1)
        with PageStore.in_memory() as store, Fetcher(settings, store) as fetcher, pytest.raises(FetchError) as refused:
            fetcher.fetch(PageRequest(f"https://127.0.0.1:{server.server_port}/", typed=True))
        server.shutdown()
    assert "certificate" in str(refused.value)
    assert handler.asked == []  # type: ignore[attr-defined]


def test_links_to_an_aliased_host_may_be_asked_for(server: ThreadingHTTPServer) -> None:
    """The practice site, wherever it is named: in a table, say, that was made from it."""
    aliases = {"http://movies.localhost:8000": f"http://127.0.0.1:{server.server_port}"}
    with PageStore.in_memory() as store, fetcher(store, aliases=aliases) as fetch:
        assert fetch.fetch(PageRequest("http://movies.localhost:8000/a"))
        with pytest.raises(UnsafeURL, match="private"):
            fetch.fetch(PageRequest(f"http://127.0.0.1:{server.server_port}/a"))
