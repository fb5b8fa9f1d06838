"""Read one line of a record that has no label: years, full dates, running times, times of day, prices."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from moviescrape.parse.records.line_minutes import UNIT, hours_in, minutes_of
from moviescrape.parse.records.showings import is_month
from moviescrape.parse.values.numbers import ascii_digits
from moviescrape.parse.values.years import read_year

_MAX_PIECE = 40


@dataclass(slots=True)
class Facts:
    """What the lines of a record say; each only where it was found. `years` are of first release, `days` those of full dates.

    `times` are times of day, `starts` those of them at which something begins: not those of opening hours, from one to another.
    """

    labelled: dict[str, str] = field(default_factory=dict)
    years: list[int] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    runtimes: list[int] = field(default_factory=list)
    times: int = 0
    starts: int = 0
    prices: int = 0
    letters: int = 0


def read_pieces(pieces: Sequence[str], title: str, facts: Facts) -> None:
    """Read the pieces of a line that stand in elements of their own: "1955", "118 mins" side by side."""
    times = sum(bool(TIME_OF_DAY.search(piece)) for piece in pieces)
    for piece in pieces:
        plain = ascii_digits(piece)
        if piece == title or len(piece) > _MAX_PIECE:
            continue
        if found := _YEAR.fullmatch(_STARS.sub("", plain).strip(" ()[],;|·•")):
            year = read_year(found[1])
            facts.years += [year] if year and year not in facts.years else []
            continue
        parts = _parts_of(plain)
        lengths = [minutes for part in parts if (minutes := _minutes(part, times))]
        facts.runtimes += [minutes for minutes in lengths if minutes not in facts.runtimes]
        if lengths:
            years = [year for part in parts if (found := _YEAR.fullmatch(part)) and (year := read_year(found[1]))]
            facts.years += [year for year in years if year not in facts.years]


def _parts_of(line: str) -> list[str]:
    """Return the parts of a line of facts: "2014, 1 godz. 37 min." has two, a full stop shortens the hours' unit."""
    return [part for part in _PART.split(_SHORTENED.sub(r"\1 ", line)) if part]


_SHORTENED = re.compile(r"((?<!\d)\d{1,2}\s?[^\W\d_]{1,8})\.\s(?=\d{1,2}\s?[^\W\d_])")
_STARS = re.compile(r"[*★☆⭐]{1,10}(?:\s?1/2|½)?")
_PART = re.compile(rf"\s?[|•·,;/()\[\]（）、，／｜–—]\s?|\s?{_STARS.pattern}\s?|\s-\s|\.\s")
_YEAR = re.compile(
    r"(?:[IVX]+ )?((?:18[89]|19\d|20\d)\d)(?:\s*[-–—]\s*(?:(?:19|20)\d\d)?)?"
    r"(?:年|년|\s*(?:г\.?|год|р\.?|рік|m\.?|gads|թ\.?|წ\.?|წელი))?(?:\s+(?:TV|Video|Short|Mini|Series|Movie|Film|Documentary)[\w\s-]*)?",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|"
    r"\b\d{1,2}(?:st|nd|rd|th)?\.? (?:of |de )?(?P<month>[^\W\d]{3,12})\.?,? (?:de )?\d{4}|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\.? (?:19|20)\d\d\b|"
    r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\b\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?\d{4}",
    re.IGNORECASE,
)
TIME_OF_DAY = re.compile(r"(?<![\d:.])(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d)(?:\s*[ap]\.?m)?|\b\d{1,2}\s*[ap]\.?m\b", re.IGNORECASE)
_HOURS = re.compile(
    r"(\d{1,2})[:.h](\d\d)(?:\s?[ap]\.?m\.?)?\s?(?:[-–—]|to|bis|до|à|až|do|tot)\s?(\d{1,2})[:.h](\d\d)", re.IGNORECASE
)
"""From one time of day to another."""
_SHORTEST_FILM, _LONGEST_FILM = 90, 200
"""Minutes between two showings of a film one after the other: "19.00-21.30"."""
_PRICE = re.compile(r"[$€£₹¥₩]\s?\d|\d\s?(?:€|zł|kč|руб|грн|kr\b|лв|₽|₴)", re.IGNORECASE)


def read_line(line: str, facts: Facts) -> None:
    """Read a line of facts, digits in ASCII, into `facts`."""
    times = count_times(line, facts)
    facts.prices += bool(_PRICE.search(line))
    dated = [found[0] for found in _DATE.finditer(line) if _is_date(found)]
    facts.days += [year for day in dated if (year := read_year(day))]
    rest = _DATE.sub(lambda found: " " if _is_date(found) else found[0], line) if dated else line
    for part in _parts_of(rest):
        if (found := _YEAR.fullmatch(part)) and (year := read_year(found[1])):
            facts.years.append(year)
        elif minutes := _minutes(part, len(times)):
            facts.runtimes.append(minutes)


def _is_date(found: re.Match[str]) -> bool:
    """Return whether what has the form of a date is one: "12 min, 2019" is not."""
    return found["month"] is None or is_month(found["month"])


def count_times(line: str, facts: Facts) -> list[str]:
    """Return the times of day in a line, and count them."""
    times: list[str] = TIME_OF_DAY.findall(line)
    facts.times += len(times)
    facts.starts += len(times) - 2 * sum(map(_are_hours, _HOURS.finditer(line))) if times else 0
    return times


def _are_hours(found: re.Match[str]) -> bool:
    """Return whether two times of day are those of opening and closing, and not of one showing after the other.

    Those with "am" or "pm" are taken for the former: showings are not written so.
    """
    first, last = int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4])
    return "m" in found[0].lower() or not _SHORTEST_FILM <= last - first <= _LONGEST_FILM


def _minutes(part: str, times: int) -> int | None:
    """Return a running time; `1h45` is one where it is the line's only time, as showings are several or at a later hour."""
    if UNIT.search(part) and (minutes := minutes_of(part)):
        return minutes
    return hours_in(part) if times == 1 else None
