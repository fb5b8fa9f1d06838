"""Whether a page is asked for again after a failure, and when: tenacity's stops and waits. Decides only; the lane sleeps."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from tenacity import RetryCallState, Retrying, retry_if_result, stop_after_attempt, wait_exponential, wait_random
from tenacity.stop import stop_base

from moviescrape.errors import FetchError
from moviescrape.fetch.exchange import Answer
from moviescrape.settings import Settings

RETRIED_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})
FIRST_WAIT_S = 1.0


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at a page: its answer or error, how long it took, whether another may do better, and whether the site itself
    said when (`put_off`): then its word counts, and neither our waits nor our time."""

    answer: Answer | None
    error: FetchError | None
    seconds: float
    may_pass: bool = False
    put_off: bool = False


def retrying(settings: Settings, sleep: Callable[[float], None]) -> Retrying:
    """For one page: calls a function that makes an Attempt until one ends it, and returns the last.

    Exponential waits with jitter, so that many clients of a site that fell over don't come back in step; an end by tries, or
    by all the time spent on the page, Retry-After apart. tenacity's own clock is not asked: `Attempt.seconds` counts.
    """
    backoff = wait_exponential(multiplier=FIRST_WAIT_S) + wait_random(0, FIRST_WAIT_S / 2)
    return Retrying(
        retry=retry_if_result(lambda attempt: attempt.may_pass),
        wait=lambda state: 0.0 if _attempt(state).put_off else backoff(state),
        stop=stop_after_attempt(settings.max_tries) | _TimeSpent(settings.retry_time_s),
        sleep=sleep,
        retry_error_callback=_attempt,
    )


class _TimeSpent(stop_base):
    """A stop once tries and waits, the next wait among them, are over the limit."""

    def __init__(self, limit_s: float) -> None:
        self._left_s = limit_s

    def __call__(self, state: RetryCallState) -> bool:
        attempt = _attempt(state)
        if not attempt.put_off:
            self._left_s -= attempt.seconds + state.upcoming_sleep
        return self._left_s < 0


def _attempt(state: RetryCallState) -> Attempt:
    assert state.outcome is not None  # noqa: S101 - tenacity asks after a try
    attempt: Attempt = state.outcome.result()
    return attempt


def retry_after_s(value: str | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for (RFC 9110 10.2.3): a number or a date; the past is 0, nonsense None.

    >>> noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
    >>> [retry_after_s(v, noon) for v in ("7", "-3", "Fri, 20 Nov 2026 12:01:00 GMT", "soon")]
    [7.0, 0.0, 60.0, None]
    """
    if value is None:
        return None
    number = re.fullmatch(r"\s*(-?)(\d+(?:\.\d*)?)\s*", value)
    if number:
        return 0.0 if number[1] else float(number[2])
    try:
        date = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError):
        return None
    return max(0.0, ((date if date.tzinfo else date.replace(tzinfo=UTC)) - now).total_seconds())
