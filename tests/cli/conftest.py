"""The command line in this process, and the practice site open on loopback."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from moviescrape.practice import Catalogue, PracticeSite
from support import command_line, network
from support.command_line import Moviescrape


@pytest.fixture
def moviescrape() -> Moviescrape:
    """Run `moviescrape` with the given arguments; `.exit_code`, `.stdout`, `.stderr` say what it did."""
    return command_line.moviescrape


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue()


@pytest.fixture
def free_port() -> int:
    """A port that nobody listens on."""
    return network.free_port()


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
