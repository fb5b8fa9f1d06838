"""Wrong submissions get the class of their mistake, right ones full points, and none of them hurts the checker.

Add an entry to submissions.toml or a file to submissions/ (its first line names column and class of mistake), not a test.
Those in submissions/accidents and all programs run in processes of their own; functions that do no harm are called here.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from moviescrape.assignments import days
from moviescrape.assignments.notebook import notebook_of_script
from moviescrape.check import Verdict, check_submission
from moviescrape.check.days.day2_functions import check_functions
from moviescrape.check.days.day3_extract import check_lists
from moviescrape.check.sandbox.runner import Runner
from moviescrape.check.submission import Submission, read_submission

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
MODELS = Path(days.__file__).parent
SEED = 5
LOOP_TIMEOUT_S, TIMEOUT_S = 2.5, 120.0


@dataclass(frozen=True)
class Case:
    """A submission, and the column and class of its mistake; "" where it has none. `seed` None: data that nobody has seen."""

    name: str
    script: str
    mistake: str = ""
    seed: int | None = SEED

    @property
    def day(self) -> int:
        """`day3_rank_in_title` is of day 3."""
        found = re.match(r"day(\d+)_", self.name)
        assert found, self.name
        return int(found[1])


def _edited() -> Iterator[Case]:
    """The entries of submissions.toml."""
    for day, entries in tomllib.loads((HERE / "submissions.toml").read_text(encoding="utf-8")).items():
        plain = (HERE / "right" / f"{day}_plain.py").read_text(encoding="utf-8")
        for name, edit in entries.items():
            assert edit["old"] in plain, f"{day}.{name}"
            yield Case(f"{day}_{name}", plain.replace(edit["old"], edit["new"]), edit.get("mistake", ""))


def _written(folder: Path) -> list[Case]:
    """The files of a folder, whose first line says the mistake."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))}
    return [Case(name, text, text.partition("\n")[0].removeprefix("# ")) for name, text in texts.items()]


PLAIN = [Case(path.stem, path.read_text(encoding="utf-8")) for path in sorted((HERE / "right").glob("*.py"))]
MODEL_SOLUTIONS = [
    Case(day.module, (MODELS / f"{day.module}.py").read_text(encoding="utf-8"), seed=None) for day in days.DAYS if day.number > 1
]
HARMLESS = [*_edited(), *_written(HERE / "submissions"), *PLAIN]
ACCIDENTS = _written(HERE / "submissions" / "accidents")
FUNCTIONS = [case for case in HARMLESS if case.day <= 5]
PROGRAMS = [case for case in HARMLESS if case.day > 5]


def _check_here(case: Case, run: Runner) -> Verdict:
    submission = Submission(Path(f"{case.name}.py"), case.script.encode())
    if case.day == 2:
        return check_functions(submission, SEED, TIMEOUT_S, run)
    return check_lists(case.day, submission, SEED, TIMEOUT_S, run)


def _check_apart(case: Case, folder: Path) -> Verdict:
    """Return the verdict on a submission that runs in a process of its own."""
    path = folder / f"{case.name}.py"
    path.write_text(case.script, encoding="utf-8")
    timeout_s = LOOP_TIMEOUT_S if "endless" in case.name else TIMEOUT_S
    return check_submission(case.day, path, seed=case.seed, timeout_s=timeout_s, alone=True)


def _assert_right(case: Case, verdict: Verdict) -> None:
    """Full points, or else the mistake and no full points, in its column and in all."""
    if not case.mistake:
        assert verdict.is_full, verdict
        assert not verdict.messages
        return
    column, _, kind = case.mistake.partition(": ")
    said = {mistake.kind: mistake.message for mistake in verdict.columns[column].mistakes}
    assert kind in said
    assert said[kind]
    assert not verdict.is_full
    assert verdict.score < verdict.max_score
    assert verdict.columns[column].score < verdict.columns[column].max_score


@pytest.mark.parametrize("case", FUNCTIONS, ids=lambda case: case.name)
def test_functions(case: Case, run_here: Runner) -> None:
    _assert_right(case, _check_here(case, run_here))


@pytest.mark.parametrize("case", [*PROGRAMS, *MODEL_SOLUTIONS], ids=lambda case: case.name)
def test_programs_and_model_solutions(case: Case, tmp_path: Path) -> None:
    _assert_right(case, _check_apart(case, tmp_path))


@pytest.mark.parametrize("case", ACCIDENTS, ids=lambda case: case.name)
def test_accidents_are_contained_and_said(case: Case, tmp_path: Path) -> None:
    verdict = _check_apart(case, tmp_path)
    _assert_right(case, verdict)
    assert verdict.score == 0
    assert verdict.messages


def test_there_are_enough_of_them() -> None:
    assert sum(bool(case.mistake) for case in HARMLESS + ACCIDENTS) >= 100


def test_a_notebook_is_checked_like_a_script(tmp_path: Path, run_here: Runner) -> None:
    path = tmp_path / "day4_plain.ipynb"
    code = (HERE / "right" / "day4_plain.py").read_text(encoding="utf-8")
    path.write_text(notebook_of_script(f"# %%\n%matplotlib inline\n{code}\n# %% [markdown]\n# Done.\n"), encoding="utf-8")
    assert check_lists(4, read_submission(path), SEED, TIMEOUT_S, run_here).is_full


def test_what_was_defined_before_an_error_still_counts(run_here: Runner) -> None:
    code = (HERE / "right" / "day3_plain.py").read_text(encoding="utf-8")
    verdict = _check_here(Case("day3_demo", f"{code}\n\nprint(extract_movies(page))\n"), run_here)
    assert verdict.is_full
    assert "NameError: name 'page'" in verdict.messages[0]


def test_scripts_of_the_days_before_can_be_imported(tmp_path: Path) -> None:
    (tmp_path / "day3.py").write_bytes((HERE / "right" / "day3_plain.py").read_bytes())
    (tmp_path / "day3_again.py").write_text("from day3 import extract_movies\n", encoding="utf-8")
    assert check_submission(3, tmp_path / "day3_again.py", seed=SEED, timeout_s=TIMEOUT_S).is_full
    verdict = check_submission(3, tmp_path / "day3_again.py", seed=SEED, timeout_s=TIMEOUT_S, alone=True)
    assert "ModuleNotFoundError" in verdict.messages[0]
