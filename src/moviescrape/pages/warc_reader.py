"""The HTML pages of a WARC file (WARC 1.1, ISO 28500), one at a time, from all of it or a range.

Read are `response` records and, from archives made of files, `resource` records: both hold HTML as the site gave it.
`conversion` records hold what somebody made of a page (plain text, mostly), `revisit` records nothing new, redirects no page.
"""

from collections.abc import Iterator
from datetime import datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING, BinaryIO

from moviescrape.errors import SourceError, UsageError
from moviescrape.pages.page import Page
from moviescrape.pages.warc_file import ends_whole, find_record, opened, size_of
from moviescrape.pages.warc_payload import BodyTooLarge, unpack
from moviescrape.settings import MIB

if TYPE_CHECKING:
    from fastwarc import WarcRecord

MAX_BYTES = 64 * MIB
"""Of one record, as stored and as unpacked."""
CUT_HEADER = "warc-truncated"
"""The header of a Page whose crawler kept only its beginning; says why (WARC 1.1, 5.13)."""
_HTML = ("text/html", "application/xhtml+xml")


def read_warc(where: str, start: int = 0, stop: int | None = None) -> Iterator[Page | SourceError]:
    """Yield the pages of the records that begin at byte `start` or later, and before `stop`; `where` is a path or fsspec address.

    A Page's name is `crawl.warc.gz#1234`, the byte where its record begins (in files that can't be entered there: the
    record's id). A record that is cut, damaged or too large is a SourceError in its place, and reading goes on behind it.
    Raises SourceError where the file can't be read at all, UsageError where the packages for it are missing.
    """
    check_installed()
    with opened(where) as file:
        if not size_of(file):
            raise SourceError("the file is empty", where=where, remedy="get the archive again")
        position, told = find_record(file, start, stop) if start else 0, False
        while position is not None:
            run = _Run(where, position)
            yield from run.pages(file, stop)
            if run.damage and (run.records or not told):  # a second failure at once is the same damage
                yield SourceError(run.damage, where=f"{where}#{run.last}", remedy="what can be read is; get the archive again")
            told = bool(run.damage)
            position = find_record(file, run.last + 1, stop) if run.damage else None


def check_installed() -> None:
    """UsageError, with the command that helps, where FastWARC isn't there."""
    if find_spec("fastwarc") is None:
        raise UsageError("archives need fastwarc, which is not installed", remedy="pip install fastwarc")


class _Run:
    """Reading from the record at `last` to the range's end or to the next damage, which is then said in `damage`."""

    def __init__(self, where: str, position: int) -> None:
        self.where = where
        self.last = position
        self.records = 0
        self.damage = ""

    def pages(self, file: BinaryIO, stop: int | None) -> Iterator[Page | SourceError]:
        from fastwarc import ArchiveIterator

        file.seek(self.last)
        try:
            for record in ArchiveIterator(file):
                if stop is not None and record.stream_pos >= stop:
                    return
                name = self._name(record)
                found = _page_of(record, name)
                if found is not None:
                    yield found
        except OSError as error:
            self.damage = f"damaged ({error})"
        except EOFError:
            self.damage = "cut off in this record"
        if not self.damage or self.records:
            self._check_end(file)

    def _name(self, record: "WarcRecord") -> str:
        inside = self.records and record.stream_pos <= self.last
        self.last, self.records = record.stream_pos, self.records + 1
        return f"{self.where}#{record.record_id if inside else record.stream_pos}"

    def _check_end(self, file: BinaryIO) -> None:
        """A cut header ends the archive without an error, padding ends it with one."""
        if self.damage.startswith("cut"):
            return
        self.damage = "" if ends_whole(file, self.last) else self.damage or "cut off behind this record"


def _page_of(record: "WarcRecord", name: str) -> Page | SourceError | None:
    """The HTML page in a record; None where it holds none. Raises EOFError where it is cut."""
    from fastwarc import WarcRecordType

    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")  # some crawlers write it in brackets
    if not url.lower().startswith(("http://", "https://")):
        return None
    if record.record_type == WarcRecordType.response and record.is_http_parsed:
        status = record.http_headers.status_code or 200
        headers = {key.lower(): value for key, value in record.http_headers.items()}
    elif record.record_type == WarcRecordType.resource:
        status, headers = 200, {"content-type": record.headers.get("Content-Type") or ""}
    else:
        return None
    stated = headers.get("content-type", "").lower()
    if 300 <= status < 400 or (stated and not any(kind in stated for kind in _HTML)):
        return None
    if record.content_length > MAX_BYTES:
        return SourceError(f"larger than {MAX_BYTES // MIB} MiB", where=name, remedy="look at it with an archive tool")
    try:
        body = unpack(_content(record), headers, MAX_BYTES)
    except BodyTooLarge:
        return SourceError(f"unpacks to more than {MAX_BYTES // MIB} MiB", where=name, remedy="it is no page, but a bomb")
    if not stated and not body.lstrip().startswith(b"<"):
        return None
    if cut := record.headers.get("WARC-Truncated"):
        headers[CUT_HEADER] = cut
    return Page(body, url, status=status, headers=headers, fetched_at=_date(record), name=name)


def _content(record: "WarcRecord") -> bytes:
    length = record.content_length
    content = record.reader.read()
    if len(content) < length:
        raise EOFError
    return content


def _date(record: "WarcRecord") -> datetime | None:
    try:
        return record.record_date
    except ValueError:
        return None
