"""One try at a page, and what the answer says about another: whether it may do better, and when it may be made."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from moviescrape.errors import FetchError
from moviescrape.fetch.client import HttpResponse

RETRIED_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at a page: its answer or error, how long it took, whether another may do better, and whether the site itself
    said when (`put_off`): then its word counts, and neither our waits nor our time."""

    answer: HttpResponse | None
    error: FetchError | None
    seconds: float
    may_pass: bool = False
    put_off: bool = False


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
