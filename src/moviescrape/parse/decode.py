"""Decode a page's bytes to UTF-8, whatever was declared."""

import codecs
import re
from collections.abc import Mapping
from dataclasses import replace

from moviescrape.pages.page import Page
from moviescrape.parse.charsets import declared_codecs

_HTTP_HEAD = re.compile(rb"\A\s*HTTP/\d(?:\.\d)?\s+(\d{3})[^\n]*\n")
_MAX_HEADS = 10
"""`curl -iL` saves one for each redirect."""
_META_SPAN = 4096
"""HTML says 1024; saved pages often carry comments and scripts in front."""
_LANG = re.compile(rb"<html[^<>]*\blang\s*=\s*[\"']?([A-Za-z]{2})", re.IGNORECASE)
_LEGACY = {
    "zh": ("gb18030", "big5"), "ja": ("shift_jis", "euc_jp"), "ko": ("euc_kr",), "ru": ("cp1251", "koi8_r"),
    "uk": ("cp1251",), "bg": ("cp1251",), "cs": ("cp1250", "iso8859_2"), "pl": ("cp1250", "iso8859_2"), "sk": ("cp1250",),
    "hu": ("cp1250",), "el": ("cp1253",), "tr": ("cp1254",), "he": ("cp1255",), "ar": ("cp1256",),
    "fa": ("cp1256",), "th": ("cp874",),
}  # fmt: skip
"""What a language was written in before UTF-8 (WHATWG Encoding's default table, turned around)."""
_ISO_2022_JP = re.compile(rb"\x1b(?:\$[@B]|\(J)")
"""Escapes that switch to Japanese: such a page is ASCII byte by byte."""
_WIDE = re.compile(rb"\s*(?:(<\0)[!a-zA-Z]\0|\0<\0[!a-zA-Z])")
"""UTF-16 without a BOM begins with a tag in 16-bit units."""
_MISREAD = 0.02
"""A UTF-8 page cut or damaged has a few bad bytes; above this share of its non-ASCII bytes it was another encoding."""


def decode_page(page: Page) -> Page:
    """Return the page with its HTML as UTF-8 without BOM, and the status and headers that were saved in front of it, if any.

    Never raises; bytes that mean nothing become U+FFFD.
    """
    status, headers, body = split_http_head(page.body, page.status, page.headers)
    html, _ = to_utf8(body, headers.get("content-type", ""))
    html = html.replace(b"\0", b"") if b"\0" in html else html  # as HTML 13.2.6.4.7 does
    return page if html is page.body else replace(page, body=html, status=status, headers=headers)


def split_http_head(body: bytes, status: int, headers: Mapping[str, str]) -> tuple[int, Mapping[str, str], bytes]:
    """Take off the HTTP responses' heads that `curl -i` saves before the HTML: (status, headers, rest)."""
    for _ in range(_MAX_HEADS):
        head = _HTTP_HEAD.match(body)
        if head is None:
            break
        end = re.search(rb"\r?\n\r?\n", body)
        if end is None:
            break
        status = int(head[1])
        lines = body[head.end() : end.start()].decode("latin-1").splitlines()
        headers = {name.strip().lower(): value.strip() for name, mark, value in (line.partition(":") for line in lines) if mark}
        body = body[end.end() :]
    return status, headers, body


def to_utf8(body: bytes, content_type: str = "") -> tuple[bytes, str]:
    """Return `body` as UTF-8, and the encoding it was in.

    Bytes that are valid UTF-8 are UTF-8, whatever header and meta say (other encodings practically never are by
    accident); else BOM, HTTP header, meta (wherever it stands), the language's old encoding, windows-1252: the first that fits.
    """
    if body.startswith(b"\xef\xbb\xbf"):
        return body[3:], "utf-8"
    for bom, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if body.startswith(bom):
            return body[2:].decode(encoding, "replace").encode(), encoding
    if b"\x1b" in body and _ISO_2022_JP.search(body):
        return body.decode("iso2022_jp", "replace").encode(), "iso2022_jp"
    if wide := _WIDE.match(body):
        encoding = "utf-16-le" if wide[1] else "utf-16-be"
        return body.decode(encoding, "replace").encode(), encoding
    if _is_utf8(body):
        return body, "utf-8"
    if _bad_share(body) < _MISREAD:
        return body.decode("utf-8", "replace").encode(), "utf-8"
    return _legacy_to_utf8(body, [codec for codec in declared_codecs(body, content_type) if codec != "utf-8"])


_PART = 16 * 1024


def _is_utf8(body: bytes) -> bool:
    """Return whether the bytes are UTF-8. Decoded a part at a time: a whole page's text would be a new block of memory."""
    if body.isascii():
        return True
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(body), _PART):
            decoder.decode(body[start : start + _PART], final=start + _PART >= len(body))
    except UnicodeDecodeError:
        return False
    return True


def _bad_share(body: bytes) -> float:
    foreign = sum(len(run) for run in re.findall(rb"[\x80-\xff]+", body))
    return body.decode("utf-8", "replace").count("�") / max(foreign, 1)


def _legacy_to_utf8(body: bytes, declared: list[str]) -> tuple[bytes, str]:
    lang = _LANG.search(body[:_META_SPAN])
    likely = _LEGACY.get(lang[1].decode().lower(), ()) if lang else ()
    for encoding in (*declared, *likely, *_script_guess(body), "cp1252"):
        try:
            return body.decode(encoding).encode(), encoding
        except (ValueError, LookupError):  # not UnicodeError alone: a name with NUL in it is no codec either
            continue
    return body.decode("cp1252", "replace").encode(), "cp1252"


def _script_guess(body: bytes) -> tuple[str, ...]:
    """Guess by runs of high bytes: many in pairs are Chinese (GB 18030 is a superset of GBK), single ones Western."""
    runs = [len(run) for run in re.findall(rb"(?:[\x81-\xfe][\x40-\xfe])+", body) if any(byte > 0x7F for byte in run)]
    long = sum(length for length in runs if length >= 4)
    return ("gb18030",) if runs and long > sum(runs) / 2 and _looks_han(body) else ()


def _looks_han(body: bytes) -> bool:
    try:
        text = body.decode("gb18030")
    except UnicodeDecodeError:
        return False
    foreign = [c for c in text if ord(c) > 0x7F]
    return sum("一" <= c <= "鿿" for c in foreign) > len(foreign) / 2


def is_view_source(html: bytes) -> bool:
    """Return whether a browser's view of the source was saved in place of the page (Chrome: a table of `line-content` cells)."""
    return html.find(b"line-content", 0, 4096) >= 0 and html.find(b"line-number", 0, 4096) >= 0
