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
    r"\s*\((?:dir\.?|director|uncredited|as [^)]*|credit only|archive footage|narrator|[^)]*\bvoice\b[^)]*)\)"
    r"|\s+as\s+\S.*$|\s*(?:\.{2,}(?!\.)|…)\s*\S.*$",
    re.IGNORECASE,
)
"""What stands behind a name: a note, "as" or dots and the role. Dots with nothing behind them cut the name itself."""
_CUT = re.compile(r"(?:\.{2,}|…)$")
_DIRECTS = re.compile(r"\((?:co-?)?(?:dir\.?|directors?|réal\.?|réalisateur|regie|regia|reż\.?|реж\.?)\)", re.IGNORECASE)
_CLEAN = re.compile(r"(?!as\b)[^\W\d_]+(?:[ '’-](?!as\b)[^\W\d_]+)*", re.IGNORECASE)
"""Words of letters and nothing to decode, fold or cut: most names, which are taken as they stand."""
_EMPTY = frozenset(
    {"", "n/a", "none", "unknown", "and", "&", "-", "more", "see more", "and more", "show all", "see full cast", "and others"}
    | {"others", "et al.", "u.a.", "u. a.", "und andere", "mehr", "et autres", "plus", "en anderen", "y otros", "e altri"}
    | {"a další", "více", "i inni", "и др.", "и другие", "ещё", "та інші", "等", "更多", "他", "ほか", "외", "و دیگران", "m.fl."}
)  # fmt: skip


def read_name(text: object) -> str | None:
    """One name: entities decoded, white space folded, labels, roles and "(voice)" left out; None where nothing is left.

    >>> read_name(" Stars: Anna&nbsp;Gunn (voice), "), read_name("Bo Li ... the uncle"), read_name("Maria Constan...")
    ('Anna Gunn', 'Bo Li', None)
    """
    if not isinstance(text, str):
        return None
    if _CLEAN.fullmatch(text):
        return text if text.casefold() not in _EMPTY else None
    name = before = None
    while name is None or name != before:
        before, name = name, _cleaned(text if name is None else name)
    return None if _CUT.search(name) or name.casefold() in _EMPTY or not any(c.isalnum() for c in name) else name


def _cleaned(text: str) -> str:
    name = " ".join(html.unescape(text).split())
    return _ROLE.sub("", _LABEL.sub("", name)).strip(" ,;|/·•")


def read_names(texts: object) -> tuple[str, ...]:
    """Names in order, each once. `texts` is one text or many.

    >>> read_names(["Ana", "...", "Ana", "Bo (voice)"])
    ('Ana', 'Bo')
    """
    if isinstance(texts, str):
        texts = (texts,)
    if not isinstance(texts, Iterable):
        return ()
    return tuple(dict.fromkeys([name for name in map(read_name, texts) if name]))


def read_actors(texts: object) -> tuple[str, ...]:
    """`read_names` without those marked as directors, which some lists put first.

    >>> read_actors(["Ana Bo (dir.)", "Cy Do"])
    ('Cy Do',)
    """
    if isinstance(texts, Iterable) and not isinstance(texts, str):
        texts = [text for text in texts if not (isinstance(text, str) and "(" in text and _DIRECTS.search(text))]
    return read_names(texts)


def read_name_list(text: str) -> tuple[str, ...]:
    """The names of one text that lists them.

    >>> read_name_list("Drama, History / War")
    ('Drama', 'History', 'War')
    """
    return read_names(re.split(r"[,;|/／、，·•]| {2,}|\n", text))


_BETWEEN = re.compile(r"\s*[,;、，|/／]\s*|\s+•\s+|\s+(?:and|&|und|et|og|och|ja|ve|és|и|та)\s+", re.IGNORECASE)


def split_people(text: str) -> list[str]:
    """The parts of a text that lists people, as they stand. A middle dot is part of a foreign name in Chinese.

    >>> split_people("Ana Bo, Cy Do and Eva Fu"), split_people("蒂姆·罗宾斯 / 鲍勃·冈顿")
    (['Ana Bo', 'Cy Do', 'Eva Fu'], ['蒂姆·罗宾斯', '鲍勃·冈顿'])
    """
    return [name for name in _BETWEEN.split(text) if name]
