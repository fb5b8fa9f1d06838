"""Many jobs at once, each with a reader: on the cores of this machine, or on a Dask cluster. Results keep the jobs' order."""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from queue import SimpleQueue
from typing import Any, ClassVar, Protocol, TypeVar

from moviescrape.archive.reader import Reader, ReadOptions
from moviescrape.archive.shards import FINE, MEDIUM, ShardSize
from moviescrape.archive.watchdog import PAGE_LIMITS, PageLimits
from moviescrape.errors import MoviescrapeError, SourceError, UsageError
from moviescrape.errors.remedies import Remedy
from moviescrape.pipeline.flow import columns_for
from moviescrape.pipeline.job import Target
from moviescrape.pipeline.site_sources import SiteSource

CONNECT_S = 10
WORKERS_S = 60
"""Workers of a batch system may take a while to come; without any, jobs would wait for ever."""
JOBS_AHEAD = 2
"""For each worker, jobs given out before the first of them is waited for: nobody idles, and few results are held."""
J = TypeVar("J")
T = TypeVar("T")


class Engine(Protocol):
    """Runs a task on many jobs. Interchangeable: the results, and their order, are the same."""

    @property
    def share(self) -> ShardSize:
        """Return what a job should hold at most.

        So that all workers are done at about the same time, and little of it goes into giving out jobs.
        """

    def run(self, task: Callable[[Reader, J], T], jobs: Iterable[J], *, ordered: bool = True) -> Iterator[T]:
        """Yield `task(reader, job)` for each job, in order, or as they finish. Task, jobs and results can be pickled."""


@dataclass(frozen=True, slots=True)
class Processes:
    """Readers on this machine, each in a process of its own, driven by a thread that mostly waits."""

    share: ClassVar[ShardSize] = FINE

    options: ReadOptions
    workers: int = 1

    def run(self, task: Callable[[Reader, J], T], jobs: Iterable[J], *, ordered: bool = True) -> Iterator[T]:
        """Do as `Engine.run`."""
        readers = [Reader(self.options) for _ in range(self.workers)]
        free: SimpleQueue[Reader] = SimpleQueue()
        for reader in readers:
            free.put(reader)

        def work(job: J) -> T:
            reader = free.get()
            try:
                return task(reader, job)
            finally:
                free.put(reader)

        pool = ThreadPoolExecutor(self.workers)
        try:
            yield from results_of(lambda job: pool.submit(work, job), jobs, JOBS_AHEAD * self.workers, ordered=ordered)
        finally:
            for reader in readers:  # also when nobody wants the rest: what they are at is of no use
                reader.close()
            pool.shutdown(cancel_futures=True)


@dataclass(frozen=True, slots=True)
class Cluster:
    """A Dask cluster at the address `scheduler`, or one of `workers` processes that is started here for the while.

    Its machines must see the sources, and the folder of parts, under the same names.
    """

    share: ClassVar[ShardSize] = MEDIUM

    options: ReadOptions
    workers: int = 1
    scheduler: str | None = None
    workers_timeout_s: float = WORKERS_S

    def run(self, task: Callable[[Reader, J], T], jobs: Iterable[J], *, ordered: bool = True) -> Iterator[T]:
        """Do as `Engine.run`. Raises UsageError where Dask is missing or the scheduler does not answer."""
        with self.connected() as client:
            yield from self.run_on(client, task, jobs, ordered=ordered)

    def run_on(self, client: Any, task: Callable[[Reader, J], T], jobs: Iterable[J], *, ordered: bool = True) -> Iterator[T]:
        """Do the same with a client that is connected already. Raises UsageError where no worker comes to its cluster."""
        ahead = JOBS_AHEAD * self._threads(client)
        submitted = results_of(
            lambda job: client.submit(_work_here, task, self.options, job, pure=False), jobs, ahead, ordered=ordered
        )
        try:
            yield from submitted
        except MoviescrapeError:
            raise
        except Exception as error:
            what = f"a job failed on the cluster ({type(error).__name__}: {error})"
            raise SourceError(what, where=self.scheduler or "", remedy="see the logs of its workers") from error

    def _threads(self, client: Any) -> int:
        """Return how many jobs the workers do at once, as soon as there is one."""
        try:
            client.wait_for_workers(1, timeout=self.workers_timeout_s)
        except TimeoutError as error:
            what = f"the cluster has no worker, {self.workers_timeout_s:g} s after it was asked for one"
            remedy = "start one with `dask worker ADDRESS`, and look at its log where it ends"
            raise UsageError(what, where=self.scheduler or "", remedy=remedy) from error
        return sum(client.nthreads().values()) or self.workers

    @contextmanager
    def connected(self) -> Iterator[Any]:
        """Yield a client of the cluster, which is closed at the end, with the cluster if it was started here."""
        distributed = _dask()
        if self.scheduler is None:
            local = distributed.LocalCluster(n_workers=self.workers, threads_per_worker=1, dashboard_address="127.0.0.1:0")
            with local as cluster, distributed.Client(cluster) as client:
                yield client
            return
        try:
            client = distributed.Client(self.scheduler, timeout=CONNECT_S)
        except (OSError, ValueError) as error:
            what = f"no Dask scheduler answers ({error})"
            raise UsageError(what, where=self.scheduler, remedy="start one with `dask scheduler`") from error
        with client:
            yield client


def _dask() -> Any:
    try:
        return import_module("distributed")
    except ImportError as error:
        raise UsageError("this needs dask, which is not installed", remedy="pip install distributed") from error


def engine_for(
    target: Target,
    *,
    dask: bool = False,
    workers: int = 1,
    scheduler: str | None = None,
    own_sites: tuple[SiteSource, ...] = (),
    limits: PageLimits = PAGE_LIMITS,
) -> Engine:
    """Return the engine that these choices mean, reading what the table needs. Raise UsageError where they are at odds."""
    options = ReadOptions(columns_for(target), limits, own_sites)
    if dask:
        return Cluster(options, workers, scheduler)
    if scheduler is not None:
        raise UsageError("a scheduler is the address of a Dask cluster", where=scheduler, remedy=Remedy.CHOOSE_DASK)
    return Processes(options, workers)


def results_of(submit: Callable[[J], Future[T]], jobs: Iterable[J], ahead: int, *, ordered: bool = True) -> Iterator[T]:
    """Yield the results of the jobs, in their order or as they finish; at most `ahead` are under way or wait for their turn."""
    return _in_order(submit, jobs, ahead) if ordered else _as_finished(submit, jobs, ahead)


def _in_order(submit: Callable[[J], Future[T]], jobs: Iterable[J], ahead: int) -> Iterator[T]:
    waiting: deque[Future[T]] = deque()
    for job in jobs:
        waiting.append(submit(job))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _as_finished(submit: Callable[[J], Future[T]], jobs: Iterable[J], ahead: int) -> Iterator[T]:
    finished: SimpleQueue[Future[T]] = SimpleQueue()
    under_way = 0
    for job in jobs:
        submit(job).add_done_callback(finished.put)
        under_way += 1
        if under_way >= ahead:
            yield finished.get().result()
            under_way -= 1
    for _ in range(under_way):
        yield finished.get().result()


_here = threading.local()


def _work_here(task: Callable[[Reader, J], T], options: ReadOptions, job: J) -> T:
    """Run on a thread of a cluster's worker, which keeps its reader: a reader takes half a second to start.

    A reader of its own, because a page that kills the worker itself would be given to the next worker, and the next.
    """
    if getattr(_here, "options", None) != options:
        if hasattr(_here, "reader"):
            _here.reader.close()
        _here.reader, _here.options = Reader(options), options
    return task(_here.reader, job)
