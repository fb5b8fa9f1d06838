"""Parts in object storage: the same as in a folder, and complete only where the marker says so."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest

from moviescrape.archive.engines import Engine, Processes
from moviescrape.archive.parts import parse_parts, parts_target, wants_parts
from moviescrape.archive.reader import Reader, ReadOptions
from moviescrape.archive.shards import ShardSize
from moviescrape.errors import ExportError, SourceError, UsageError
from moviescrape.export.remote_files import RemoteFiles
from moviescrape.pipeline.job import Job, Target
from moviescrape.table.table_file import read_table

pytestmark = pytest.mark.slow

Pages = list[tuple[str, bytes]]
SMALL = ShardSize(files=3, archive_bytes=6_000)


@pytest.fixture(params=["file", "memory"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a folder that is not there yet."""
    yield f"file://{tmp_path}/bucket/movies" if request.param == "file" else f"memory://{tmp_path.name}/movies"
    fsspec.filesystem("memory").store.clear()


@pytest.fixture
def target(address: str) -> Target:
    """As the command line has it: the address as a path."""
    assert wants_parts(Path(address), None)
    return parts_target(Path(address), None, None)


@pytest.fixture
def job(archive: Callable[..., Path], title_pages: Pages, tmp_path: Path) -> Job:
    """An archive in which a page crashes its reader until a file is there."""
    crash = f"<!-- CRASH UNLESS {tmp_path / 'cure'} -->".encode()
    return Job.of_saved([str(archive([(url, page + crash * (number == 9)) for number, (url, page) in enumerate(title_pages)]))])


@pytest.fixture
def engine(poison: tuple[str, ...]) -> Engine:
    return Processes(ReadOptions(program=poison), 2)


class _Stopping:
    """An engine that stops after some jobs, as a kill would."""

    def __init__(self, engine: Engine, most: int) -> None:
        self.engine, self.most = engine, most

    @property
    def share(self) -> ShardSize:
        return self.engine.share

    def run(self, task: Callable[[Reader, Any], Any], jobs: Iterable[Any], *, ordered: bool = True) -> Iterator[Any]:
        for number, result in enumerate(self.engine.run(task, jobs, ordered=ordered)):
            if number == self.most:
                raise KeyboardInterrupt
            yield result


def _files(address: str) -> dict[str, bytes]:
    files = RemoteFiles(address)
    return {name: files.read(name) or b"" for name in files.names() if not name.startswith("_done-")}


def _download(address: str, folder: Path) -> Path:
    folder.mkdir()
    for name, content in _files(address).items():
        (folder / name).write_bytes(content)
    return folder


def test_the_files_are_those_of_a_folder_and_a_marker(
    job: Job, target: Target, engine: Engine, address: str, tmp_path: Path
) -> None:
    report = parse_parts(job, target, engine, size=SMALL)
    straight = parts_target(tmp_path / "straight", None, None)
    parse_parts(job, straight, engine, size=SMALL)
    found = _files(address)
    assert found.pop("_SUCCESS") == b""
    assert found == {path.name: path.read_bytes() for path in straight.out.iterdir()}
    assert (report.movies, len(read_table(_download(address, tmp_path / "copy")))) == (39, 39)
    assert not [name for name in RemoteFiles(address).names() if name.startswith("_done-")]


def test_what_was_begun_is_not_complete_and_the_same_command_goes_on(
    job: Job, target: Target, engine: Engine, address: str, tmp_path: Path
) -> None:
    with pytest.raises(KeyboardInterrupt):
        parse_parts(job, target, _Stopping(engine, 3), size=SMALL)
    assert "_SUCCESS" not in _files(address)
    with pytest.raises(SourceError, match="parts are not all written"):
        read_table(_download(address, tmp_path / "half"))
    again = _Stopping(engine, 99)
    written: list[str] = []
    report = parse_parts(job, target, again, lambda _report, result: written.append(result.where), size=SMALL)
    assert (report.movies, "_SUCCESS" in _files(address)) == (39, True)
    assert parse_parts(job, target, _Stopping(engine, 0), size=SMALL).movies == 39  # nothing is read any more


def test_a_kill_while_a_page_is_read_again_leaves_no_complete_result(
    job: Job, target: Target, engine: Engine, address: str, tmp_path: Path
) -> None:
    parse_parts(job, target, engine, size=SMALL)
    (tmp_path / "cure").touch()
    with pytest.raises(KeyboardInterrupt):
        parse_parts(job, target, _Stopping(engine, 0), size=SMALL, retry_failed=True)
    assert "_SUCCESS" not in _files(address)
    report = parse_parts(job, target, engine, size=SMALL, retry_failed=True)
    assert (report.movies, report.complete) == (40, True)
    found = _files(address)
    assert ("_SUCCESS" in found, "failed.jsonl" in found) == (True, False)
    assert len(read_table(_download(address, tmp_path / "copy"))) == 40


def test_parts_of_something_else_are_not_mixed_in(job: Job, target: Target, engine: Engine, address: str) -> None:
    parse_parts(job, target, engine, size=SMALL)
    before = _files(address)
    with pytest.raises(UsageError, match="other sources, columns"):
        parse_parts(job, parts_target(Path(address), None, ("title",)), engine, size=SMALL)
    RemoteFiles(address).delete("manifest.jsonl")
    with pytest.raises(UsageError, match=r"holds parts .* but no manifest"):
        parse_parts(job, target, engine, size=SMALL)
    assert _files(address) == {name: content for name, content in before.items() if name != "manifest.jsonl"}


def test_a_store_that_refuses_is_told_before_anything_is_read(job: Job, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise PermissionError("Access Denied")

    monkeypatch.setattr(type(fsspec.filesystem("memory")), "pipe_file", refuse)
    target = parts_target(Path("memory://closed/movies"), None, None)
    with pytest.raises(ExportError, match=r"memory://closed/movies/manifest.jsonl: .*Access Denied"):
        parse_parts(job, target, _Stopping(engine, 0), size=SMALL)
