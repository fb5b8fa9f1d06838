"""Records a second out of a WARC file, by workers and engines, and what memory that takes.

    python tests/bench/archive.py [--records 10000] [--rounds 3] [--layout classic]

Title pages of the practice site, each a gzip member of its own, into one CSV. Interleaved: each round measures every contestant,
and its rows are checked to be the same. A cluster is started before the clock, and has run once; processes are started by it.
"""

import argparse
import gzip
import resource
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any, ClassVar, TypeVar, get_args

from moviescrape.archive.engines import Cluster, Engine, Processes
from moviescrape.archive.reader import Reader, ReadOptions
from moviescrape.archive.shards import ShardSize
from moviescrape.archive.table import parse_many
from moviescrape.pipeline.flow import columns_for, parse_saved
from moviescrape.pipeline.job import Job, Target
from moviescrape.practice import PUBLIC_ORIGIN, Catalogue, LayoutName, Pages

J = TypeVar("J")
T = TypeVar("T")
MOVIES = 2_000
"""Different pages; beyond them they come again, which costs the parser the same."""


def make_archive(path: Path, records: int, layout: LayoutName) -> None:
    """Title pages as a crawler would archive them."""
    pages = Pages(Catalogue(movies=min(MOVIES, records)), layout=layout)
    members = [gzip.compress(_record(PUBLIC_ORIGIN + film.path, pages.page(film.path)), 6) for film in pages.catalogue.movies]
    with path.open("wb") as file:
        file.writelines(islice(cycle(members), records))


def _record(url: str, body: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    header = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n"
    header += f"WARC-Record-ID: <urn:bench:{url}>\r\nContent-Type: application/http;msgtype=response\r\n"
    return f"{header}Content-Length: {len(answer)}\r\n\r\n".encode() + answer + b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Connected:
    """A cluster that is there already."""

    share: ClassVar[ShardSize] = Cluster.share

    cluster: Cluster
    client: Any

    def run(self, task: Callable[[Reader, J], T], jobs: Iterable[J]) -> Iterator[T]:
        """As `Engine.run`."""
        return self.cluster.run_on(self.client, task, jobs)


def bench(archive: Path, folder: Path, rounds: int) -> dict[str, list[float]]:
    """Seconds of each contestant in each round."""
    job, target = Job.of([str(archive)]), Target.of(folder / "movies.csv")
    options = ReadOptions(columns_for(target))
    cluster = Cluster(options, workers=2)
    with cluster.connected() as client:
        engines: dict[str, Engine | None] = {
            "this process alone": None,
            "1 worker": Processes(options, 1),
            "2 workers": Processes(options, 2),
            "Dask, 2 workers": Connected(cluster, client),
        }
        times: dict[str, list[float]] = {name: [] for name in engines}
        parse_many(job, target, Connected(cluster, client))
        expected = target.out.read_bytes()
        for _ in range(rounds):
            for name, engine in engines.items():
                start = time.perf_counter()
                if engine is None:
                    parse_saved(job, target)
                else:
                    parse_many(job, target, engine)
                times[name].append(time.perf_counter() - start)
                if target.out.read_bytes() != expected:
                    raise SystemExit(f"{name} gives other rows")
    return times


def show(times: dict[str, list[float]], records: int) -> None:
    """Medians and spread; how many times faster than one worker."""
    one = median(times["1 worker"])
    print(f"{'':20}{'records/s':>10}{'lowest':>10}{'highest':>10}{'of 1 worker':>13}")
    for name, seconds in times.items():
        rates = [records / each for each in seconds]
        print(f"{name:20}{median(rates):10.0f}{min(rates):10.0f}{max(rates):10.0f}{one / median(seconds):12.2f}x")
    over = median(times["Dask, 2 workers"]) / median(times["2 workers"]) - 1
    print(f"Dask takes {over:+.0%} of the time that 2 workers take")
    here, children = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"peak memory: {here:.0f} MB here, {children:.0f} MB in the largest other process")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--records", type=int, default=10_000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--layout", choices=get_args(LayoutName), default="classic")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder, "crawl.warc.gz")
        make_archive(archive, given.records, given.layout)
        print(f"{given.records:,} records, {archive.stat().st_size / 1e6:.0f} MB packed, layout {given.layout}")
        show(bench(archive, Path(folder), given.rounds), given.records)


if __name__ == "__main__":
    main()
