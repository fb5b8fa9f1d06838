"""The numbers, words and marks of a text that says a running time."""

import re
from enum import Enum, auto
from typing import NamedTuple

from moviescrape.parse.values.time_words import AND, FILLERS, HOURS, MINUTES, UNSPACED, WEAK_HOURS, WHOLE_HOURS


class Kind(Enum):
    """What a token of a running time is."""

    NUMBER = auto()
    CLOCK = auto()
    HOUR = auto()
    WEAK_HOUR = auto()
    MINUTE = auto()
    AND = auto()
    TIMES = auto()
    WORD = auto()
    MARK = auto()


class Token(NamedTuple):
    """A number, word or mark of a text."""

    kind: Kind
    text: str
    glued: bool
    """No white space before it."""


CLOCK = re.compile(r"\d{1,3}:[0-5]\d(?::[0-5]\d)?")
_TOKEN = re.compile(
    r"(?P<clock>\d{1,3}:[0-5]\d(?::[0-5]\d)?(?![\d:]))"
    r"|(?P<number>\d{1,3}(?:[.,]\d{3})++(?![\d.,])|\d++(?:[.,]\d++)?½?|½)"
    r"|(?P<word>[^\s\d!-/:-@\[-`{-~¡-¿\u2010-\u205e、。，；：（）【】《》「」『』／｜،؛؟׳×]++)\.?"
    r"|(?P<mark>\S)"
)
PRIMES = frozenset("'’´′‘`ʹ׳")
DASHES = frozenset("-–—‐‑")


def _kind_of(found: re.Match[str], text: str) -> Kind:
    if found["clock"]:
        return Kind.CLOCK
    if found["number"]:
        return Kind.NUMBER
    if found["mark"]:
        return _mark_kind(found, text)
    word = found["word"].casefold()
    if word in ("x", "х"):
        return Kind.TIMES
    if word in HOURS or word in WHOLE_HOURS:
        return Kind.HOUR
    if word in WEAK_HOURS:
        return Kind.WEAK_HOUR
    if word in MINUTES:
        return Kind.MINUTE
    if word in AND:
        return Kind.AND
    unit = next((unit for unit in UNSPACED if word.startswith(unit)), None) if word > "\u0e00" else None
    return Kind.WORD if unit is None else Kind.HOUR if unit in HOURS else Kind.MINUTE


def _mark_kind(found: re.Match[str], text: str) -> Kind:
    mark, before, after = found[0], text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    if mark in "&+,":
        return Kind.AND
    if mark in "×*":
        return Kind.TIMES
    is_prime = mark in PRIMES and before.isdecimal() and not (after.isalpha() or (after in PRIMES and after))
    return Kind.MINUTE if is_prime else Kind.MARK


NO_TOKEN = Token(Kind.MARK, "", False)


class Tokens:
    """The tokens of a text; outside of it there are empty marks."""

    def __init__(self, text: str) -> None:
        self._tokens: list[Token] = []
        end = -1
        for found in _TOKEN.finditer(text):
            token = Token(_kind_of(found, text), found["word"] or found[0], found.start() == end)
            end = found.end()
            if token.text.casefold() not in FILLERS or not self._tokens or self._tokens[-1].kind not in (Kind.NUMBER, Kind.HOUR):
                self._tokens.append(token)

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self._tokens)

    def __getitem__(self, index: int) -> Token:
        """Return a token, an empty mark outside of the text."""
        return self._tokens[index] if 0 <= index < len(self._tokens) else NO_TOKEN
