"""One submission gets one mark, whatever the seed. All hand-ins on 50 seeds: `python tests/bench/marks_by_seed.py`."""

from pathlib import Path

import pytest

from moviescrape.check.days.day3_extract import check_lists
from moviescrape.check.sandbox.runner import Runner
from moviescrape.check.submission import Submission

pytestmark = pytest.mark.slow

SEEDS = (1, 100, 117, 2**31 - 1)
MAX_SPREAD = 0.3
RIGHT = (Path(__file__).parent / "right" / "day3_plain.py").read_text(encoding="utf-8")
RATING = "return float(found.text) if found else None"
ROWS = "return pd.DataFrame(rows)"
BOXES = 'for box in dom.select("div.lister-item"):'
EDITS = {
    "stops at a missing rating": (RATING, "return float(found.text)"),
    "zero for a missing rating": (RATING, "return float(found.text) if found else 0"),
    "drops rows without a rating": (ROWS, "return pd.DataFrame(rows).dropna()"),
    "movies by title": (ROWS, 'return pd.DataFrame(list({row["title"]: row for row in rows}.values()))'),
    "fifty rows": (BOXES, 'for box in [dom.select("div.lister-item")[number] for number in range(50)]:'),
    "ratings moved up": (
        ROWS,
        'known = [row["rating"] for row in rows if row["rating"]]; return pd.DataFrame(rows).assign(rating=pd.Series(known))',
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_mark_does_not_depend_on_the_seed(name: str, run_here: Runner) -> None:
    old, new = EDITS[name]
    submission = Submission(Path("day3.py"), RIGHT.replace(old, new).encode())
    assert old in RIGHT
    scores = [check_lists(3, submission, seed, 60.0, run_here).score for seed in SEEDS]
    assert max(scores) - min(scores) <= MAX_SPREAD
    assert 0 < min(scores) < 10
