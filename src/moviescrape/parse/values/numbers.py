"""Whole numbers and decimals as pages print them, in any script's digits."""

import re
import unicodedata

_USUAL = re.compile(r"([0-9]{1,15})\.?")
"""As most pages print it: read without asking for every other form."""
_WHOLE = re.compile(r"\d{1,3}(?:[.,'’\s]\d{3})+(?!\d)|\d+")
_DECIMAL = re.compile(r"\d{1,15}(?:[.,]\d{1,15})?")
_SHORT = re.compile(r"(?<!\d)(\d{1,6}(?:[.,]\d{1,6})?)\s*([KMkm])\b")
_SHORT_FACTORS = {"k": 1_000, "m": 1_000_000}
_SEPARATORS = re.compile(r"[.,'’\s]")


def ascii_digits(text: str) -> str:
    """`text` with every script's decimal digits, and Arabic decimal marks, as ASCII.

    >>> ascii_digits("۷٫۴ از ۱۰")
    '7.4 از 10'
    """
    if text.isascii():
        return text
    text = text.replace("٫", ".").replace("٬", ",")
    return "".join(str(unicodedata.decimal(c, c)) if not c.isascii() else c for c in text)


def read_decimal(text: object) -> float | None:
    """Return the first number in `text`, with a decimal comma or point; None where there is none.

    >>> read_decimal("8,7"), read_decimal("4.25 stars"), read_decimal("-")
    (8.7, 4.25, None)
    """
    if isinstance(text, (int, float)) and not isinstance(text, bool):
        return float(text) if abs(text) < 1e15 else None
    found = _DECIMAL.search(ascii_digits(text)) if isinstance(text, str) else None
    return float(found[0].replace(",", ".")) if found else None


def read_whole(text: object) -> int | None:
    """Return the first whole number in `text`, grouped or shortened as pages do; None where there is none.

    >>> read_whole("1,234,567 votes"), read_whole("(2.8M)"), read_whole("no votes")
    (1234567, 2800000, None)
    """
    if isinstance(text, (int, float)) and not isinstance(text, bool):
        return int(text) if abs(text) < 1e15 else None
    if not isinstance(text, str):
        return None
    if usual := _USUAL.fullmatch(text):
        return int(usual[1])
    plain = ascii_digits(text)
    short = _SHORT.search(plain)
    if short:
        return round(float(short[1].replace(",", ".")) * _SHORT_FACTORS[short[2].lower()])
    found = _WHOLE.search(plain)
    digits = _SEPARATORS.sub("", found[0]) if found else ""
    return int(digits) if 0 < len(digits) <= 15 else None
