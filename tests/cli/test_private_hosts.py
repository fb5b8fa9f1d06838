"""Only addresses that the user typed are asked for on this machine: links found in content never open a private host."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from support.command_line import moviescrape
from support.list_pages import list_page
from support.warc import warc_record


class Service:
    """Something on this machine that a page of elsewhere must not reach; `asked` lists the paths it was asked for."""

    def __init__(self) -> None:
        asked: list[str] = []
        self.asked = asked

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_error(404)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def service() -> Iterator[Service]:
    running = Service()
    yield running
    running.close()


def _page(origin: str, head: str = "") -> bytes:
    """Return a list whose movies lie on `origin`."""
    return list_page(1, 6, head=head).body.replace(b'href="/film', f'href="{origin}/film'.encode())


Source = Callable[[Path, str], Path]


def _saved(folder: Path, origin: str) -> Path:
    path = folder / "list.html"
    path.write_bytes(_page(origin, '<link rel="canonical" href="https://films.example/top">'))
    return path


def _saved_that_names_the_service_as_its_own(folder: Path, origin: str) -> Path:
    path = folder / "list.html"
    path.write_bytes(_page(origin, f'<link rel="canonical" href="{origin}/top"><base href="{origin}/">'))
    return path


def _saved_from_comment(folder: Path, origin: str) -> Path:
    path = folder / "list.html"
    path.write_bytes(f"<!-- saved from url=(0021){origin}/top -->".encode() + list_page(1, 6).body)
    return path


def _archive(folder: Path, origin: str) -> Path:
    path = folder / "crawl.warc"
    path.write_bytes(warc_record(f"{origin}/top", _page(origin)))
    return path


@pytest.mark.parametrize("source", [_saved, _saved_that_names_the_service_as_its_own, _saved_from_comment, _archive])
def test_details_of_saved_pages_ask_nothing_of_this_machine(service: Service, tmp_path: Path, source: Source) -> None:
    path = source(tmp_path, service.origin)
    result = moviescrape("run", path, "--details", "--out", tmp_path / "movies.csv", "--contact", "me@films.example")
    assert service.asked == []
    assert result.exit_code == 3, result.stderr
    assert "private" in result.stderr


def test_a_table_leads_nowhere_on_this_machine_either(service: Service, tmp_path: Path) -> None:
    table = tmp_path / "movies.csv"
    table.write_text(f"title,url\nHeat,{service.origin}/film/1\nAlien,http://localhost:{service.origin.rpartition(':')[2]}/2\n")
    result = moviescrape("details", table, "--out", tmp_path / "more.csv", "--contact", "me@films.example")
    assert service.asked == []
    assert result.exit_code == 3, result.stderr


def test_a_typed_address_is_asked(service: Service, tmp_path: Path) -> None:
    moviescrape("run", f"{service.origin}/top", "--out", tmp_path / "movies.csv")
    assert service.asked == ["/robots.txt", "/top"]
