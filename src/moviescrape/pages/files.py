"""Saved pages: a file as a Page, and the pages of a folder in a fixed order."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

from moviescrape.errors import SourceError
from moviescrape.pages.mhtml import looks_like_mhtml, read_mhtml
from moviescrape.pages.page import Page
from moviescrape.settings import MIB

PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht"})
MAX_BYTES = 256 * MIB
"""Of one file: the heaviest pages saved with their images measure tens of megabytes."""


def find_pages(path: Path) -> Iterator[Path]:
    """Yield the file itself, or a folder's pages, recursively and in the order of their paths, the same on every platform.

    What a browser keeps beside a saved page (`Top 250_files/` beside `Top 250.html`) is left out. Raises SourceError
    where a folder holds no page.
    """
    if not path.is_dir():
        yield path
        return
    found = False
    for page in _pages_below(path):
        found = True
        yield page
    if not found:
        raise SourceError("no saved page in this folder", where=str(path), remedy="pages are files named .html, .htm or .mhtml")


def read_page(path: Path) -> Page:
    """Read a saved page, named after its file. Raises SourceError where it can't be read, is empty, or is too large."""
    body = _read_bytes(path)
    if not body.strip():
        raise SourceError("the file is empty", where=str(path), remedy="save the page again")
    if looks_like_mhtml(body):
        return read_mhtml(body, name=str(path))
    return Page(body, name=str(path))


def check_regular(path: Path) -> None:
    """SourceError for a pipe or a device: it may never end, and what was looked at once can't be read again."""
    with suppress(OSError):  # what can't be looked at can't be opened either, and is said there
        if path.exists() and not path.is_file():
            raise SourceError("a pipe or a device, not a file", where=str(path), remedy="save what it gives as a file")


def _pages_below(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        raise SourceError(
            f"can't be read ({error.strerror or error})", where=str(folder), remedy="check its permissions"
        ) from error
    companions = {f"{entry.stem}_files" for entry in entries if entry.suffix.lower() in PAGE_SUFFIXES}
    for entry in entries:
        if entry.is_dir():
            if entry.name not in companions and not entry.is_symlink():  # a link may lead back up
                yield from _pages_below(entry)
        elif entry.suffix.lower() in PAGE_SUFFIXES:
            yield entry


def _read_bytes(path: Path) -> bytes:
    check_regular(path)
    try:
        with path.open("rb") as file:
            body = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceError(
            f"can't be read ({error.strerror or error})", where=str(path), remedy="check the path and its permissions"
        ) from error
    if len(body) > MAX_BYTES:
        raise SourceError(f"larger than {MAX_BYTES // MIB} MiB", where=str(path), remedy="name a page, not an archive")
    return body


MAX_NAME_CHARACTERS = 80


def page_file_name(number: int, url: str) -> str:
    """A name for the `number`-th page: letters, digits and dashes, so that it can't leave its folder on any system.

    >>> page_file_name(7, "https://movies.example/../../title/tt0000001/?ref_=a")
    '0007-movies-example-title-tt0000001-ref_-a.html'
    """
    parts = urlsplit(url)
    words = re.sub(r"[^A-Za-z0-9_]+", "-", unquote(f"{parts.netloc}{parts.path}?{parts.query}")).strip("-")
    return f"{number:04}-{words[:MAX_NAME_CHARACTERS].strip('-') or 'page'}.html"
