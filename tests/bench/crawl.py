"""A whole crawl to a CSV, as processes: moviescrape against an idiomatic Scrapy spider on the same site (ready_site.py), in turn.

    python tests/bench/crawl.py [--rounds 3] [--movies 1000] [--details] [--kb 20 200] [--layouts classic next schema tiny]

Politeness is off for both (on loopback moviescrape pauses only where it is asked to). Pages a second, CPU seconds and peak
memory are those of the whole process, start-up and all, as the operating system accounts them.
"""

import argparse
import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

from process import Cost, compile_package, measure, middle
from ready_site import PAGE, START

HERE = Path(__file__).parent
PORT = 8765
ORIGIN = f"http://movies.localhost:{PORT}"
LAYOUTS = ("classic", "next", "schema", "tiny")


@contextmanager
def serving(layout: str, movies: int, kb: int) -> Iterator[None]:
    """The site in a process of its own."""
    options = ["--layout", layout, "--movies", str(movies), "--kb", str(kb), "--port", str(PORT)]
    command = [sys.executable, str(HERE / "ready_site.py"), *options]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{PORT}/robots.txt")
        yield
    finally:
        process.terminate()
        process.wait()


def wait_for(url: str) -> None:
    for _ in range(2_000):
        try:
            urlopen(url, timeout=1).close()
        except HTTPError:
            return
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit("the practice site does not answer")


def run_ours(out: Path, *, details: bool) -> list[str]:
    """The command line of our crawl."""
    options = ["--details"] if details else []
    return [sys.executable, "-m", "moviescrape", "run", ORIGIN + START, "--out", str(out), "--quiet", *options]


def run_scrapy(out: Path, layout: str, *, details: bool) -> list[str]:
    """The command line of Scrapy's, which does not know that `*.localhost` is this machine (RFC 6761)."""
    arguments = [
        "-a",
        f"start=http://127.0.0.1:{PORT}{START}",
        "-a",
        f"layout={'schema' if layout == 'tiny' else layout}",
        "-a",
        f"details={int(details)}",
        "-O",
        str(out),
    ]
    return [sys.executable, "-m", "scrapy", "runspider", str(HERE / "scrapy_spider.py"), *arguments]


def titles(out: Path) -> set[tuple[str, str]]:
    """What a crawl wrote: title and URL's path of each row."""
    with out.open(encoding="utf-8", newline="") as file:
        return {(row["title"], urlsplit(row["url"]).path) for row in csv.DictReader(file)}


def bench(layout: str, kb: int, rounds: int, movies: int, *, details: bool) -> None:
    """Both crawls of one layout, in turn; the same movies must come out."""
    pages = movies // PAGE + (movies if details else 0)
    costs: dict[str, list[Cost]] = {"moviescrape": [], "scrapy": []}
    with serving(layout, movies, kb):
        for _ in range(rounds):
            with tempfile.TemporaryDirectory() as folder:
                ours, theirs = Path(folder, "ours.csv"), Path(folder, "theirs.csv")
                costs["moviescrape"].append(measure(run_ours(ours, details=details)))
                costs["scrapy"].append(measure(run_scrapy(theirs, layout, details=details)))
                if titles(ours) != titles(theirs):
                    raise SystemExit(f"not the same movies: {len(titles(ours))} and {len(titles(theirs))}")
    size = "" if layout == "tiny" else f" of {kb} KB and more"
    show(f"{layout}{', details' if details else ''}: {pages:,} pages{size}", costs, pages)


def show(title: str, costs: dict[str, list[Cost]], pages: int) -> None:
    """Medians of each, and ours against theirs."""
    print(f"\n{title}\n{'':14}{'pages/s':>10}{'wall s':>10}{'CPU s':>10}{'peak MB':>10}")
    medians = {name: middle(each) for name, each in costs.items()}
    for name, cost in medians.items():
        print(f"{name:14}{pages / cost.wall_s:10.0f}{cost.wall_s:10.2f}{cost.cpu_s:10.2f}{cost.peak_mb:10.0f}")
    ours, theirs = medians["moviescrape"], medians["scrapy"]
    faster, cpu, memory = theirs.wall_s / ours.wall_s, ours.cpu_s / theirs.cpu_s, ours.peak_mb / theirs.peak_mb
    print(f"{'ours/theirs':14}{faster:10.2f}{'':10}{cpu:10.2f}{memory:10.2f}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--movies", type=int, default=1000)
    arguments.add_argument("--details", action="store_true", help="each movie's own page too")
    arguments.add_argument("--kb", type=int, nargs="+", default=[20])
    arguments.add_argument("--layouts", nargs="+", choices=LAYOUTS, default=LAYOUTS)
    given = arguments.parse_args()
    compile_package()
    for layout in given.layouts:
        for kb in given.kb if layout != "tiny" else given.kb[:1]:
            bench(layout, kb, given.rounds, given.movies, details=given.details)


if __name__ == "__main__":
    main()
