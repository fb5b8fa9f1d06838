"""Years of other calendars: Japanese eras, the Republic of China's, the Thai Buddhist era, dates of the Persian calendar.

A year is converted only where the text says which calendar it is of. A Persian year without a month straddles two of ours:
it is not certain which of them is meant.
"""

import re

from moviescrape.parse.values.numbers import ascii_digits

_ERAS = {"令和": (2018, 99), "平成": (1988, 31), "昭和": (1925, 64), "大正": (1911, 15), "明治": (1867, 45)}
"""The year before each era's first, and how many years it had."""
_ERA = re.compile(r"(令和|平成|昭和|大正|明治)\s?(元|\d{1,2})\s?年?")
_REPUBLIC = re.compile(r"(?:民國|民国|中華民國)\s?(\d{2,3})\s?年?")
_BUDDHIST = re.compile(r"(?<!\d)2[45]\d\d(?!\d)")
_IS_THAI = re.compile(r"[\u0e01-\u0e59]|\bB\.?E\.?(?!\w)")
_PERSIAN = re.compile(
    r"(?<!\d)(1[34]\d\d)\s?[/.-]\s?(\d{1,2})(?!\d)|(?<!\d)(1[34]\d\d)\s+([آ-ی]{2,9})|([آ-ی]{2,9})\s+(1[34]\d\d)(?!\d)"
)
_PERSIAN_MONTHS = ("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر")
"""The months that lie wholly in the year in which the Persian year begins (on 20 or 21 March)."""


def gregorian_year(text: str) -> int | None:
    """Return the year of a text that names another calendar's; None where it names none, or it is not certain which year.

    >>> [gregorian_year(t) for t in ("昭和64年", "民國102年", "พ.ศ. ๒๕๕๖", "۲ مهر ۱۳۹۰", "۱۳۹۰", "2556")]
    [1989, 2013, 2013, 2011, None, None]
    """
    plain = ascii_digits(text)
    if era := _ERA.search(plain):
        before, years = _ERAS[era[1]]
        number = 1 if era[2] == "元" else int(era[2])
        return before + number if 1 <= number <= years else None
    if republic := _REPUBLIC.search(plain):
        return 1911 + int(republic[1])
    if (buddhist := _BUDDHIST.search(plain)) and _IS_THAI.search(text):
        return int(buddhist[0]) - 543
    return _read_persian(plain)


def _read_persian(text: str) -> int | None:
    found = _PERSIAN.search(text)
    if found is None:
        return None
    year, month = found[1] or found[3] or found[6], found[2] or found[4] or found[5]
    is_early = int(month) in range(1, 10) if month.isdecimal() else month in _PERSIAN_MONTHS
    return int(year) + 621 if is_early else None
