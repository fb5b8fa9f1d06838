"""Checking one submission, or a class of them."""

import os
import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from moviescrape.assignments.days import find_day
from moviescrape.check.days.day1_site import check_homepage
from moviescrape.check.days.day2_functions import check_functions
from moviescrape.check.days.day3_extract import check_lists
from moviescrape.check.days.day6_programs import check_more_pages, check_save_csv
from moviescrape.check.days.day8_top import check_top
from moviescrape.check.days.day9_plots import check_plot
from moviescrape.check.days.day10_details import check_details
from moviescrape.check.sandbox.own_code import is_forbidden
from moviescrape.check.sandbox.runner import Runner, SandboxOutcome, SandboxTask, run_submission
from moviescrape.check.score import Verdict, nothing, points_of
from moviescrape.check.submission import Submission, read_submission
from moviescrape.errors import SourceError

TIMEOUT_S = 60.0
AT_ONCE = 8
"""Submissions checked at the same time, where there are as many cores."""


def check_submission(
    day: int, path: Path, *, seed: int | None = None, timeout_s: float = TIMEOUT_S, alone: bool = False
) -> Verdict:
    """Return the verdict on a submission, on data made from `seed`, or from one that nobody knows.

    `timeout_s` is for the whole submission; `alone` leaves out the scripts beside it. UsageError for a day that is none,
    SourceError where there is no such file.
    """
    points_of(day)
    if day == 1:
        return check_homepage(path)
    submission = read_submission(path, alone=alone)
    seed = secrets.randbelow(2**31) if seed is None else seed
    recorder = _Recorder(is_model_solution(day, submission.script))
    verdict = _check(day, submission, seed, timeout_s, recorder.run)
    verdict.seed, verdict.walls = seed, recorder.walls
    return without_points(verdict) if any(map(is_forbidden, recorder.refused)) else verdict


class _Recorder:
    """Runs submissions as run_submission does, and keeps what the verdict says of the walls and of what was refused."""

    def __init__(self, trusted: bool) -> None:
        self._trusted = trusted
        self.walls: dict[str, str] = {}
        self.refused: list[str] = []

    @contextmanager
    def run(self, task: SandboxTask, timeout_s: float) -> Iterator[SandboxOutcome]:
        """Run a task; the package's own model solutions may import each other."""
        with run_submission(replace(task, trusted=self._trusted), timeout_s) as outcome:
            self.walls |= outcome.walls
            self.refused += outcome.refused
            yield outcome


def is_model_solution(day: int, script: bytes) -> bool:
    """Return True for the very file of the package's model solution of this day, where it is installed."""
    model = files("moviescrape.assignments") / f"{find_day(day).module}.py"
    return model.is_file() and model.read_bytes() == script


def without_points(verdict: Verdict) -> Verdict:
    """Return the verdict on a submission that takes the package's own solutions: nothing was written."""
    kind, message = "own_code", "the package's own code is no submission: write the program yourself"
    columns = {name: nothing(column.max_score, kind, f"{name}: {message}") for name, column in verdict.columns.items()}
    return replace(verdict, columns=columns)


def _check(day: int, submission: Submission, seed: int, timeout_s: float, run: Runner) -> Verdict:
    if day in (3, 4, 5):
        return check_lists(day, submission, seed, timeout_s, run)
    if day in (9, 11, 12):
        return check_plot(day, submission, seed, timeout_s, run)
    check = {2: check_functions, 6: check_save_csv, 7: check_more_pages, 8: check_top, 10: check_details}[day]
    return check(submission, seed, timeout_s, run)


def check_class(
    day: int, folder: Path, *, seed: int | None = None, timeout_s: float = TIMEOUT_S
) -> Iterator[tuple[str, Verdict]]:
    """Return the verdict on each submission in a folder, by name, all on the same data; one that can't be read gets no points.

    A submission is a file, or a folder of its own with the file in it (of day 1, the folder itself is).
    """
    shared = secrets.randbelow(2**31) if seed is None else seed
    entries = find_submissions(folder)
    with ThreadPoolExecutor(min(AT_ONCE, os.cpu_count() or 1)) as pool:
        verdicts = pool.map(lambda entry: _check_entry(day, entry, shared, timeout_s), entries)
        yield from zip((entry.name for entry in entries), verdicts, strict=True)


def _check_entry(day: int, entry: Path, seed: int, timeout_s: float) -> Verdict:
    try:
        return check_submission(day, _hand_in(day, entry), seed=seed, timeout_s=timeout_s, alone=entry.is_file())
    except SourceError as error:
        columns = {name: nothing(most, "unreadable", f"{name}: it could not be read") for name, most in points_of(day).items()}
        return Verdict(day, columns, [str(error)])


def find_submissions(folder: Path) -> list[Path]:
    """Return the files and folders in it, hidden ones left out. SourceError where there are none."""
    if not folder.is_dir():
        raise SourceError("no such folder", where=str(folder), remedy="name the folder with the submissions in it")
    found = sorted(entry for entry in folder.iterdir() if not entry.name.startswith((".", "_")))
    if not found:
        raise SourceError("no submissions in it", where=str(folder), remedy="put a file or a folder for each student into it")
    return found


def _hand_in(day: int, entry: Path) -> Path:
    """Return the file to check: the only script or notebook in a student's folder, or the only one that names the day."""
    if day == 1 or entry.is_file():
        return entry
    scripts = sorted([*entry.glob("*.py"), *entry.glob("*.ipynb")])
    named = [script for script in scripts if f"day{day}" in script.stem.lower().replace("_", "").replace("-", "")]
    for candidates in (scripts, named):
        if len(candidates) == 1:
            return candidates[0]
    raise SourceError(
        f"{len(scripts)} scripts, none of which is called day{day}.py", where=str(entry), remedy="leave the one to be checked"
    )
