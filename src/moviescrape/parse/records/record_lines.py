"""The texts of a record, and the lines that they make."""

import re
from collections.abc import Iterable, Iterator

from moviescrape.parse.records.groups import RecordSpan
from moviescrape.parse.records.outline import Outline


def text_span(page: Outline, record: RecordSpan) -> range:
    """Return the numbers of the texts in a record."""
    first = page.first_text[record.start]
    last = page.first_text[record.end] if record.end < len(page) else len(page.texts)
    outer = page.parents[record.start]
    while (
        last > first
        and page.owners[last - 1] < record.start
        and (page.owners[last - 1] != outer or record.end == page.ends[record.start])
    ):
        last -= 1
    return range(first, last)


def lines_of(page: Outline, span: Iterable[int]) -> Iterator[list[str]]:
    """Yield the lines of texts, each as the pieces between its tags; a word that a tag parts is one piece."""
    line: list[str] = []
    number = -1
    for text in span:
        if page.lines[text] != number and line:
            yield line
            line = []
        if page.glued[text] and line and (_is_one_word(line[-1], page.texts[text]) or _is_one_number(page, text)):
            line[-1] += page.texts[text]
        else:
            line.append(page.texts[text])
        number = page.lines[text]
    if line:
        yield line


def _is_one_word(before: str, after: str) -> bool:
    return before[-1].isalpha() and after[0].islower()


_EMPHASIS = frozenset({"b", "big", "em", "font", "i", "ins", "mark", "strong", "tt", "u"})
_YEAR_DIGITS = 4
_WHOLE, _FRACTION = re.compile(r"(?<![\d.,:])\d{1,2}[.,]$"), re.compile(r"\d{1,2}")
_LAST_DIGITS, _FIRST_DIGITS = re.compile(r"(?<![\d.,:])\d{1,3}$"), re.compile(r"\d{1,3}(?![\d.,:])")


def _is_one_number(page: Outline, text: int) -> bool:
    """Return whether tags part a number before a text: `9.` and `5`; where emphasis does, one of up to four digits."""
    if _WHOLE.search(page.texts[text - 1][-4:]) and _FRACTION.fullmatch(page.texts[text]):
        return True
    if not any(page.tags[page.owners[number]] in _EMPHASIS for number in (text - 1, text)):
        return False
    before, after = _LAST_DIGITS.search(page.texts[text - 1][-4:]), _FIRST_DIGITS.match(page.texts[text])
    return before is not None and after is not None and len(before[0] + after[0]) <= _YEAR_DIGITS
