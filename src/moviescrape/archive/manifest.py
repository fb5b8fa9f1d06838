"""The manifest of a folder of parts, `manifest.json`: what each part was made of, and which are finished."""

from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

import msgspec

from moviescrape.archive.failures import FailedPage
from moviescrape.archive.shards import Shard
from moviescrape.errors import UsageError
from moviescrape.export.publish import published
from moviescrape.pipeline.job import Target
from moviescrape.pipeline.report import Shortfall
from moviescrape.pipeline.site_sources import SiteSource

NAME = "manifest.json"


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


@dataclass(slots=True)
class Manifest:
    """`plan` says by a digest what the parts are made of: sources as they are now, columns, format."""

    plan: str
    shards: int
    parts: dict[str, Part] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """Return the rows of all finished parts."""
        return sum(part.rows for part in self.parts.values())

    @property
    def finished(self) -> bool:
        """Return whether all parts are."""
        return len(self.parts) == self.shards


def open_manifest(folder: Path, shards: list[Shard], target: Target, own_sites: tuple[SiteSource, ...] = ()) -> Manifest:
    """Return the folder's manifest, with the parts that are finished and still there; a new one in a folder without.

    Raise UsageError where the folder holds parts of other sources, columns or another format.
    """
    new = Manifest(_plan(shards, target, own_sites), len(shards))
    path = folder / NAME
    if not path.exists():
        return new
    try:
        old = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except msgspec.MsgspecError as error:
        raise UsageError(f"is no manifest of parts ({error})", where=str(path), remedy="name another folder") from error
    if old.plan != new.plan:
        what = "holds parts of other sources, columns, site files or another format"
        raise UsageError(what, where=str(folder), remedy="name another folder, or delete it")
    new.parts = {name: part for name, part in old.parts.items() if (folder / name).is_file()}
    return new


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Replace the folder's manifest."""
    content = {"finished": manifest.finished, "rows": manifest.rows} | msgspec.to_builtins(manifest)
    with published(folder / NAME) as file:
        file.write(msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n")


def _plan(shards: list[Shard], target: Target, own_sites: tuple[SiteSource, ...]) -> str:
    digest = blake2b(repr((target.format.name, target.columns, target.excel_safe)).encode(), digest_size=16)
    digest.update(repr(own_sites).encode() if own_sites else b"")
    for shard in shards:
        digest.update(repr((shard.paths, shard.start, shard.stop, [_state(path) for path in shard.paths])).encode())
    return digest.hexdigest()


def _state(path: str) -> tuple[int, int] | None:
    """Size and time of a file; None where it is gone, or in object storage."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
