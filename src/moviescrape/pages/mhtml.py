"""Pages that a browser saved as one file (.mhtml, .mht): MIME messages, RFC 2557."""

from email import message_from_bytes
from email.message import Message

from moviescrape.errors import SourceError
from moviescrape.pages.page import Page
from moviescrape.pages.web_address import web_address

_HEADERS = (b"mime-version:", b"content-type: multipart/related", b"snapshot-content-location:")
_SEARCHED_BYTES = 2048


def looks_like_mhtml(body: bytes) -> bool:
    """Tell from the first bytes, since `.mht` files are renamed and `.html` files are not always HTML.

    >>> looks_like_mhtml(b"From: <Saved by Blink>\\r\\nMIME-Version: 1.0\\r\\n")
    True
    >>> looks_like_mhtml(b"<!doctype html><p>MIME-Version: 1.0")
    False
    """
    head = body[:_SEARCHED_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return not head.startswith((b"<", b"http/")) and any(header in head for header in _HEADERS)


def read_mhtml(body: bytes, *, name: str) -> Page:
    """Return the page that the message shows; `name` is its file.

    Its address is where the message says it was saved from; its charset, where stated, is a header as if it had been fetched.
    Raises SourceError where the message holds no HTML.
    """
    message = message_from_bytes(body)
    part = _main_part(message)
    html = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(html, bytes) or not html.strip():
        raise SourceError("no HTML in this MHTML file", where=name, remedy="save the page again, or as .html")
    charset = part.get_content_charset()
    headers = {"content-type": f"text/html; charset={charset}"} if charset else {}
    return Page(html, url=_address(message, part), headers=headers, name=name)


def _main_part(message: Message) -> Message | None:
    """Return the part that `start` names (RFC 2387 3.2), else the one saved from the snapshot's address, else the first HTML."""
    parts = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    start, snapshot = message.get_param("start"), message.get("Snapshot-Content-Location")
    for part in parts:
        if start and part.get("Content-ID") == start:
            return part
    for part in parts:
        if snapshot and part.get("Content-Location") == snapshot:
            return part
    return parts[0] if parts else None


def _address(message: Message, part: Message) -> str | None:
    for stated in (part.get("Content-Location"), message.get("Snapshot-Content-Location"), message.get("Content-Location")):
        if url := web_address("".join(str(stated or "").split())):  # long addresses are folded over lines
            return url
    return None
