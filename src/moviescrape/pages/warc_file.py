"""A WARC file as bytes: opened, cut into ranges at its records, and looked at for a broken end.

In `.warc.gz` each record is a gzip member of its own (WARC 1.1, annex D), so that reading can begin at any of them.
"""

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import IO, BinaryIO, cast

from moviescrape.errors import SourceError, UsageError

_GZIP = b"\x1f\x8b\x08"
_VERSION = b"WARC/"
_LENGTH = re.compile(rb"^content-length:\s*(\d+)\s*$", re.IGNORECASE | re.MULTILINE)
_WINDOW = 2**20
_MAX_HEADER = 2**16


@contextmanager
def opened(where: str) -> Iterator[BinaryIO]:
    """The file at a path, or at an address that fsspec opens (`s3://bucket/crawl.warc.gz`). Raises SourceError or UsageError."""
    try:
        file = _open_remote(where) if "://" in where else Path(where).open("rb")  # noqa: SIM115 - closed below
    except UsageError:
        raise
    except Exception as error:  # each kind of object storage has errors of its own
        reason = getattr(error, "strerror", None) or error
        raise SourceError(f"can't be read ({reason})", where=where, remedy="check the path and its permissions") from error
    with file:
        yield cast(BinaryIO, file)


def _open_remote(where: str) -> IO[bytes]:
    if find_spec("fsspec") is None:
        raise UsageError("this needs fsspec, which is not installed", where=where, remedy="pip install fsspec")
    opener = import_module("fsspec").open(where, "rb")
    return cast(IO[bytes], opener.open())


def size_of(file: BinaryIO) -> int:
    """Bytes in the file."""
    return file.seek(0, 2)


def find_record(file: BinaryIO, start: int, stop: int | None = None) -> int | None:
    """Where the first record at or after `start`, and before `stop`, begins; None where there is none."""
    mark = _GZIP if is_gzip(file) else b"\n" + _VERSION
    shift = mark.index(mark.lstrip(b"\n"))
    position = max(start - shift, 0)
    while stop is None or position + shift < stop:
        file.seek(position)
        window = file.read(_WINDOW)
        found = window.find(mark)
        while found >= 0:
            place = position + found + shift
            if stop is not None and place >= stop:
                return None
            if _begins_record(file, place):
                return place
            found = window.find(mark, found + 1)
        if len(window) < _WINDOW:
            return None
        position += _WINDOW - len(mark)  # a mark may lie across two windows
    return None


def is_gzip(file: BinaryIO) -> bool:
    """Whether the file is packed."""
    file.seek(0)
    return file.read(len(_GZIP)) == _GZIP


def has_ranges(file: BinaryIO) -> bool:
    """Whether reading can begin in the middle: not in a file that was packed as a whole, or many records to a member."""
    if not is_gzip(file):
        return True
    file.seek(0)
    inner = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        member = inner.decompress(file.read(_WINDOW), 4 * _WINDOW)
    except zlib.error:
        return True
    length = _length_of(member)
    return inner.eof and length is not None and not member[length:].strip(b"\r\n")


def ends_whole(file: BinaryIO, last: int) -> bool:
    """Whether the file ends where the record that begins at `last` does, but for empty lines or padding.

    A reader that meets the end of a file in a header may take it for the end of the archive.
    """
    file.seek(last)
    if file.read(len(_GZIP)) == _GZIP:
        file.seek(last)
        return _members_end_whole(file)
    if is_gzip(file):  # a record inside a larger member: its place says nothing
        file.seek(0)
        return _members_end_whole(file)
    return _plain_ends_whole(file, last)


def _plain_ends_whole(file: BinaryIO, last: int) -> bool:
    file.seek(last)
    length = _length_of(file.read(_MAX_HEADER))
    if length is None or last + length > size_of(file):
        return False
    file.seek(last + length)
    return not file.read(_WINDOW).strip(b"\r\n\0")


def _members_end_whole(file: BinaryIO) -> bool:
    inner, data = zlib.decompressobj(zlib.MAX_WBITS | 16), file.read(_WINDOW)
    try:
        while data:
            inner.decompress(data, _WINDOW)
            data = inner.unused_data if inner.eof else inner.unconsumed_tail
            data = data or file.read(_WINDOW)
            if inner.eof:
                data = data.lstrip(b"\0")
                inner = zlib.decompressobj(zlib.MAX_WBITS | 16) if data else inner
    except zlib.error:
        return False
    return inner.eof


def _begins_record(file: BinaryIO, place: int) -> bool:
    """A mark may stand in a record's content by chance: what follows it must read as a record's header."""
    file.seek(place)
    head = file.read(4096)
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, 4096)
        except zlib.error:
            return False
    return head.lstrip(b"\r\n").startswith(_VERSION) and b"WARC-" in head and _LENGTH.search(head) is not None


def _length_of(data: bytes) -> int | None:
    """How long the record is whose header `data` begins with, header and content; None where the header is cut."""
    head_end = data.find(b"\r\n\r\n")
    stated = _LENGTH.search(data[: head_end + 2].replace(b"\r\n", b"\n")) if head_end >= 0 else None
    return head_end + 4 + int(stated[1]) if stated else None
