"""The year of first release."""

import re

from moviescrape.parse.values.numbers import ascii_digits

FIRST_YEAR = 1870
"""Before the first moving pictures (Passage de Venus is of 1874)."""
LAST_YEAR = 2100
"""Films are announced decades ahead; beyond this it is another number."""

_USUAL = re.compile(r"\(?([0-9]{4})(?:\)|-[0-9]{2}-[0-9]{2})?")
"""As most pages print it: read without asking for every other form."""
_BRACKETED = re.compile(r"[(\[](?:[^()\[\]]*?\b)?(\d{4})(?!\d)")
_BARE = re.compile(r"(?<![\d.,])(?:\d{1,2}[./-]\d{1,2}[./-])?(\d{4})(?![\d])")


def read_year(text: object) -> int | None:
    """The first year that `text` gives, or None. Roman numerals, ranges, kinds and the rest of a date are passed over.

    Years of other calendars (1398 in Iran, 2562 in Thailand) are no years of ours and give None.

    >>> [read_year(t) for t in ("(I) (2016)", "2019-2021", "(1972/I)", "2024– ", "I 2003", "(2008 TV Series)", "3020", "")]
    [2016, 2019, 1972, 2024, 2003, 2008, None, None]
    >>> [read_year(t) for t in ("2 March 1999", "1999-03-02", "02.03.1999", "1999年3月", "۱۳۹۸")]
    [1999, 1999, 1999, 1999, None]
    """
    if isinstance(text, (int, float)) and not isinstance(text, bool):
        return _in_range(int(text)) if abs(text) < 1e6 else None
    if not isinstance(text, str):
        return None
    if usual := _USUAL.fullmatch(text):
        return _in_range(int(usual[1]))
    plain = ascii_digits(text)
    for pattern in (_BRACKETED, _BARE):
        for found in pattern.finditer(plain):
            year = _in_range(int(found[1]))
            if year is not None:
                return year
    return None


def _in_range(year: int) -> int | None:
    return year if FIRST_YEAR <= year <= LAST_YEAR else None
