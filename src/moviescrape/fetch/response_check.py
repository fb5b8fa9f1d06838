"""What a response is: a page, or which of the errors. Decides only."""

from http import HTTPStatus

from moviescrape.errors import BadStatus, FetchError, NotAPage, NotFound, Refused
from moviescrape.pages.block_pages import find_refusal
from moviescrape.pages.page import Page

_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml", "multipart/related")
_MAGIC = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"RIFF", b"\x00\x00\x00")


def find_error(page: Page) -> FetchError | None:
    """Return None for a page that can be stored and parsed, else the error to raise; `page.asked_url` is its `where`.

    >>> find_error(Page(b"<title>Metropolis</title>", headers={"content-type": "text/html"})) is None
    True
    >>> type(find_error(Page(b"gone", status=410))).__name__
    'NotFound'
    """
    where = page.asked_url or page.source
    if page.url and page.asked_url and page.url != page.asked_url:
        where = f"{page.asked_url} (answered by {page.url})"
    refusal = find_refusal(page)
    if refusal:
        return Refused(refusal.what, where=where, remedy=refusal.remedy)
    if page.status in (404, 410):
        return NotFound(f"there is no such page ({status_text(page.status)})", where=where, remedy="check the URL")
    if page.status not in (200, 202, 203):
        return BadStatus(f"the site answered {status_text(page.status)}", where=where, remedy="try again later")
    return _find_content_error(page, where)


def _find_content_error(page: Page, where: str) -> FetchError | None:
    if not page.body.strip():
        return NotAPage("the answer is empty", where=where, remedy="open it in a browser; try again later")
    kind = page.headers.get("content-type", "").partition(";")[0].strip().lower()
    if page.body.startswith(_MAGIC) or (kind and kind not in _PAGE_TYPES and not looks_like_html(page.body)):
        return NotAPage(f"the answer is {kind or 'no text'}, not a web page", where=where, remedy="name a page of HTML")
    return None


def looks_like_html(body: bytes) -> bool:
    """Return whether the first tag is one that begins a page, whatever the server calls it.

    >>> looks_like_html(b"  <!DOCTYPE html><title>x"), looks_like_html(b'{"a": 1}')
    (True, False)
    """
    start = body[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<title", b"<body")) or b"<html" in start


def status_text(status: int) -> str:
    """Return `503 Service Unavailable`, or the bare number where it has no name."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
