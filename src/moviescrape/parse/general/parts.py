"""The parts of one item of a list, read for what a movie has: year, rating, runtime, people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from moviescrape.parse.dom.document import Node
from moviescrape.parse.fields import put
from moviescrape.parse.headline import headline_year
from moviescrape.parse.labels import label_field, split_labels
from moviescrape.parse.model import Record
from moviescrape.parse.values.names import split_people
from moviescrape.parse.values.numbers import ascii_digits
from moviescrape.parse.values.ratings import read_rating
from moviescrape.parse.values.runtimes import read_runtime
from moviescrape.parse.values.years import read_year

_PART = re.compile(r"\s*[|•·,;/()\[\]（）]\s*|\s+[-–—]\s+")
_YEAR = re.compile(
    r"(?:[IVX]+ )?((?:18[89]|19\d|20\d)\d)(?:\s*[-–—]\s*(?:(?:19|20)\d\d)?)?"
    r"(?:年|\s+(?:TV|Video|Short|Mini|Series|Movie|Film)[\w\s-]*)?",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|"
    r"\b\d{1,2}(?:st|nd|rd|th)?\.? (?:of )?[^\W\d]{3,12}\.?,? (?:de )?\d{4}|"
    r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}",
    re.IGNORECASE,
)
"""A day: of a review, a comment, a showing. Only a label makes it a film's."""
_UNIT = re.compile(
    r"\d\s*(?:(?:(?-i:h|m)|hrs?|mins?|minut\w{0,3}|std|uur|мин|ч|хв|dk|perc|mn|دقیقه|دقيقة)\b|分|분|시간|小时|時間)",
    re.IGNORECASE,
)
_RATED = re.compile(
    r"rating|score|vote|stars?\b|imdb|tomato|note\b|valoraci|bewertung|hodnocen|betyg|puan|ocena|рейтинг", re.IGNORECASE
)
_OF_RATINGS = ("data-rating", "data-score")
_COUNTS = re.compile(r"count|number|total|votes|reviews|users|people", re.IGNORECASE)
_NUMBER = re.compile(r"[^\d]{0,3}(\d{1,3}(?:[.,]\d{1,2})?)\s*(%|/\s*\d{1,3})?\s*")
_STARS = re.compile(r"(★{2,}+|★(?!\s*\d))([½☆✩]*)")
_LONGEST_LINE = 120
_LONGEST_LABELLED = 400


@dataclass(slots=True)
class Parts:
    """What an item's parts say. `days` are the years of full dates; `ratings` are (text, whether the markup speaks of stars)."""

    years: list[int] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    ratings: list[tuple[str, bool]] = field(default_factory=list)
    runtime: int | None = None
    labelled: dict[str, str] = field(default_factory=dict)


def read_parts(item: Node, title: str | None = None) -> Parts:
    """The parts of an item, from its texts but the title, and from the classes of its elements."""
    parts = Parts()
    for line in item.lines:
        if len(line) <= _LONGEST_LABELLED:
            for field, text in split_labels(line):
                parts.labelled.setdefault(field, text)
    for field, text in _data_values(item):
        parts.labelled.setdefault(field, text)
    for field, names in _classed_people(item):
        parts.labelled.setdefault(field, names)
    if title and (year := headline_year(title)):
        parts.years.append(year)
    texts = [*(text for node in item.select("*") if (text := node.own_text)), *item.lines]
    for text in texts:
        if len(text) <= _LONGEST_LINE and text != title:
            _read_line(text, parts)
    parts.ratings = _without_choices(list(_ratings(item)))
    return parts


_DATA = {
    "year": ("data-year", "data-release-year", "data-film-release-year", "data-release"),
    "runtime": ("data-runtime", "data-duration"),
    "actors": ("data-actors", "data-cast", "data-starring"),
    "directors": ("data-director", "data-directors"),
}
_DATED = ", ".join(f"[{name}]" for names in _DATA.values() for name in names)


def _data_values(item: Node) -> Iterator[tuple[str, str]]:
    """(field, text) for each attribute in which a page gives its own script what it knows of a film."""
    nodes = (item, *item.select(_DATED))
    for name, attributes in _DATA.items():
        text = next((said for node in nodes for each in attributes if (said := node.attribute(each))), "")
        if text.strip() and not (name == "runtime" and text.isdecimal() and int(text[:9]) > MAX_RUNTIME_MIN):
            yield name, text.strip()


_PEOPLE = {
    "actors": re.compile(r"(?:^|[\s_-])(?:cast|actors?|starring)(?:$|[\s_-])", re.IGNORECASE),
    "directors": re.compile(r"(?:^|[\s_-])directors?(?:$|[\s_-])", re.IGNORECASE),
}
_MAY_HOLD_PEOPLE = '[class*="cast"], [class*="actor"], [class*="starring"], [class*="director"]'


def _classed_people(item: Node) -> Iterator[tuple[str, str]]:
    """(field, names) of elements whose class names a cast or a director, where they hold links and nothing else but a label."""
    for node in item.select(_MAY_HOLD_PEOPLE):
        named = node.attribute("class") or ""
        fields = [name for name, pattern in _PEOPLE.items() if pattern.search(named)]
        linked = [text for link in node.select("a") if (text := link.text)] if fields else []
        rest = node.text
        for text in linked:
            rest = rest.replace(text, "", 1)
        rest = rest.strip(" ,;|/·•:")
        if linked and (not re.search(r"\w", rest) or label_field(rest)):
            yield from ((name, ", ".join(linked)) for name in fields)


_CHOICES = frozenset("12345")


def _without_choices(ratings: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The ratings without the numbers that a visitor is to choose from, 1 to 5 or 10."""
    if not _CHOICES.issubset(text.strip() for text, _ in ratings):
        return ratings
    return [(text, stars) for text, stars in ratings if not text.strip().isdecimal()]


def _read_line(line: str, parts: Parts) -> None:
    plain = ascii_digits(line)
    parts.days += [year for day in _DATE.findall(plain) if (year := read_year(day))]
    for piece in map(str.strip, _PART.split(_DATE.sub(" ", plain))):
        if (found := _YEAR.fullmatch(piece)) and (year := read_year(found[1])):
            parts.years.append(year)
    parts.runtime = parts.runtime or runtime_in_line(line)


SHORTEST_MIN = 20
MAX_RUNTIME_MIN = 600
"""Outside of these, a length in running text is a trailer's, or not a film's."""


def runtime_in_line(line: str) -> int | None:
    """The running time that a short line gives as one of its parts.

    >>> runtime_in_line("USA, 1999, 136 min"), runtime_in_line("He waits for 40 minutes and then goes home again")
    (136, None)
    """
    if len(line) > _LONGEST_LINE or not _UNIT.search(line := ascii_digits(line)):
        return None
    if _REPEATED.search(line):
        return read_runtime(line)
    pieces = (piece.strip() for piece in _PART.split(line))
    found = (read_runtime(piece) for piece in pieces if _TIMED.fullmatch(piece) or _IN_MINUTES.match(piece))
    return next((minutes for minutes in found if minutes and SHORTEST_MIN <= minutes <= MAX_RUNTIME_MIN), None)


_TIMED = re.compile(r"[^\W\d]{0,20}\s?:?\s?(?:\d{1,3}\s?[^\W\d]{1,7}\.?,?\s?(?:[^\W\d]{1,3}\s)?){1,2}")
_IN_MINUTES = re.compile(
    r"\d{2,3}\s?min(?:s|utes?)?\b\.?(?!\s(?:of|ago|later|read|into|before|after|from|and|to)\b)", re.IGNORECASE
)
_REPEATED = re.compile(r"\b\d\s?[x×]\s?\d{2,3}\s?min")


def _ratings(item: Node) -> Iterator[tuple[str, bool]]:
    """The texts of elements that are named after ratings, and rows of stars."""
    for node in (item, *item.select("[class], [aria-label], [data-rating], [data-score]")):
        named = f"{node.attribute('class') or ''} {node.attribute('data-testid') or ''}"
        for name in ("data-rating", "data-score", "data-value", "data-percent"):
            if (said := node.attribute(name)) and (_RATED.search(named) or name in _OF_RATINGS) and _NUMBER.fullmatch(said):
                yield (f"{said}%" if name == "data-percent" else said), "star" in named
        said = node.attribute("aria-label") or ""
        if 0 < len(said) < 80 and (_RATED.search(said) or "★" in said or "별" in said) and re.search(r"\d", said):
            yield said, True
        elif _RATED.search(named) and not _COUNTS.search(named):
            text = node.text
            if len(text) <= 20 and _NUMBER.fullmatch(ascii_digits(text)):
                yield text, "star" in named
    for line in item.lines:
        if found := _STARS.search(line):
            yield found[0], True


def column_scale(raw: list[tuple[str, bool]]) -> float:
    """The best possible rating of a list that prints bare numbers, from all of its numbers.

    >>> column_scale([("8.1", False), ("7.2", False)]), column_scale([("88", False)]), column_scale([("4.1", True), ("3", True)])
    (10, 100, 5)
    """
    numbers = [float(found[1].replace(",", ".")) for text, _ in raw if (found := _NUMBER.match(ascii_digits(text)))]
    largest = max(numbers, default=10)
    if largest > 10:
        return 100
    in_stars = sum(stars for _, stars in raw) > len(raw) / 2
    return 5 if largest <= 5 and (in_stars or len(numbers) >= _ENOUGH) else 10


_ENOUGH = 8
"""Of so many films, one has more than half of ten points."""


def put_parts(record: Record, parts: Parts, scale: float) -> None:
    """Read an item's parts into its record; labelled values first, but for the rating: sites label several scores."""
    if parts.ratings and any(digit in ascii_digits(parts.ratings[0][0]) for digit in "123456789★"):  # 0 is no vote yet
        put(record, "rating", parts.ratings[0][0], lambda text: read_rating(text, scale))
    for name, text in parts.labelled.items():
        put(record, name, split_people(text) if name in ("actors", "directors") else text)
    if parts.years:
        put(record, "year", parts.years[0])
    put(record, "runtime", parts.runtime)
