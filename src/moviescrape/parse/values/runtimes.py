"""Running times, in whole minutes.

Durations in markup are ISO 8601 (schema.org/duration), often written wrong; on pages they are hours and minutes in the
reader's language. What can't be read for certain is None: an hour word that isn't known must not leave the minutes alone.
"""

import re
import unicodedata

from moviescrape.parse.values.numbers import ascii_digits
from moviescrape.parse.values.time_tokens import CLOCK, DASHES, PRIMES, Kind, Tokens
from moviescrape.parse.values.time_words import HALF, NUMERALS, WHOLE_HOURS

MAX_RUNTIME_MIN = 6_000
"""The longest films run for days (Logistics: 51,420 min), but a number above 100 hours is nearly always another."""

_MAX_LENGTH = 2_000
_USUAL = re.compile(r"(?:PT(?:([0-9]{1,3})H)?([0-9]{1,4})M|([0-9]{1,4}) min)")
"""As most pages have it: read without asking for every other form."""
_ISO = re.compile(
    r"P(?:0{1,4}Y)?(?:0{1,2}M(?=.*T))?(?:0{1,2}W)?(?:(\d{1,6})D)?T?(?:(\d{1,6}(?:\.\d{1,6})?)H)?"
    r"(?:(\d{1,6}(?:\.\d{1,6})?)M{1,9}+)?(?:(\d{1,6}(?:\.\d{1,6})?)S)?",
    re.IGNORECASE,
)
_APPROXIMATELY = re.compile(r"[(\s]*(?:ca|circa|approx|about|etwa|environ|около|ок|约|約)?[.~≈\s]*", re.IGNORECASE)


def read_runtime(text: object) -> int | None:
    """Return the first running time in `text`, in minutes; None where there is none, or an impossible or uncertain one.

    >>> [read_runtime(t) for t in ("2h 22m", "142 min", "PT2H22M", "2 uur 22 min", "P126M", "124", "97'", "108:12")]
    [142, 142, 142, 142, 126, 124, 97, 108]
    >>> [read_runtime(t) for t in ("2x75 min (cut: 139 min)", "72 min (TV: 4x15 min)", "1 xyz 48 min", "44-60 min")]
    [150, 72, None, None]
    """
    if isinstance(text, (int, float)) and not isinstance(text, bool):
        return _in_range(text) if abs(text) < 1e6 else None
    if not isinstance(text, str):
        return None
    if usual := _USUAL.fullmatch(text):
        hours, minutes, alone = usual.groups()
        return _in_range(int(alone or minutes) + 60 * int(hours or 0))
    plain = _plain(text)
    for read in (_read_iso, _read_words, _read_alone):
        try:
            minutes = read(plain)
        except _UncertainError:
            return None
        if minutes is not None:
            return _in_range(minutes)
    return None


class _UncertainError(Exception):
    """A running time stands there, but not certainly which."""


def from_seconds(seconds: object) -> int | None:
    """Return the minutes of a number of seconds, as embedded JSON gives them.

    >>> from_seconds(8520)
    142
    """
    return _in_range(seconds / 60) if isinstance(seconds, (int, float)) and abs(seconds) < 1e9 else None


def _in_range(minutes: float) -> int | None:
    whole = int(minutes + 1e-6)
    return whole if 0 < whole <= MAX_RUNTIME_MIN else None


_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def _plain(text: str) -> str:
    """Return the text with ASCII digits and colons, letters composed, without invisible characters; a long text's beginning."""
    text = text[:_MAX_LENGTH]
    if text.isascii():
        return text.strip()
    return _INVISIBLE.sub("", ascii_digits(unicodedata.normalize("NFC", text)).replace("：", ":")).strip()


def _read_iso(text: str) -> float | None:
    """Read an ISO 8601 duration, also without its `T`, with spaces or with a doubled `M`."""
    found = _ISO.fullmatch("".join(text.split())) if text[:1] in ("P", "p") else None
    if not found or not any(found.groups()):
        return None
    days, hours, minutes, seconds = (float(part or 0) for part in found.groups())
    return days * 1440 + hours * 60 + minutes + seconds // 60


def _read_alone(text: str) -> float | None:
    """Read a text that is a number (of minutes) or a clock (`1:48`, `1:48:12`, `108:12`) and nothing else."""
    start = _APPROXIMATELY.match(text)
    rest = text[start.end() if start else 0 :].rstrip(" )'’´′.")
    if clock := CLOCK.fullmatch(rest):
        return _clock_minutes(clock[0])
    found = re.fullmatch(r"(\d{1,4})(?:[.,]0{1,3})?", rest)
    return int(found[1]) if found else None


_TO = frozenset({"to", "bis", "à", "do", "до", "tot", "til", "till", "a", "～", "~", "/"})
"""Between the two numbers of a range."""
_EACH = frozenset({"à", "a", "of", "je", "von", "each", "de", "по"})
"""Between the number of episodes and their length."""


def _read_words(text: str) -> float | None:
    """Read the first hours or minutes that the text says; None where there are none."""
    tokens = Tokens(text)
    for at in range(len(tokens)):
        token, unit = tokens[at], tokens[at + 1]
        if token.kind is Kind.CLOCK and unit.kind in (Kind.HOUR, Kind.MINUTE):
            return _clock_minutes(token.text, unit.kind)
        if token.kind is Kind.NUMBER and unit.kind in (Kind.HOUR, Kind.WEAK_HOUR):
            return _repeat(tokens, at, _hours_at(tokens, at + 1, _number(token.text, decimals=1)))
        if token.kind is Kind.NUMBER and unit.kind is Kind.MINUTE and unit.text != "M":
            return _repeat(tokens, at, _minutes_at(tokens, at))
        if token.kind is Kind.HOUR:
            hours = _hours_in_words(tokens, at)
            if _minutes_behind(tokens, at + 1) is not None or (hours or 0) > 1:
                return _hours_at(tokens, at, hours)
    return None


def _clock_minutes(clock: str, unit: Kind | None = None) -> float | None:
    """Read `1:48` as hours and minutes, `1:48:12` with seconds, `108:12` as minutes and seconds.

    `20:15` may be a time of day, and `1:48 min` either: None.
    """
    first, second, *third = (int(part) for part in clock.split(":"))
    if third or unit is Kind.HOUR:
        return first * 60 + second
    if first >= (10 if unit is Kind.MINUTE else 24):
        return first
    return first * 60 + second if first < 10 and unit is None else None


def _number(text: str, decimals: int = 6) -> float | None:
    """Read a number with at most so many decimals; groups of three digits are thousands."""
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", text):
        text = re.sub(r"[.,]", "", text)
    half = text.endswith("½")
    whole, _, fraction = (text[:-1] if half else text).replace(",", ".").partition(".")
    if len(whole) > 6 or len(fraction) > decimals:
        return None
    return float(f"{whole or 0}.{fraction or 0}") + (0.5 if half else 0)


def _hours_at(tokens: Tokens, unit: int, hours: float | None) -> float | None:
    """Return the minutes of so many hours whose unit is the token `unit`, with the minutes that follow it."""
    if hours is None or hours >= 1000:
        return None
    if tokens[unit].text[-1:] in ("半", "반"):
        return hours * 60 + 30
    minutes = _minutes_behind(tokens, unit + 1, hours)
    if minutes is not None:
        return hours * 60 + minutes
    is_time_of_day = hours >= 10 and len(tokens[unit].text) == 1
    return hours * 60 if tokens[unit].kind is Kind.HOUR and not is_time_of_day else None


def _minutes_behind(tokens: Tokens, at: int, hours: float = 1) -> float | None:
    """Return the minutes that stand at `at`, behind hours; None where none do."""
    start = at
    while tokens[at].kind is Kind.AND or (tokens[at].text in DASHES and tokens[at].glued and at > start):
        at += 1
    is_unknown = tokens[at].kind is Kind.WORD
    number, unit = tokens[at + is_unknown], tokens[at + 1 + is_unknown]
    minutes = _number(number.text) if number.kind is Kind.NUMBER and len(number.text) <= 5 else None
    if minutes is None:
        return _half_hour(tokens, start)
    if unit.kind is Kind.MINUTE and not is_unknown:
        return minutes
    if unit.kind is not Kind.MINUTE and (is_unknown or minutes >= 60 or len(number.text) > 2 or unit.kind is Kind.TIMES):
        return None
    if is_unknown or hours >= 10 or (unit.kind is Kind.WORD and not number.glued):
        raise _UncertainError
    return minutes


def _half_hour(tokens: Tokens, at: int) -> float | None:
    """Return 30 where "and a half" stands at `at`; "and" with an unknown word is not certain."""
    has_and = tokens[at].kind is Kind.AND and tokens[at].text[0].isalpha()
    words = [tokens[at + step].text.casefold() for step in range(3)]
    if not HALF.isdisjoint(words):
        return 30
    if has_and and tokens[at + 1].kind is Kind.WORD:
        raise _UncertainError
    return None


def _hours_in_words(tokens: Tokens, unit: int) -> float | None:
    """Return how many hours a unit without digits before it means: "one hour", or the word itself in Arabic and Hebrew."""
    before = tokens[unit - 1].text.casefold()
    return NUMERALS.get(before) or WHOLE_HOURS.get(tokens[unit].text.casefold())


def _minutes_at(tokens: Tokens, at: int) -> float | None:
    """Return the minutes at `at`; None where they are the end of a range, or stand behind a number and an unknown word."""
    minutes = _number(tokens[at].text)
    before = tokens[at - 1]
    if minutes is None or before.text in PRIMES:
        return None
    if before.text in DASHES or before.text.casefold() in _TO:
        least = _number(tokens[at - 2].text) if tokens[at - 2].kind is Kind.NUMBER else None
        if least and least < minutes <= 2 * least:
            return None
    return None if minutes < 60 and _follows_unknown_unit(tokens, at - 1) else minutes


def _follows_unknown_unit(tokens: Tokens, at: int) -> bool:
    while tokens[at].kind is Kind.AND or tokens[at].text in DASHES or tokens[at].text.casefold() in _EACH:
        at -= 1
    number = tokens[at - 1]
    is_word = tokens[at].kind in (Kind.WORD, Kind.WEAK_HOUR)
    return is_word and number.kind is Kind.NUMBER and len(number.text) <= 2


def _repeat(tokens: Tokens, at: int, minutes: float | None) -> float | None:
    """Return `minutes` as often as `2 x` before the number at `at` says; None where it doesn't say how often."""
    if minutes is None or tokens[at - 1].kind is not Kind.TIMES:
        return minutes
    times = _number(tokens[at - 2].text) if tokens[at - 2].kind is Kind.NUMBER else None
    return times * minutes if times else None
