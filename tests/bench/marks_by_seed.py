"""How far the mark of each hand-in of tests/check depends on the seed: `python tests/bench/marks_by_seed.py [SEEDS] [DAY]`.

Prints the least and the highest mark of each on that many seeds (50), and the widest spread. About a second a hand-in and seed.
"""

import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from check.test_submissions import FUNCTIONS, Case
from moviescrape.check import check_submission

SEEDS = [seed * 17 for seed in range(int(sys.argv[1]) if len(sys.argv) > 1 else 50)]
DAY = int(sys.argv[2]) if len(sys.argv) > 2 else None


def marks(case: Case) -> tuple[str, float, float]:
    """Return the name of a hand-in, and its least and highest mark."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{case.name}.py"
        path.write_text(case.script, encoding="utf-8")
        scores = [check_submission(case.day, path, seed=seed).score for seed in SEEDS]
    return case.name, min(scores), max(scores)


def main() -> None:
    """Print a line for each hand-in."""
    cases = [case for case in FUNCTIONS if DAY in (None, case.day)]
    widest = 0.0
    with ProcessPoolExecutor() as pool:
        for name, least, most in pool.map(marks, cases):
            print(f"{name:45} {least:6.2f} {most:6.2f}", flush=True)
            widest = max(widest, most - least)
    print(f"{len(cases)} hand-ins, {len(SEEDS)} seeds: widest spread {widest:.2f} of 10")


if __name__ == "__main__":
    main()
