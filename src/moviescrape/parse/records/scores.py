"""Read the score that a record shows: elements named after ratings, labels for screen readers, stars as letters."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from moviescrape.parse.records.groups import RecordSpan
from moviescrape.parse.records.outline import Outline
from moviescrape.parse.records.record_lines import lines_of, text_span
from moviescrape.parse.records.star_icons import STAR_WORDS
from moviescrape.parse.values.numbers import ascii_digits
from moviescrape.parse.values.ratings import OUT_OF

_RATED = re.compile(
    r"rating|(?<![a-z])rate(?![a-z])|score|vote|stars?(?![a-z])|estrell?as|[eé]toiles|sterne|puntuaci|imdb|tomato|not[ae](?![a-z])"
    r"|voto(?!s?[a-z])|punteggio|cijfer|vurdering|arvosana|ertekel|vertinim|vertejum|hinne(?![a-z])|re[iy]ting|rejting|ocjen"
    r"|sk[oó]re?(?![a-z])|diem(?![a-z])|valoraci|bewertung|hodnocen|betyg|puan|ocena|рейтинг|평점|评分|評分|評価|تقييم|امتیاز|ציון|คะแนน",
    re.IGNORECASE,
)
_IN_STARS = re.compile(rf"{STAR_WORDS}|별", re.IGNORECASE)
_STARS_SAID = re.compile(rf"\d(?:[.,]\d)?\s?(?:{OUT_OF}\s?\d{{1,2}}\s)?{STAR_WORDS}(?!\w)", re.IGNORECASE)
"""What stands for a picture of stars: "4 stars", "3,5 de 5 estrellas"."""
_MAX_LABEL = 80
_COUNTS = re.compile(
    r"(?<![a-z])age[-_ ]?(?:rat|limit|restrict|class)|certificat|parental|censor|fsk|pegi"
    r"|count|number|total|votes\b|reviews|users|people|expect|want|my-?rating|your-?rating|user-?vote",
    re.IGNORECASE,
)
_ATTRIBUTES = ("data-rating", "data-score", "data-value", "data-percent")
_NUMBER = re.compile(
    rf"[^\d]{{0,24}}(\d{{1,3}}(?:[.,]\d{{1,2}})?)(?!\d)\s*(%|{OUT_OF}\s*\d{{1,3}})?\s*(?:分|点|점)?\s*", re.IGNORECASE
)
_STAR_NUMBER = re.compile(r"(?:⭐|★|☆|🌟)\ufe0f?\s?:?\s?(\d{1,2}(?:[.,]\d{1,2})?(?:\s?/\s?(?:10|5|100))?)(?![\d/])")
"""One star as the sign of a rating, and the number behind it."""
_STARS = re.compile(r"★[★½☆✩ ]*")
_OUT_OF = re.compile(r"(?<![\d.,/])(?!0\d)\d{1,2}(?:[.,]\d{1,2})?\s*/\s*(?:10|5|100)(?![\d/])")
_CLOCK = re.compile(r"\d[:h]\d\d")
"""A time of day: beside it, 5/10 is the fifth of October."""
_IMDB = re.compile(r"\bimdb(?:[ -](?:rating|score|puan[ıi]?|note|bewertung))?\s?[:=-]?\s?(\d[.,]\d)(?![\d.,])", re.IGNORECASE)
"""Whose score it is names it, whatever stands before it in the line."""
_OF_SOURCE = re.compile(
    r"(?:[čc]sfd|kinobox|imdb|кинопоиск|кп|kinopoisk|filmweb|allocin[ée]|letterboxd|douban|豆瓣|moviemeter|filmaffinity|port\.hu)"
    r"\W{0,3}(\d{1,3}\s?%|\d[.,]\d{1,2}(?:\s?/\s?\d{1,2})?)",
    re.IGNORECASE,
)
"""A score and the site that it comes from, in an element of their own."""
_MAX_SAID = 30
_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*(\d{1,3}(?:\.\d+)?)\s*%")


def scores_in(page: Outline, span: RecordSpan) -> Iterator[tuple[str, bool]]:
    """Yield (text, whether it is counted in stars) for each score in a record, the surest first."""
    for number in range(span.start, min(span.end, span.start + 400)):
        yield from _marked(page, number)
    for text in text_span(page, span):
        if len(said := page.texts[text]) <= _MAX_SAID and (found := _OF_SOURCE.fullmatch(ascii_digits(said))):
            yield found[1], False
    for line in map(" ".join, lines_of(page, text_span(page, span))):
        if len(line) <= 60:
            if found := _STAR_NUMBER.search(ascii_digits(line)):
                yield found[1], False
            elif found := _STARS.search(line):
                yield found[0].replace(" ", ""), True
            elif len(line) < 40 and (found := _OUT_OF.search(ascii_digits(line))) and not _CLOCK.search(line):
                yield found[0], False
            elif found := _IMDB.search(ascii_digits(line)):
                yield found[1], False


def lone_score(page: Outline, texts: Sequence[int]) -> str | None:
    """Return the score of a page about one movie: the only number such as 8.2 in elements named after ratings."""
    found = {
        number
        for text in texts
        if _DECIMAL.fullmatch(number := ascii_digits(page.texts[text])) and _is_rated(page, page.owners[text])
    }
    return found.pop() if len(found) == 1 else None


_DECIMAL = re.compile(r"\d[.,]\d")


def _marked(page: Outline, number: int) -> Iterator[tuple[str, bool]]:
    element = page.elements[number]
    named = f"{page.classes[number]} {element.get('data-testid') or ''}"
    rated = bool(_RATED.search(named)) and not _COUNTS.search(named)
    for name in _ATTRIBUTES:
        said = element.get(name)
        if said and (rated or name in ("data-rating", "data-score")) and _NUMBER.fullmatch(said):
            yield (f"{said}%" if name == "data-percent" else said), "star" in named
    if rated and (of := _OUT_OF.search(element.get("title") or "")):
        yield of[0], False
    if (rated or _is_rated(page, page.parents[number])) and (width := _WIDTH.search(element.get("style") or "")):
        yield f"{width[1]}%", False
    drawn = element.get("alt") or ""
    if len(drawn) < _MAX_LABEL and _STARS_SAID.search(drawn):
        yield drawn, True
    label = element.get("aria-label") or (element.get("title") if rated else None) or ""
    if (
        0 < len(label) < _MAX_LABEL
        and (_RATED.search(label) or "★" in label or "별" in label)
        and re.search(r"\d", label)
        and not _COUNTS.search(label)
    ):
        yield label, bool(_IN_STARS.search(label))
    elif rated:
        text = page.text(number)
        if 0 < len(text) <= 20 and (found := _NUMBER.fullmatch(ascii_digits(text))):
            yield f"{found[1]} {found[2] or ''}".rstrip(), "star" in named


def _is_rated(page: Outline, number: int) -> bool:
    named = page.classes[number] if number >= 0 else ""
    return bool(_RATED.search(named)) and not _COUNTS.search(named)


def scale_of(found: list[tuple[str, bool]]) -> float:
    """Return the best possible rating of a list that prints bare numbers, from all of its numbers.

    One number above ten among others is no score: a count, a rank.

    >>> scale_of([("8.1", False), ("7.2", False)]), scale_of([("88", False)]), scale_of([("4.1", True), ("3", True)])
    (10, 100, 5)
    >>> scale_of([("8.1", False), ("7.2", False), ("54", False)])
    10
    """
    numbers = [number for text, _ in found if (number := _number_in(text)) is not None]
    large = sum(number > _MOST_POINTS for number in numbers)
    if large > len(numbers) * _SOME:
        return 100
    largest = max((number for number in numbers if number <= _MOST_POINTS), default=10)
    in_stars = sum(stars for _, stars in found) > len(found) / 2
    return 5 if largest <= 5 and (in_stars or len(numbers) >= _ENOUGH) else 10


def of_one_form(found: Sequence[Sequence[tuple[str, bool]]]) -> list[tuple[str, bool] | None]:
    """Return one score of each record: of the form that most records have, "User score: 7.5" or a bare number, else its first.

    >>> of_one_form([[("42", False), ("Users: 5.1", False)], [("Users: 4", False)], [("Rate it", False)]])
    [('Users: 5.1', False), ('Users: 4', False), None]
    """
    scored = [[score for score in each if score[1] or (_number_in(score[0]) or _TOO_MANY) < _TOO_MANY] for each in found]
    forms = Counter(form for each in scored for form in dict.fromkeys(_form_of(score[0]) for score in each))
    usual = max(forms, key=lambda form: forms[form], default="")
    return [next((score for score in each if _form_of(score[0]) == usual), each[0]) if each else None for each in scored]


_TOO_MANY = 101


def _number_in(text: str) -> float | None:
    """Return the first number of a text, None where it has none."""
    found = _NUMBER.match(ascii_digits(text))
    return float(found[1].replace(",", ".")) if found else None


def _form_of(score: str) -> str:
    return _DIGITS.sub("0", score)


_DIGITS = re.compile(r"\d[\d.,]{0,9}")


def are_ages(texts: Sequence[str]) -> bool:
    """Return whether the numbers of a list are ages from which its films may be seen: "K16", "12+" in elements called rating.

    >>> are_ages(["K16", "K12", "K7"]), are_ages(["12", "8.5"]), are_ages(["7", "6"]), are_ages(["16/20", "12/20"])
    (True, False, False, False)
    """
    numbers = [number for text in texts if (number := re.fullmatch(r"\D{0,8}(\d{1,2})\+?", ascii_digits(text)))]
    ages = {int(number[1]) for number in numbers}
    return len(numbers) == len(texts) > 0 and ages <= _AGES and max(ages) > _MOST_POINTS


_AGES = frozenset({0, 3, 4, 6, 7, 9, *range(10, 22)})
_MOST_POINTS = 10
_SOME = 0.34
_ENOUGH = 8
"""Of so many films, one has more than half of ten points."""
