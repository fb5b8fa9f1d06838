"""Wrong submissions get the class of their mistake, right ones full points, and none of them hurts the checker.

Add a file to submissions/ (its first line names column and class of mistake), not a test. Those in submissions/accidents and all
programs run in processes of their own; functions that do no harm are called here.
"""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from moviescrape.assignments import days
from moviescrape.assignments.notebook import notebook_of_script
from moviescrape.check import Verdict, check_submission
from moviescrape.check.functions import check_functions
from moviescrape.check.lists import check_lists
from moviescrape.check.sandbox import Run
from moviescrape.check.submission import read_submission

HERE = Path(__file__).parent
MODELS = Path(days.__file__).parent
SEED = 5
LOOP_TIMEOUT_S, TIMEOUT_S = 4.0, 120.0

WRONG = sorted((HERE / "submissions").glob("*.py"))
ACCIDENTS = sorted((HERE / "submissions" / "accidents").glob("*.py"))
RIGHT = sorted((HERE / "right").glob("*.py"))
MODEL_SOLUTIONS = [MODELS / f"{day.module}.py" for day in days.DAYS if day.number > 1]

Expect = Callable[[Path], tuple[str, str]]


def _day(path: Path) -> int:
    found = re.match(r"day(\d+)", path.stem)
    assert found
    return int(found[1])


def _calls_functions(path: Path) -> bool:
    return _day(path) <= 5


def _check(path: Path) -> Verdict:
    timeout_s = LOOP_TIMEOUT_S if "endless" in path.stem else TIMEOUT_S
    seed = None if path in MODEL_SOLUTIONS else SEED  # model solutions face data that nobody has seen
    return check_submission(_day(path), path, seed=seed, timeout_s=timeout_s, alone=True)


def _check_here(path: Path, run: Run) -> Verdict:
    submission = read_submission(path, alone=True)
    if _day(path) == 2:
        return check_functions(submission, SEED, TIMEOUT_S, run)
    return check_lists(_day(path), submission, SEED, TIMEOUT_S, run)


@pytest.fixture(scope="module")
def apart(request: pytest.FixtureRequest) -> Iterator[dict[Path, Future[Verdict]]]:
    """The verdicts of submissions in processes of their own, two at a time, for the tests that were chosen."""
    tests = [item for item in request.session.items if isinstance(item, pytest.Function) and "apart" in item.fixturenames]
    chosen = {Path(str(item.callspec.params["path"])) for item in tests}
    with ThreadPoolExecutor(2) as pool:
        yield {path: pool.submit(_check, path) for path in sorted(chosen)}


def _assert_wrong(path: Path, verdict: Verdict, expected: tuple[str, str]) -> None:
    column, kind = expected
    said = {mistake.kind: mistake.message for mistake in verdict.columns[column].mistakes}
    assert kind in said
    assert column in said[kind]
    assert not verdict.is_full
    assert verdict.score < verdict.max_score
    assert verdict.columns[column].score < verdict.columns[column].max_score


@pytest.mark.parametrize("path", [path for path in WRONG if _calls_functions(path)], ids=lambda path: path.stem)
def test_wrong_functions(path: Path, expected_mistake: Expect, run_here: Run) -> None:
    _assert_wrong(path, _check_here(path, run_here), expected_mistake(path))


@pytest.mark.parametrize("path", [path for path in WRONG if not _calls_functions(path)], ids=lambda path: path.stem)
def test_wrong_programs(path: Path, expected_mistake: Expect, apart: dict[Path, Future[Verdict]]) -> None:
    _assert_wrong(path, apart[path].result(), expected_mistake(path))


@pytest.mark.parametrize("path", ACCIDENTS, ids=lambda path: path.stem)
def test_accidents_are_contained_and_said(path: Path, expected_mistake: Expect, apart: dict[Path, Future[Verdict]]) -> None:
    verdict = apart[path].result()
    _assert_wrong(path, verdict, expected_mistake(path))
    assert verdict.score == 0
    assert verdict.messages


@pytest.mark.parametrize("path", [path for path in RIGHT if _calls_functions(path)], ids=lambda path: path.stem)
def test_right_functions(path: Path, run_here: Run) -> None:
    verdict = _check_here(path, run_here)
    assert verdict.is_full, verdict
    assert not verdict.messages


@pytest.mark.parametrize(
    "path", [*MODEL_SOLUTIONS, *(path for path in RIGHT if not _calls_functions(path))], ids=lambda path: path.stem
)
def test_right_programs_and_model_solutions(path: Path, apart: dict[Path, Future[Verdict]]) -> None:
    verdict = apart[path].result()
    assert verdict.is_full, verdict
    assert not verdict.messages


def test_there_are_enough_of_them() -> None:
    assert len(WRONG) + len(ACCIDENTS) >= 40
    assert WRONG
    assert RIGHT


def test_a_notebook_is_checked_like_a_script(tmp_path: Path, run_here: Run) -> None:
    path = tmp_path / "day4.ipynb"
    code = (HERE / "right" / "day4_plain.py").read_text(encoding="utf-8")
    path.write_text(notebook_of_script(f"# %%\n%matplotlib inline\n{code}\n# %% [markdown]\n# Done.\n"), encoding="utf-8")
    assert _check_here(path, run_here).is_full


def test_what_was_defined_before_an_error_still_counts(tmp_path: Path, run_here: Run) -> None:
    path = tmp_path / "day3.py"
    code = (HERE / "right" / "day3_plain.py").read_text(encoding="utf-8")
    path.write_text(f"{code}\n\nprint(extract_movies(page))\n", encoding="utf-8")
    verdict = _check_here(path, run_here)
    assert verdict.is_full
    assert "NameError" in verdict.messages[0]
    assert "page" in verdict.messages[0]


def test_scripts_of_the_days_before_can_be_imported(tmp_path: Path) -> None:
    (tmp_path / "day3.py").write_bytes((HERE / "right" / "day3_plain.py").read_bytes())
    (tmp_path / "day3_again.py").write_text("from day3 import extract_movies\n", encoding="utf-8")
    assert check_submission(3, tmp_path / "day3_again.py", seed=SEED, timeout_s=TIMEOUT_S).is_full
    verdict = check_submission(3, tmp_path / "day3_again.py", seed=SEED, timeout_s=TIMEOUT_S, alone=True)
    assert "ModuleNotFoundError" in verdict.messages[0]
