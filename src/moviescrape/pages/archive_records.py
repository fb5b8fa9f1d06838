"""The records of a WARC (1.1, ISO 28500:2017; 0.17 to 1.0 alike) or ARC file, one after the other.

Lenient as crawlers need it: lines may end in a bare LF, and padding may stand between records.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import BinaryIO

from moviescrape.pages.archive_file import ArchiveDamage, ArchiveStream, Packing, packing_of

_VERSION = b"WARC/"
_MAX_LINE_BYTES = 16 * 1024
_MAX_LINES = 200
_ARC_LINE = re.compile(rb"(\S{1,8000}) (\S{1,200}) (\d{12,14}) ([^\r\n]{0,500}?) ?(\d{1,15})\s*")
"""URL, IP address, date, type (and what version 2 adds behind it), length: Internet Archive, "Arc File Format", 1996."""
_WINDOW = 2**20


class ArchiveRecord:
    """A record's `headers` (lower-case names; an ARC record's are named as WARC's), and its content, read on demand.

    `member` is where in the file the member begins that holds it; `starts_member`, whether the record begins there.
    """

    def __init__(self, headers: Mapping[str, str], stream: ArchiveStream, *, starts_member: bool) -> None:
        self.headers = headers
        self.length = int(headers["content-length"])
        self.member = stream.member
        self.starts_member = starts_member
        self._stream = stream
        self._left = self.length

    def read(self, size: int | None = None) -> bytes:
        """Return the next `size` bytes of the content, or all that is left. Raise ArchiveDamage where the file ends before."""
        wanted = self._left if size is None else min(size, self._left)
        content = self._stream.read(wanted)
        self._left -= len(content)
        if len(content) < wanted:
            raise ArchiveDamage("cut off in this record")
        return content

    def skip_rest(self) -> None:
        """Pass over what was not read. Raise ArchiveDamage where the file ends before."""
        self._left -= self._stream.skip(self._left)
        if self._left:
            raise ArchiveDamage("cut off in this record")


def read_records(file: BinaryIO, start: int = 0) -> Iterator[ArchiveRecord]:
    """Yield the records from byte `start` on, where one begins, to the end of the file. Raise ArchiveDamage."""
    stream = ArchiveStream(file, packing_of(file), start)
    while stream.skip_blank():
        starts_member = stream.begins_member()
        record = ArchiveRecord(_read_header(stream), stream, starts_member=starts_member)
        yield record
        record.skip_rest()


def can_be_entered(file: BinaryIO) -> bool:
    """Return whether reading can begin in the middle: not in a file packed as a whole, nor in an ARC file that isn't packed."""
    if packing_of(file) is None:
        file.seek(0)
        return file.read(len(_VERSION)) == _VERSION
    try:
        return all(record.starts_member for record in islice(read_records(file), 2))
    except ArchiveDamage:
        return True


def find_record(file: BinaryIO, start: int, stop: int | None = None) -> int | None:
    """Return where the first record that begins at `start` or later, and before `stop`, begins; None where there is none."""
    packing = packing_of(file)
    marks = packing.magics if packing else (_VERSION,)
    position = start
    while stop is None or position < stop:
        file.seek(position)
        window = file.read(_WINDOW)
        for place in _places(window, marks):
            if stop is not None and position + place >= stop:
                return None
            if _begins_record(file, packing, position + place):
                return position + place
        if len(window) < _WINDOW:
            return None
        position += _WINDOW - max(map(len, marks)) + 1  # a mark may lie across two windows
    return None


def _places(window: bytes, marks: tuple[bytes, ...]) -> Iterator[int]:
    return (found.start() for found in re.finditer(b"|".join(map(re.escape, marks)), window))


def _begins_record(file: BinaryIO, packing: Packing | None, place: int) -> bool:
    """Tell a record's header from a mark that stands in a record's content by chance."""
    if packing is None and place:
        file.seek(place - 1)
        if file.read(1) not in b"\n\0":
            return False
    stream = ArchiveStream(file, packing, place)
    try:
        return stream.skip_blank() and any(name.startswith("warc-") for name in _read_header(stream))
    except ArchiveDamage:
        return False


def _read_header(stream: ArchiveStream) -> dict[str, str]:
    """Return the headers of the record that begins here; there is always a `content-length`, a number."""
    line = stream.read_line(_MAX_LINE_BYTES)
    if line.startswith(_VERSION):
        headers = _read_warc_header(stream)
    elif arc := _ARC_LINE.fullmatch(line):
        headers = _arc_header(*(part.decode("utf-8", "replace") for part in arc.groups()))
    else:
        raise ArchiveDamage("damaged (no record begins here)" if line.endswith(b"\n") else "cut off behind this record")
    if not headers.get("content-length", "").isdecimal():
        raise ArchiveDamage("damaged (a record without a length)")
    return headers


def _read_warc_header(stream: ArchiveStream) -> dict[str, str]:
    """Read `Name: value` lines up to the empty one; a line that begins with a blank continues the one before."""
    headers: dict[str, str] = {}
    name = ""
    for _ in range(_MAX_LINES):
        line = stream.read_line(_MAX_LINE_BYTES)
        if not line.endswith(b"\n"):
            raise ArchiveDamage("cut off in this record")
        text = line.decode("utf-8", "replace").rstrip()
        if not text:
            return headers
        if text[0] in " \t" and name:
            headers[name] += f" {text.strip()}"
            continue
        name, _, value = text.partition(":")
        name = name.strip().lower()
        headers[name] = headers.get(name) or value.strip()  # what may be repeated (WARC-Concurrent-To) is not used here
    raise ArchiveDamage("damaged (a header that doesn't end)")


def _arc_header(url: str, _address: str, date: str, media_type: str, length: str) -> dict[str, str]:
    digits = date.ljust(14, "0")
    day, time = f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}", f"{digits[8:10]}:{digits[10:12]}:{digits[12:14]}"
    return {
        "warc-type": "response",
        "warc-target-uri": url,
        "warc-date": f"{day}T{time}Z",
        "content-type": media_type.partition(" ")[0],
        "content-length": length,
    }
