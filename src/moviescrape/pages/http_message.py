"""An HTTP response as archives keep it: a head and a body in one block, with whatever line ends the crawler wrote."""

import re
from typing import NamedTuple

_HEAD_END = re.compile(rb"\n\r*\n")
_STATUS_LINE = re.compile(rb"HTTP/\d(?:\.\d+)?[ \t]+(\d{3})\b[^\n]*\n?", re.IGNORECASE)


class HttpResponse(NamedTuple):
    """A response's status, its headers (lower-case names), and the place in the block where its body begins."""

    status: int
    headers: dict[str, str]
    body_start: int


def split_response(block: bytes) -> HttpResponse:
    r"""Return the head of the response that `block` holds, or begins with.

    A bare LF is taken for a line end (RFC 9112 2.2). Interim responses such as `100 Continue` (RFC 9110 15.2) are passed over.
    A block without a status line is all body (HTTP/0.9).

    >>> split_response(b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n<p>a\r\n\r\nb")
    HttpResponse(status=200, headers={'content-type': 'text/html'}, body_start=41)
    """
    start = 0
    while line := _STATUS_LINE.match(block, start):
        end = _HEAD_END.search(block, line.end() - 1)
        head_end, body_start = (end.start(), end.end()) if end else (len(block), len(block))
        status = int(line[1])
        if status >= 200:
            return HttpResponse(status, _read_headers(block[line.end() : head_end]), body_start)
        start = body_start
    return HttpResponse(200, {}, start)


def _read_headers(head: bytes) -> dict[str, str]:
    """Read the lines; of a name that comes twice the first counts; a line that begins with a blank continues the one before."""
    headers: dict[str, str] = {}
    name = ""
    for line in _decode(head).split("\n"):
        if line[:1] in (" ", "\t") and name:
            headers[name] = f"{headers[name]} {line.strip()}".strip()
        elif ":" in line:
            name, _, value = line.partition(":")
            name = name.strip().lower()
            headers.setdefault(name, value.strip())
    return headers


def _decode(head: bytes) -> str:
    try:
        return head.decode("utf-8")
    except UnicodeDecodeError:
        return head.decode("latin-1")
