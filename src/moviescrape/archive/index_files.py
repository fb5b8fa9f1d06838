"""Indexes of archives: files that say where in which archive the record of a page is. Known by their bytes, whatever their name.

Columnar: Parquet as Common Crawl's `cc-index` (a row a record: url, fetch_status, warc_filename, warc_record_offset, ...).
CDXJ: a line a record, key, time and a JSON object (pywb, Common Crawl's `cdx-00000.gz`, WACZ). CDX: the same as words, whose
meaning the first line says. Both may be gzipped.
"""

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

import msgspec

from moviescrape.errors import SourceError, UsageError
from moviescrape.export.formats import require
from moviescrape.pages.compression import GZIP_MAGIC
from moviescrape.pages.files import check_regular
from moviescrape.pipeline.index_choice import HostFilter

_PARQUET_MAGIC = b"PAR1"
_LINE = re.compile(rb"\S+ \d{4,17} \{")
_CDX_HEADER = re.compile(rb".CDX(?: [A-Za-z])+\s*$")
_MAX_LINE_BYTES = 2**20
_CDX_FIELDS = {"a": "url", "s": "status", "m": "mime", "k": "digest", "S": "length", "V": "offset", "g": "filename"}
"""Letters of the first line of a CDX file (Internet Archive, "CDX and DAT Legend", 2003)."""
_COLUMNS = {
    "url": "url",
    "fetch_status": "status",
    "content_mime_type": "mime",
    "content_mime_detected": "mime-detected",
    "content_digest": "digest",
    "warc_filename": "filename",
    "warc_record_offset": "offset",
    "warc_record_length": "length",
}
"""Of a columnar index, by what CDXJ calls them."""
_NEEDED = ("url", "warc_filename", "warc_record_offset", "warc_record_length")
_KEY_COLUMN = "url_surtkey"


class IndexRow(NamedTuple):
    """A row of an index: the record of `url` is `length` bytes at `offset` of the archive `filename`.

    `status` is None, `media_type` and `digest` are empty where the index doesn't say.
    """

    url: str
    filename: str
    offset: int
    length: int
    status: int | None = None
    media_type: str = ""
    digest: str = ""


def index_files(where: str) -> list[str]:
    """Return the files of an index, in order: itself, those in a folder or those that match a pattern; addresses too.

    Raise SourceError where there are none.
    """
    if "://" in where:
        found = _remote_files(where)
    elif Path(where).is_dir():
        found = sorted(str(path) for path in Path(where).rglob("*") if path.is_file() and _is_index(str(path)))
    else:
        found = [where]
    if not found:
        remedy = "name a Parquet or CDXJ file, or a folder of them"
        raise SourceError("holds no index of archives", where=where, remedy=remedy)
    return found


def read_index(where: str, hosts: HostFilter) -> Iterator[IndexRow | SourceError]:
    """Yield the rows of one file whose pages are on the hosts; a SourceError in the place of one that can't be read.

    Raise SourceError where the file is no index, or can't be read at all, UsageError where a package for it is missing.
    """
    with _opened(where) as file:
        head = file.read(len(_PARQUET_MAGIC))
        file.seek(0)
        if head == _PARQUET_MAGIC:
            yield from _read_parquet(file, where, hosts)
        else:
            yield from _read_lines(_unpacked(file, head), where, hosts)


@contextmanager
def _opened(where: str) -> Iterator[IO[bytes]]:
    """Open the file; whatever goes wrong with it is a SourceError that names it."""
    remote = "://" in where
    if remote:
        require("fsspec")
    else:
        check_regular(Path(where))
    try:
        with cast(IO[bytes], import_module("fsspec").open(where, "rb").open()) if remote else Path(where).open("rb") as file:
            yield file
    except (SourceError, UsageError):
        raise
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise SourceError(f"damaged ({error})", where=where, remedy="get the index again") from error
    except Exception as error:  # each kind of object storage has errors of its own
        reason = getattr(error, "strerror", None) or error
        raise SourceError(f"can't be read ({reason})", where=where, remedy="check the path and its permissions") from error


def _remote_files(where: str) -> list[str]:
    require("fsspec")
    try:
        system, path = import_module("fsspec").core.url_to_fs(where)
        names = system.glob(path) if any(mark in path for mark in "*?[") else system.find(path) if system.isdir(path) else [path]
    except Exception as error:
        remedy = "check the address and your credentials"
        raise SourceError(f"can't be read ({error})", where=where, remedy=remedy) from error
    return sorted(str(system.unstrip_protocol(name)) for name in names)


def _is_index(path: str) -> bool:
    """Return whether a file of a folder is an index: others lie beside them (`_SUCCESS`, `cluster.idx`)."""
    try:
        with _opened(path) as file:
            head = file.read(len(_PARQUET_MAGIC))
            file.seek(0)
            if head == _PARQUET_MAGIC:
                return True
            return _first_line(_unpacked(file, head)) is not None
    except SourceError:
        return False


def _unpacked(file: IO[bytes], head: bytes) -> IO[bytes]:
    """Return the lines of a file, which may be gzipped, in many members too."""
    if head.startswith(GZIP_MAGIC):
        return cast(IO[bytes], gzip.GzipFile(fileobj=file))
    if isinstance(file, io.BufferedIOBase):
        return cast(IO[bytes], file)
    return cast(IO[bytes], io.BufferedReader(cast(io.RawIOBase, file)))  # a file of fsspec's has no bounded lines


def _first_line(lines: IO[bytes]) -> bytes | None:
    """Return the first line that tells what the file is; None where it is no index."""
    while line := lines.readline(_MAX_LINE_BYTES):
        if line.startswith(b"!meta") or not line.strip():
            continue
        return line if _CDX_HEADER.match(line) or _LINE.match(line) else None
    return None


def _read_lines(lines: IO[bytes], where: str, hosts: HostFilter) -> Iterator[IndexRow | SourceError]:
    first = _first_line(lines)
    if first is None:
        remedy = "name a Parquet file with the columns of Common Crawl's index, or a CDXJ file"
        raise SourceError("is no index of archives", where=where, remedy=remedy)
    letters = first.decode("ascii", "replace").split()[1:] if _CDX_HEADER.match(first) else []
    keys = tuple(key.encode() for key in hosts.keys)
    for number, line in enumerate(chain([first], lines), 1):
        if not line.startswith(keys):
            continue
        try:
            row = _row_of(_words_of(line, letters) if letters else msgspec.json.decode(line.split(b" ", 2)[2]))
        except (ValueError, TypeError, KeyError, IndexError) as error:
            what = f"record {number:,} of the index can't be read ({type(error).__name__}: {error})"
            yield SourceError(what, where=where, remedy="its page is missing")
            continue
        if hosts.holds(row.url):
            yield row


def _words_of(line: bytes, letters: list[str]) -> dict[str, str]:
    words = zip(letters, line.decode("utf-8", "replace").split(), strict=True)
    return {_CDX_FIELDS[letter]: word for letter, word in words if letter in _CDX_FIELDS}


def _row_of(said: dict[str, Any]) -> IndexRow:
    """Return a row by the names of CDXJ. Raise KeyError, ValueError or TypeError for one that lacks what is needed."""
    status = str(said.get("status") or "")
    detected = said.get("mime-detected") or said.get("mime") or ""
    digest = str(said.get("digest") or "").removeprefix("sha1:").strip("-")
    offset, length = int(said["offset"]), int(said["length"])
    if offset < 0 or length <= 0:
        raise ValueError(f"a record of {length} bytes at {offset}")
    media_type = "" if detected in ("-", "unk") else str(detected)
    return IndexRow(
        str(said["url"]), str(said["filename"]), offset, length, int(status) if status.isdecimal() else None, media_type, digest
    )


def _read_parquet(file: IO[bytes], where: str, hosts: HostFilter) -> Iterator[IndexRow | SourceError]:
    require("pyarrow")
    parquet = import_module("pyarrow.parquet").ParquetFile(file)
    names = set(parquet.schema_arrow.names)
    if missing := [name for name in _NEEDED if name not in names]:
        what = f"is no index of archives: it has no column {missing[0]}"
        raise SourceError(what, where=where, remedy="name a Parquet file with the columns of Common Crawl's index")
    columns = [name for name in _COLUMNS if name in names]
    groups = [number for number in range(parquet.num_row_groups) if _may_hold(parquet.metadata.row_group(number), hosts)]
    for batch in parquet.iter_batches(row_groups=groups, columns=columns) if groups else ():
        urls = batch.column("url").to_pylist()
        wanted = [number for number, url in enumerate(urls) if url and hosts.holds(url)]
        for said in batch.take(wanted).to_pylist() if wanted else ():
            yield _row_or_problem({_COLUMNS[name]: value for name, value in said.items()}, where)


def _row_or_problem(said: dict[str, Any], where: str) -> IndexRow | SourceError:
    try:
        return _row_of(said)
    except (ValueError, TypeError, KeyError) as error:
        what = f"the record of {said['url']} can't be read ({type(error).__name__}: {error})"
        return SourceError(what, where=where, remedy="its page is missing")


def _may_hold(group: Any, hosts: HostFilter) -> bool:
    """Return whether a row group may hold rows of the hosts, by the least and the greatest key that it states."""
    for number in range(group.num_columns):
        column = group.column(number)
        if column.path_in_schema == _KEY_COLUMN and column.statistics is not None and column.statistics.has_min_max:
            least, most = column.statistics.min, column.statistics.max
            return not isinstance(least, str) or any(least <= f"{key}\U0010ffff" and key <= most for key in hosts.keys)
    return True
