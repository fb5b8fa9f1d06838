"""Where a response sends its reader: by Location, or by a refresh in a header or in the page, as browsers follow it."""

import html
import re

from moviescrape.errors import UnsafeURL
from moviescrape.fetch.client import Response
from moviescrape.fetch.request_url import normalize_url, resolve_location
from moviescrape.pages.block_pages import find_refusal
from moviescrape.pages.page import Page

MAX_REFRESH_S = 5.0
"""A page that refreshes later is there to be read until then."""

_STATUSES = frozenset({301, 302, 303, 307, 308})
_SCANNED_BYTES = 128 * 1024
_HINT = re.compile(rb"http-equiv\s*=\s*[\"']?\s*refresh", re.IGNORECASE)
_TAGS = re.compile(  # what holds markup that is not the page's own is passed over whole, also where it is never closed
    rb"<!--.*?(?:-->|\Z)|<(script|style|noscript|template|textarea|title|iframe|xmp)\b.*?(?:</\1|\Z)|<(meta|base)\b([^<>]{0,4000})>",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(rb"(?<![\w-])([\w-]{1,40}+)\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_REFRESH = re.compile(
    rb"\s*+([0-9]++(?:\.[0-9]*+)?)[0-9.]*+(?:\s*+[;,]\s*+|\s++)(?:url\s*+=\s*+)?(.*)", re.IGNORECASE | re.DOTALL
)


def next_url(response: Response) -> str | None:
    """Return the URL, in normal form, that a response sends its reader to, None for one that is there to be read.

    Raise UnsafeURL where it sends to what can't be asked for.
    """
    location = response.headers.get("location")
    if response.status in _STATUSES:
        return resolve_location(response.url, location.encode("latin-1")) if location else None
    return _refresh_url(response) if response.status == 200 else None


def _refresh_url(response: Response) -> str | None:
    """Return where a refresh (HTML 4.2.5.3) leads at once; a page that only loads itself again, or that refuses, stays."""
    stated, base = response.headers.get("refresh", "").encode("latin-1"), response.url
    if not stated and _HINT.search(response.body, 0, _SCANNED_BYTES):
        stated, base = _find_refresh(response.body[:_SCANNED_BYTES], response.url)
    target = read_refresh(stated)
    if not target or find_refusal(Page(response.body, response.url, status=response.status, headers=response.headers)):
        return None
    url = resolve_location(base, target)
    return None if url == normalize_url(response.url) else url


def read_refresh(value: bytes) -> bytes | None:
    """Return the URL that the value of a refresh names, None where it names none or only after a while.

    >>> read_refresh(b"0; URL='/film/2'"), read_refresh(b"30;url=/"), read_refresh(b"5")
    (b'/film/2', None, None)
    """
    found = _REFRESH.fullmatch(value)
    if not found or float(found[1]) > MAX_REFRESH_S:
        return None
    target = found[2].strip()
    quote = target[:1]
    if quote in (b'"', b"'"):
        target = target[1:].partition(quote)[0]
    return target or None


def _find_refresh(body: bytes, url: str) -> tuple[bytes, str]:
    """Return the content of the page's refresh, b"" for none, and the base of its links."""
    refresh, base = b"", url
    for tag in _TAGS.finditer(body):
        attributes = _read_attributes(tag[3] or b"")
        if attributes.get(b"http-equiv", b"").strip().lower() == b"refresh":
            refresh = refresh or attributes.get(b"content", b"")
        elif (tag[2] or b"").lower() == b"base" and base == url and attributes.get(b"href"):
            base = _resolve_base(url, attributes[b"href"])
    return refresh, base


def _resolve_base(url: str, href: bytes) -> str:
    """Return the base that a page states for its links; one that can't be asked for is none."""
    try:
        return resolve_location(url, href)
    except UnsafeURL:
        return url


def _read_attributes(text: bytes) -> dict[bytes, bytes]:
    attributes: dict[bytes, bytes] = {}
    for name, *values in _ATTRIBUTE.findall(text):
        value = html.unescape(b"".join(values).decode("utf-8", "surrogateescape"))
        attributes.setdefault(name.lower(), value.encode("utf-8", "surrogateescape"))
    return attributes
