"""What every test gets: no socket reaches past loopback, and no settings of whoever runs it count."""

import ipaddress
import os
import socket
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

from moviescrape.cli import config_file
from moviescrape.pipeline import site_sources

# No test depends on speed; in CI the same examples each time, so that what fails there fails anywhere.
settings.register_profile("moviescrape", deadline=None, derandomize="CI" in os.environ, max_examples=60)
settings.load_profile("moviescrape")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Write lone surrogates in what a test logged or printed as escapes: a report goes to another process as UTF-8."""
    report = yield
    report.sections = [(name, text.encode(errors="backslashreplace").decode()) for name, text in report.sections]
    return report


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


@pytest.fixture(autouse=True)
def _no_own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("MOVIESCRAPE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(site_sources, "sites_folder", lambda: Path(os.devnull))
    monkeypatch.setattr(config_file, "user_file", lambda: Path(os.devnull))
