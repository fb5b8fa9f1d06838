"""Pages as WARC 1.1 (ISO 28500:2017), the format of web archives; readable by warcio, FastWARC, and the archive commands.

The store keeps bodies unpacked, so the headers that told of the transfer are renamed `X-Crawler-...`, as Common Crawl does.
Requests are not kept, so none are invented: a `metadata` record says which URL was asked for.
"""

import gzip
import hashlib
from base64 import b32encode
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from http import HTTPStatus
from uuid import NAMESPACE_URL, UUID, uuid5

from moviescrape._version import __version__
from moviescrape.pages.page import Page

_TRANSFER = {"content-encoding", "content-length", "transfer-encoding", "connection"}
CRLF = b"\r\n"


def warc_records(pages: Iterable[Page], now: datetime, *, packed: bool) -> Iterator[bytes]:
    """Yield one `warcinfo` record, then a `response` and a `metadata` record a page, each gzipped by itself if `packed`."""
    for record in _records(pages, now):
        yield gzip.compress(record, mtime=0) if packed else record


def _records(pages: Iterable[Page], now: datetime) -> Iterator[bytes]:
    info = f"software: moviescrape/{__version__}\r\nformat: WARC File Format 1.1\r\n".encode()
    yield _record("warcinfo", now, _identity(f"warcinfo {now.isoformat()}"), "application/warc-fields", info)
    for page in pages:
        at, url = page.fetched_at or now, page.url or page.source
        identity = _identity(f"{url} {at.isoformat()}")
        http = http_message(page)
        yield _record(
            "response",
            at,
            identity,
            "application/http; msgtype=response",
            http,
            ("WARC-Target-URI", url),
            ("WARC-Payload-Digest", _digest(page.body)),
            ("WARC-Block-Digest", _digest(http)),
        )
        asked = f"asked: {page.asked_url or url}\r\n".encode()
        concurrent = ("WARC-Concurrent-To", f"<{identity.urn}>")
        about = _identity(f"metadata of {identity}")
        yield _record("metadata", at, about, "application/warc-fields", asked, ("WARC-Target-URI", url), concurrent)


def http_message(page: Page) -> bytes:
    """Return the answer as HTTP/1.1, its body unpacked and in one piece.

    >>> http_message(Page(b"Hi", headers={"content-encoding": "gzip"}))
    b'HTTP/1.1 200 OK\\r\\nX-Crawler-content-encoding: gzip\\r\\nContent-Length: 2\\r\\n\\r\\nHi'
    """
    try:
        phrase = HTTPStatus(page.status).phrase
    except ValueError:
        phrase = ""
    lines = [f"HTTP/1.1 {page.status} {phrase}".rstrip()]
    lines += [f"{'X-Crawler-' if name in _TRANSFER else ''}{name}: {_one_line(value)}" for name, value in page.headers.items()]
    lines.append(f"Content-Length: {len(page.body)}")
    return "\r\n".join(lines).encode("utf-8") + CRLF + CRLF + page.body


def _record(kind: str, at: datetime, identity: UUID, content_type: str, block: bytes, *more: tuple[str, str]) -> bytes:
    fields = [
        ("WARC-Type", kind),
        ("WARC-Date", at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")),
        ("WARC-Record-ID", f"<{identity.urn}>"),
        *more,
        ("Content-Type", content_type),
        ("Content-Length", str(len(block))),
    ]
    head = "".join(f"{name}: {_one_line(value)}\r\n" for name, value in fields)
    return b"WARC/1.1\r\n" + head.encode("utf-8") + CRLF + block + CRLF + CRLF


def _identity(what: str) -> UUID:
    """Return the same for the same page, so that the same store gives the same file."""
    return uuid5(NAMESPACE_URL, what)


def _digest(data: bytes) -> str:
    return f"sha1:{b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()}"


def _one_line(value: str) -> str:
    return " ".join(value.splitlines())
