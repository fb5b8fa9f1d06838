"""What the bar says of waits, and what is said where there is no bar."""

import logging
from collections.abc import Mapping

import pytest
from rich.progress import Progress

from moviescrape.cli.fetch_events import FetchEvents, watching_fetches
from moviescrape.cli.wait_column import WaitColumn
from moviescrape.fetch.pace import WaitReason

HOST = "films.example"


def _record(**extra: Mapping[str, object]) -> logging.LogRecord:
    return logging.makeLogRecord(extra)


def _wait(seconds: float, reason: WaitReason, host: str = HOST) -> logging.LogRecord:
    return _record(wait={"host": host, "seconds": seconds, "reason": reason})


def test_a_wait_counts_down_and_ends_when_the_request_is_made() -> None:
    now = 100.0
    events = FetchEvents(lambda: now)
    assert events.waiting == ""
    events.emit(_wait(8.0, WaitReason.CRAWL_DELAY))
    assert events.waiting == "waiting 8 s (Crawl-delay)"
    now = 103.0
    assert events.waiting == "waiting 5 s (Crawl-delay)"
    now = 107.5
    assert events.waiting == ""
    events.emit(_wait(60.0, WaitReason.RETRY_AFTER))
    events.emit(_record(request={"url": f"https://{HOST}/list"}))
    assert events.waiting == ""


def test_of_several_hosts_the_wait_that_ends_first_is_shown() -> None:
    events = FetchEvents(lambda: 0.0)
    events.emit(_wait(30.0, WaitReason.RETRY_AFTER))
    events.emit(_wait(4.0, WaitReason.PAUSE, "other.example"))
    assert events.waiting == "waiting 4 s (pause)"
    progress = Progress(WaitColumn(events))
    progress.add_task("run")
    assert WaitColumn(events).render(progress.tasks[0]).plain == "waiting 4 s (pause)"


def test_crawl_delays_are_kept_by_host() -> None:
    events = FetchEvents()
    events.emit(_record(robots={"host": HOST, "crawl_delay_s": 10.0}))
    assert events.crawl_delays_s == {HOST: 10.0}


@pytest.mark.parametrize(
    ("seconds", "reason", "line"),
    [
        (14.0, WaitReason.RETRY_AFTER, f"{HOST}: waiting 14.0 s (Retry-After)\n"),
        (75.0, WaitReason.NEXT_TRY, f"{HOST}: waiting 1 min 15 s (next try)\n"),
        (4.0, WaitReason.RETRY_AFTER, ""),
        (60.0, WaitReason.CRAWL_DELAY, ""),
        (60.0, WaitReason.PAUSE, ""),
    ],
)
def test_without_a_bar_a_long_wait_that_nobody_planned_is_a_line(
    seconds: float, reason: WaitReason, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    events = FetchEvents()
    events.emit(_wait(seconds, reason))
    assert capsys.readouterr().err == ""
    events.says_waits = True
    events.emit(_wait(seconds, reason))
    assert capsys.readouterr().err == line


def test_what_the_fetcher_logs_comes_here_and_nothing_afterwards() -> None:
    logger = logging.getLogger("moviescrape.fetch.host")
    with watching_fetches() as events:
        logger.info("waiting", extra={"wait": {"host": HOST, "seconds": 50.0, "reason": WaitReason.PAUSE}})
        assert events.waiting.startswith("waiting ")
    logger.info("waiting", extra={"wait": {"host": "late.example", "seconds": 5.0, "reason": WaitReason.PAUSE}})
    assert "(pause)" in events.waiting
    assert not events.waiting.startswith("waiting 5 s")
