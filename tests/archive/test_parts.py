"""Folders of parts: whole parts, one schema, a manifest, and a second run that goes on where the first stopped."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pandas as pd
import pyarrow.parquet as pq
import pytest

from moviescrape.archive.engines import JOBS_AHEAD, Engine, Processes
from moviescrape.archive.parts import parse_parts, parts_target
from moviescrape.archive.reader import Reader, ReadOptions
from moviescrape.archive.shards import ShardSize
from moviescrape.errors import ExportError, UsageError
from moviescrape.pipeline.flow import parse_saved
from moviescrape.pipeline.job import Job, Target
from moviescrape.table.parts_folder import MANIFEST
from moviescrape.table.table_file import read_table

pytestmark = pytest.mark.slow

Pages = list[tuple[str, bytes]]
J = TypeVar("J")
T = TypeVar("T")
SMALL = ShardSize(files=3, archive_bytes=6_000)


@pytest.fixture
def job(archive: Callable[..., Path], title_pages: Pages) -> Job:
    """An archive with a page that crashes its reader."""
    pages = [(url, b"<p>CRASH" if place == 3 else page) for place, (url, page) in enumerate(title_pages)]
    return Job.of([str(archive(pages))])


@pytest.fixture
def target(tmp_path: Path) -> Target:
    return parts_target(tmp_path / "movies", None, None)


@pytest.fixture
def engine(poison: tuple[str, ...]) -> Engine:
    return Processes(ReadOptions(program=poison), 2)


class _Counting:
    """Counts the jobs that an engine is given; stops in the middle where told."""

    def __init__(self, engine: Engine, most: int = 1000) -> None:
        self.engine = engine
        self.most = most
        self.jobs = 0

    @property
    def share(self) -> ShardSize:
        return self.engine.share

    def run(self, task: Callable[[Reader, J], T], jobs: Iterable[J], *, ordered: bool = True) -> Iterator[T]:
        return self.engine.run(task, self._counted(jobs), ordered=ordered)

    def _counted(self, jobs: Iterable[J]) -> Iterator[J]:
        for job in jobs:
            if self.jobs >= self.most:
                raise KeyboardInterrupt
            self.jobs += 1
            yield job


def _manifest(target: Target) -> list[dict[str, object]]:
    """Return the lines: the plan, the parts, and, of a finished one, the end."""
    return [json.loads(line) for line in (target.out / MANIFEST).read_text(encoding="utf-8").splitlines()]


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_parts_together_are_the_table_and_have_one_schema(job: Job, target: Target, engine: Engine, tmp_path: Path) -> None:
    report = parse_parts(job, target, engine, size=SMALL)
    paths = sorted(target.out.glob("part-*.parquet"))
    assert len(paths) > 2
    assert len({pq.read_schema(path).remove_metadata() for path in paths}) == 1
    parse_saved(job, Target.of(tmp_path / "serial.parquet"))
    together = pd.concat(map(read_table, paths), ignore_index=True)
    pd.testing.assert_frame_equal(together, read_table(tmp_path / "serial.parquet"))
    assert (report.movies, report.complete) == (39, False)


def test_the_manifest_and_the_list_of_failures_say_all(job: Job, target: Target, engine: Engine) -> None:
    parse_parts(job, target, engine, size=SMALL)
    _, *parts, end = _manifest(target)
    assert end == {"finished": True, "rows": 39}
    assert [part["name"] for part in parts] == [f"part-{number:05}.parquet" for number in range(len(parts))]
    [line] = (target.out / "failed.jsonl").read_text(encoding="utf-8").splitlines()
    failure = json.loads(line)
    assert failure["file"].endswith("crawl.warc.gz")
    assert (failure["record"].isdecimal(), "killed its reader" in failure["reason"]) == (True, True)


def test_a_second_run_makes_only_what_is_missing(job: Job, target: Target, engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        parse_parts(job, target, _Counting(engine, most=JOBS_AHEAD * 2), size=SMALL)
    assert "finished" not in _manifest(target)[-1]
    again = _Counting(engine)
    report = parse_parts(job, target, again, size=SMALL)
    assert 0 < again.jobs < len(_manifest(target)) - 2
    assert report.movies == 39
    straight = parts_target(tmp_path / "straight", None, None)
    parse_parts(job, straight, engine, size=SMALL)
    assert _files(target.out) == _files(straight.out)


def test_a_part_that_was_lost_is_made_again(job: Job, target: Target, engine: Engine) -> None:
    parse_parts(job, target, engine, size=SMALL)
    before = _files(target.out)
    (target.out / "part-00001.parquet").unlink()
    again = _Counting(engine)
    parse_parts(job, target, again, size=SMALL)
    assert (again.jobs, _files(target.out)) == (1, before)


def test_parts_of_something_else_are_not_mixed_in(job: Job, target: Target, engine: Engine) -> None:
    parse_parts(job, target, engine, size=SMALL)
    before = _files(target.out)
    other = parts_target(target.out, None, ("title", "year"))
    with pytest.raises(UsageError, match="other sources, columns"):
        parse_parts(job, other, engine, size=SMALL)
    Path(job.sources[0].text).touch()  # the source has changed, for all we know
    with pytest.raises(UsageError, match="other sources, columns"):
        parse_parts(job, target, engine, size=SMALL)
    assert _files(target.out) == before


def test_a_foreign_manifest_is_told(job: Job, target: Target, engine: Engine) -> None:
    target.out.mkdir()
    (target.out / MANIFEST).write_text('{"icons": []}\n', encoding="utf-8")
    with pytest.raises(UsageError, match="no manifest of parts"):
        parse_parts(job, target, engine, size=SMALL)


def test_where_parts_can_not_be_put(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for name in ("file", "nowhere/movies"):
        with pytest.raises(ExportError, match=name):
            parts_target(tmp_path / name, None, None)
