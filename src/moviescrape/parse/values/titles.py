"""Titles as displayed, without what lists and browsers glue to them."""

import html
import re
from collections.abc import Sequence

_RANK = re.compile(r"\s*#?(\d{1,4})[.)]\s+(\S.*)", re.DOTALL)
_KIND = r"(?:TV (?:Series|Mini[- ]Series|Movie|Episode|Special|Short)|Video|Short)"
_YEAR = re.compile(rf"\s*[(\[](?:[IVXL]+\)?\s*\(?)?{_KIND}?\s*\d{{4}}(?:[/–-][^)\]]*)?[)\]]\s*$")
_CLEAN = re.compile(r"[^\W\d_][\w'’.,:!?-]*(?: [\w'’.,:!?-]+)*")
"""Words and nothing to decode, fold or cut: most titles, which are taken as they stand."""
_INVISIBLE = " \u200b\u200e\u200f\ufeff"
"""Direction marks and joiners, which some sites set between a title and its year."""
_QUOTES = {'"': '"', "“": "”", "«": "»"}


def read_title(text: object) -> str | None:
    """A title as displayed: entities decoded, white space folded, the year in brackets behind it left out.

    >>> [read_title(t) for t in ("  Pet&apos;s  Life (2016)", "2001: A Space Odyssey", "1917", "")]
    ["Pet's Life", '2001: A Space Odyssey', '1917', None]
    """
    if not isinstance(text, str):
        return None
    if _CLEAN.fullmatch(text):
        return text
    title = before = None
    while title is None or title != before:
        before, title = title, _cleaned(text if title is None else title)
    return title or None


def read_whole_title(text: object) -> str | None:
    """A title to which nothing is glued: a year in brackets behind it is part of it.

    >>> read_whole_title(" Pet&apos;s  Life (2016)")
    "Pet's Life (2016)"
    """
    return _folded(text) or None if isinstance(text, str) else None


def without_ranks(titles: Sequence[str]) -> list[str]:
    """A list's titles without the numbers that count them; a number that counts nothing is part of its title.

    >>> without_ranks(["1. Metropolis", "2. Ran"]), without_ranks(["9. rota", "Ran"])
    (['Metropolis', 'Ran'], ['9. rota', 'Ran'])
    """
    found = [_RANK.fullmatch(title) for title in titles]
    numbers = [int(each[1]) for each in found if each]
    counting = numbers in (sorted(set(numbers)), sorted(set(numbers), reverse=True))
    if not counting or len(numbers) < _COUNTED * len(titles) or (len(titles) == 1 and numbers != [1]):
        return list(titles)
    return [each[2] if each else title for each, title in zip(found, titles, strict=True)]


_COUNTED = 0.8
"""At least so many of a list's titles begin with a number where it counts them."""


def _folded(text: str) -> str:
    return " ".join(html.unescape(text).split()).strip(_INVISIBLE)


def _cleaned(text: str) -> str:
    title = _folded(text)
    title = (_YEAR.sub("", title) or title).strip(_INVISIBLE)
    # television series used to be displayed in quotation marks
    if len(title) > 2 and _QUOTES.get(title[0]) == title[-1] and title[0] not in title[1:-1]:
        title = title[1:-1].strip()
    return title
