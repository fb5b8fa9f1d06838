"""Read a running time from a part of a line: a number with a unit that stands by itself."""

import re

from moviescrape.parse.values.runtimes import read_runtime
from moviescrape.parse.values.time_words import MINUTES, UNSPACED

SHORTEST_MIN = 20
LONGEST_MIN = 600
"""Outside of these a length without a label is a trailer's, or no film's."""
_HOURS_AND_SHORT = (
    r"(?-i:h|m)|hrs?|hours?|std|uur|ч|minut\w{0,3}|λεπ\w{0,3}|דק\w{0,3}|dak\w{0,3}"  # what stands before minutes, or shortened
)
_SPELLED = "|".join(sorted((re.escape(word) for word in MINUTES - set(UNSPACED) if len(word) > 1), key=len, reverse=True))
_UNSPACED = "|".join(map(re.escape, UNSPACED))
UNIT = re.compile(rf"\d\s*(?:['′’´]|(?:{_HOURS_AND_SHORT}|{_SPELLED})(?![^\W\d_])|{_UNSPACED})", re.IGNORECASE)
"""A number with a word or mark for minutes or hours behind it."""


def minutes_in(part: str) -> int | None:
    """Return the running time that a part of a line is, None where it is none: a number with a unit, maybe a word before it."""
    return hours_in(part) or (minutes_of(part) if UNIT.search(part) else None)


def hours_in(part: str) -> int | None:
    """Return the minutes of `1h45`, as France and Brazil print it; a time of day looks the same."""
    hours = _HOURS.fullmatch(part.strip(" ."))
    return int(hours[1]) * 60 + int(hours[2]) if hours else None


_HOURS = re.compile(r"(?:[^\W\d]{1,20}\s?:?\s)?([1-6])\s?[hH]\s?([0-5]\d)")


_TIMED = re.compile(
    r"[^\s\d.,:;|/()]{0,20}\.?\s?:?\s?(?:~|ca\.?\s)?(?:\d{1,3}\s?(?:[^\s\d.,:;|/()]{1,8}\.?|['′’´]),?\s?(?:[^\W\d]{1,3}\s)?){1,2}"
)


def minutes_of(part: str) -> int | None:
    """Return the minutes of a part that holds a running time and at most one word before it; of no trailer, and no series.

    Of two numbers the first counts hours: where its unit is not known, the second alone is no running time.

    >>> minutes_of("1 h 45 min"), minutes_of("0h 45min"), minutes_of("3 zz 45 min")
    (105, 45, None)
    """
    if _CLOCK.search(part):
        return None
    minutes = read_runtime(part.replace("’", "'").replace("´", "'")) if _TIMED.fullmatch(part.strip(" .")) else None
    numbers = [int(number) for number in _NUMBERS.findall(part)]
    if minutes is None or (len(numbers) > 1 and numbers[0] and minutes == numbers[-1]):
        return None
    return minutes if SHORTEST_MIN <= minutes <= LONGEST_MIN else None


_NUMBERS = re.compile(r"\d{1,3}")
_CLOCK = re.compile(r"\d\s?[時时시]\s?\d")
"""Hours and minutes as times of day have them; a length where a label says so."""
