"""A page as people have it in their hands: HTML, a file, a response, a tree; no library is imported to know its objects."""

import sys
from dataclasses import replace
from inspect import iscoroutinefunction
from os import PathLike
from pathlib import Path
from typing import Any

from moviescrape.errors import UsageError
from moviescrape.errors.remedies import Remedy
from moviescrape.pages.files import MAX_BYTES, PAGE_SUFFIXES, read_page, unpack_page
from moviescrape.pages.page import Page
from moviescrape.pages.web_address import web_address
from moviescrape.pipeline.sources import check_url

TAKEN = (
    "HTML as str or bytes, an open file, a pathlib.Path, a response of httpx, requests or urllib, a BeautifulSoup or lxml tree, "
    "or a moviescrape.Page"
)


def to_page(given: object, url: object = None) -> Page:
    """Return what was `given` as a page from the address `url`, where it is said.

    Raise TypeError for what is no page, UsageError for a text that names one in place of its HTML and for a `url` that is none,
    SourceError for a file that can't be read.
    """
    page = _page_of(given)
    return page if url is None else replace(page, url=check_url(str(url)))


def _page_of(given: Any) -> Page:
    if isinstance(given, Page):
        return given
    if isinstance(given, str):
        _check_html(given)
        return Page(_utf8(given))
    if isinstance(given, bytes | bytearray | memoryview):
        return unpack_page(bytes(given))
    if isinstance(given, PathLike):
        return read_page(Path(given))
    if _is_a(given, "bs4.element", "Tag"):
        return Page(_utf8(str(given)))
    if _is_a(given, "lxml.etree", "_Element") or _is_a(given, "lxml.etree", "_ElementTree"):
        return _page_of_tree(given)
    if hasattr(given, "status_code") and hasattr(given, "content"):
        return _page_of_response(given)
    if hasattr(given, "read") and not iscoroutinefunction(given.read):
        return _page_of_file(given)
    raise TypeError(f"a page is taken as {TAKEN}; not as {type(given).__name__}")


def _check_html(text: str) -> None:
    """Raise UsageError for a text that is an address or a file's name."""
    name = text.strip()
    if "<" in name or "\n" in name:
        return
    if name.lower().startswith(("http://", "https://")):
        raise UsageError("an address, not the HTML of a page", where=name, remedy=Remedy.FETCH_PAGES)
    if Path(name).suffix.lower() in PAGE_SUFFIXES:
        raise UsageError("the name of a file, not the HTML of a page", where=name, remedy=f"give pathlib.Path({name!r})")


def _utf8(text: str) -> bytes:
    """Return the text as UTF-8; half a letter, which JSON can hold, becomes U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()


def _is_a(given: object, module: str, name: str) -> bool:
    """Return whether `given` is of a class of a library: one of what is not loaded can't be."""
    loaded = sys.modules.get(module)
    return loaded is not None and isinstance(given, getattr(loaded, name))


def _page_of_tree(tree: Any) -> Page:
    from lxml import etree

    root = tree.getroot() if hasattr(tree, "getroot") else tree
    if root is None:
        return Page(b"")
    html = etree.tostring(root, encoding="utf-8", method="html", with_tail=False)
    return Page(html, url=web_address(root.getroottree().docinfo.URL))


def _page_of_response(response: Any) -> Page:
    first = next(iter(getattr(response, "history", None) or ()), response)
    headers = {str(name).lower(): str(value) for name, value in dict(response.headers).items()}
    body = bytes(response.content or b"")
    return Page(body, _address_of(response), _address_of(first), int(response.status_code), headers)


def _page_of_file(file: Any) -> Page:
    """Read an open file, or a response of urllib, which is one that has a status and an address."""
    content = file.read(MAX_BYTES + 1)
    if not isinstance(content, str | bytes):
        raise TypeError(f"a page is taken as {TAKEN}; this file gives {type(content).__name__}")
    name, status, headers = (getattr(file, attribute, None) for attribute in ("name", "status", "headers"))
    page = Page(_utf8(content)) if isinstance(content, str) else unpack_page(content, name if isinstance(name, str) else "")
    return replace(
        page,
        url=_address_of(file) or page.url,
        status=status if isinstance(status, int) else page.status,
        headers={key.lower(): value for key, value in headers.items()} if headers and hasattr(headers, "items") else page.headers,
    )


def _address_of(response: Any) -> str | None:
    try:
        return web_address(getattr(response, "url", None))
    except RuntimeError:  # httpx: a response that was made by hand answers no request
        return None
