"""Text from pages as a table holds it: whole characters that show, and none that control a terminal or turn the text round."""

import re

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
"""C0, DEL and C1 (ECMA-48), but for those that part words."""
_BREAKS = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]+")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_EMBEDDING_END, _ISOLATE_END = "\u202c", "\u2069"


def clean_text(text: str) -> str:
    """Return `text` without control characters, and without those of Unicode's bidirectional algorithm that have no partner.

    Line ends and tabs become a space. Half a surrogate pair (JSON's `"\ud83c"` alone) has no UTF-8 form and becomes U+FFFD.

    >>> clean_text("Al" + chr(27) + "[31mien" + chr(7)), clean_text(chr(0x202E) + "gnp.exe")
    ('Al[31mien', 'gnp.exe')
    """
    if text.isprintable():  # nearly all are, and this is 20 times faster than looking for each
        return text
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _CONTROLS.sub("", _BREAKS.sub(" ", text))
    return (_drop_unpaired(text) if _BIDI.search(text) else text).strip()


def _drop_unpaired(text: str) -> str:
    """Leave out embeddings, overrides and isolates that are not closed, and ends of none (UAX 9, 3.1)."""
    opened: list[tuple[int, str]] = []
    paired: set[int] = set()
    for found in _BIDI.finditer(text):
        place, mark = found.start(), found[0]
        if mark not in (_EMBEDDING_END, _ISOLATE_END):
            opened.append((place, _ISOLATE_END if mark >= "\u2066" else _EMBEDDING_END))
        elif any(end == mark for _, end in opened):
            while opened[-1][1] != mark:
                opened.pop()
            paired |= {place, opened.pop()[0]}
    return _BIDI.sub(lambda found: found[0] if found.start() in paired else "", text)
