"""Well-known film titles, as hashes: two of them in a list say more than any word. Built by `tests/bench/known_titles.py`."""

import hashlib
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("known_titles.bin")
_SIZE = 5
_MIN_LETTERS = 6
"""Shorter titles (Up, It, Home) are words of menus as well."""
_NO_LETTER = re.compile(r"(?:[^\w\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0900-\u109f\u1780-\u17ff]|_)+")
"""The ranges hold vowel signs and accents, which `\\w` leaves out."""


def hash_title(title: str) -> bytes | None:
    """Return the hash of a title, whatever its case and punctuation; None for one that is too short to mean anything."""
    folded = _NO_LETTER.sub(" ", unicodedata.normalize("NFKC", title).casefold()).strip()
    letters = folded.replace(" ", "")
    short = 3 if any(ord(letter) > 0x2E7F for letter in letters) else _MIN_LETTERS
    if len(letters) < short or letters.isdecimal():
        return None
    return hashlib.blake2b(folded.encode(), digest_size=_SIZE).digest()


def count_known(titles: Iterable[str]) -> int:
    """Return how many distinct titles are well-known films.

    >>> count_known(["The Godfather", "Contact us"])
    1
    """
    known = _known()
    return sum(_holds(known, found) for found in {hash_title(title) for title in titles} if found)


def _holds(known: tuple[bytes, ...], wanted: bytes) -> bool:
    at = bisect_left(known, wanted)
    return at < len(known) and known[at] == wanted


@cache
def _known() -> tuple[bytes, ...]:
    packed = FILE.read_bytes()
    return tuple(packed[at : at + _SIZE] for at in range(0, len(packed), _SIZE))
