"""A page as a row of the page store, with a digest that tells whether it is still what was stored."""

import hashlib
import json
import zlib
from datetime import datetime
from typing import NamedTuple

from moviescrape.pages.page import Page

try:
    from isal.isal_zlib import compress  # zlib's format in a tenth of the time; on pages of HTML its size, too
except ImportError:  # a machine that it isn't built for
    from zlib import compress

_FAST = 1
"""The level: the others take several times as long for a tenth fewer bytes."""


class DamagedRow(ValueError):
    """A row is not what was stored; says why."""


class PageRow(NamedTuple):
    """The columns of a page; `headers` are JSON, `body` is packed by zlib, `sha256` is of all others."""

    asked_url: str
    url: str
    status: int
    headers: str
    fetched_at: str
    size: int
    sha256: bytes
    body: bytes


def pack_page(page: Page, fetched_at: datetime) -> PageRow:
    """Return the row that holds `page`."""
    asked_url, url = page.asked_url or "", page.url or ""
    headers, at = json.dumps(dict(page.headers)), fetched_at.isoformat()
    digest = _digest(page.body, asked_url, url, page.status, headers, at)
    return PageRow(asked_url, url, page.status, headers, at, len(page.body), digest, compress(page.body, _FAST))


def unpack_page(row: PageRow) -> Page:
    """Return the page that a row holds. Raise DamagedRow where it is not what was stored."""
    try:
        body = zlib.decompress(row.body)
        as_stored = row.sha256 in (
            _digest(body, row.asked_url, row.url, row.status, row.headers, row.fetched_at),
            hashlib.sha256(body).digest(),  # of stores that were written before November 2026
        )
        if not as_stored:
            raise DamagedRow("it is not what was stored")
        return Page(body, row.url, row.asked_url, row.status, json.loads(row.headers), datetime.fromisoformat(row.fetched_at))
    except (zlib.error, TypeError, ValueError) as error:
        raise error if isinstance(error, DamagedRow) else DamagedRow(f"it can't be unpacked: {error}") from error


def read_date(text: object) -> datetime | None:
    """Return a date as the store writes it, None for one that can't be read."""
    try:
        return datetime.fromisoformat(str(text))
    except ValueError:
        return None


def _digest(body: bytes, *fields: object) -> bytes:
    digest = hashlib.sha256(body)
    digest.update(json.dumps(fields).encode())
    return digest.digest()
