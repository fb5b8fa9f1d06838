"""The watchdog's timers: set for each page, cheap to set, off between pages."""

import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from moviescrape.archive import watchdog
from moviescrape.archive.watchdog import OUT_OF_CPU_TIME, PageLimits, Watchdog

LIMITS = PageLimits(cpu_s=1000, clock_s=100, memory_bytes=2**60)


@pytest.fixture
def set_timers(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, float]]:
    """What is asked of the timers, which are not set."""
    asked: list[tuple[str, float]] = []

    def later(timeout: float, **_options: Any) -> None:
        asked.append(("clock", timeout))

    monkeypatch.setattr(watchdog.faulthandler, "dump_traceback_later", later)  # type: ignore[attr-defined]
    monkeypatch.setattr(watchdog.faulthandler, "cancel_dump_traceback_later", lambda: asked.append(("clock", 0)))  # type: ignore[attr-defined]
    monkeypatch.setattr(watchdog, "_OWN_MEMORY", Path("nowhere"))
    if watchdog.HAS_CPU_TIMER:
        monkeypatch.setattr(signal, "setitimer", lambda _which, seconds: asked.append(("cpu", seconds)))
    return asked


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no timer of CPU time")
def test_each_page_gets_its_cpu_time_and_the_clock_is_set_now_and_then(set_timers: list[tuple[str, float]]) -> None:
    now = 0.0
    dog = Watchdog(LIMITS, lambda: now)
    for now in (0.0, 20.0, 30.0):  # noqa: B007 - the clock reads it
        dog.start()
    dog.stop()
    dog._nowhere.close()
    assert set_timers == [
        ("cpu", 1000),
        ("clock", 125),
        ("cpu", 1000),
        ("cpu", 1000),
        ("clock", 125),
        ("cpu", 0),
        ("clock", 0),
    ]


def test_without_a_timer_of_cpu_time_the_clock_has_its_limit(
    set_timers: list[tuple[str, float]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watchdog, "HAS_CPU_TIMER", False)
    dog = Watchdog(LIMITS, lambda: 0.0)
    dog.start()
    dog.stop()
    dog._nowhere.close()
    assert set_timers == [("clock", 1250), ("clock", 0)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGPROF")
def test_the_status_is_that_of_the_timers_signal() -> None:
    assert -signal.SIGPROF == OUT_OF_CPU_TIME
