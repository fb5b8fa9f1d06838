"""The manifest of a folder of parts, `manifest.jsonl`: what the parts are made of, and which are finished.

It is a journal: a line is added when a part is finished, so that 50,000 parts write 50,000 lines. The first line says the plan;
once all parts are there the lines are put in the order of the parts, with a last one that says so.
"""

import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from io import FileIO
from pathlib import Path
from typing import Any, Self, TypeVar

import msgspec

from moviescrape.archive.failures import FailedPage
from moviescrape.archive.shards import Shard
from moviescrape.errors import UsageError
from moviescrape.export.publish import export_errors, published
from moviescrape.pages.record_counts import RecordCounts
from moviescrape.pipeline.job import Target
from moviescrape.pipeline.report import Shortfall
from moviescrape.pipeline.site_sources import SiteSource
from moviescrape.table.parts_folder import MANIFEST

_END = b'{"finished":'
L = TypeVar("L")


@dataclass(frozen=True, slots=True)
class Plan:
    """What the parts are made of: sources as they are now, columns, format, told by a digest (`plan`); how many they are."""

    plan: str
    shards: int

    @classmethod
    def of(cls, shards: list[Shard], target: Target, own_sites: tuple[SiteSource, ...] = ()) -> Self:
        """Return the plan of a table of these shards."""
        digest = blake2b(repr((target.format.name, target.columns, target.excel_safe)).encode(), digest_size=16)
        digest.update(repr(own_sites).encode() if own_sites else b"")
        for shard in shards:
            states = [_state(path) for path in shard.paths]
            digest.update(repr((shard.paths, shard.start, shard.stop, *shard.records, states)).encode())
        return cls(digest.hexdigest(), len(shards))


@dataclass(frozen=True, slots=True)
class Part:
    """A finished part: the file `name` in the folder, with what its shard (`source`) gave."""

    name: str
    source: str
    pages: int
    rows: int
    filled: dict[str, int]
    failed: tuple[FailedPage, ...] = ()
    short: tuple[Shortfall, ...] = ()
    without_movies: int = 0
    records: RecordCounts = field(default_factory=RecordCounts)


@dataclass(slots=True)
class Manifest:
    """The parts of a `folder` that are finished, by name."""

    folder: Path
    plan: Plan
    parts: dict[str, Part] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """Return the rows of all finished parts."""
        return sum(part.rows for part in self.parts.values())

    @property
    def finished(self) -> bool:
        """Return whether all parts are."""
        return len(self.parts) == self.plan.shards

    def begin(self) -> None:
        """Write the plan, or cut off the line that a crash left half written. Raise ExportError where that can't be."""
        path = self.folder / MANIFEST
        lines = _whole_lines(path) if path.exists() else []
        if lines:
            with export_errors(path):
                os.truncate(path, sum(len(line) + 1 for line in lines))
        else:
            self._write([self.plan])

    def add(self, part: Part) -> None:
        """Note a finished part; it is on the disk when this returns. Raise ExportError where the disk is full."""
        path = self.folder / MANIFEST
        with export_errors(path, remedy="free some space, then run the same command again"), FileIO(path, "a") as file:
            file.write(encode_line(part))
            os.fsync(file.fileno())
        self.parts[part.name] = part

    def finish(self) -> None:
        """Put the lines in the order of the parts and say that there will be no more, where all are there."""
        self.parts = dict(sorted(self.parts.items()))
        if self.finished:
            self._write([self.plan, *self.parts.values(), {"finished": True, "rows": self.rows}])

    def _write(self, lines: Iterable[Plan | Part | dict[str, Any]]) -> None:
        with published(self.folder / MANIFEST) as file:
            file.writelines(map(encode_line, lines))


def open_manifest(folder: Path, plan: Plan) -> Manifest:
    """Return the folder's manifest, with the parts that are finished and still there; a new one in a folder without.

    Raise UsageError where the folder holds parts of other sources, columns or another format.
    """
    new, path = Manifest(folder, plan), folder / MANIFEST
    if not path.exists():
        if stray := next(folder.glob("part-[0-9]*"), None):
            what = f"holds parts ({stray.name}), but no {MANIFEST} that says what they are"
            raise UsageError(what, where=str(folder), remedy="name another folder, or delete it")
        return new
    lines = _whole_lines(path)
    if lines and decode_line(lines[0], Plan, str(path)) != plan:
        what = "holds parts of other sources, columns, site files or another format"
        raise UsageError(what, where=str(folder), remedy="name another folder, or delete it")
    parts = [decode_line(line, Part, str(path)) for line in lines[1:] if not line.startswith(_END)]
    new.parts = {part.name: part for part in parts if (folder / part.name).is_file()}  # of two lines about one, the last counts
    return new


def _whole_lines(path: Path) -> list[bytes]:
    """Return the lines; what stands behind the last line's end was cut off by a crash."""
    with export_errors(path):
        return path.read_bytes().split(b"\n")[:-1]


def encode_line(content: Plan | Part | dict[str, Any]) -> bytes:
    """Return a line of the manifest."""
    return msgspec.json.encode(content if isinstance(content, dict) else asdict(content)) + b"\n"


def decode_line(line: bytes, kind: type[L], where: str) -> L:
    """Return what a line of the manifest `where` says. Raise UsageError where it says something else."""
    try:
        return msgspec.json.decode(line, type=kind)
    except msgspec.MsgspecError as error:
        raise UsageError(f"is no manifest of parts ({error})", where=where, remedy="name another folder") from error


def _state(path: str) -> tuple[int, int] | None:
    """Size and time of a file; None where it is gone, or in object storage."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
