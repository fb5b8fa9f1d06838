"""Heads that break HTTP are read as browsers read them; what can't be is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.fetch.response_head import MAX_HEAD_BYTES, HeadRepairer, is_interim, repair_head

GOOD = b"HTTP/1.1 200 \r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\n"


@pytest.mark.parametrize(
    ("head", "repaired"),
    [
        (GOOD, GOOD),
        (b"HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 5\n\n", GOOD),
        (b"HTTP/1.1  200\tOK\r\nContent-Type : text/html\r\nContent-Length\t:5\r\n\r\n", GOOD),
        (b"http/1.1 200 OK\r\nContent-Type:text/html\r\nget-ban/forum.php: no\r\nContent-Length: 5\r\n\r\n", GOOD),
        (b"HTTP/1.1 200 OK\r\n folded first\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\n", GOOD),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nno colon\r\n: no name\r\nContent-Length: 5\r\n\r\n", GOOD),
        (b"HTTP/1.1 200 OK\r\nContent-Type:\r\n text/html\r\nContent-Length: 5\r\n\r\n", GOOD),
        (b"HTTP/1.1 200 \x80\xff\x00\r\nContent-Type: text/html\x00\r\nContent-Length: 5, 5\r\n\r\n", GOOD),
        (b"HTTP/2 200\r\nContent-Type: text/html\r\nContent-Length: 5\r\nContent-Length: five\r\n\r\n", GOOD),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
            b"Transfer-Encoding: chunked\r\n",
        ),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked, chunked\r\n\r\n", b"Transfer-Encoding: chunked\r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\nContent-Length: 5\r\n\r\n", b"Content-Length: 5\r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n", b"Transfer-Encoding: chunked\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\nX: y\r\n\r\n", b"X: y\r\n"),
        (b"HTTP/1.0 404 Not Found\r\n\r\n", b"HTTP/1.0 404 \r\n"),
    ],
)
def test_heads(head: bytes, repaired: bytes) -> None:
    whole = repaired if repaired.startswith(b"HTTP/") else b"HTTP/1.1 200 \r\n" + repaired
    assert repair_head(head) == (whole if whole.endswith(b"\r\n\r\n") else whole + b"\r\n")


@pytest.mark.parametrize(
    "head", [b"220 movies.example ESMTP\r\n\r\n", b"<html>\n\n", b"HTTP/1.1 20 OK\r\n\r\n", b"ICY 200 OK\r\n\r\n"]
)
def test_what_is_no_head_is_left_for_the_parser_to_refuse(head: bytes) -> None:
    assert repair_head(head) == head


def test_conflicting_lengths_are_left_for_the_parser_to_refuse() -> None:
    assert repair_head(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n").count(b"Content-Length") == 2


@pytest.mark.parametrize(("status", "expected"), [(100, True), (103, True), (101, False), (200, False), (304, False)])
def test_interim(status: int, expected: bool) -> None:
    assert is_interim(b"HTTP/1.1 %d Some\r\n\r\n" % status) is expected


@given(st.lists(st.integers(1, 60), min_size=1, max_size=40))
def test_whatever_the_pieces_the_body_is_untouched(sizes: list[int]) -> None:
    body = b"\r\n\r\nHTTP/1.1 200 OK\nbad/name: x\n\n" * 9
    sent = b"\r\nHTTP/1.1 103 Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nbad/name: x\r\nX: y\r\n\r\n" + body
    repairer, given_on, at = HeadRepairer(), b"", 0
    while at < len(sent):
        size = sizes[at % len(sizes)]
        given_on += repairer.feed(sent[at : at + size])
        at += size
    assert given_on == b"HTTP/1.1 103 \r\nLink: x\r\n\r\nHTTP/1.1 200 \r\nX: y\r\n\r\n" + body


def test_each_response_of_a_connection_is_read() -> None:
    repairer = HeadRepairer()
    for _ in range(2):
        repairer.expect_response()
        assert repairer.feed(b"HTTP/1.1 200 OK\r\nbad/name: x\r\n\r\nbody") == b"HTTP/1.1 200 \r\n\r\nbody"


@pytest.mark.parametrize("start", [b"SSH-2.0-OpenSSH", b"\x15\x03\x01", b"H", b"HTTP/1.1 200 OK\r\nX: " + b"x" * MAX_HEAD_BYTES])
def test_what_will_be_no_head_is_not_waited_for(start: bytes) -> None:
    repairer = HeadRepairer()
    given_on = repairer.feed(start)
    assert given_on == (b"" if start == b"H" else start)
    assert repairer.feed(b"") == (start if start == b"H" else b"")


@given(st.binary(max_size=200))
def test_any_bytes_pass(data: bytes) -> None:
    repairer = HeadRepairer()
    repairer.feed(data)
    repairer.feed(b"")
    repair_head(b"HTTP/1.1 200 OK\r\n" + data)
