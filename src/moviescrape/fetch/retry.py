"""Whether a page is asked for again after a failure, and when: tenacity's stops and waits. Decides only; the lane sleeps."""

from collections.abc import Callable

from tenacity import RetryCallState, Retrying, retry_if_result, stop_after_attempt, wait_exponential, wait_random
from tenacity.stop import stop_base

from moviescrape.fetch.attempt import Attempt
from moviescrape.settings import Settings

FIRST_WAIT_S = 1.0


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
