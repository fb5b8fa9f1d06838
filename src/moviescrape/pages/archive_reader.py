"""The HTML pages of an archive (WARC, ARC, WACZ), one at a time, from all of it or a range.

Read are `response` records and, from archives made of files, `resource` records: both hold HTML as the site gave it.
`conversion` records hold what somebody made of a page (plain text, mostly), `revisit` records nothing new, redirects no page.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import BinaryIO

from moviescrape.errors import SourceError, UsageError
from moviescrape.pages.archive_file import ArchiveDamage, archives_in, open_archive, size_of
from moviescrape.pages.archive_records import ArchiveRecord, find_record, read_records
from moviescrape.pages.compression import BodyTooLarge
from moviescrape.pages.content_coding import decode_body
from moviescrape.pages.http_message import HttpResponse, split_response
from moviescrape.pages.page import Page
from moviescrape.pages.record_counts import RecordCounts
from moviescrape.pages.web_address import web_address
from moviescrape.settings import MIB

MAX_BYTES = 64 * MIB
"""Of one record, as stored and as unpacked."""
TRUNCATED_HEADER = "warc-truncated"
"""The header of a Page whose crawler kept only its beginning; says why (WARC 1.1, 5.13)."""
_HEAD_BYTES = 64 * 1024
_HTML_TYPES = ("text/html", "application/xhtml+xml")
_OTHER_TYPE = re.compile(
    r"image/|video/|audio/|font/|text/(?:css|csv|calendar)|\w+/(?:x-)?(?:javascript|json|pdf|zip)\b|.*\+json"
)
_HTML_START = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head)\b", re.I | re.S)


def read_archive(
    where: str, start: int = 0, stop: int | None = None, *, counts: RecordCounts | None = None
) -> Iterator[Page | SourceError]:
    """Yield the pages of the records that begin at byte `start` or later, and before `stop`; `where` is a path or fsspec address.

    `counts` is added to, as records are read.

    A Page's name is `crawl.warc.gz#1234`, the byte where its record begins (in files that can't be entered there: the
    record's id). A record that is cut, damaged or too large is a SourceError in its place, and reading goes on behind it.
    Raise SourceError where the file can't be read at all, UsageError where a package for it is missing.
    """
    counts = RecordCounts() if counts is None else counts
    for archive in archives_in(where):
        with open_archive(archive) as file:
            if not size_of(file):
                raise SourceError("the file is empty", where=archive, remedy="get the archive again")
            yield from _read_range(archive, file, start, stop, counts)


def read_record(block: bytes, name: str, length: int, counts: RecordCounts) -> Page | SourceError | None:
    """Return the page of the one record that the `block` of an archive holds, None where it is none.

    `name` is what the page is called; a block shorter than `length` was cut off.
    """
    damage = "cut off in this record" if len(block) < length else "damaged (no record begins here)"
    try:
        for record in read_records(BytesIO(block)) if len(block) >= length else ():
            return _read_page(record, name, counts)
    except ArchiveDamage as found:
        damage = str(found)
    return SourceError(damage, where=name, remedy="get the archive, or its index, again")


def _read_range(where: str, file: BinaryIO, start: int, stop: int | None, counts: RecordCounts) -> Iterator[Page | SourceError]:
    """Read on behind each damage; a second one with no record between is the same damage, and not told again."""
    position, told = find_record(file, start, stop) if start else 0, False
    while position is not None:
        stretch = _Stretch(where, position, counts)
        yield from stretch.read_pages(file, stop)
        if stretch.damage and (stretch.records or not told):
            yield SourceError(
                stretch.damage, where=f"{where}#{stretch.last}", remedy="what can be read is; get the archive again"
            )
        told = bool(stretch.damage)
        position = find_record(file, stretch.last + 1, stop) if stretch.damage else None


class _Stretch:
    """The records from `position` to the range's end or to the next damage, which is then said in `damage`.

    `last` is where the last record that was begun begins.
    """

    def __init__(self, where: str, position: int, counts: RecordCounts) -> None:
        self.where = where
        self.counts = counts
        self.last = position
        self.records = 0
        self.damage = ""

    def read_pages(self, file: BinaryIO, stop: int | None) -> Iterator[Page | SourceError]:
        """Yield the pages, and a SourceError for each record that is too large."""
        try:
            for record in read_records(file, self.last):
                if stop is not None and record.member >= stop:
                    return
                self.last, self.records = record.member, self.records + 1
                name = record.member if record.starts_member else record.headers.get("warc-record-id", record.member)
                page = _read_page(record, f"{self.where}#{name}", self.counts)
                if page is not None:
                    yield page
        except ArchiveDamage as damage:
            self.damage = str(damage)


def _read_page(record: ArchiveRecord, name: str, counts: RecordCounts) -> Page | SourceError | None:
    """Return the HTML page that a record holds, None where it holds none. Raise ArchiveDamage where it is cut."""
    counts.records += 1
    counts.revisits += record.headers.get("warc-type", "").lower() == "revisit"
    if not _may_hold_page(record):
        return None
    counts.responses += 1
    block = record.read(_HEAD_BYTES)
    response = _response_of(record, block)
    media_type = response.headers.get("content-type", "").lower()
    if 300 <= response.status < 400:
        counts.redirects += 1
        return None
    page = None if _OTHER_TYPE.match(media_type) else _read_html(record, name, response, block)
    counts.other_types += page is None
    counts.too_large += isinstance(page, SourceError)
    counts.html += isinstance(page, Page)
    return page


def _read_html(record: ArchiveRecord, name: str, response: HttpResponse, block: bytes) -> Page | SourceError | None:
    """Return the page of a response whose record begins with `block`; None where it is not HTML."""
    if record.length > MAX_BYTES:
        return SourceError(f"larger than {MAX_BYTES // MIB} MiB", where=name, remedy="look at it with an archive tool")
    block += record.read()
    try:
        body = decode_body(block[response.body_start :], response.headers, MAX_BYTES)
    except BodyTooLarge:
        return SourceError(f"unpacks to more than {MAX_BYTES // MIB} MiB", where=name, remedy="it is no page, but a bomb")
    except UsageError as missing:
        return SourceError(missing.what, where=name, remedy=missing.remedy)
    if not _is_html(response.headers.get("content-type", "").lower(), body):
        return None
    headers = response.headers
    if reason := record.headers.get("warc-truncated"):
        headers[TRUNCATED_HEADER] = reason
    return Page(body, _url_of(record), status=response.status, headers=headers, fetched_at=_date_of(record), name=name)


def _may_hold_page(record: ArchiveRecord) -> bool:
    """Tell by the record's kind and its address' scheme; `urn:`, `dns:` and the like name what crawlers note beside pages."""
    scheme = _target_of(record).partition(":")[0].lower()
    return record.headers.get("warc-type", "").lower() in ("response", "resource") and scheme in ("http", "https", "file", "")


def _response_of(record: ArchiveRecord, block: bytes) -> HttpResponse:
    if record.headers.get("warc-type", "").lower() == "response":
        return split_response(block)
    return HttpResponse(200, {"content-type": record.headers.get("content-type", "")}, 0)


def _is_html(media_type: str, body: bytes) -> bool:
    """Tell by the type; where that says nothing, or something that servers say of HTML (text/plain), by the first bytes.

    (MIME Sniffing Standard, 7.1; stricter, for nobody looks at the result.)
    """
    if any(kind in media_type for kind in _HTML_TYPES):
        return True
    start = body[:4096].removeprefix(b"\xef\xbb\xbf")
    return bool(_HTML_START.match(start)) or (not media_type and start.lstrip().startswith(b"<"))


def _target_of(record: ArchiveRecord) -> str:
    return record.headers.get("warc-target-uri", "").strip("<> ")  # some crawlers write it in brackets


def _url_of(record: ArchiveRecord) -> str | None:
    """Return the page's address; None where it is broken or no web address: the page may name its own."""
    return web_address(_target_of(record))


def _date_of(record: ArchiveRecord) -> datetime | None:
    try:
        date = datetime.fromisoformat(record.headers.get("warc-date", ""))
        return date if date.tzinfo else date.replace(tzinfo=UTC)
    except ValueError:
        return None
