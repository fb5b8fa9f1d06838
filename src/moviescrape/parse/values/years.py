"""The year of first release."""

import re

from moviescrape.parse.values.calendars import gregorian_year
from moviescrape.parse.values.numbers import ascii_digits

FIRST_YEAR = 1870
"""Before the first moving pictures (Passage de Venus is of 1874)."""
LAST_YEAR = 2100
"""Films are announced decades ahead; beyond this it is another number."""

_MAX_LENGTH = 2_000
_USUAL = re.compile(r"\(?([0-9]{4})(?:\)|-[0-9]{2}-[0-9]{2})?")
"""As most pages print it: read without asking for every other form."""
_COMPACT = re.compile(r"([0-9]{4})(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_BRACKET = re.compile(r"[(\[（]([^()\[\]（）]*+)")
_AGAIN = re.compile(
    r"re-?(?:release|issue|master|pris|edici|estren)|restor|wiederauff|wznow|DVD|blu-?ray|повторн|再|重映|재개봉", re.I
)
"""What stands in brackets behind a year of first release."""
_NUMBER = re.compile(r"(?<![\d.,$€£])(?:\d{1,2}[./-]){0,2}(\d{4})(?!\d|[xX×p]\d*\b|[.,]\d+(?![\d./-]))")


def read_year(text: object) -> int | None:
    """Return the first year that `text` gives, or None. Roman numerals, ranges, kinds and the rest of a date are passed over.

    Years of other calendars are converted where the calendar is stated (พ.ศ. 2562, 平成25年, 民國102年); else None.

    >>> [read_year(t) for t in ("(I) (2016)", "2019-2021", "(1972/I)", "2024– ", "I 2003", "(2008 TV Series)", "3020", "")]
    [2016, 2019, 1972, 2024, 2003, 2008, None, None]
    >>> [read_year(t) for t in ("2 March 1999", "1999-03-02", "02.03.1999", "1999年3月", "1971 (re-release 1989)", "平成25年")]
    [1999, 1999, 1999, 1999, 1971, 2013]
    """
    if isinstance(text, (int, float)) and not isinstance(text, bool):
        return _in_range(int(text)) if abs(text) < 1e6 else None
    if not isinstance(text, str):
        return None
    if usual := _USUAL.fullmatch(text):
        return _in_range(int(usual[1]))
    if compact := _COMPACT.fullmatch(text):
        return _in_range(int(compact[1]))
    text = text[:_MAX_LENGTH]
    plain = ascii_digits(text)
    bracketed = (found[1] for found in _BRACKET.finditer(plain) if not _AGAIN.search(found[1]))
    years = (year for part in (*bracketed, plain) if (year := _first_in_range(part)))
    return next(years, None) or gregorian_year(text)


def _first_in_range(text: str) -> int | None:
    years = (int(found[1]) for found in _NUMBER.finditer(text))
    return next((year for year in years if _in_range(year)), None)


def _in_range(year: int) -> int | None:
    return year if FIRST_YEAR <= year <= LAST_YEAR else None
