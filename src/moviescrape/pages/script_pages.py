"""Pages that show nothing by themselves: a script draws them, or they send their readers on to another address."""

import re
from html import unescape
from typing import NamedTuple

from moviescrape.pages.visible_text import visible_text

MAX_TEXT = 200
"""Characters that a page shows at most while it waits for its script: a name, "Loading...", a menu."""
_SCRIPT = re.compile(rb"<script\b", re.IGNORECASE)
_NOSCRIPT = re.compile(rb"<noscript\b[^<>]*>(.{0,2000}?)</noscript", re.IGNORECASE | re.DOTALL)
_WANTS_SCRIPT = re.compile(rb"javascript|java script|java-?skript|JS\b", re.IGNORECASE)
_UNREAD = re.compile(rb"<!--.*?(?:-->|\Z)|<(script|style|template)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_META = re.compile(rb"<meta\b([^<>]{0,3000})>", re.IGNORECASE)
_REFRESH = re.compile(rb"http-equiv\s*=\s*[\"']?\s*refresh\b", re.IGNORECASE)
_CONTENT = re.compile(rb"""\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)
_DIRECTION = re.compile(
    r"\s*+(\d{0,9}+)(?:\.[\d.]*+)?(?:\s*+[;,]\s*+|\s++)(?:url\s*+=\s*+)?(?:\"([^\"]*)|'([^']*)|(\S.*))", re.IGNORECASE
)
_SEARCHED_BYTES = 64 * 1024


class Refresh(NamedTuple):
    """Where a page sends its readers after `delay_s` seconds; `url` may be relative."""

    delay_s: int
    url: str


def needs_script(html: bytes) -> bool:
    """Return whether there is next to nothing to read without the page's scripts.

    >>> needs_script(b'<div id="root"></div><script src="app.js"></script>')
    True
    >>> needs_script(b'<script src="app.js"></script><h1>Heat</h1>' + b"<p>A thief and a policeman meet." * 9)
    False
    """
    if not _SCRIPT.search(html):
        return False
    text = len(visible_text(html))
    asks = any(_WANTS_SCRIPT.search(found[1]) for found in _NOSCRIPT.finditer(html))
    return text < (3 * MAX_TEXT if asks else MAX_TEXT)


def find_refresh(html: bytes) -> Refresh | None:
    """Return where the first `<meta http-equiv="refresh">` leads (HTML 4.2.5.3), None for a page that only loads itself again.

    >>> find_refresh(b"<meta http-equiv=refresh content='0; url=/film/2'>")
    Refresh(delay_s=0, url='/film/2')
    """
    if b"refresh" not in html[:_SEARCHED_BYTES].lower():
        return None
    for meta in _META.finditer(_UNREAD.sub(b"", html[:_SEARCHED_BYTES])):
        content = _CONTENT.search(meta[1]) if _REFRESH.search(meta[1]) else None
        if content and (refresh := _read_direction(content[1] or content[2] or content[3] or b"")):
            return refresh
    return None


def _read_direction(content: bytes) -> Refresh | None:
    found = _DIRECTION.match(unescape(content.decode("utf-8", "replace")))
    url = (found[2] or found[3] or found[4] or "").strip() if found else ""
    return Refresh(int(found[1] or 0), url) if found and url else None
