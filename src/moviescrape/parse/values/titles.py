"""Titles as displayed, without what lists and browsers glue to them."""

import html
import re
from collections.abc import Sequence

from moviescrape.parse.values.years import read_year

_MAX_LENGTH = 1_000
"""Of a title; what is longer is none."""
_RANK = re.compile(r"\s*+#?(\d{1,4})[.)]\s++(\S.*)", re.DOTALL)
_KIND = (
    r"(?:TV[ -]?)?(?:Mini[- ]?)?(?:Series|Movie|Episode|Special|Short|Film|Documentary|Documental|Documentaire|Dokumentarfilm"
    r"|Kurzfilm|Fernsehfilm|Video(?: Game)?|Animation|Feature)"
)
_YEAR = re.compile(
    rf"[(\[（] ?(?:[IVXL]{{1,6}}\)? ?\(?)?(?:{_KIND},? )?\d{{4}}"
    rf"(?:,? (?:\w{{2,15}} )?{_KIND}|[/–-][^()\[\]（）]{{0,40}})? ?[)\]）]$",
    re.IGNORECASE,
)
"""The year in brackets behind a title, maybe with a kind: (2016), (I) (2016), (2016 TV Movie), (TV Series 2008–2010)."""
_CLEAN = re.compile(r"[^\W\d_][\w'’.,:!?-]*(?: [\w'’.,:!?-]+)*+")
"""Words and nothing to decode, fold or cut: most titles, which are taken as they stand."""
_INVISIBLE = " \u200b\u200e\u200f\ufeff"
"""Direction marks and joiners, which some sites set between a title and its year."""
_QUOTES = {'"': '"', "“": "”", "«": "»"}


def read_title(text: object) -> str | None:
    """Return a title as displayed: entities decoded, white space folded, the year in brackets behind it left out.

    >>> [read_title(t) for t in ("  Pet&apos;s  Life (2016)", "2001: A Space Odyssey", "1917", "")]
    ["Pet's Life", '2001: A Space Odyssey', '1917', None]
    """
    if not isinstance(text, str) or len(text) > _MAX_LENGTH:
        return None
    if _CLEAN.fullmatch(text):
        return text
    title = before = None
    while title is None or title != before:
        before, title = title, _cleaned(text if title is None else title)
    return title or None


def read_title_year(text: object) -> int | None:
    """Return the year in brackets behind a title, the first of several; None where none is there.

    >>> read_title_year("Heat (1995)"), read_title_year("Heat (TV Series 2008-2010)"), read_title_year("Heat")
    (1995, 2008, None)
    """
    if not isinstance(text, str) or not text.rstrip().endswith((")", "]", "）")) or len(text) > _MAX_LENGTH:
        return None
    found = _YEAR.search(_folded(text))
    return read_year(found[0]) if found else None


def read_whole_title(text: object) -> str | None:
    """Return a title to which nothing is glued: a year in brackets behind it is part of it.

    >>> read_whole_title(" Pet&apos;s  Life (2016)")
    "Pet's Life (2016)"
    """
    return _folded(text) or None if isinstance(text, str) else None


def without_ranks(titles: Sequence[str]) -> list[str]:
    """Return a list's titles without the numbers that count them; a number that counts nothing is part of its title.

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


_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
"""Control characters, other than white space: no title as displayed has any."""


def _folded(text: str) -> str:
    return " ".join(_CONTROLS.sub("", html.unescape(text)).split()).strip(_INVISIBLE)


def _cleaned(text: str) -> str:
    title = _folded(text)
    title = (_YEAR.sub("", title) or title).strip(_INVISIBLE)
    # television series used to be displayed in quotation marks
    if len(title) > 2 and _QUOTES.get(title[0]) == title[-1] and title[0] not in title[1:-1]:
        title = title[1:-1].strip()
    return title
