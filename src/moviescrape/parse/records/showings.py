"""Take the days and times of showings off a column of titles: "Fri 4 Oct, 20:15: Ran", "Ran (4.10. 20:00)".

The names of weekdays and months are built by `tests/bench/calendar_names.py`.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

WEEKDAY_FILE = Path(__file__).with_name("weekday_names.txt")
MONTH_FILE = Path(__file__).with_name("month_names.txt")

_TOKEN = re.compile(
    r"(?P<date>(?:19|20)\d\d-\d\d-\d\d|\d{1,2}\.\s?\d{1,2}\.(?:\s?(?:20)?\d\d(?![\d:.]))?|\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d"
    r"|\d{1,2}/\d{1,2}|\d{1,2}月\s?\d{1,2}日)"
    r"|(?P<time>(?:[01]?\d|2[0-4])[:.h][0-5]\d(?:\s?[ap]\.?m\b\.?)?|(?:[01]?\d|2[0-4])h\b|1?\d\s?[ap]\.?m\b\.?)"
    r"|(?P<number>[0-3]?\d)(?:st|nd|rd|th|er|º|ª|\.)?(?![\w])"
    r"|(?P<word>[^\W\d_]+\.?)"
    r"|(?P<separator>[^\w\s]+)"
    r"|(?P<other>\w+)",
    re.IGNORECASE,
)
_KINDS = {
    **dict.fromkeys(
        ("at", "um", "om", "à", "às", "alle", "ore", "kl", "klo", "klokken", "v", "ve", "в", "saat", "jam", "lúc"), "a"
    ),
    **dict.fromkeys(("godz", "las", "los"), "a"),
    **dict.fromkeys(("uhr", "h", "hs", "hrs", "hod", "uur", "ч", "год", "น", "wib", "óra", "órakor"), "p"),
    **dict.fromkeys(("and", "und", "et", "y", "e", "i", "og", "och", "en", "a", "o", "u", "и", "та", "і", "of", "de"), "b"),
    **dict.fromkeys(("bis", "till", "až", "též", "také", "auch", "also", "only", "nur", "pouze", "solo"), "b"),
}
"""Words before (a) a time, behind it (p), and between two (b)."""
_DATE = "(?:d|n[sb]{0,3}[mc]|[mc][sb]{0,3}n)"
_TIME = "(?:t|ns?p)"
_DAY = rf"(?:[wc][sab]{{0,3}})?(?:{_DATE}|{_TIME})"
_LEADING = re.compile(rf"{_DAY}(?:[sabp]{{0,4}}{_DAY}){{0,12}}[sp]{{0,3}}")
_REST = rf"(?:[sabp]{{0,4}}(?:{_DAY}|[wc])){{0,12}}[sbp]{{0,3}}$"
_TRAILING = re.compile(rf"[sa]{{0,3}}(?:{_DATE}|{_TIME}|(?<=s){_DAY}){_REST}")
_TRAILING_WEEKDAY = re.compile(rf"[sa]{{0,3}}{_DAY}{_REST}")
"""What `_kind` says of the tokens at the beginning and at the end of a title; a weekday may also be its last word."""
_MOST = 0.6
_FEWEST = 3
_LONGEST = 200


def without_showings(titles: Sequence[str]) -> list[str]:
    """Return titles without the days and times before or behind them, where most of a column have such.

    A weekday before a time is taken off where most titles have one; one alone is a word of the title.

    >>> without_showings(["Fri 4 Oct, 20:15: Ran", "Sat 5 Oct, 17:00: Heat", "Sun 6 Oct, 20:15: Big"])
    ['Ran', 'Heat', 'Big']
    >>> without_showings(["Freaky Friday 20:15", "Heat 17:00", "Ran 20:15"])
    ['Freaky Friday', 'Heat', 'Ran']
    >>> without_showings(["Ran Sat 8pm", "Heat Fri 8pm", "Big Fri 6pm"])
    ['Ran', 'Heat', 'Big']
    >>> without_showings(["Fahrenheit 9/11", "11:14", "3:10 to Yuma", "Heat", "Ran"])
    ['Fahrenheit 9/11', '11:14', '3:10 to Yuma', 'Heat', 'Ran']
    """
    titles = list(titles)
    bare = [_cut(title, _TRAILING) for title in titles]
    if not _differ(bare, titles):
        return titles
    without_weekdays = [_cut(title, _TRAILING_WEEKDAY) for title in titles]
    return without_weekdays if _differ(without_weekdays, bare) else bare


def _differ(cut: Sequence[str], titles: Sequence[str]) -> bool:
    """Return whether most titles of a column are cut, or are cut further."""
    changed = sum(after != before for after, before in zip(cut, titles, strict=True))
    return changed >= max(_FEWEST, len(titles) * _MOST)


def _cut(title: str, trailing: re.Pattern[str]) -> str:
    """Return one title without days and times; unchanged where there are none, or nothing else."""
    if len(title) > _LONGEST or not any(map(str.isdigit, title)):
        return title
    tokens = list(_TOKEN.finditer(title))
    kinds = "".join(map(_kind, tokens))
    start, end = 0, len(title)
    if (leading := _LEADING.match(kinds)) and leading.end() < len(kinds):
        start = tokens[leading.end()].start()
    if (behind := trailing.search(kinds, leading.end() if leading else 0)) and behind.start() > 0:
        end = tokens[behind.start()].start()
    bare = title[start:end].strip()
    return bare if any(map(str.isalpha, bare)) else title


def _kind(token: re.Match[str]) -> str:
    """Return a letter for what a token is: (d)ate, (t)ime, (n)umber, (s)eparator, (w)eekday, (m)onth, either of them (c)."""
    name = token.lastgroup
    return _kind_of_word(fold_word(token[0])) if name == "word" else "x" if name == "other" or name is None else name[0]


def _kind_of_word(word: str) -> str:
    """Return a letter for a word: what it is beside a time, else a name of the calendar."""
    is_weekday, is_month = word in _weekdays(), word in _months()
    name = "c" if is_weekday and is_month else "w" if is_weekday else "m" if is_month else "x"
    return _KINDS.get(word, name)


def fold_word(word: str) -> str:
    """Return a word in small letters, without the full stop of a short form."""
    return word.casefold().strip(".")


def is_month(word: str) -> bool:
    """Return whether a word is the name of a month in one of 50 languages, or a short form of it.

    >>> is_month("March"), is_month("Sept."), is_month("октября"), is_month("min")
    (True, True, True, False)
    """
    return fold_word(word) in _months()


_MONTH_OF_YEAR = re.compile(r"([^\W\d_]{3,20})\.?\s(?:de\s)?(?:19|20)\d\d\W{0,3}(?:\d{1,4}\W?)?")


def is_showing(text: str) -> bool:
    """Return whether a text is a day, a time or a month of a year and nothing else.

    >>> is_showing("Sa 4 oct 20h00"), is_showing("20:15 Uhr"), is_showing("Freaky Friday"), is_showing("1917")
    (True, True, False, False)
    >>> is_showing("Janvier 2023"), is_showing("March 2021 (4)"), is_showing("June 17, 1972")
    (True, True, False)
    """
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return False
    if (of_year := _MONTH_OF_YEAR.fullmatch(text)) and is_month(of_year[1]):
        return True
    kinds = "".join(map(_kind, _TOKEN.finditer(text)))
    return "x" not in kinds and re.search(rf"{_DATE}|{_TIME}", kinds) is not None


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(WEEKDAY_FILE.read_text(encoding="utf-8").split())


@cache
def _months() -> frozenset[str]:
    return frozenset(MONTH_FILE.read_text(encoding="utf-8").split())
