"""Running times, in whole minutes.

Durations in markup are ISO 8601 (schema.org/duration), often written wrong; on pages they are hours and minutes in the
reader's language.
"""

import re

from moviescrape.parse.values.numbers import ascii_digits

MAX_RUNTIME_MIN = 6_000
"""The longest films run for days (Logistics: 51,420 min), but a number above 100 hours is nearly always another."""

_ISO = re.compile(
    r"^\s*P(?:(\d{1,6})D)?T?(?:(\d{1,6}(?:\.\d{1,6})?)H)?(?:(\d{1,6}(?:\.\d{1,6})?)M+)?(?:(\d{1,6}(?:\.\d{1,6})?)S)?\s*$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"^\s*(\d{1,2}):([0-5]\d)(?::([0-5]\d))?\s*$")
_END = r"(?![^\W\d_])"  # the unit ends here: no further letter
_HOUR = (
    r"(?:(?:hours?|hrs?|h|uur|uren|u|stunden?|std|heures?|horas?|ore|ora|godz|hod|часа|часов|час|ч|ساعت|ساعة|saat|sa|timmar|timme|timer|time|tim|tuntia|tunti|óra|t)"
    rf"{_END}\.?|小时|小時|時間|시간)"
)
_MINUTE = (
    r"(?:(?:minut(?:es|en|os|er|ter|i|o|e|a|y)?|minuuttia|mins?|mn|(?-i:m)|perc|минуты|минута|минут|мин|хв|دقیقه|دقيقة|dakika|dk|phút|นาที)"
    rf"{_END}\.?|分钟|分鐘|分|분)"
)
_AND = r"(?:,|and|und|et|en|e|y|i|и|و)"
_HOURS_MINUTES = re.compile(
    rf"(?<!\d)(?<!\d[:.,])(\d{{1,3}})\s*{_HOUR}(?:\s*{_AND}?\s*(\d{{1,2}})(?!\d)(?:\s*{_MINUTE})?)?", re.IGNORECASE
)
_MINUTES = re.compile(rf"(?<!\d)(?<!\d[:.,])(\d{{1,3}}[.,]\d{{3}}|\d{{1,5}})\s*-?\s*{_MINUTE}", re.IGNORECASE)
_BARE = re.compile(r"^\s*(\d{1,4})(?:\.0+)?\s*['′]?\s*$")
_USUAL = re.compile(r"(?:PT(?:([0-9]{1,3})H)?([0-9]{1,4})M|([0-9]{1,4}) min)")
"""As most pages have it: read without asking for every other form."""
_REPEATED = re.compile(r"\b(\d{1,3})\s*[x×]\s*(\d{1,4})(?!\d)", re.IGNORECASE)


def read_runtime(text: object) -> int | None:
    """The first running time in `text`, in minutes, or None; an impossible one (0, above 100 hours) is None.

    >>> [read_runtime(t) for t in ("2h 22m", "142 min", "PT2H22M", "2 uur 22 min", "P126M", "124", "2x75 min (cut: 139 min)")]
    [142, 142, 142, 142, 126, 124, 150]
    """
    if isinstance(text, (int, float)) and not isinstance(text, bool):
        return _in_range(text) if abs(text) < 1e6 else None
    if not isinstance(text, str):
        return None
    if usual := _USUAL.fullmatch(text):
        hours, minutes, alone = usual.groups()
        return _in_range(int(alone or minutes) + 60 * int(hours or 0))
    plain = ascii_digits(text)
    for read in (_read_iso, _read_clock, _read_repeated, _read_words, _read_bare):
        minutes = read(plain)
        if minutes is not None:
            return _in_range(minutes)
    return None


def from_seconds(seconds: object) -> int | None:
    """Minutes of a number of seconds, as embedded JSON gives them.

    >>> from_seconds(8520)
    142
    """
    return _in_range(seconds / 60) if isinstance(seconds, (int, float)) and abs(seconds) < 1e9 else None


def _in_range(minutes: float) -> int | None:
    whole = int(minutes)
    return whole if 0 < whole <= MAX_RUNTIME_MIN else None


def _read_iso(text: str) -> float | None:
    found = _ISO.match(text)
    if not found or not any(found.groups()):
        return None
    days, hours, minutes, seconds = (float(part or 0) for part in found.groups())
    return days * 1440 + hours * 60 + minutes + seconds // 60


def _read_clock(text: str) -> float | None:
    found = _CLOCK.match(text)
    if not found:
        return None
    first, second, third = found.groups()
    # 2:22:05 is hours, minutes, seconds; 2:22 alone is hours and minutes, as a film lasts
    return int(first) * 60 + int(second) + (int(third) // 60 if third else 0)


def _read_repeated(text: str) -> float | None:
    found = _REPEATED.search(text)
    return int(found[1]) * int(found[2]) if found and _MINUTES.search(text) else None


def _read_words(text: str) -> float | None:
    hours, minutes = _HOURS_MINUTES.search(text), _MINUTES.search(text)
    if hours and (not minutes or hours.start() <= minutes.start()):
        return int(hours[1]) * 60 + int(hours[2] or 0)
    return float(re.sub(r"[.,]", "", minutes[1])) if minutes else None


def _read_bare(text: str) -> float | None:
    found = _BARE.match(text)
    return int(found[1]) if found else None
