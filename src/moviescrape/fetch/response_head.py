"""The head of a response as lenient clients take it: what browsers read past is taken out before a strict parser sees it.

h11 refuses a whole response for one line that breaks RFC 9112 5. Browsers and curl pass over such lines, and servers with
them are found all over the web.
"""

import re

MAX_HEAD_BYTES = 100 * 1024
"""h11's own bound; a longer head is left as it is, for h11 to refuse."""

MAX_RECEIVED_BYTES = 256 * 1024
"""Until the last head is whole; a body may begin in the same piece."""

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_STATUS_LINE = re.compile(rb"HTTP(?:/([0-9])(?:\.([0-9]))?)?[ \t]+([0-9]{3})(?![0-9])[^\n]*", re.IGNORECASE)
_HEADER_LINE = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:[ \t]*(.*)", re.DOTALL)
_NOT_IN_VALUES = re.compile(rb"[\x00\n\x0b\x0c\r\x1c-\x1f\x85]")


class HeadTooLong(Exception):
    """Heads go on for longer than any server means."""


class HeadRepairer:
    """Collects what comes in until a response's head is whole, and gives it on repaired; the body passes as it is."""

    def __init__(self) -> None:
        self._pending = b""
        self._is_in_head = True
        self._received = 0

    def expect_response(self) -> None:
        """Take the next bytes for the beginning of a head: a request was sent."""
        self._is_in_head = True
        self._received = 0

    def feed(self, data: bytes) -> bytes:
        """Return what may be given on of what came so far; `data` is b"" at the connection's end.

        Raise HeadTooLong where interim heads or empty lines have no end.
        """
        if not self._is_in_head:
            return data
        self._received += len(data)
        if self._received > MAX_RECEIVED_BYTES:
            raise HeadTooLong
        searched = max(0, len(self._pending) - 3)
        self._pending = (self._pending + data).lstrip(b"\r\n")
        ready, start = bytearray(), 0
        while self._is_in_head and (end := _HEAD_END.search(self._pending, max(start, searched))):
            head = self._pending[start : end.end()]
            self._is_in_head, start = is_interim(head), end.end()
            ready += repair_head(head)
        self._pending = self._pending[start:]
        if not self._is_in_head or not data or not self._may_be_head():
            ready += self._pending
            self._pending, self._is_in_head = b"", False
        return bytes(ready)

    def _may_be_head(self) -> bool:
        return len(self._pending) <= MAX_HEAD_BYTES and self._pending[:4].upper() == b"HTTP"[: len(self._pending)]


def is_interim(head: bytes) -> bool:
    """Return whether another head follows (RFC 9110 15.2).

    >>> is_interim(b"HTTP/1.1 103 Early Hints"), is_interim(b"HTTP/1.1 200 OK")
    (True, False)
    """
    status = _STATUS_LINE.match(head.lstrip())
    return status is not None and status[3].startswith(b"1") and status[3] != b"101"


def repair_head(head: bytes) -> bytes:
    r"""Return a head, its last empty line included, without what breaks RFC 9112. What is not HTTP at all stays as it is.

    >>> repair_head(b"HTTP/1.1  200 OK\r\nget ban/x: no\r\nServer : x\r\n\r\n")
    b'HTTP/1.1 200 \r\nServer: x\r\n\r\n'
    """
    first, *lines = [line.rstrip(b"\r") for line in head.strip(b"\r\n").split(b"\n")]
    status = _STATUS_LINE.match(first)
    if not status:
        return head
    version = b"1.0" if (status[1], status[2]) in ((b"1", b"0"), (None, None)) else b"1.1"
    headers = _repair_headers(lines)
    return b"\r\n".join([b"HTTP/%s %s " % (version, status[3]), *headers, b"", b""])


def _repair_headers(lines: list[bytes]) -> list[bytes]:
    """Return the header lines that can be read; a folded line (RFC 9112 5.2) continues the one before."""
    headers: list[tuple[bytes, bytes]] = []
    for line in lines:
        found = _HEADER_LINE.fullmatch(line)
        if line[:1] in (b" ", b"\t"):
            if headers:
                name, value = headers[-1]
                headers[-1] = (name, b"%s %s" % (value, _clean_value(line)))
        elif found:
            headers.append((found[1], _clean_value(found[2])))
    return [b"%s: %s" % (name, value.strip()) for name, value in _readable(headers)]


def _clean_value(value: bytes) -> bytes:
    return _NOT_IN_VALUES.sub(b" ", value).strip()


def _readable(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Return the headers with at most one Transfer-Encoding, and without a Content-Length that is no number."""
    codings = {
        coding.strip().lower() for name, value in headers if name.lower() == b"transfer-encoding" for coding in value.split(b",")
    } - {b"", b"identity"}
    kept = [header for header in headers if header[0].lower() not in (b"transfer-encoding", b"content-length")]
    if codings:
        return [*kept, (b"Transfer-Encoding", b", ".join(sorted(codings)))]
    lengths = {value for name, value in headers if name.lower() == b"content-length" for value in _numbers(value)}
    return [*kept, *((b"Content-Length", length) for length in sorted(lengths))]


def _numbers(value: bytes) -> list[bytes]:
    return [part.strip() for part in value.split(b",") if re.fullmatch(rb"[0-9]{1,18}", part.strip())]
