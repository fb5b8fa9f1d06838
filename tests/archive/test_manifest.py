"""A folder of parts goes on only with what it was begun with."""

from pathlib import Path

import pytest

from moviescrape.archive.manifest import NAME, Manifest, Part, open_manifest, write_manifest
from moviescrape.archive.shards import Shard
from moviescrape.errors import UsageError
from moviescrape.pipeline.job import Target
from moviescrape.pipeline.sources import SourceKind


@pytest.fixture
def shards(tmp_path: Path) -> list[Shard]:
    """Two shards of an archive that exists."""
    archive = tmp_path / "crawl.warc"
    archive.write_bytes(b"WARC/1.1")
    return [Shard(SourceKind.ARCHIVE, (str(archive),), 0, 4), Shard(SourceKind.ARCHIVE, (str(archive),), 4)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "parts"
    path.mkdir()
    return path


@pytest.fixture
def target(tmp_path: Path) -> Target:
    return Target.of(tmp_path / "movies.csv")


def _with_parts(manifest: Manifest, *names: str) -> Manifest:
    manifest.parts = {name: Part(name, "crawl.warc", pages=3, rows=5, filled={"title": 5}) for name in names}
    return manifest


def test_a_new_folder_begins_with_nothing(folder: Path, shards: list[Shard], target: Target) -> None:
    manifest = open_manifest(folder, shards, target)
    assert (manifest.shards, manifest.rows, manifest.finished) == (2, 0, False)


def test_what_is_finished_and_still_there_is_not_made_again(folder: Path, shards: list[Shard], target: Target) -> None:
    write_manifest(_with_parts(open_manifest(folder, shards, target), "part-0", "part-1"), folder)
    assert b'"finished": true' in (folder / NAME).read_bytes()
    (folder / "part-1").touch()
    again = open_manifest(folder, shards, target)
    assert list(again.parts) == ["part-1"]
    assert (again.rows, again.finished) == (5, False)


def test_a_source_that_has_changed_is_another_plan(folder: Path, shards: list[Shard], target: Target) -> None:
    write_manifest(open_manifest(folder, shards, target), folder)
    Path(shards[0].paths[0]).write_bytes(b"WARC/1.1, and more")
    with pytest.raises(UsageError, match="parts of other sources"):
        open_manifest(folder, shards, target)


def test_other_columns_are_another_plan(folder: Path, shards: list[Shard], target: Target) -> None:
    write_manifest(open_manifest(folder, shards, target), folder)
    with pytest.raises(UsageError, match="columns"):
        open_manifest(folder, shards, Target.of(target.out, columns=["title"]))


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"plan": 3}', b"\xff"])
def test_what_is_no_manifest_is_said(folder: Path, shards: list[Shard], target: Target, content: bytes) -> None:
    (folder / NAME).write_bytes(content)
    with pytest.raises(UsageError, match=f"{NAME}: is no manifest"):
        open_manifest(folder, shards, target)
