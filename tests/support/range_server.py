"""A web server on loopback that gives ranges of the files of a folder, and notes which it was asked for."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


@dataclass
class RangeServer:
    """`asked` are the paths and ranges in their order; `robots` is its robots.txt; without `ranges` it gives whole files."""

    url: str = ""
    robots: bytes = b""
    ranges: bool = True
    busy: int = 0
    """How often it says that it is busy before it answers."""
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)


@contextmanager
def serving_ranges(folder: Path) -> Iterator[RangeServer]:
    """Yield a server of the folder's files."""
    state = RangeServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            state.asked.append((self.path, self.headers.get("Range", "")))
            state.agents.add(self.headers.get("User-Agent", ""))
            path, wanted = folder / self.path.lstrip("/"), re.match(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
            if self.path == "/robots.txt":
                self._answer(200, state.robots)
            elif state.busy:
                state.busy -= 1
                self._answer(503, b"", ("Retry-After", "0"))
            elif not path.is_file():
                self._answer(404, b"")
            elif wanted and state.ranges:
                start, last = int(wanted[1]), int(wanted[2])
                part = path.read_bytes()[start : last + 1]
                self._answer(206, part, ("Content-Range", f"bytes {start}-{start + len(part) - 1}/*"))
            else:
                self._answer(200, path.read_bytes())

        def _answer(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
            self.send_response(status)
            for name, value in (("Content-Length", str(len(body))), ("Content-Type", "application/gzip"), *headers):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *_arguments: object) -> None:  # noqa: A002 - as it is called there
            """Print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{server.server_port}/"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
