"""Whether to ask again after a failure, and when. Decides only; the lane sleeps."""

import random
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from moviescrape.settings import Settings

RETRIED_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})
FIRST_WAIT_S = 1.0


def next_wait_s(settings: Settings, *, tries: int, spent_s: float, jitter: float | None = None) -> float | None:
    """Seconds to wait after the `tries`-th failure, or None to give up. `jitter` in 0..1 is random unless given.

    Exponential, with jitter so that many clients of a site that fell over don't come back in step.

    >>> [next_wait_s(Settings(), tries=n, spent_s=0, jitter=0) for n in (1, 2, 3, 4)]
    [1.0, 2.0, 4.0, None]
    """
    if tries >= settings.max_tries:
        return None
    wait_s = FIRST_WAIT_S * 2 ** (tries - 1) * (1 + (random.random() if jitter is None else jitter) / 2)
    return wait_s if spent_s + wait_s <= settings.retry_time_s else None


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
