"""The encodings that a page declares: labels by the WHATWG table (encoding.spec.whatwg.org, 4.2), and what can only be meant."""

import html
import re
from collections.abc import Iterator
from functools import cache

import webencodings

_META = re.compile(rb"<(?:meta|\?xml)\b([^<>]{0,2000})", re.IGNORECASE)
_LABEL = re.compile(r"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([^\s\"';>]{1,40})", re.IGNORECASE)
_CODECS = {"gbk": "gb18030", "hz-gb-2312": "gb18030", "iso8859-1": "cp1252", "x-user-defined": "cp1252"}
"""Python's codecs that read less than browsers do under the same label, and the ones that read as much."""
_DOS = re.compile(r"(?:cp|ibm|dos)[-_]?(437|737|775|85[0257]|86[0-59])", re.IGNORECASE)
"""Code pages that browsers don't know."""
_NOT_IN_PAGES = ("utf-16", "utf-32")
"""A page whose declaration can be read byte by byte is in neither (HTML 13.2.3.3)."""


def declared_codecs(body: bytes, content_type: str) -> Iterator[str]:
    """Yield the Python codecs of the charsets that the HTTP header and the page's `meta` tags or XML declaration name.

    A `meta` counts wherever it stands: browsers that meet a late one begin again with it.
    """
    tags = (html.unescape(tag[1].decode("latin-1")) for tag in _META.finditer(body))
    for text in (content_type, *tags):
        if (found := _LABEL.search(text)) and (codec := find_codec(found[1])):
            yield codec


@cache
def find_codec(label: str) -> str | None:
    """Return the Python codec for a charset label, as browsers would read it; None for what names no encoding of pages.

    >>> [find_codec(label) for label in ("latin1", "x-sjis", "windows-874", "win-1251", "windows-utf-8", "utf-16", "x")]
    ['cp1252', 'cp932', 'cp874', 'cp1251', 'utf-8', None, None]
    """
    encoding = webencodings.lookup(label) or _PLAIN_LABELS.get(_fold(label))
    if encoding is None:
        return f"cp{dos[1]}" if (dos := _DOS.fullmatch(label)) else None
    name: str = encoding.codec_info.name
    return None if name.startswith(_NOT_IN_PAGES) else _CODECS.get(name, name)


def _fold(label: str) -> str:
    """Return the label's letters and digits, in the spelling of the standard: `Win-1251` and `cp_1251` are `windows1251`."""
    plain = re.sub(r"[^a-z0-9]", "", label.lower())
    plain = "utf8" if plain.endswith("utf8") else plain
    return re.sub(r"^(?:win|cp|ansi|windows)(?=\d{3,4}$)", "windows", plain)


_ALIASES = {
    "cngb": "gbk", "euckr": "euc-kr", "eucjp": "euc-jp", "utf8mb4": "utf-8", "maccyrillic": "x-mac-cyrillic",
    "macroman": "macintosh", "latin9": "iso-8859-15", "latin10": "iso-8859-16",
}  # fmt: skip
_PLAIN_LABELS = {_fold(label): webencodings.lookup(label) for label in webencodings.LABELS} | {
    alias: webencodings.lookup(label) for alias, label in _ALIASES.items()
}
