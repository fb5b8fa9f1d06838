"""The way of JSON-LD: schema.org movies in `application/ld+json` scripts, as pages really write them.

Comments, CDATA, trailing commas, control characters, raw line breaks and escaped entities around and in them are forgiven.
"""

import html
import re
from typing import Any

import msgspec

from moviescrape.parse.dom.scripts import find_scripts
from moviescrape.parse.markup.schemaorg import find_movies, read_found
from moviescrape.parse.model import ColumnNames, Extraction, Extractor, PageAddress


def read_jsonld(page: bytes, address: PageAddress, columns: ColumnNames = None) -> Extraction | None:
    """The movies of the page's JSON-LD scripts, None where there are none; of the `columns` alone, where it is clear whom the
    page is about."""
    found = [
        movie
        for script in find_scripts(page, b"ld+json")
        for movie in find_movies(decode_loosely(script.content), f"ld+json[{script.number}]")
    ]
    return read_found(Extractor.JSON_LD, found, address, columns)


_WRAPPERS = (b"<!--", b"-->", b"<![CDATA[", b"]]>", b"//", b"/*", b"*/", b";")
_MAX_WRAPPED = 4
"""Marks come in pairs: `//<![CDATA[` within `<!--`."""
_STRING = r'("(?:[^"\\]|\\.)*(?:"|\\?\Z))'  # one that is never closed goes to the end, so that no part is read twice
_COMMENTS = re.compile(rf'{_STRING}|/\*.*?(?:\*/|\Z)|(?<![:"\w])//[^\n]*', re.DOTALL)
_TRAILING = re.compile(rf"{_STRING}|,(\s*+[}}\]])", re.DOTALL)
_CONTROLS = dict.fromkeys(range(32), " ")


def decode_loosely(content: bytes) -> Any:
    """The JSON of a script, mended where it is broken in the usual ways; None where it can't be.

    >>> decode_loosely(b'//<![CDATA[ {"name": "A", /* x */ "year": [1,],} //]]>')
    {'name': 'A', 'year': [1]}
    """
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError):
        pass
    text = _unwrap(content).decode("utf-8", "replace")
    for mend in (lambda t: t, _without_noise, lambda t: _without_noise(html.unescape(t))):
        try:
            return msgspec.json.decode(mend(text).translate(_CONTROLS))
        except (msgspec.DecodeError, RecursionError):
            continue
    return None


def _unwrap(content: bytes) -> bytes:
    """Take the comment and CDATA marks off both ends."""
    content = content.removeprefix(b"\xef\xbb\xbf").strip()
    for _ in range(_MAX_WRAPPED):
        for mark in _WRAPPERS:
            content = content.removeprefix(mark).removesuffix(mark).strip()
    return content


def _without_noise(text: str) -> str:
    text = _COMMENTS.sub(lambda found: found[1] or " ", text)
    return _TRAILING.sub(lambda found: found[1] or found[2], text)
