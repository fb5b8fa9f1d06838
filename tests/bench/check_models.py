"""Do the model solutions get full points, on seeds that nobody chose? `python tests/bench/check_models.py [SEEDS]`."""

import secrets
import sys
import tempfile
import time
from pathlib import Path

from moviescrape.assignments.day1_homepage import write_homepage
from moviescrape.assignments.days import DAYS, Day
from moviescrape.assignments.days import __file__ as days_file
from moviescrape.check import check_submission
from moviescrape.check.verdict_formats import as_text


def main(seeds: int) -> int:
    """Check each day's model solution on that many seeds; the exit status is the number of those short of full points."""
    short = 0
    with tempfile.TemporaryDirectory() as folder:
        write_homepage(Path(folder))
        for day in DAYS:
            started = time.perf_counter()
            failed = sum(not _is_full(day, Path(folder)) for _ in range(seeds))
            print(f"day {day.number:2}: {seeds - failed} of {seeds} full, {(time.perf_counter() - started) / seeds:.2f} s each")
            short += failed
    return short


def _is_full(day: Day, homepage: Path) -> bool:
    seed = secrets.randbelow(2**31)
    path = homepage if day.number == 1 else Path(days_file).parent / f"{day.module}.py"
    verdict = check_submission(day.number, path, seed=seed, alone=True)
    if not verdict.is_full:
        print(f"seed {seed}: {as_text(verdict)}")
    return verdict.is_full


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
