"""Saved pages: a file as a Page, and the pages of a folder in a fixed order."""

import io
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from moviescrape.errors import SourceError
from moviescrape.pages.compression import BodyTooLarge
from moviescrape.pages.content_coding import decode_body
from moviescrape.pages.mhtml import looks_like_mhtml, read_mhtml
from moviescrape.pages.page import Page
from moviescrape.settings import MIB

PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht"})
SQLITE_MAGIC = b"SQLite format 3\0"
"""What a page store begins with (https://www.sqlite.org/fileformat.html, 1.3)."""
ARCHIVE_SUFFIXES = (".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz", ".wacz")
STDIN = Path("-")
_PEEKED_BYTES = 4096
MAX_BYTES = 256 * MIB
"""Of one file: the heaviest pages saved with their images measure tens of megabytes."""


def find_saved(path: Path) -> Iterator[Path]:
    """Yield the file itself, or a folder's pages and archives, recursively and in the order of their paths on every platform.

    Archives are told by their first bytes too, whatever they are called.

    What a browser keeps beside a saved page (`Top 250_files/` beside `Top 250.html`) is left out. Raise SourceError
    where a folder holds none.
    """
    if not path.is_dir():
        yield path
        return
    found = False
    for saved in _saved_below(path):
        found = True
        yield saved
    if not found:
        remedy = "pages are files named .html, .htm or .mhtml, archives .warc.gz and the like"
        raise SourceError("no saved page in this folder", where=str(path), remedy=remedy)


def is_archive_name(name: str) -> bool:
    """Return whether a file of this name is an archive of pages.

    >>> is_archive_name("crawl-00001.WARC.gz"), is_archive_name("page.html")
    (True, False)
    """
    return name.lower().endswith(ARCHIVE_SUFFIXES)


def read_page(path: Path, url: str | None = None) -> Page:
    """Read a saved page, named after its file; one that was saved as it came over the wire, gzipped, is unpacked.

    `url` is the address that the page is from, where that is known. `-` is standard input, which can be read once.
    Raise SourceError where it can't be read, is empty, or is too large.
    """
    page = unpack_page(_read_bytes(path), str(path))
    if not page.body.strip():
        raise SourceError("the file is empty", where=str(path), remedy="save the page again")
    return replace(page, url=url) if url else page


def unpack_page(body: bytes, name: str = "") -> Page:
    """Return the page in the bytes of a saved file, which may be gzipped, or MHTML. Raise SourceError, `where` it is `name`."""
    body = _unpack(body, name)
    return read_mhtml(body, name=name) if looks_like_mhtml(body) else Page(body, name=name or None)


def check_regular(path: Path) -> None:
    """Raise SourceError for a pipe or a device: it may never end, and what was looked at once can't be read again."""
    with suppress(OSError):  # what can't be looked at can't be opened either, and is said there
        if path.exists() and not path.is_file():
            raise SourceError("a pipe or a device, not a file", where=str(path), remedy="save what it gives as a file")


def _saved_below(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        raise SourceError(
            f"can't be read ({error.strerror or error})", where=str(folder), remedy="check its permissions"
        ) from error
    companions = {f"{entry.stem}_files" for entry in entries if entry.suffix.lower() in PAGE_SUFFIXES}
    for entry in entries:
        if _is_folder(entry):
            if entry.name not in companions and not entry.is_symlink():  # a link may lead back up
                yield from _saved_below(entry)
        elif entry.suffix.lower() in PAGE_SUFFIXES or _is_archive_file(entry):
            yield entry


def _is_archive_file(entry: Path) -> bool:
    from moviescrape.pages.archive_file import is_archive_file  # which needs this module

    return is_archive_file(entry)


def _is_folder(entry: Path) -> bool:
    with suppress(OSError):  # what can't be looked at, a link of another user for example, is none
        return entry.is_dir()
    return False


def stdin_bytes() -> BinaryIO:
    """Return standard input. Raise SourceError where it is closed."""
    if sys.stdin is None:
        raise SourceError("standard input is closed", where=str(STDIN), remedy="name a file")
    return sys.stdin.buffer


def read_stdin(size: int = -1) -> bytes:
    """Return what standard input holds, at most `size` bytes. Raise SourceError where there is none."""
    return stdin_bytes().read(size)


def peek_stdin() -> bytes:
    """Return the first bytes of standard input, which are still to be read; none where a person types it, or it is closed."""
    if sys.stdin is None or (hasattr(sys.stdin, "isatty") and sys.stdin.isatty()):
        return b""
    stream = sys.stdin.buffer
    if isinstance(stream, io.BufferedReader):
        return stream.peek(_PEEKED_BYTES)
    place = stream.tell()
    head = stream.read(_PEEKED_BYTES)
    stream.seek(place)
    return head


def _read_bytes(path: Path) -> bytes:
    check_regular(path)
    try:
        if path == STDIN:
            body = read_stdin(MAX_BYTES + 1)
        else:
            with path.open("rb") as file:
                body = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceError(
            f"can't be read ({error.strerror or error})", where=str(path), remedy="check the path and its permissions"
        ) from error
    if len(body) > MAX_BYTES:
        raise SourceError(f"larger than {MAX_BYTES // MIB} MiB", where=str(path), remedy="name a page, not an archive")
    return body


def _unpack(body: bytes, name: str) -> bytes:
    try:
        return decode_body(body, {}, MAX_BYTES)
    except BodyTooLarge as error:
        raise SourceError(f"unpacks to more than {MAX_BYTES // MIB} MiB", where=name, remedy="it is no page") from error


MAX_NAME_CHARACTERS = 80


def page_file_name(number: int, url: str) -> str:
    """Return a name for the `number`-th page: letters, digits and dashes, so that it can't leave its folder on any system.

    >>> page_file_name(7, "https://movies.example/../../title/tt0000001/?ref_=a")
    '0007-movies-example-title-tt0000001-ref_-a.html'
    """
    parts = urlsplit(url)
    words = re.sub(r"[^A-Za-z0-9_]+", "-", unquote(f"{parts.netloc}{parts.path}?{parts.query}")).strip("-")
    return f"{number:04}-{words[:MAX_NAME_CHARACTERS].strip('-') or 'page'}.html"
