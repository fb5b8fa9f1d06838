"""A server on loopback that sends bytes as they are given, and keeps the requests as they came."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

TLS_HANDSHAKE = b"\x16"
PAGE = b"<!doctype html><title>A page</title><p>Some words.</p>"


def response(body: bytes = PAGE, *headers: bytes, status: bytes = b"200 OK") -> bytes:
    """Return a response that is right; `headers` come before the ones that it needs."""
    needed = (b"Content-Type: text/html", b"Content-Length: %d" % len(body))
    return b"\r\n".join((b"HTTP/1.1 " + status, *headers, *needed, b"", body))


class RawServer:
    """Answers by target, b"" closes the connection; `requests` are the heads that came, in order."""

    def __init__(self) -> None:
        self.answers: dict[bytes, bytes] = {b"/robots.txt": response(status=b"404 Not Found")}
        self.default = response()
        self.requests: list[bytes] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.origin = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    @property
    def targets(self) -> list[str]:
        """Return what was asked for, as it stood in the request line, robots.txt left out."""
        found = [request.split(b" ")[1].decode("ascii") for request in self.requests]
        return [target for target in found if target != "/robots.txt"]

    def close(self) -> None:
        """Stop listening."""
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            while head := _read_head(connection):
                if head.startswith(TLS_HANDSHAKE):
                    connection.sendall(response(status=b"400 Bad Request"))
                    return
                self.requests.append(head)
                answer = self.answers.get(head.split(b" ")[1], self.default)
                connection.sendall(answer)
                sent_head = answer.lower().split(b"\r\n\r\n")[0]
                if b"content-length" not in sent_head or b"connection: close" in sent_head:
                    return


def _read_head(connection: socket.socket) -> bytes:
    head = b""
    while not head.endswith(b"\r\n\r\n") and not head.startswith(TLS_HANDSHAKE):
        data = connection.recv(65_536)
        if not data:
            return b""
        head += data
    return head


@contextmanager
def raw_server() -> Iterator[RawServer]:
    """Run a server meanwhile."""
    server = RawServer()
    try:
        yield server
    finally:
        server.close()
