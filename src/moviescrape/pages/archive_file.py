"""An archive file as a stream of unpacked bytes that knows where each of its members begins in the file.

In `.warc.gz` and `.warc.zst` each record is a member of its own (WARC 1.1, annex D), so that reading can begin at any of them.
"""

import re
import shutil
import zipfile
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, BinaryIO, NamedTuple, cast

from moviescrape.errors import SourceError, UsageError
from moviescrape.pages.compression import (
    GZIP_MAGIC,
    PIECE_BYTES,
    ZSTD_DICTIONARY_MAGIC,
    ZSTD_MAGIC,
    DecompressionError,
    Decompressor,
    ZlibDecompressor,
    ZstdDecompressor,
    read_zstd_dictionary,
)
from moviescrape.pages.files import PAGE_SUFFIXES, STDIN, check_regular, is_archive_name, peek_stdin, stdin_bytes

_ZIP_MAGIC = b"PK\3\4"
_WARC_START = b"WARC/"
_ARC_START = b"filedesc://"
_START = re.compile(rb"WARC/\d{1,2}\.\d|filedesc://")
_CHUNK_BYTES = 64 * 1024
_BLANKS = re.compile(rb"[\r\n\0 \t]+")
"""Between records: the empty lines that end one, and the padding of tape blocks."""


class ArchiveDamage(Exception):
    """The bytes that follow are no archive; says why."""


class Packing(NamedTuple):
    """How a file's members are compressed: the bytes that each begins with, and what decompresses one."""

    magics: tuple[bytes, ...]
    new: Callable[[], Decompressor]


@contextmanager
def open_archive(where: str) -> Iterator[BinaryIO]:
    """Open the file at a path, at an address that fsspec knows (`s3://bucket/crawl.warc.gz`), or inside a WACZ file.

    Raise SourceError where it can't be opened, UsageError where a package for it is missing.
    """
    try:
        file = _open(where)
    except (SourceError, UsageError):
        raise
    except Exception as error:  # each kind of object storage has errors of its own
        reason = getattr(error, "strerror", None) or error
        raise SourceError(f"can't be read ({reason})", where=where, remedy="check the path and its permissions") from error
    with file:
        yield cast(BinaryIO, file)


def archives_in(path: str) -> list[str]:
    """Return the names of the archive files that `path` stands for: itself, or, of a WACZ file, those inside.

    A name inside is `crawl.wacz/archive/data.warc.gz`, which `open_archive` takes (WACZ 1.1.1, 5.1). Raise SourceError.
    """
    if "://" not in path:
        check_regular(Path(path))
    if "://" in path or not zipfile.is_zipfile(path):
        return [path]
    names = _packaged_archives(path)
    if not names:
        raise SourceError("a ZIP file without an archive of pages", where=path, remedy="unpack it, and name its folder")
    return [f"{path}/{name}" for name in names]


def is_archive(path: Path) -> bool:
    """Return whether a file is an archive by its first bytes, whatever its name. Raise OSError where it can't be read."""
    with path.open("rb") as file:
        if file.read(4) == _ZIP_MAGIC:
            return bool(_packaged_archives(str(path)))
        return begins_archive(file)


def begins_archive(file: BinaryIO) -> bool:
    """Return whether the bytes of a file, or its first ones alone, are those of an archive."""
    packing = packing_of(file)
    file.seek(0)
    if packing is None and file.read(4) not in (_WARC_START[:4], _ARC_START[:4]):
        return False
    try:
        return bool(_START.match(ArchiveStream(file, packing).read(len(_ARC_START))))
    except ArchiveDamage:
        return False


def is_archive_file(path: Path) -> bool:
    """Return whether a file that lies in a folder is an archive: by its name, else, unless it is called a page, by its bytes."""
    if is_archive_name(path.name) or path.suffix.lower() in PAGE_SUFFIXES:
        return is_archive_name(path.name)
    try:
        return path.is_file() and is_archive(path)
    except (OSError, SourceError):
        return False
    except UsageError:  # packed by zstd, whose package is missing: said where it is read
        return True


def is_archive_on_stdin() -> bool:
    """Return whether standard input begins as an archive; it is still to be read. Raise UsageError for zstd's package."""
    return begins_archive(BytesIO(peek_stdin()))


def size_of(file: BinaryIO) -> int:
    """Return how many bytes the file has."""
    return file.seek(0, 2)


def packing_of(file: BinaryIO) -> Packing | None:
    """Return how the file is compressed, from its first bytes; None for one that isn't. Raise UsageError for zstd's package."""
    file.seek(0)
    head = file.read(4)
    if head.startswith(GZIP_MAGIC):
        return Packing((GZIP_MAGIC,), ZlibDecompressor)
    if head in (ZSTD_MAGIC, ZSTD_DICTIONARY_MAGIC):
        size = int.from_bytes(file.read(4), "little") if head == ZSTD_DICTIONARY_MAGIC else 0
        file.seek(0)
        dictionary = read_zstd_dictionary(file.read(8 + min(size, 16 * 2**20)))
        return Packing((ZSTD_MAGIC, ZSTD_DICTIONARY_MAGIC), lambda: ZstdDecompressor(dictionary))
    return None


class ArchiveStream:
    """The unpacked bytes of an archive file, from `start` on, where a record or member begins. Reading raises ArchiveDamage."""

    def __init__(self, file: BinaryIO, packing: Packing | None, start: int = 0) -> None:
        file.seek(start)
        self._file = file
        self._packing = packing
        self._member: Decompressor | None = None
        self._raw = b""
        self._raw_end = start
        self._data = b""
        self._at = 0
        self._position = 0  # unpacked bytes before `_data`
        self._members: deque[tuple[int, int]] = deque()  # unpacked position and place in the file of those not yet reached
        self.member = start
        """Where in the file the member begins that holds the next byte; without members, where the byte itself is."""

    def read(self, size: int) -> bytes:
        """Return `size` bytes, fewer at the end of the file."""
        pieces = [self._take(size)]
        left = size - len(pieces[0])
        while left and self._fill():
            pieces.append(self._take(left))
            left -= len(pieces[-1])
        return b"".join(pieces)

    def skip(self, size: int) -> int:
        """Pass over `size` bytes; return how many there were."""
        left = size
        while left and (len(self._data) > self._at or self._fill()):
            left -= len(self._take(left))
        return size - left

    def read_line(self, max_bytes: int) -> bytes:
        """Return the next line with its `\\n`; without it where the file ends. Raise ArchiveDamage for a longer one."""
        while (end := self._data.find(b"\n", self._at)) < 0 and len(self._data) - self._at < max_bytes:
            if not self._fill():
                return self._take(max_bytes)
        if end < 0 or end - self._at > max_bytes:
            raise ArchiveDamage("damaged (a header line that doesn't end)")
        return self._take(end + 1 - self._at)

    def skip_blank(self) -> bool:
        """Pass over empty lines and padding; return whether anything follows."""
        while len(self._data) > self._at or self._fill():
            if blanks := _BLANKS.match(self._data, self._at):
                self._at = blanks.end()
            if self._at < len(self._data):
                return True
        return False

    def begins_member(self) -> bool:
        """Return whether the next byte is the first of a member: reading can begin there. Without members, it always can."""
        position = self._position + self._at
        begins = self._packing is None
        while self._members and self._members[0][0] <= position:
            unpacked, self.member = self._members.popleft()
            begins = unpacked == position
        if self._packing is None:
            self.member = self._raw_end - len(self._data) + self._at
        return begins

    def _take(self, size: int) -> bytes:
        taken = self._data[self._at : self._at + size]
        self._at += len(taken)
        return taken

    def _fill(self) -> bool:
        """Add a piece to the data; return False at the end of the file."""
        piece = self._next_piece()
        if self._at:
            self._position += self._at
            self._data, self._at = self._data[self._at :], 0
        self._data += piece
        return bool(piece)

    def _next_piece(self) -> bytes:
        if self._packing is None:
            return self._read_raw()
        while self._member is not None or self._begin_member(self._packing):
            piece = self._unpack_piece()
            if piece:
                return piece
        return b""

    def _unpack_piece(self) -> bytes:
        """Return the next piece of the member; empty at its end, or where more input is needed. The input left is kept."""
        member = self._member
        assert member is not None  # noqa: S101
        try:
            piece = member.decompress(self._raw, PIECE_BYTES)
        except DecompressionError as error:
            raise ArchiveDamage(f"damaged ({error})") from error
        self._raw = b""
        if member.eof:
            self._raw, self._member = member.unused_data, None
        elif not piece:
            self._raw = self._read_raw()
            if not self._raw:
                raise ArchiveDamage("cut off in this record")
        return piece

    def _begin_member(self, packing: Packing) -> bool:
        """Pass over padding and begin the next member; return False at the end of the file."""
        while not (rest := self._raw.lstrip(b"\r\n\0 \t")):
            self._raw = self._read_raw()
            if not self._raw:
                return False
        while len(rest) < 4 and (more := self._read_raw()):
            rest += more
        self._raw = rest
        if not rest.startswith(packing.magics):
            cut = any(magic.startswith(rest) for magic in packing.magics)
            raise ArchiveDamage("cut off behind this record" if cut else "damaged (no record begins here)")
        ahead = self._position + len(self._data)
        self._members.append((ahead, self._raw_end - len(rest)))
        self._member = packing.new()
        return True

    def _read_raw(self) -> bytes:
        chunk = self._file.read(_CHUNK_BYTES)
        self._raw_end += len(chunk)
        return chunk


def _open(where: str) -> IO[bytes]:
    if "://" in where:
        if find_spec("fsspec") is None:
            raise UsageError("this needs fsspec, which is not installed", where=where, remedy="pip install fsspec")
        return cast(IO[bytes], import_module("fsspec").open(where, "rb").open())
    path = Path(where)
    if path == STDIN:
        return _copied_stdin()
    check_regular(path)
    for package in path.parents:
        if package.is_file():
            return zipfile.ZipFile(package).open(path.relative_to(package).as_posix())
    return path.open("rb")


def _copied_stdin() -> IO[bytes]:
    """Return a copy of standard input, in which places can be looked up; it is gone with the process."""
    copy = TemporaryFile()  # noqa: SIM115 - closed by whoever opened the archive
    shutil.copyfileobj(stdin_bytes(), copy)
    copy.seek(0)
    return cast(IO[bytes], copy)


def _packaged_archives(path: str) -> list[str]:
    try:
        with zipfile.ZipFile(path) as package:
            return [name for name in package.namelist() if is_archive_name(name)]
    except zipfile.BadZipFile as error:
        raise SourceError(f"damaged ({error})", where=path, remedy="get the archive again") from error
