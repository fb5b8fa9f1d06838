"""What every test gets: no socket reaches past loopback, and the folders of the project."""

import ipaddress
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# No test depends on speed; in CI the same examples each time, so that what fails there fails anywhere.
settings.register_profile("moviescrape", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("moviescrape")

ROOT = Path(__file__).parent.parent


def _refuse_beyond_loopback(address: object) -> None:
    host = address[0] if isinstance(address, tuple) else None
    if isinstance(host, str) and host != "localhost" and not ipaddress.ip_address(host).is_loopback:
        pytest.fail(f"a test tried to reach {host}: tests talk to loopback only")


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded_connect(self: socket.socket, address: object) -> None:
        _refuse_beyond_loopback(address)
        connect(self, address)  # type: ignore[arg-type]

    def guarded_connect_ex(self: socket.socket, address: object) -> int:
        _refuse_beyond_loopback(address)
        return connect_ex(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.delenv("MOVIESCRAPE_CONTACT", raising=False)


@pytest.fixture
def fixtures() -> Path:
    """The folder of pages and files written for this project."""
    return ROOT / "fixtures"


WarcRecord = Callable[..., bytes]


@pytest.fixture
def warc_record() -> WarcRecord:
    """Make a WARC record: a page's answer, or what `warc_type`, `head` and more WARC headers make of it."""

    def make(url: str, body: bytes, head: str = "Content-Type: text/html", status: int = 200, **warc_headers: str) -> bytes:
        warc_type = warc_headers.pop("warc_type", "response")
        answer = f"HTTP/1.1 {status} Some\r\n{head}\r\n\r\n".encode() if warc_type == "response" else b""
        stated = {"Type": warc_type, "Target-URI": url, "Date": "2026-01-02T03:04:05Z", "Record-ID": f"<urn:test:{url}>"}
        lines = [f"WARC-{name.replace('_', '-')}: {value}" for name, value in (stated | warc_headers).items()]
        kind = "application/http; msgtype=response" if warc_type == "response" else head.removeprefix("Content-Type: ")
        header = "\r\n".join(["WARC/1.1", *lines, f"Content-Type: {kind}", f"Content-Length: {len(answer) + len(body)}"])
        return header.encode() + b"\r\n\r\n" + answer + body + b"\r\n\r\n"

    return make
