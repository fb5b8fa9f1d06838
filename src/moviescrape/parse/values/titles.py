"""Titles as displayed, without what lists and browsers glue to them."""

import html
import re

_RANK = re.compile(r"^\s*#?\d{1,4}[.)]\s+(?=\S)")
_KIND = r"(?:TV (?:Series|Mini[- ]Series|Movie|Episode|Special|Short)|Video|Short)"
_YEAR = re.compile(rf"\s*[(\[](?:[IVXL]+\)?\s*\(?)?{_KIND}?\s*\d{{4}}(?:[/–-][^)\]]*)?[)\]]\s*$")
_UNCLEAN = re.compile(r"[&()\[\]\u200b\u200e\u200f\ufeff]|\s\s|[^\S ]|\s$")
"""Something to decode, fold or cut; most titles that begin with a letter have nothing of it and are taken as they stand."""
_INVISIBLE = " \u200b\u200e\u200f\ufeff"
"""Direction marks and joiners, which some sites set between a title and its year."""
_QUOTES = {'"': '"', "“": "”", "«": "»"}


def read_title(text: object) -> str | None:
    """A title: entities decoded, white space folded, rank number in front and year in brackets behind left out.

    >>> [read_title(t) for t in ("1. Metropolis", "  Pet&apos;s  Life (2016)", "2001: A Space Odyssey", "1917", "")]
    ['Metropolis', "Pet's Life", '2001: A Space Odyssey', '1917', None]
    """
    if not isinstance(text, str):
        return None
    if text[:1].isalpha() and not _UNCLEAN.search(text):
        return text
    title = before = None
    while title is None or title != before:
        before, title = title, _cleaned(text if title is None else title)
    return title or None


def _cleaned(text: str) -> str:
    title = " ".join(html.unescape(text).split())
    title = (_YEAR.sub("", _RANK.sub("", title, count=1)) or title).strip(_INVISIBLE)
    # television series used to be displayed in quotation marks
    if len(title) > 2 and _QUOTES.get(title[0]) == title[-1] and title[0] not in title[1:-1]:
        title = title[1:-1].strip()
    return title
