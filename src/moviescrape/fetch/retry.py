"""Whether a page is asked for again after a failure, and when. Decides only; the host client sleeps."""

import random
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from moviescrape.errors import FetchError
from moviescrape.fetch.client import Response
from moviescrape.settings import Settings

RETRIED_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})

FIRST_WAIT_S = 1.0
MAX_JITTER = 0.5
"""Of the first wait: many clients of a site that fell over don't come back in step."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at a page: its response or error, how long it took, and whether another may do better (`may_pass`).

    `put_off`: the site itself said when (Retry-After); then its word counts, and neither our waits nor our time.
    """

    response: Response | None
    error: FetchError | None
    seconds: float
    may_pass: bool = False
    put_off: bool = False


def next_wait(attempt: Attempt, tries: int, spent_s: float, settings: Settings) -> float | None:
    """Return the seconds to wait before a page is asked for again, None where it is not.

    `tries` were made, the last of them `attempt`, and `spent_s` seconds spent on tries and waits, Retry-After apart. The wait
    doubles with each try.

    >>> failed = Attempt(None, FetchError("no answer"), seconds=0.1, may_pass=True)
    >>> [1 <= next_wait(failed, 1, 0.1, Settings()) < 2, next_wait(failed, 4, 0.4, Settings())]
    [True, None]
    """
    if not attempt.may_pass or tries >= settings.max_tries:
        return None
    if attempt.put_off:
        return 0.0
    wait_s = FIRST_WAIT_S * (2 ** (tries - 1) + random.uniform(0, MAX_JITTER))
    return wait_s if spent_s + wait_s <= settings.retry_time_s else None


def retry_after_s(value: str | None, now: datetime) -> float | None:
    """Return the seconds that a Retry-After header asks for (RFC 9110 10.2.3), as a number or a date.

    The past is 0, nonsense None, and a number beyond all measure infinite.

    >>> noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
    >>> [retry_after_s(v, noon) for v in ("7", "-3", "Fri, 20 Nov 2026 12:01:00 GMT", "soon")]
    [7.0, 0.0, 60.0, None]
    """
    if value is None:
        return None
    number = re.fullmatch(r"\s*(-?)([0-9]+(?:\.[0-9]*)?)\s*", value)
    if number:
        return 0.0 if number[1] else float(number[2])
    try:
        date = parsedate_to_datetime(value)
        seconds = ((date if date.tzinfo else date.replace(tzinfo=UTC)) - now).total_seconds()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return max(0.0, seconds)
