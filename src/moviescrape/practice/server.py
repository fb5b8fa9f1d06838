"""The practice site over real HTTP on loopback, in a thread of this process."""

import asyncio
import contextlib
import os
import socket
import threading
from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Self

from moviescrape.errors import UsageError
from moviescrape.errors.remedies import Remedy
from moviescrape.movie import Movie
from moviescrape.practice.address import PUBLIC_ORIGIN, START_PATH
from moviescrape.practice.catalogue import Catalogue
from moviescrape.practice.faults import FaultInjector
from moviescrape.practice.pages import Pages
from moviescrape.practice.stats import RequestStats
from moviescrape.practice.teacher_page import TeacherPage
from moviescrape.practice.truth import LayoutName

if TYPE_CHECKING:
    from uvicorn import Server

LOOPBACK = "127.0.0.1"


class PracticeSite:
    """The site, open while the `with` block runs.

    `dialled` is where it really listens (`http://127.0.0.1:54321`), `origin` the name in its pages: PUBLIC_ORIGIN, or
    `http://movies.localhost:PORT` where a port was asked for. `faults` are names of FAULTS, as `read_fault` reads them;
    `for_teacher` adds the page that shows the right answers. Raises UsageError where the port is taken or a fault unknown.
    """

    def __init__(
        self,
        catalogue: Catalogue | None = None,
        layout: LayoutName = "classic",
        faults: Iterable[str] = (),
        *,
        port: int = 0,
        crawl_delay_s: float | None = None,
        for_teacher: bool = False,
    ) -> None:
        self.catalogue = catalogue or Catalogue()
        self.origin = f"http://movies.localhost:{port}" if port else PUBLIC_ORIGIN
        self.pages = Pages(self.catalogue, layout, self.origin, crawl_delay_s)
        self.request_stats = RequestStats()
        self.fault_injector = FaultInjector(faults)
        self.teacher_page = TeacherPage(self.pages, self.request_stats, self.fault_injector) if for_teacher else None
        self.port = port

    def page(self, path: str) -> bytes:
        """Return the page at `path`, as it is sent; the site need not be open."""
        return self.pages.page(path)

    def truth_of(self, path: str) -> list[Movie]:
        """Return what the page at `path` shows, cell by cell."""
        return self.pages.truth_of(path)

    def stats(self) -> dict[str, object]:
        """Return what `/_stats` shows: requests, gaps, connections, trap hits."""
        return self.request_stats.report()

    @property
    def dialled(self) -> str:
        """Where it really listens."""
        return f"http://{LOOPBACK}:{self.port}"

    @property
    def list_url(self) -> str:
        """Where its list of the best rated 250 movies begins, while it is open."""
        return f"{self.dialled}{START_PATH}"

    def __enter__(self) -> Self:
        self._listener = _listen(self.port)
        self.port = self._listener.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        self._server = _make_server(self)
        self._thread = threading.Thread(target=self._serve, name="practice-site", daemon=True)
        self._thread.start()
        return self

    def _serve(self) -> None:
        with contextlib.closing(self._loop), contextlib.closing(self._listener):
            self._loop.run_until_complete(self._server.serve(sockets=[self._listener]))

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._hang_up)
        self._thread.join()

    def _hang_up(self) -> None:
        """End the server and its connections, so that no slow answer keeps it from closing.

        Inside the loop, between the server's steps: one that is told to end while it starts leaves its socket open.
        """
        self._server.should_exit = True
        for connection in list(self._server.server_state.connections):
            connection.transport.abort()


def _listen(port: int) -> socket.socket:
    """Return a listening socket: connections wait in its backlog until the server's thread is up.

    Connections inherit TCP_NODELAY from it: asyncio sets it for sockets made with IPPROTO_TCP only, and without it each
    answer waits 40 ms for the client's delayed acknowledgement.
    """
    try:
        listener = socket.create_server((LOOPBACK, port))
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else error
        raise UsageError(f"can't listen on port {port} ({reason})", remedy=Remedy.CHOOSE_PORT) from error
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def _make_server(site: PracticeSite) -> "Server":
    from uvicorn import Config, Server  # here, because it takes 0.1 s that an import of the catalogue need not pay

    from moviescrape.practice.asgi import SiteApp
    from moviescrape.practice.protocol import make_protocol

    config = Config(
        SiteApp(site.pages, site.request_stats, site.fault_injector, site.teacher_page),
        interface="asgi3",
        loop="asyncio",
        http=make_protocol(site.request_stats),
        ws="none",
        lifespan="off",
        proxy_headers=False,
        server_header=False,
        access_log=False,
        log_config=None,
        log_level="error",
        timeout_keep_alive=30,
    )
    return Server(config)
