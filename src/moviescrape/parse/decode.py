"""From a page's bytes to UTF-8, whatever was declared."""

import codecs
import re
from collections.abc import Mapping
from dataclasses import replace

from moviescrape.pages.page import Page

_HTTP_HEAD = re.compile(rb"\A\s*HTTP/\d(?:\.\d)?\s+(\d{3})[^\n]*\n")
_MAX_HEADS = 10
"""`curl -iL` saves one for each redirect."""
_META_SPAN = 4096
"""HTML says 1024; saved pages often carry comments and scripts in front."""
_LANG = re.compile(rb"<html[^>]*\blang\s*=\s*[\"']?([A-Za-z]{2})", re.IGNORECASE)
_LEGACY = {
    "zh": ("gb18030", "big5"), "ja": ("shift_jis", "euc_jp"), "ko": ("euc_kr",), "ru": ("cp1251", "koi8_r"),
    "uk": ("cp1251",), "bg": ("cp1251",), "cs": ("cp1250", "iso8859_2"), "pl": ("cp1250", "iso8859_2"), "sk": ("cp1250",),
    "hu": ("cp1250",), "el": ("cp1253",), "tr": ("cp1254",), "he": ("cp1255",), "ar": ("cp1256",),
    "fa": ("cp1256",), "th": ("cp874",),
}  # fmt: skip
"""What a language was written in before UTF-8 (WHATWG Encoding's default table, turned around)."""
_AS_BROWSERS = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949", "iso-8859-9": "cp1254",
}  # fmt: skip
"""Labels that browsers read as a larger encoding (WHATWG Encoding, 4.2)."""
_MISREAD = 0.02
"""A UTF-8 page cut or damaged has a few bad bytes; above this share of its non-ASCII bytes it was another encoding."""


def decode_page(page: Page) -> Page:
    """The page with its HTML as UTF-8 without BOM, and the status and headers that were saved in front of it, if any.

    Never raises; bytes that mean nothing become U+FFFD.
    """
    status, headers, body = split_http_head(page.body, page.status, page.headers)
    html, _ = to_utf8(body, headers.get("content-type", ""))
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
    """`body` as UTF-8, and the encoding it was in.

    Bytes that are valid UTF-8 are UTF-8, whatever header and meta say (other encodings practically never are by
    accident); else BOM, HTTP header, meta, the language's old encoding, and windows-1252, the first that fits.
    """
    if body.startswith(b"\xef\xbb\xbf"):
        return body[3:], "utf-8"
    for bom, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if body.startswith(bom):
            return body[2:].decode(encoding, "replace").encode(), encoding
    if _is_utf8(body):
        return body, "utf-8"
    if _bad_share(body) < _MISREAD:
        return body.decode("utf-8", "replace").encode(), "utf-8"
    declared = _declared(body, content_type)
    return _legacy_to_utf8(body, [encoding for encoding in declared if encoding.replace("-", "").lower() != "utf8"])


_PART = 16 * 1024


def _is_utf8(body: bytes) -> bool:
    """Decoded a part at a time: a whole page's text is a block of memory that is asked of the system and given back each time."""
    if body.isascii():
        return True
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(body), _PART):
            decoder.decode(body[start : start + _PART], final=start + _PART >= len(body))
    except UnicodeDecodeError:
        return False
    return True


def _declared(body: bytes, content_type: str) -> list[str]:
    from bs4.dammit import EncodingDetector  # 50 ms, for pages that are not UTF-8 alone

    header = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", content_type, re.IGNORECASE)
    meta = EncodingDetector.find_declared_encoding(body[:_META_SPAN], is_html=True)
    return [_AS_BROWSERS.get(name.lower(), name) for name in (header[1] if header else None, meta) if name]


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
    """Runs of many high bytes in pairs are Chinese (GB 18030 is a superset of GBK); single ones are Western."""
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
    """Whether a browser's view of a page's source was saved in place of the page (Chrome: a table of `line-content` cells)."""
    return html.find(b"line-content", 0, 4096) >= 0 and html.find(b"line-number", 0, 4096) >= 0
