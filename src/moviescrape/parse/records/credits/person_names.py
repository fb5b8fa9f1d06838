"""Tell people's names from other words in running text: names come first, in capitals, and end where something else begins."""

import re

from moviescrape.parse.records.credits.country_names import is_country

_END = re.compile(
    r"\s?[|•(\[（]|\s·\s|(?<=[^\W\d_]{2})(?<!\b[JSDM]r)(?<!\bSt)\.(?=\s|$)|\s[-–—]\s|[!?:。।]|\s/\s(?=[^/]{0,80}\d)"
)
"""What no list of names goes on behind. A full stop behind a letter or two belongs to a name: "J. Doe", "Jr."."""
_BETWEEN = re.compile(r"\s?[,;、，،؛/／&]\s?|\s(?:and|und|et|og|och|ja|ve|és|и|та|i|y|e|a|en|și|ir|un|στ?ην?|και)\s")
_NOTE = re.compile(r"\s?[(\[（][^()\[\]（）]{0,60}[)\]）]")
_OTHERS = re.compile(
    r",?\s(?:u\.\s?a\.|ua\.?|et al\.?|a\.o\.|e\.a\.|m\.\s?fl\.?|m\.fl|i inni|и др\.?|и другие|a další|and others|y otros"
    r"|et autres|u\.v\.a\.)$"
)
_PARTICLES = frozenset(
    [
        "de",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "delle",
        "dei",
        "der",
        "den",
        "des",
        "du",
        "la",
        "le",
        "las",
        "los",
        "van",
        "von",
        "vom",
        "zu",
        "zur",
        "ten",
        "ter",
        "te",
        "el",
        "al",
        "bin",
        "bint",
        "ibn",
        "ben",
        "y",
        "e",
        "af",
        "av",
        "of",
        "the",
        "mac",
        "mc",
        "o",
        "d'",
    ]
)
_LONGEST = 45
_MOST_WORDS = 6


def names_at_start(text: str) -> tuple[list[str], str]:
    """Return the names that a text begins with, and what follows them.

    >>> names_at_start("Karl Beck (Franz), Lena Moos und Ute Au. Ein Film")
    (['Karl Beck', 'Lena Moos', 'Ute Au'], '. Ein Film')
    >>> names_at_start("the wind")
    ([], 'the wind')
    """
    text = _NOTE.sub(_without_notes, text)
    end = _END.search(text)
    head = _OTHERS.sub("", (text[: end.start()] if end else text).rstrip())
    names: list[str] = []
    at = 0
    for between in (*_BETWEEN.finditer(head), None):
        piece = head[at : between.start() if between else len(head)]
        name = piece.strip(" ,.")
        if not is_person(name):
            break
        names.append(name)
        at = between.end() if between else len(head)
    if len(names) > 0 and at >= len(head):
        at = end.start() if end else len(text)
    return names, text[at:]


def _without_notes(note: re.Match[str]) -> str:
    """Return nothing for a note in brackets that is a role, the note where it holds a number: a year, a length."""
    return note[0] if any(map(str.isdigit, note[0])) else ""


def is_person(text: str) -> bool:
    """Return whether a text may be a person's name: a few words with capitals, or of a script that has none.

    >>> is_person("Maria van der Berg"), is_person("현빈"), is_person("a quiet man"), is_person("France")
    (True, True, False, False)
    """
    words = text.split()
    if not words or len(words) > _MOST_WORDS or len(text) > _LONGEST or any(map(str.isdigit, text)) or is_country(text):
        return False
    return _is_capital(words[0].lstrip("\"'“‘(")) and all(
        _is_capital(word.lstrip("\"'“‘(-")) or word.lower() in _PARTICLES or word[:2].lower() in ("d'", "l'", "d’", "l’")
        for word in words
    )


def _is_capital(word: str) -> bool:
    """Return whether a word begins with a letter that is no small one."""
    return bool(word) and word[0].isalpha() and (not word[0].islower() or word[0] in _CASELESS)


_CASELESS = frozenset(map(chr, range(0x10D0, 0x1100)))
"""Georgian letters: small ones by Unicode, though names are written with them."""
