"""Read the score that a page about one movie shows in its lines: of ten, behind a word, as a row of stars."""

import re
from collections.abc import Sequence

from moviescrape.parse.values.numbers import ascii_digits

_MAX_LINE = 200
_OF_TEN = re.compile(r"(?<![\d.,/])(\d[.,]\d{1,2})\s?/\s?10(?![\d.,/])")
_NAMED = re.compile(
    r"(?:imdb|rating|score|bewertung|wertung|note|puntuación|valoración|nota|voto|ocena|hodnocení|рейтинг|оценка|평점|评分|評分"
    r"|評価|βαθμολογία|betyg|puan)"
    r"[^\d]{0,12}(?P<value>\d{1,2}[.,]\d{1,2})(?:\s?(?:/|von|out of|sur|de|di|van|z|ze|из|av|af|/\s)\s?(?P<best>5|10"
    r"|100)(?!\d))?(?![\d.,])",
    re.IGNORECASE,
)
_STARS = re.compile(r"★[★ ]*[☆✩ ]*")
_HALF = 5.0


def score_in_lines(lines: Sequence[str]) -> str | None:
    """Return the one score of a page's lines; visitors' own are whole numbers, and where scores differ none is the page's.

    >>> score_in_lines(["Rating 7.9/10"]), score_in_lines(["IMDb: 7.9"]), score_in_lines(["7.1/10", "8.2/10"])
    ('7.9/10', '7.9/10', None)
    """
    short = [ascii_digits(line) for line in lines if len(line) <= _MAX_LINE]
    of_ten = {f"{match[1]}/10".replace(",", ".") for line in short for match in _OF_TEN.finditer(line)}
    stars = {
        f"{line.count('★')}/{count}"
        for line in short
        if _STARS.fullmatch(line) and (count := len(line.replace(" ", ""))) in (5, 10)
    }
    found = of_ten or stars or {score for line in short if (match := _NAMED.search(line)) and (score := _scaled(match))}
    return found.pop() if len(found) == 1 else None


def _scaled(match: re.Match[str]) -> str | None:
    """Return a score with its scale: the one that is printed, else ten where the number is too high for five stars."""
    value = match["value"].replace(",", ".")
    best = match["best"] or ("10" if float(value) > _HALF else None)
    return f"{value}/{best}" if best and float(value) <= float(best) else None
