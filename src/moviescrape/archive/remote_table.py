"""One table in object storage: made here, then put there, and its marker last.

`movies.csv.complete` says how many bytes the table has and their SHA-256. It is removed before the table is written, so that a
table beside a marker that fits is whole; while the table is made, `movies.csv.incomplete` stands there instead.
"""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import msgspec

from moviescrape.archive.failures import failures_beside
from moviescrape.errors import UsageError
from moviescrape.export.formats import format_of
from moviescrape.export.publish import STDOUT
from moviescrape.export.remote_files import RemoteFiles, address_of
from moviescrape.pipeline.job import Target
from moviescrape.pipeline.report import Report

if TYPE_CHECKING:
    from moviescrape.export.update_sqlite import SqliteUpdate


class CompleteMarker(msgspec.Struct):
    """What the marker of a table says."""

    bytes: int
    sha256: str


def marker_of(table: bytes) -> CompleteMarker:
    """Return the marker that fits a table.

    >>> marker_of(b"title").bytes
    5
    """
    return CompleteMarker(len(table), hashlib.sha256(table).hexdigest())


def is_whole(files: RemoteFiles, name: str) -> bool:
    """Return whether a table is there and its marker fits it."""
    table, marker = files.read(name), files.read(f"{name}.complete")
    return table is not None and marker is not None and marker == msgspec.json.encode(marker_of(table))


def table_target(
    out: Path,
    format_name: str | None,
    columns: tuple[str, ...] | None,
    *,
    excel_safe: bool = False,
    update: "SqliteUpdate | None" = None,
) -> Target:
    """Return what to write to a path, or to the address that it was made of. Raise UsageError or ExportError as `Target.of`."""
    address = address_of(out)
    if address is None:
        return Target.of(out, format_name, columns, excel_safe=excel_safe, update=update)
    if update:
        raise UsageError("only a file of this machine is updated", where=address, remedy="name a file here")
    made = Target.of(STDOUT, format_of(out, format_name).name, columns, excel_safe=excel_safe)
    return replace(made, out=out, address=address)


def write_remotely(target: Target, make: Callable[[Target], Report], *, add_to: bool = False) -> Report:
    """Have `make` write the table here, and put it at the target's address; nothing is put there where there is none.

    `add_to`: the table that is there already is at the path before. Raise UsageError where it isn't whole, ExportError, before
    anything is made, where nothing can be written there.
    """
    parent, _, name = (target.address or "").rpartition("/")
    files = RemoteFiles(parent)
    with TemporaryDirectory(prefix="moviescrape-") as folder:
        table = Path(folder, name)
        listed = failures_beside(table)
        if add_to:
            _get(files, table, listed)
        files.write(f"{name}.incomplete", b"")
        report = make(replace(target, out=table, address=None))
        if report.written:
            files.delete(f"{name}.complete")
            files.upload(table)
            files.upload(listed) if listed.exists() else files.delete(listed.name)
            files.write(f"{name}.complete", msgspec.json.encode(marker_of(table.read_bytes())))
        files.delete(f"{name}.incomplete")
    return report


def _get(files: RemoteFiles, table: Path, listed: Path) -> None:
    if not is_whole(files, table.name):
        what = "there is no whole table to add to (its marker is missing, or does not fit)"
        raise UsageError(what, where=f"{files.url}/{table.name}", remedy="make it again")
    files.download(table.name, table)
    if files.read(listed.name) is not None:
        files.download(listed.name, listed)
