"""Where the parts of a table go: a folder of this machine, or one in object storage, with what says which parts there are.

In object storage nothing can be added to a file, so each finished part has a note of its own, `_done-part-00000.parquet`, until
all are there. Then `manifest.jsonl` says so, as in a folder; `_SUCCESS`, an empty file that other programs look for, is the last.
"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from moviescrape.archive.failures import FailedPage, failures_text, write_failures
from moviescrape.archive.manifest import Manifest, Part, Plan, decode_line, encode_line, open_manifest
from moviescrape.errors import UsageError
from moviescrape.export.publish import export_errors
from moviescrape.export.remote_files import RemoteFiles
from moviescrape.table.parts_folder import MANIFEST

FAILED = "failed.jsonl"
SUCCESS = "_SUCCESS"
_NOTE = "_done-"


class PartsPlace(Protocol):
    """Where parts are written and read; crosses to other machines."""

    def to_write(self, name: str) -> AbstractContextManager[Path]:
        """Yield a path to write part `name` to; it is in its place when the block ends well."""
        ...

    def to_read(self, name: str) -> AbstractContextManager[Path]:
        """Yield a path to read part `name` from."""
        ...

    def open_journal(self, plan: Plan) -> "PartsJournal":
        """Return which parts are finished. Raise UsageError where the place holds parts of something else."""
        ...


class PartsJournal(Protocol):
    """The parts that are finished, by name, and how many there are to be."""

    parts: dict[str, Part]

    def begin(self) -> None:
        """Write the plan: from now on the table is there, and not complete."""
        ...

    def add(self, part: Part) -> None:
        """Note a finished part."""
        ...

    def finish(self) -> None:
        """Say that all parts are there, where they are."""
        ...

    def list_failures(self, failures: Iterable[FailedPage]) -> None:
        """Write which pages failed."""
        ...


@dataclass(frozen=True, slots=True)
class FolderPlace:
    """A folder that all who read see under this name."""

    folder: Path

    def to_write(self, name: str) -> AbstractContextManager[Path]:
        """Yield the part's own path: whoever writes there does it whole or not at all."""
        return nullcontext(self.folder / name)

    def to_read(self, name: str) -> AbstractContextManager[Path]:
        """Yield the part's own path."""
        return nullcontext(self.folder / name)

    def open_journal(self, plan: Plan) -> "FolderJournal":
        """Return the folder's manifest; the folder is made where it is not there."""
        with export_errors(self.folder):
            self.folder.mkdir(exist_ok=True)
        manifest = open_manifest(self.folder, plan)
        return FolderJournal(manifest.folder, manifest.plan, manifest.parts)


class FolderJournal(Manifest):
    """A manifest, and the list of failures beside it."""

    def list_failures(self, failures: Iterable[FailedPage]) -> None:
        """Write the list, or remove it where nothing failed."""
        write_failures(failures, self.folder / FAILED)


@dataclass(frozen=True, slots=True)
class RemotePlace:
    """A folder at an address; parts are made here and put there."""

    url: str

    @contextmanager
    def to_write(self, name: str) -> Iterator[Path]:
        """Yield a path of this machine, whose file is put in its place."""
        with TemporaryDirectory(prefix="moviescrape-") as folder:
            yield Path(folder, name)
            RemoteFiles(self.url).upload(Path(folder, name))

    @contextmanager
    def to_read(self, name: str) -> Iterator[Path]:
        """Yield a copy."""
        with TemporaryDirectory(prefix="moviescrape-") as folder:
            RemoteFiles(self.url).download(name, Path(folder, name))
            yield Path(folder, name)

    def open_journal(self, plan: Plan) -> "RemoteJournal":
        """Return what the manifest and the notes say, of parts that are there."""
        files = RemoteFiles(self.url)
        there = set(files.names())
        manifest, where = files.read(MANIFEST), f"{self.url}/{MANIFEST}"
        if manifest is None:
            if stray := next((name for name in sorted(there) if name.startswith("part-")), None):
                what = f"holds parts ({stray}), but no {MANIFEST} that says what they are"
                raise UsageError(what, where=self.url, remedy="name another folder, or delete it")
            return RemoteJournal(files, plan)
        first, *rest = manifest.splitlines() or [b""]
        if decode_line(first, Plan, where) != plan:
            what = "holds parts of other sources, columns, site files or another format"
            raise UsageError(what, where=self.url, remedy="name another folder, or delete it")
        notes = [files.read(name) or b"" for name in sorted(there) if name.startswith(_NOTE)]
        parts = [decode_line(line, Part, where) for line in [*rest, *notes] if line and not line.startswith(b'{"finished":')]
        return RemoteJournal(files, plan, {part.name: part for part in parts if part.name in there})


@dataclass(slots=True)
class RemoteJournal:
    """The parts of a folder at an address that are finished, by name."""

    files: RemoteFiles
    plan: Plan
    parts: dict[str, Part] = field(default_factory=dict)

    def begin(self) -> None:
        """Write the manifest without its end; the notes hold what was in it."""
        self.files.delete(SUCCESS)
        for part in self.parts.values():
            self._note(part)
        self.files.write(MANIFEST, encode_line(self.plan))

    def add(self, part: Part) -> None:
        """Write a note of the part."""
        self._note(part)
        self.parts[part.name] = part

    def finish(self) -> None:
        """Write the manifest, then the marker, where all parts are there; the notes go."""
        self.parts = dict(sorted(self.parts.items()))
        if len(self.parts) != self.plan.shards:
            return
        end = {"finished": True, "rows": sum(part.rows for part in self.parts.values())}
        self.files.write(MANIFEST, b"".join([encode_line(self.plan), *map(encode_line, self.parts.values()), encode_line(end)]))
        self.files.write(SUCCESS, b"")
        for name in self.files.names():
            if name.startswith(_NOTE):
                self.files.delete(name)

    def list_failures(self, failures: Iterable[FailedPage]) -> None:
        """Write the list, or remove it where nothing failed."""
        if text := failures_text(failures):
            self.files.write(FAILED, text)
        else:
            self.files.delete(FAILED)

    def _note(self, part: Part) -> None:
        self.files.write(f"{_NOTE}{part.name}", encode_line(part))
