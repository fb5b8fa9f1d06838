"""How long to wait: between requests, and before asking again."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.errors import NetworkError
from moviescrape.fetch.pace import Pace, WaitReason, delay_s
from moviescrape.fetch.retry import Attempt, next_wait, retry_after_s
from moviescrape.settings import Settings

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("settings", "loopback", "crawl", "latency", "slowness", "expected"),
    [
        (Settings(), False, 0, 0, 1, 1.0),
        (Settings(), False, 0, 1.5, 1, 7.5),
        (Settings(), False, 10, 0, 1, 10.0),
        (Settings(), False, 0, 100, 1, 30.0),
        (Settings(), False, 0, 0, 16, 16.0),
        (Settings(delay_s=60), False, 0, 100, 4, 60.0),
        (Settings(delay_s=3), False, 0, 0, 2, 6.0),
        (Settings(), True, 0, 100, 16, 0.0),
        (Settings(delay_s=0.2), True, 0, 0, 1, 0.2),
        (Settings(delay_s=0.2), True, 0.5, 0, 1, 0.5),
    ],
)
def test_delay(settings: Settings, loopback: bool, crawl: float, latency: float, slowness: float, expected: float) -> None:
    assert delay_s(settings, loopback=loopback, crawl_delay_s=crawl, latency_s=latency, slowness=slowness) == expected


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(1, 16), st.floats(0, 1e6))
def test_delay_is_never_less_than_what_was_asked_for(crawl: float, latency: float, slowness: float, own: float) -> None:
    delay = delay_s(Settings(delay_s=own), loopback=False, crawl_delay_s=crawl, latency_s=latency, slowness=slowness)
    assert delay >= max(crawl, own, 1.0)
    assert delay <= max(crawl, own, 30.0)


def test_trouble_slows_at_once_and_success_speeds_up_slowly() -> None:
    pace = Pace(Settings(), loopback=False)
    pace.note_response(10.0, 0.0, trouble=True)
    assert pace.wait_s(10.0) == 2.0
    for _ in range(3):
        pace.note_response(10.0, 0.0, trouble=False)
    assert 1.0 < pace.wait_s(10.0) < 2.0
    for _ in range(10):
        pace.note_response(10.0, 0.0, trouble=False)
    assert pace.wait_s(10.0) == 1.0


def test_first_request_waits_for_nothing() -> None:
    assert Pace(Settings(delay_s=9), loopback=False).wait_s(100.0) == 0.0


def test_put_off_counts_from_now_and_the_longest_holds() -> None:
    pace = Pace(Settings(), loopback=True)
    pace.put_off(100.0, 30, WaitReason.RETRY_AFTER)
    pace.put_off(100.0, 5, WaitReason.NEXT_TRY)
    assert pace.wait_s(110.0) == 20.0
    assert pace.wait_reason is WaitReason.RETRY_AFTER


@pytest.mark.parametrize(
    ("pace", "reason"),
    [
        (Pace(Settings(), loopback=False), WaitReason.PAUSE),
        (Pace(Settings(), loopback=False, crawl_delay_s=10.0), WaitReason.CRAWL_DELAY),
        (Pace(Settings(), loopback=True, crawl_delay_s=0.5), WaitReason.CRAWL_DELAY),
        (Pace(Settings(delay_s=20.0), loopback=False, crawl_delay_s=10.0), WaitReason.PAUSE),
        (Pace(Settings(), loopback=False, crawl_delay_s=10.0, not_before=101.0), WaitReason.CRAWL_DELAY),
        (Pace(Settings(), loopback=False, crawl_delay_s=10.0, not_before=130.0), WaitReason.NEXT_TRY),
    ],
)
def test_why_a_host_waits(pace: Pace, reason: WaitReason) -> None:
    pace.note_response(100.0, 0.1, trouble=False)
    assert pace.wait_reason is reason


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("120", 120.0),
        (" 3 ", 3.0),
        ("1.5", 1.5),
        ("-5", 0.0),
        ("0", 0.0),
        ("31536000000", 31_536_000_000.0),
        ("soon", None),
        ("", None),
        ("nan", None),
        ("inf", None),
        ("9" * 400, inf),
        ("Fri, 31 Dec 99999 23:59:59 GMT", None),
        (format_datetime(NOW + timedelta(seconds=90), usegmt=True), 90.0),
        (format_datetime(NOW - timedelta(days=90), usegmt=True), 0.0),
        ("Sun Nov  6 08:49:37 1994", 0.0),
        ("Friday, 20-Nov-26 12:00:10 GMT", 10.0),
    ],
)
def test_retry_after(value: str | None, seconds: float | None) -> None:
    assert retry_after_s(value, NOW) == seconds


@given(st.text(max_size=30))
def test_retry_after_never_fails_and_is_never_negative(value: str) -> None:
    seconds = retry_after_s(value, NOW)
    assert seconds is None or seconds >= 0


def waits_of(settings: Settings, attempts: Iterable[Attempt]) -> list[float]:
    """Make the attempts as a host client does; return the waits between them."""
    waits: list[float] = []
    spent_s = 0.0
    for tries, attempt in enumerate(attempts, 1):
        spent_s += 0.0 if attempt.put_off else attempt.seconds
        wait_s = next_wait(attempt, tries, spent_s, settings)
        if wait_s is None:
            break
        waits.append(wait_s)
        spent_s += wait_s
    return waits


FAILED = Attempt(None, NetworkError("no answer"), seconds=0.1, may_pass=True)
PUT_OFF = Attempt(None, NetworkError("no answer"), seconds=100, may_pass=True, put_off=True)
LOST = Attempt(None, NetworkError("no answer"), seconds=0.1)


def test_waits_grow_and_end_by_tries() -> None:
    waits = waits_of(Settings(max_tries=5), [FAILED] * 9)
    assert len(waits) == 4
    assert all(least <= wait <= least + 0.5 for wait, least in zip(waits, (1, 2, 4, 8), strict=True))


def test_waits_end_by_time() -> None:
    assert len(waits_of(Settings(max_tries=9, retry_time_s=5), [FAILED] * 9)) == 2
    assert waits_of(Settings(), [replace(FAILED, seconds=59.5)] * 9) == []


def test_what_will_not_pass_is_not_tried_again() -> None:
    assert len(waits_of(Settings(), [FAILED, LOST, FAILED])) == 1


def test_a_site_that_says_when_is_believed_and_its_time_is_not_ours() -> None:
    assert waits_of(Settings(max_tries=4, retry_time_s=60), [PUT_OFF] * 9) == [0, 0, 0]
