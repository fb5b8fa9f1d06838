"""The command line in this process, and the practice site open on loopback."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from moviescrape.cli.app import app
from moviescrape.practice import Catalogue, PracticeSite

Moviescrape = Callable[..., Result]


@pytest.fixture
def moviescrape() -> Moviescrape:
    """Run `moviescrape` with the given arguments; `.exit_code`, `.stdout`, `.stderr` say what it did."""

    def call(*arguments: object) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    return call


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue()


@pytest.fixture
def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture
def site(catalogue: Catalogue, free_port: int) -> Iterator[PracticeSite]:
    """The practice site on a port of its own; `site.origin` is both its name and where it is asked for."""
    with PracticeSite(catalogue, port=free_port) as site:
        yield site


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An output that an earlier run has written."""
    path = tmp_path / "movies.csv"
    path.write_text("older", encoding="utf-8")
    return path
