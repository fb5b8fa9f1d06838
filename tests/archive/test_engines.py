"""Engines are interchangeable: the same results in the same order, whoever is fast or slow."""

import os
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest
from distributed import LocalCluster

from moviescrape.archive import engines
from moviescrape.archive.engines import Cluster, Engine, Processes, results_of
from moviescrape.archive.reader import Reader, ReadOptions, read_whole
from moviescrape.archive.shards import Shard, ShardSize, cut_sources
from moviescrape.archive.table import parse_many
from moviescrape.archive.watchdog import PageLimits
from moviescrape.errors import SourceError, UsageError
from moviescrape.pipeline.flow import parse_saved
from moviescrape.pipeline.job import Job, Target
from moviescrape.pipeline.sources import SourceKind

pytestmark = pytest.mark.slow

Pages = list[tuple[str, bytes]]
SMALL = ShardSize(files=3, archive_bytes=4_000)


@pytest.fixture(params=["processes", "dask"])
def engine(request: pytest.FixtureRequest, poison: tuple[str, ...]) -> Engine:
    reading = ReadOptions(limits=PageLimits(cpu_s=1, clock_s=10), program=poison)
    return Processes(reading, 2) if request.param == "processes" else Cluster(reading, 2)


@pytest.fixture
def sources(archive: Callable[..., Path], title_pages: Pages, tmp_path: Path) -> list[str]:
    """An archive with poisonous pages in it, and a folder."""
    pages = list(title_pages)
    for place, order in ((7, b"CRASH"), (20, b"HANG")):
        pages[place] = (pages[place][0], b"<p>" + order)
    folder = tmp_path / "folder"
    folder.mkdir()
    for number, (_, page) in enumerate(title_pages[:8]):
        (folder / f"{number}.html").write_bytes(page)
    return [str(archive(pages)), str(folder)]


def test_the_table_is_the_serial_ones_without_the_poisonous_pages(engine: Engine, sources: list[str], tmp_path: Path) -> None:
    job, out = Job.of(sources), tmp_path / "movies.csv"
    report = parse_many(job, Target.of(out), engine, size=SMALL)
    parse_saved(job, Target.of(tmp_path / "serial.csv"))
    assert out.read_bytes() == (tmp_path / "serial.csv").read_bytes()
    assert (report.movies, report.pages) == (46, 46)
    failed = (tmp_path / "movies.failed.jsonl").read_text(encoding="utf-8").splitlines()
    assert ["killed its reader" in failed[0], "took more than 1 s" in failed[1], len(failed)] == [True, True, 2]


@pytest.mark.parametrize("archive_bytes", [1_500, 9_000, 10**6])
@pytest.mark.parametrize("workers", [1, 2])
def test_partitioning_does_not_show(archive: Callable[..., Path], title_pages: Pages, workers: int, archive_bytes: int) -> None:
    job = Job.of([str(archive(title_pages))])
    shards = cut_sources(job.sources, ShardSize(files=1, archive_bytes=archive_bytes))
    visits = [visit for some in Processes(ReadOptions(), workers).run(read_whole, shards) for visit in some]
    assert [visit.page.url for visit in visits if visit.page] == [url for url, _ in title_pages]


def test_results_come_in_order_and_not_all_are_asked_for_at_once() -> None:
    given: list[int] = []

    def submit(job: int) -> Future[int]:
        given.append(job)
        future: Future[int] = Future()
        future.set_result(job * 10)
        return future

    results = results_of(submit, iter(range(100)), ahead=4)
    assert [next(results), next(results)] == [0, 10]
    assert len(given) == 5
    assert list(results) == [number * 10 for number in range(2, 100)]


def test_results_as_they_finish_do_not_wait_for_a_slow_one() -> None:
    futures: list[Future[int]] = [Future() for _ in range(6)]
    results = results_of(futures.__getitem__, range(6), ahead=3, ordered=False)
    futures[1].set_result(1)
    assert next(results) == 1
    futures[2].set_result(2)
    futures[3].set_result(3)
    assert [next(results), next(results)] == [2, 3]
    futures[0].set_result(0)
    futures[5].set_result(5)
    assert next(results) == 0
    futures[4].set_result(4)
    assert list(results) == [5, 4]


def test_a_failure_among_those_that_finish_is_raised() -> None:
    future: Future[int] = Future()
    future.set_exception(SourceError("gone"))
    with pytest.raises(SourceError, match="gone"):
        list(results_of(lambda _job: future, [1], ahead=3, ordered=False))


def test_a_cluster_without_workers_is_told_and_not_waited_for() -> None:
    with LocalCluster(n_workers=0, dashboard_address="127.0.0.1:0") as cluster:  # type: ignore[no-untyped-call]
        engine = Cluster(ReadOptions(), scheduler=cluster.scheduler_address, workers_timeout_s=0.1)
        with pytest.raises(UsageError, match=r"no worker, 0.1 s after .* `dask worker"):
            list(engine.run(read_whole, [Shard(SourceKind.PAGE, ("page.html",))]))


def test_who_stops_early_leaves_no_process(archive: Callable[..., Path], title_pages: Pages) -> None:
    job = Job.of([str(archive(title_pages))])
    results = Processes(ReadOptions(), 2).run(_process_id, cut_sources(job.sources, SMALL))
    child = next(results)
    results.close()  # type: ignore[attr-defined]
    with pytest.raises(OSError, match=r".*"):
        os.kill(child, 0)


def _process_id(reader: Reader, shard: object) -> int:
    list(reader.read(shard))  # type: ignore[arg-type]
    assert reader._child is not None
    return reader._child.pid


def test_a_job_that_fails_on_the_cluster_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    class Client:
        def wait_for_workers(self, workers: int, timeout: float) -> None:
            assert workers == 1

        def nthreads(self) -> dict[str, int]:
            return {"worker": 1}

        def submit(self, *_job: object, pure: bool) -> Future[int]:
            future: Future[int] = Future()
            future.set_exception(RuntimeError("lost"))
            return future

    with pytest.raises(SourceError, match=r"on the cluster \(RuntimeError: lost\)"):
        list(Cluster(ReadOptions()).run_on(Client(), read_whole, [Shard(SourceKind.PAGE, ("page.html",))]))


def test_no_scheduler_and_no_dask_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    target = Target.of(tmp_path / "movies.csv")
    with pytest.raises(UsageError, match="dask=True"):
        engines.engine_for(target, scheduler="tcp://127.0.0.1:1")
    monkeypatch.setattr(engines, "import_module", _missing)
    with pytest.raises(UsageError, match=r"pip install distributed"):
        list(engines.engine_for(target, dask=True).run(read_whole, []))


def _missing(name: str) -> None:
    raise ModuleNotFoundError(name)
