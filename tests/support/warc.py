"""WARC records and archives, written by hand so that the reader is not tested with its own writer."""

import gzip
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path


def warc_record(url: str, body: bytes, head: str = "Content-Type: text/html", status: int = 200, **warc_headers: str) -> bytes:
    """Return a WARC record: a page's response, or what `warc_type`, `head` and more WARC headers make of it."""
    warc_type = warc_headers.pop("warc_type", "response")
    answer = f"HTTP/1.1 {status} Some\r\n{head}\r\n\r\n".encode() if warc_type == "response" else b""
    stated = {"Type": warc_type, "Target-URI": url, "Date": "2026-01-02T03:04:05Z", "Record-ID": f"<urn:test:{url}>"}
    lines = [f"WARC-{name.replace('_', '-')}: {value}" for name, value in (stated | warc_headers).items()]
    kind = "application/http; msgtype=response" if warc_type == "response" else head.removeprefix("Content-Type: ")
    header = "\r\n".join(["WARC/1.1", *lines, f"Content-Type: {kind}", f"Content-Length: {len(answer) + len(body)}"])
    return header.encode() + b"\r\n\r\n" + answer + body + b"\r\n\r\n"


def write_archive(path: Path, pages: Sequence[tuple[str, bytes]]) -> Path:
    """Write pages, each with its URL, into a gzipped WARC file of one member a record; return its path."""
    path.write_bytes(b"".join(gzip.compress(warc_record(url, body)) for url, body in pages))
    return path


def arc_record(url: str, block: bytes, media_type: str = "text/html") -> bytes:
    """Return an ARC record, version 1, that holds `block`."""
    return f"{url} 192.0.2.1 20080102030405 {media_type} {len(block)}\n".encode() + block + b"\n"


def packaged(name: str, content: bytes = b"") -> bytes:
    """Return a ZIP file that holds one file, as WACZ does: not packed again."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as package:
        package.writestr(name, content)
        package.writestr("datapackage.json", "{}")
    return file.getvalue()
