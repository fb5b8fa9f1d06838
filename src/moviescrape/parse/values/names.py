"""Lists of names: people, languages, genres, countries."""

import html
import re
from collections.abc import Iterable

_MAX_LENGTH = 300
"""Of a name with its role; what is longer is no name."""
_LABEL = re.compile(
    r"(?:directors?|dir\.?|writers?|stars?|starring|with|cast|actors?|avec|de|mit|met|con|regie|"
    r"v hlavních rolích|в ролях|主演|导演) ?[:：] ?",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r" ?[(（](?:dir\.?|director|uncredited|as [^()（）]*|credit only|archive footage|narrator|[^()（）]*\bvoice\b[^()（）]*)"
    r"[)）]",
    re.IGNORECASE,
)
_ROLE = re.compile(r" (?:as|\.{2,}+|…) .*|(?:(?<!\.)\.{2,}+|…) ?[^.…\s].*", re.IGNORECASE)
"""What stands behind a name: a note, "as" or dots and the role. Dots with nothing behind them cut the name itself."""
_PLAYED = re.compile(
    r" (?:als|como|jako|jak|nel ruolo di|dans le rôle de|в роли|у ролі|饰演?|飾演?|扮演|rolünde) .*"
    r"| ?[(（\[][^()（）\[\]]*[)）\]]$"
    r"| ?/ ?[^/]*役$",
    re.IGNORECASE,
)
"""The role of an actor, in words or in brackets."""
_CUT = re.compile(r"(?:\.{2,}|…)$")
_DIRECTS = re.compile(r"\((?:co-?)?(?:dir\.?|directors?|réal\.?|réalisateur|regie|regia|reż\.?|реж\.?)\)", re.IGNORECASE)
_CLEAN = re.compile(r"(?!as\b)[^\W\d_]+(?:[ '’-](?!as\b)[^\W\d_]+)*+", re.IGNORECASE)
"""Words of letters and nothing to decode, fold or cut: most names, which are taken as they stand."""
_EMPTY = frozenset(
    {"", "n/a", "none", "unknown", "and", "&", "-", "more", "see more", "and more", "show all", "see full cast", "and others"}
    | {"others", "et al.", "u.a.", "u. a.", "und andere", "mehr", "et autres", "plus", "en anderen", "y otros", "e altri"}
    | {"a další", "více", "i inni", "и др.", "и другие", "ещё", "та інші", "等", "更多", "他", "ほか", "외", "و دیگران", "m.fl."}
)  # fmt: skip


def read_name(text: object) -> str | None:
    """Return one name: entities decoded, white space folded, labels, roles and "(voice)" left out; None where nothing is left.

    >>> read_name(" Stars: Anna&nbsp;Gunn (voice), "), read_name("Bo Li ... the uncle"), read_name("Maria Constan...")
    ('Anna Gunn', 'Bo Li', None)
    """
    if not isinstance(text, str) or len(text) > _MAX_LENGTH:
        return None
    if _CLEAN.fullmatch(text):
        return text if text.casefold() not in _EMPTY else None
    name = before = None
    while name is None or name != before:
        before, name = name, _cleaned(text if name is None else name)
    return None if _CUT.search(name) or name.casefold() in _EMPTY or not any(c.isalnum() for c in name) else name


def _cleaned(text: str) -> str:
    name = " ".join(html.unescape(text).split())
    label = _LABEL.match(name)
    return _ROLE.sub("", _NOTE.sub("", name[label.end() if label else 0 :])).strip(" ,،、，;؛|/·•")


def read_person(text: object) -> str | None:
    """Return the name of a person without the role played, in words or in brackets; None where no name is left.

    >>> [read_person(t) for t in ("현빈(림철령)", "Keanu Reeves (Neo)", "Bo Li als Onkel", "Ana Bo (Eva)[1][2]")]
    ['현빈', 'Keanu Reeves', 'Bo Li', 'Ana Bo']
    >>> [read_person(t) for t in ("Jitka Bendová.", "Robert Downey Jr.", "光石研ほか", "★★★½")]
    ['Jitka Bendová', 'Robert Downey Jr.', '光石研', None]
    """
    name, before = read_name(text), None
    while name and name != before:  # what stands behind a name may be several: a role, and the number of a note
        before, name = name, read_name(_PLAYED.sub("", name))
    name = _NAME_END.sub("", name) if name else None
    return name if name and any(map(str.isalpha, name)) else None


_NAME_END = re.compile(r"(?<=[^\W\d_]{3})\.$|।$|(?<=[\u3040-\u30ff\u3400-\u9fff])(?:ほか|他)$")
"""What ends a list of names and is part of none: a full stop behind a whole word, "and others" in Japanese."""


def read_names(texts: object) -> tuple[str, ...]:
    """Return names in order, each once. `texts` is one text or many.

    >>> read_names(["Ana", "...", "Ana", "Bo (voice)"])
    ('Ana', 'Bo')
    """
    return tuple(dict.fromkeys([name for name in map(read_name, _as_texts(texts)) if name]))


def read_people(texts: object) -> tuple[str, ...]:
    """Return the names of people in order, each once, without roles; a text that lists several by commas gives them all.

    >>> read_people(["Ana Bo (Eva)", "Cy Do، Eva Fu", "Kim、 Lee"])
    ('Ana Bo', 'Cy Do', 'Eva Fu', 'Kim', 'Lee')
    """
    names = (name for text in _as_texts(texts) if isinstance(text, str) for name in _LISTED.split(text[:_MAX_TEXT]))
    return tuple(dict.fromkeys([name for each in names if (name := read_person(each))]))


def read_actors(texts: object) -> tuple[str, ...]:
    """Return `read_people` without those marked as directors, which some lists put first.

    >>> read_actors(["Ana Bo (dir.)", "Cy Do"])
    ('Cy Do',)
    """
    if isinstance(texts, Iterable) and not isinstance(texts, str):
        texts = [text for text in texts if not (isinstance(text, str) and "(" in text and _DIRECTS.search(text))]
    return read_people(texts)


def _as_texts(texts: object) -> Iterable[object]:
    return (texts,) if isinstance(texts, str) else texts if isinstance(texts, Iterable) else ()


_MAX_TEXT = 20_000
_LISTED = re.compile("[،、，]")
"""Marks that separate names and stand in none; a comma may ("Robert Downey, Jr.")."""


def read_name_list(text: str) -> tuple[str, ...]:
    """Return the names of one text that lists languages, genres or countries.

    >>> read_name_list("Drama, History / War")
    ('Drama', 'History', 'War')
    """
    return read_names(re.split(r"[,،;؛|/／、，·•]| {2}|\n", text[:_MAX_TEXT]))


_BETWEEN = re.compile(r"[,;、，،؛|/／]| • | (?:and|&|und|et|og|och|ja|ve|és|и|та) (?=\S)", re.IGNORECASE)


def split_people(text: str) -> list[str]:
    """Return the parts of a text that lists people, as they stand. A middle dot is part of a foreign name in Chinese.

    >>> split_people("Ana Bo, Cy Do and Eva Fu"), split_people("蒂姆·罗宾斯 / 鲍勃·冈顿")
    (['Ana Bo', 'Cy Do', 'Eva Fu'], ['蒂姆·罗宾斯', '鲍勃·冈顿'])
    >>> split_people("谢霆锋 刘青云 杨幂"), split_people("송강호 이선균"), split_people("役所 広司")
    (['谢霆锋', '刘青云', '杨幂'], ['송강호', '이선균'], ['役所 広司'])
    >>> split_people("브래드 피트"), split_people("봉준호 감독"), split_people("役所 広司 松坂 桃李")
    (['브래드 피트'], ['봉준호 감독'], ['役所 広司 松坂 桃李'])
    """
    folded = " ".join(text[:_MAX_TEXT].split())
    if _SPACED_NAMES.fullmatch(folded):
        return folded.split()
    return [name for part in _BETWEEN.split(folded) if (name := part.strip())]


_SPACED_NAMES = re.compile(
    r"(?=.*[\u4e00-\u9fff]{3}|.*·)(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,12}·[\u4e00-\u9fff·]{1,20})"
    r"(?: (?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,12}·[\u4e00-\u9fff·]{1,20}|[A-Z][a-z]{2,20})){2,20}"
    r"|[\uac00-\ud7a3]{3}(?: [\uac00-\ud7a3]{3}){1,20}"
)
"""Names that a space alone parts: three or more in Chinese, and full ones of three letters each in Korean.

A foreign name in Korean has a space inside, and a Japanese one may: names of two letters are not parted.
"""
