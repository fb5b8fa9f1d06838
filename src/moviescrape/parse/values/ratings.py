"""Scores on 0-10, whatever scale a page prints."""

import re

from moviescrape.parse.values.numbers import ascii_digits

_USUAL = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})?")
"""As most pages print it: read without asking for every other form."""
_NUMBER = r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,15})?)"
_PERCENT = re.compile(rf"{_NUMBER}\s*[%٪]")
_OF = re.compile(rf"{_NUMBER}\s*(?:/|of|out of|von|sur|de|van|из|از|z|av|su)\s*(\d{{1,3}})(?!\d)", re.IGNORECASE)
_OF_REVERSED = re.compile(rf"(\d{{1,3}})\s*(?:개\s*만점에|分満点中|星中)\s*{_NUMBER}")
_STARS = re.compile(r"(★{2,10}+|★(?!★|\s*\d))\s*(½?)")
"""A row of stars; a single one before a number is an ornament."""
_TORN = re.compile(r"^\s*(\d)\s*\.\s+(\d)\s*$")
"""The whole and the fraction in elements of their own, which some tools set on lines of their own."""
_FIRST = re.compile(rf"(?<![\d.,]){_NUMBER}(?![\d])")


def read_rating(text: object, scale: float = 10) -> float | None:
    """The score that `text` gives, on 0-10; `scale` is the best possible where the text itself doesn't say.

    A score that says its own scale (87 %, 4.2/5) is believed over `scale`. Not a number, or off its scale: None.

    >>> [read_rating(t) for t in ("8.7", "8,7", "87%", "4.2 of 5", "★★★★", "★ 8.1", "11", "no score yet")]
    [8.7, 8.7, 8.7, 8.4, 8.0, 8.1, None, None]
    >>> read_rating("84", scale=100), read_rating(4.5, scale=5), read_rating("9. 5")
    (8.4, 9.0, 9.5)
    """
    if isinstance(text, (int, float)) and not isinstance(text, bool):
        return on_ten(float(text), scale)
    if not isinstance(text, str):
        return None
    if _USUAL.fullmatch(text):
        return on_ten(float(text), scale)
    plain = _TORN.sub(r"\1.\2", ascii_digits(text))
    percent = _PERCENT.search(plain)
    if percent:
        return on_ten(_number(percent[1]), 100)
    of = _OF.search(plain)
    if of and float(of[2]) in (4, 5, 6, 10, 20, 100):
        return on_ten(_number(of[1]), float(of[2]))
    reversed_of = _OF_REVERSED.search(plain)
    if reversed_of:
        return on_ten(_number(reversed_of[2]), float(reversed_of[1]))
    stars = _STARS.search(plain)
    if stars:
        return on_ten(len(stars[1]) + len(stars[2]) / 2, max(5, len(stars[1])))
    first = _FIRST.search(plain)
    return on_ten(_number(first[1]), scale) if first else None


def on_ten(value: float, scale: float, worst: float = 0) -> float | None:
    """`value` on a scale up to `scale`, on 0-10 with at most two decimals; None where it is off the scale.

    >>> on_ten(3.5, 5)
    7.0
    """
    if not (scale > 0 and worst <= value <= scale):
        return None
    return round(value * 10 / scale, 2)


def _number(text: str) -> float:
    return float(text.replace(",", "."))
