"""How far the mark of a hand-in depends on the seed: `python tests/bench/marks_by_seed.py [--seeds 50] [--every 4] [--day N]`.

Takes each fourth of the hand-ins of tests/check that have a mistake, and prints the least and the highest mark of each, and the
widest spread, which must be at most 0.3 of 10. One to three seconds of CPU a hand-in and seed.
"""

import argparse
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from check.test_submissions import HARMLESS, Case
from moviescrape.check import check_submission

MAX_SPREAD = 0.3
FIRST_SEED, STEP = 0, 17


def marks(seeds: int, case: Case) -> tuple[str, float, float]:
    """Return the name of a hand-in, and its least and highest mark."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{case.name}.py"
        path.write_text(case.script, encoding="utf-8")
        scores = [check_submission(case.day, path, seed=FIRST_SEED + STEP * number).score for number in range(seeds)]
    return case.name, min(scores), max(scores)


def main() -> int:
    """Print a line for each hand-in; the exit status is 1 where a spread is too wide."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=50)
    parser.add_argument("--every", type=int, default=4, help="take each N-th hand-in")
    parser.add_argument("--day", type=int, help="of this day alone")
    asked = parser.parse_args()
    wrong = [case for case in HARMLESS if case.mistake and asked.day in (None, case.day)]
    cases = sorted(wrong, key=lambda case: case.day)[:: asked.every]
    widest = 0.0
    with ProcessPoolExecutor() as pool:
        for name, least, most in pool.map(partial(marks, asked.seeds), cases):
            print(f"{name:45} {least:6.2f} {most:6.2f}", flush=True)
            widest = max(widest, most - least)
    print(f"{len(cases)} hand-ins, {asked.seeds} seeds: widest spread {widest:.2f} of 10")
    return int(widest > MAX_SPREAD)


if __name__ == "__main__":
    sys.exit(main())
