"""What odd, broken and hostile servers are told as: over loopback, from raw bytes."""

import gzip
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.errors import BadStatus, FetchError, HostUnreachable, InvalidResponse, NetworkError, NotAPage, NotFound, TooLarge
from moviescrape.fetch.client import read_headers
from moviescrape.fetch.fetcher import Fetcher
from moviescrape.pages.page import Page, PageRequest
from moviescrape.pages.store import PageStore
from moviescrape.settings import Settings
from support.network import free_port
from support.raw_server import PAGE, RawServer, raw_server, response

LENGTH = b"Content-Length: %d\r\n" % len(PAGE)
WRONG_LENGTH = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 999\r\n\r\n"
CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)


@pytest.fixture(scope="module")
def server() -> Iterator[RawServer]:
    with raw_server() as server:
        yield server


def ask(server: RawServer, answer: bytes) -> Page:
    """Fetch a page that the server answers for with these bytes."""
    server.answers[b"/page"] = answer
    server.requests.clear()
    settings = Settings(read_timeout_s=0.5, page_time_s=1.0)
    with PageStore.in_memory(settings) as store, Fetcher(settings, store, sleep=lambda _: None) as fetcher:
        return fetcher.fetch(PageRequest(f"{server.origin}/page", typed=True))


@pytest.mark.parametrize(
    "answer",
    [
        response(),
        response(PAGE, b"bad/name: x"),
        response(PAGE, b"Spaced : x"),
        response(PAGE, b"no colon at all"),
        response(PAGE, b" folded first"),
        response(PAGE, b"X-Zero: a\x00b"),
        response(PAGE, b"Content-Length: %d" % len(PAGE)),
        response(PAGE, b"Content-Length: many"),
        response(gzip.compress(PAGE, mtime=0)),
        response(gzip.compress(PAGE, mtime=0), b"Content-Encoding: gzip"),
        response(gzip.compress(PAGE, mtime=0), b"Content-Encoding: utf-8"),
        response(PAGE, b"Content-Encoding: gzip"),
        response(PAGE, b"Content-Encoding: none"),
        response(PAGE, b"Set-Cookie: caf\xe9=1; Path=\x80"),
        response(PAGE, status=b"200"),
        response(PAGE, status=b"200OK"),
        b"HTTP 200 OK\r\n" + LENGTH + b"\r\n" + PAGE,
        response(PAGE, status=b" 200 \xff"),
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nbad/name: x\r\n\r\n" + response(),
        b"\r\n\r\n" + response(),
        b"HTTP/1.0 200 OK\r\n\r\n" + PAGE,
        b"HTTP/1.1 200 OK\n" + LENGTH.replace(b"\r", b"") + b"\n" + PAGE,
        b"HTTP/2 200\r\n" + LENGTH + b"\r\n" + PAGE,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKED,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKED,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, chunked\r\nContent-Length: 7\r\n\r\n" + CHUNKED,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\n" + LENGTH + b"\r\n" + PAGE,
    ],
)
def test_pages_of_servers_that_break_http_a_little(server: RawServer, answer: bytes) -> None:
    assert ask(server, answer).body == PAGE
    assert server.targets == ["/page"]


@pytest.mark.parametrize(
    ("answer", "error", "says", "tries"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", InvalidResponse, "breaks HTTP", 1),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", InvalidResponse, "breaks HTTP", 1),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nmany\r\n", InvalidResponse, "breaks HTTP", 1),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcdefgh", InvalidResponse, "breaks HTTP", 1),
        (b"220 movies.example ESMTP\r\n\r\n", NetworkError, "the answer is not HTTP", 4),
        (b"\x15\x03\x01\x00\x02\x02\x46", NetworkError, "the answer is not HTTP", 4),
        (b"<html>no head at all</html>\r\n\r\n", NetworkError, "the answer is not HTTP", 4),
        (b"", NetworkError, "no answer", 4),
        (b"HTTP/1.1 200 OK\r\n", NetworkError, "no answer", 4),
        (b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1000\r\n\r\nabc", NetworkError, "no answer", 4),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc", NetworkError, "no answer", 4),
        (response(gzip.compress(PAGE, mtime=0)[:-9]), NetworkError, "cut off", 4),
        (
            b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 999\r\n\r\n" + gzip.compress(PAGE, mtime=0)[:-9],
            NetworkError,
            "cut off",
            4,
        ),
        (response(gzip.compress(bytes(10**7), mtime=0)), TooLarge, "bomb", 1),
        (response(PAGE, b"Content-Encoding: br"), NotAPage, "packed as 'br'", 1),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", TooLarge, "99,999,999,999 bytes", 1),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000 + b"\r\n\r\n", TooLarge, "headers are too long", 1),
        (b"HTTP/1.1 200 OK\r\n" + b"X: x\r\n" * 30_000 + b"\r\n", TooLarge, "headers are too long", 1),
        (b"HTTP/1.1 200 OK\r\n" + b"bad/name: x\r\n" * 30_000 + b"\r\n", TooLarge, "headers are too long", 1),
        (b"HTTP/1.1 103 Hints\r\n\r\n" * 60_000, TooLarge, "headers are too long", 1),
        (b"\r\n" * 600_000, TooLarge, "headers are too long", 1),
        (response(status=b"999 No"), FetchError, "999", 1),
        (response(status=b"600 No"), BadStatus, "600", 1),
        (response(b"%PDF-1.7"), NotAPage, "not a web page", 1),
    ],
)
def test_servers_that_give_no_page(server: RawServer, answer: bytes, error: type[FetchError], says: str, tries: int) -> None:
    with pytest.raises(error, match=says) as caught:
        ask(server, answer)
    message = str(caught.value)
    assert message.startswith(f"{server.origin}/page: ")
    assert message.isprintable()
    assert "bytearray" not in message
    assert len(server.targets) == tries


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 Found\r\nLocation: ", b"HTTP/1.1 200 OK\r\n\r\n"]),
)
def test_any_bytes_are_a_page_or_one_of_our_errors(server: RawServer, data: bytes, start: bytes) -> None:
    try:
        ask(server, start + data)
    except FetchError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either is right


@pytest.mark.parametrize("head", [WRONG_LENGTH, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n999\r\n"])
def test_page_that_is_whole_though_its_length_is_wrong(server: RawServer, head: bytes) -> None:
    whole = b"<html><title>A page</title></HTML>\n"
    assert ask(server, head + whole).body == whole
    with pytest.raises(NetworkError, match="no answer"):
        ask(server, head + whole[:-9])


def test_length_of_what_is_no_page_does_not_matter(server: RawServer) -> None:
    head = b"HTTP/1.1 %s\r\nConnection: close\r\nLocation: /whole\r\nContent-Length: 999\r\n\r\n"
    assert ask(server, head % b"302 Found").url == f"{server.origin}/whole"
    with pytest.raises(NotFound):
        ask(server, head % b"404 Not Found")
    assert server.targets == ["/page"]


def test_nobody_listens() -> None:
    port = free_port()
    with PageStore.in_memory() as store, Fetcher(Settings(), store, sleep=lambda _: None) as fetcher:
        with pytest.raises(HostUnreachable, match=f"can't reach 127.0.0.1:{port}: connection refused"):
            fetcher.fetch(PageRequest(f"http://127.0.0.1:{port}/", typed=True))
        with pytest.raises(HostUnreachable, match="can't reach"):
            fetcher.fetch(PageRequest(f"https://127.0.0.1:{port}/", typed=True))


def test_https_of_a_port_that_speaks_http(server: RawServer) -> None:
    url = f"{server.origin.replace('http', 'https')}/"
    with PageStore.in_memory() as store, Fetcher(Settings(), store) as fetcher, pytest.raises(HostUnreachable) as caught:
        fetcher.fetch(PageRequest(url, typed=True))
    assert "no secure connection (wrong version number)" in str(caught.value)


def test_headers_in_latin_1() -> None:
    assert read_headers([(b"X-Name", b"caf\xe9"), (b"x-name", b"\xc3\xa9")]) == {"x-name": "caf\u00e9, \u00c3\u00a9"}
