"""How long commands take to begin: moviescrape's, and a Scrapy spider that fetches one page.

    python tests/bench/startup.py [--rounds 5]

Each in a process of its own, in turn. A run's start-up is that of a run of one list page and one spider of the same page.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from crawl import run_ours, run_scrapy, serving
from process import Cost, compile_package, measure, middle


def commands(folder: Path) -> dict[str, list[str]]:
    """What is started, by name; the last two fetch the same page into a CSV."""
    cli = [sys.executable, "-m", "moviescrape"]
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "moviescrape --version": [*cli, "--version"],
        "moviescrape --help": [*cli, "--help"],
        "import parse_page": [sys.executable, "-c", "from moviescrape import parse_page"],
        "import scrapy": [sys.executable, "-c", "import scrapy"],
        "moviescrape run, 1 page": [*run_ours(folder / "ours.csv", details=False), "--refresh"],
        "scrapy runspider, 1 page": run_scrapy(folder / "theirs.csv", "next", details=False),
    }


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=5)
    given = arguments.parse_args()
    compile_package()
    with tempfile.TemporaryDirectory() as folder, serving("next", movies=50, kb=20):
        started = commands(Path(folder))
        costs: dict[str, list[Cost]] = {name: [] for name in started}
        for _ in range(given.rounds):
            for name, command in started.items():
                costs[name].append(measure(command))
    print(f"{'':26}{'wall s':>10}{'CPU s':>10}{'peak MB':>10}")
    for name, each in costs.items():
        cost = middle(each)
        print(f"{name:26}{cost.wall_s:10.2f}{cost.cpu_s:10.2f}{cost.peak_mb:10.0f}")


if __name__ == "__main__":
    main()
