"""Read the stars that records draw without a word: rows of icons, pictures of stars, classes such as `stars-4`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from moviescrape.parse.records.groups import RecordSpan
from moviescrape.parse.records.outline import Outline

MAX_ELEMENTS = 400
"""So many elements of a record are looked at."""
_ICONS = frozenset({"b", "em", "i", "img", "li", "span"})
STAR_WORDS = (
    r"(?:stars?|estrell?as?|estrelas?|[eé]toiles?|sterne?n?|stell[ae]|gwiazdk[ai]|hvezd\w{1,5}|t[aä]hdet|stjern\w{1,3}"
    r"|зв[её]зд\w{0,2})"
)
"""A word for stars in several languages, in classes, files and texts."""
_STAR = re.compile(rf"(?<![a-z]){STAR_WORDS}(?![a-z])", re.IGNORECASE)
_HALF = re.compile(r"half|media|mezza|demi|halb", re.IGNORECASE)
_FULL = re.compile(
    r"(?<![a-z])(?:fill|filled|full|active|on|checked|solid|fas|gold|yellow|selected|llena|pleine|piena|voll)(?![a-z])",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"empty|(?<![a-z])off(?![a-z])|outline|gr[ea]y|-o(?![a-z])|blank|inactive|far(?![a-z])|regular|vac[ií]a|vuota|leer|vide(?![a-z])",
    re.IGNORECASE,
)
_GRADE = re.compile(
    rf"(?:[a-z]{{1,12}}[-_])?(?:all)?(?:{STAR_WORDS}|rating|note|score)(?:\d{{1,2}}[a-z])?[-_]{{0,2}}(\d{{1,3}}(?:[._-]5)?)(?:\.[a-z]{{3,4}})?"
    rf"|(\d(?:[._-]5)?)[-_]?{STAR_WORDS}(?:\.[a-z]{{3,4}})?",
    re.IGNORECASE,
)
"""A class or the file of a picture that says how many stars are drawn: `stars-4`, `rating_45`, `3-5stars.gif`."""
_FEWEST_SCORES, _FEWEST_VALUES = 3, 2
_SHORT = 20
_ROWS = (5, 10)
_SCALES = (5, 10, 50, 100)


def star_scores(page: Outline, spans: Sequence[RecordSpan]) -> list[str | None]:
    """Return the score of each record as "3.5/5", None where it draws no stars or where the records' stars say nothing.

    Full stars without empty ones beside them, and numbers in classes, are scores where they differ from record to record.
    """
    rows = [next(_rows(page, span), []) for span in spans]
    return _of_whole_rows(rows) or _of_full_stars(rows) or _of_grades([_grade(page, span) for span in spans])


def _rows(page: Outline, span: RecordSpan) -> Iterator[list[str]]:
    """Yield rows of stars, each star by what it is called."""
    icons = []
    for number in range(span.start, min(span.end, span.start + MAX_ELEMENTS)):
        if page.tags[number] in _ICONS and page.ends[number] == number + 1 and page.first_text[number] == page.last_text[number]:
            parent = page.parents[number]
            is_lone = page.ends[parent] == parent + 2 and page.tags[parent] in _ICONS
            named = f"{_name_of(page, number)} {_name_of(page, parent)}" if is_lone else _name_of(page, number)
            if _STAR.search(named):
                icons.append((page.parents[parent] if is_lone else parent, named))
    for _, row in groupby(icons, key=lambda icon: icon[0]):
        yield [named for _, named in row]


def _name_of(page: Outline, number: int) -> str:
    """Return what an icon is called: its classes, and the file of a picture."""
    source = page.attribute(number, "src") or ""
    return f"{page.classes[number]} {source[:500].rpartition('/')[2]}"


def _count(row: Sequence[str]) -> float:
    """Return how many stars of a row are full, a half one counted 0.5."""
    half = sum(bool(_HALF.search(named)) for named in row)
    whole = [named for named in row if not _HALF.search(named)]
    full = sum(bool(_FULL.search(named)) for named in whole)
    return (full or sum(not _EMPTY.search(named) for named in whole)) + half / 2


def _of_whole_rows(rows: Sequence[Sequence[str]]) -> list[str | None]:
    """Return the scores of rows of five or ten stars, in some of which not all are full."""
    counts = [_count(row) for row in rows]
    if not any(len(row) in _ROWS and count < len(row) for row, count in zip(rows, counts, strict=True)):
        return []
    return [f"{count:g}/{len(row)}" if len(row) in _ROWS else None for row, count in zip(rows, counts, strict=True)]


def _of_full_stars(rows: Sequence[Sequence[str]]) -> list[str | None]:
    """Return the scores of rows that hold full and half stars alone, up to five; none where all rows are alike."""
    counts = [_count(row) if row else None for row in rows]
    return _of_numbers(counts, _ROWS[0]) if max(map(len, rows), default=0) <= _ROWS[0] else []


def _of_grades(found: Sequence[re.Match[str] | None]) -> list[str | None]:
    """Return the scores of numbers in classes; the scale is the least that holds them all, of tens of half stars up to 50."""
    usual = Counter(_form_of(each) for each in found if each).most_common(1)
    grades = [_number_of(each) if each and _form_of(each) == usual[0][0] else None for each in found]
    largest = max((grade for grade in grades if grade is not None), default=0)
    scale = next((scale for scale in _SCALES if largest <= scale), None)
    if scale == _SCALES[2] and any(grade and grade % 5 for grade in grades):
        scale = _SCALES[3]
    return (_of_numbers(grades, scale) if scale else []) or [None] * len(grades)


def _form_of(grade: re.Match[str]) -> str:
    """Return what stands around a number: where others are called `stars8`, `stars-1` is no score."""
    at = 1 if grade[1] else 2
    return f"{grade[0][: grade.start(at) - grade.start()]}0{grade[0][grade.end(at) - grade.start() :]}"


def _number_of(grade: re.Match[str]) -> float:
    return float((grade[1] or grade[2]).replace("_", ".").replace("-", "."))


def _of_numbers(numbers: Sequence[float | None], scale: int) -> list[str | None]:
    """Return numbers as scores; none where few records have one or all are alike."""
    given = [number for number in numbers if number]
    if len(given) < max(_FEWEST_SCORES, len(numbers) / 2) or len(set(given)) < _FEWEST_VALUES:
        return []
    return [f"{number * 10 / scale:g}/10" if number else None for number in numbers]


def _grade(page: Outline, span: RecordSpan) -> re.Match[str] | None:
    """Return the first class or picture's file with a number of stars; its element says "stars" at most."""
    for number in range(span.start, min(span.end, span.start + MAX_ELEMENTS)):
        if page.ends[number] == number + 1 and len(text := page.text(number)) <= _SHORT and not any(map(str.isdecimal, text)):
            for word in _name_of(page, number).split():
                if found := _GRADE.fullmatch(word):
                    return found
    return None
