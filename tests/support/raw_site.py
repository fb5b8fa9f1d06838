"""A server on loopback that answers with bytes as they are given, whether they are HTTP or not."""

import socketserver
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager


@contextmanager
def raw_site(answers: Mapping[str, bytes]) -> Iterator[str]:
    """Answer each path with its bytes, any other with a 404, and close the connection; yield the site's origin."""

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            path = self.rfile.readline().decode("latin-1").split(" ")[1]
            while self.rfile.readline().strip():
                pass
            self.wfile.write(answers.get(path, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"))

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address, daemon_threads = True, True

    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def html_answer(html: str, status: bytes = b"200 OK", *headers: bytes) -> bytes:
    """Return an HTTP answer with a page of HTML."""
    body = html.encode()
    lines = [b"HTTP/1.1 " + status, b"Content-Type: text/html; charset=utf-8", b"Content-Length: %d" % len(body), *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body
