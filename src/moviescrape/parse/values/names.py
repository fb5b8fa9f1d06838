"""Lists of names: people, languages, genres, countries."""

import html
import re
from collections.abc import Iterable

_LABEL = re.compile(
    r"^(?:directors?|dir\.?|writers?|stars?|starring|with|cast|actors?|avec|de|mit|met|con|regie|"
    r"v hlavních rolích|в ролях|主演|导演)\s*[:：]\s*",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\s*\((?:voice|dir\.?|director|uncredited|as [^)]*|credit only|archive footage|narrator|[^)]*\bvoice\b[^)]*)\)",
    re.IGNORECASE,
)
_UNCLEAN = re.compile(r"[&():：,;|/·•…]|\s\s|[^\S ]|\s$|\.\.")
"""Something to decode, fold or cut; most names have nothing of it and are taken as they stand."""
_EMPTY = {"", "...", "…", "n/a", "none", "unknown", "and", "&", "see full cast", "more", "|", "-", ","}


def read_name(text: object) -> str | None:
    """One name: entities decoded, white space folded, labels, roles and "(voice)" left out; None where nothing is left.

    >>> read_name(" Stars: Anna&nbsp;Gunn (voice), ")
    'Anna Gunn'
    """
    if not isinstance(text, str):
        return None
    if text[:1].isalpha() and not _UNCLEAN.search(text):
        return text if text.casefold() not in _EMPTY else None
    name = " ".join(html.unescape(text).split())
    name = _ROLE.sub("", _LABEL.sub("", name)).strip(" ,;|/·•")
    return name if name.casefold() not in _EMPTY and any(c.isalnum() for c in name) else None


def read_names(texts: object) -> tuple[str, ...]:
    """Names in order, each once. `texts` is one text or many.

    >>> read_names(["Ana", "...", "Ana", "Bo (voice)"])
    ('Ana', 'Bo')
    """
    if isinstance(texts, str):
        texts = (texts,)
    if not isinstance(texts, Iterable):
        return ()
    return tuple(dict.fromkeys(name for name in map(read_name, texts) if name))


def split_names(text: str) -> tuple[str, ...]:
    """The names of one text that lists them.

    >>> split_names("Drama, History / War")
    ('Drama', 'History', 'War')
    """
    return read_names(re.split(r"[,;|/、，·•]| {2,}|\n", text))
