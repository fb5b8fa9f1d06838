"""A folder of parts goes on only with what it was begun with."""

from io import FileIO
from pathlib import Path
from typing import Any

import pytest

from moviescrape.archive import manifest as manifest_module
from moviescrape.archive.failures import FailedPage
from moviescrape.archive.manifest import Manifest, Part, Plan, open_manifest
from moviescrape.archive.shards import Shard
from moviescrape.errors import ExportError, UsageError
from moviescrape.pipeline.job import Target
from moviescrape.pipeline.sources import SourceKind
from moviescrape.table.parts_folder import MANIFEST


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


@pytest.fixture
def plan(shards: list[Shard], target: Target) -> Plan:
    return Plan.of(shards, target)


def _part(name: str, rows: int = 5) -> Part:
    failed = (FailedPage("crawl.warc", "12", "SourceError", "is gone"),)
    return Part(name, "crawl.warc", pages=3, rows=rows, filled={"title": rows}, failed=failed)


def _with_parts(folder: Path, plan: Plan, *names: str) -> Manifest:
    """Return the manifest of a run that made these parts and was killed then."""
    manifest = open_manifest(folder, plan)
    manifest.begin()
    for name in names:
        (folder / name).touch()
        manifest.add(_part(name))
    return manifest


def test_a_new_folder_begins_with_nothing(folder: Path, plan: Plan) -> None:
    manifest = open_manifest(folder, plan)
    assert (manifest.plan.shards, manifest.rows, manifest.finished) == (2, 0, False)


def test_what_is_finished_and_still_there_is_not_made_again(folder: Path, plan: Plan) -> None:
    _with_parts(folder, plan, "part-1", "part-0").finish()
    assert (folder / MANIFEST).read_bytes().endswith(b'{"finished":true,"rows":10}\n')
    (folder / "part-0").unlink()
    again = open_manifest(folder, plan)
    assert again.parts == {"part-1": _part("part-1")}
    assert (again.rows, again.finished) == (5, False)


def test_the_finished_manifest_does_not_show_who_was_first(folder: Path, plan: Plan, tmp_path: Path) -> None:
    _with_parts(folder, plan, "part-1", "part-0").finish()
    other = tmp_path / "other"
    other.mkdir()
    _with_parts(other, plan, "part-0", "part-1").finish()
    assert (folder / MANIFEST).read_bytes() == (other / MANIFEST).read_bytes()


def test_of_two_lines_about_a_part_the_last_counts(folder: Path, plan: Plan) -> None:
    _with_parts(folder, plan, "part-0").add(_part("part-0", rows=9))
    assert open_manifest(folder, plan).rows == 9


@pytest.mark.parametrize("lost", [1, 40, 150])
def test_a_line_that_a_crash_cut_off_is_written_again(folder: Path, plan: Plan, lost: int) -> None:
    _with_parts(folder, plan, "part-0", "part-1")
    (folder / MANIFEST).write_bytes((folder / MANIFEST).read_bytes()[:-lost])
    again = open_manifest(folder, plan)
    assert list(again.parts) == ["part-0"]
    again.begin()
    again.add(_part("part-1"))
    assert list(open_manifest(folder, plan).parts) == ["part-0", "part-1"]


@pytest.mark.parametrize("kept", [0, 20])
def test_a_plan_that_a_crash_cut_off_is_written_again(folder: Path, plan: Plan, kept: int) -> None:
    _with_parts(folder, plan)
    (folder / MANIFEST).write_bytes((folder / MANIFEST).read_bytes()[:kept])
    _with_parts(folder, plan, "part-0")
    assert list(open_manifest(folder, plan).parts) == ["part-0"]


def _bytes_written(folder: Path, parts: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many bytes a run that makes so many parts writes into its manifest, the end included."""
    written = 0

    class Counting(FileIO):
        def write(self, data: Any) -> int:
            nonlocal written
            written += len(data)
            return super().write(data)

    folder.mkdir()
    monkeypatch.setattr(manifest_module, "FileIO", Counting)
    monkeypatch.setattr("os.fsync", lambda _handle: None)
    manifest = Manifest(folder, Plan("plan", parts))
    manifest.begin()
    for number in range(parts):
        manifest.add(_part(f"part-{number:05}.parquet"))
    manifest.finish()
    return written + (folder / MANIFEST).stat().st_size


def test_the_bytes_written_grow_with_the_parts_and_not_with_their_square(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (_bytes_written(tmp_path / str(parts), parts, monkeypatch) for parts in (100, 1_000))
    assert many < 10.1 * few
    assert many < 1_000 * 2 * 400  # two lines a part


def test_a_source_that_has_changed_is_another_plan(folder: Path, shards: list[Shard], target: Target, plan: Plan) -> None:
    _with_parts(folder, plan)
    Path(shards[0].paths[0]).write_bytes(b"WARC/1.1, and more")
    with pytest.raises(UsageError, match="parts of other sources"):
        open_manifest(folder, Plan.of(shards, target))


def test_other_columns_are_another_plan(folder: Path, shards: list[Shard], target: Target, plan: Plan) -> None:
    _with_parts(folder, plan)
    with pytest.raises(UsageError, match="columns"):
        open_manifest(folder, Plan.of(shards, Target.of(target.out, columns=["title"])))


@pytest.mark.parametrize("content", [b"\n", b"{}\n", b"[]\n", b'{"plan": 3}\n', b"\xff\n"])
def test_what_is_no_manifest_is_said(folder: Path, plan: Plan, content: bytes) -> None:
    (folder / MANIFEST).write_bytes(content)
    with pytest.raises(UsageError, match=f"{MANIFEST}: is no manifest"):
        open_manifest(folder, plan)


def test_parts_without_a_manifest_are_not_written_over(folder: Path, plan: Plan) -> None:
    (folder / "part-00000.parquet").touch()
    with pytest.raises(UsageError, match=r"holds parts .part-00000.parquet., but no manifest"):
        open_manifest(folder, plan)


def test_a_manifest_that_can_not_be_written_is_said(folder: Path, plan: Plan) -> None:
    manifest = _with_parts(folder, plan)
    (folder / MANIFEST).unlink()
    (folder / MANIFEST).mkdir()
    with pytest.raises(ExportError, match=MANIFEST):
        manifest.add(_part("part-0"))
