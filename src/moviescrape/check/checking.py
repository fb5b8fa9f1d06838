"""Checking one submission, or a class of them."""

import logging
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from moviescrape.assignments.days import find_day
from moviescrape.check.class_files import Student, choose_script, find_students, gather, unpack
from moviescrape.check.days.day1_site import check_homepage
from moviescrape.check.days.day2_functions import check_functions
from moviescrape.check.days.day3_extract import check_lists
from moviescrape.check.days.day6_programs import check_more_pages, check_save_csv
from moviescrape.check.days.day8_top import check_top
from moviescrape.check.days.day9_plots import check_plot
from moviescrape.check.days.day10_details import check_details
from moviescrape.check.kept import written_files
from moviescrape.check.sandbox.own_code import is_forbidden
from moviescrape.check.sandbox.runner import SCRIPT, Runner, SandboxOutcome, SandboxTask, run_submission
from moviescrape.check.score import Verdict, nothing, points_of
from moviescrape.check.submission import Submission, read_submission
from moviescrape.errors import SourceError, UsageError

logger = logging.getLogger(__name__)

TIMEOUT_S = 60.0
AT_ONCE = 8
"""Submissions checked at the same time, where there are as many cores."""


def check_submission(
    day: int, path: Path, *, seed: int | None = None, timeout_s: float = TIMEOUT_S, alone: bool = False, keep: bool = False
) -> Verdict:
    """Return the verdict on a submission, on data made from `seed`, or from one that nobody knows.

    `timeout_s` is for the whole submission; `alone` leaves out the scripts beside it; with `keep` the verdict has
    files that show what was wrong. UsageError for a day that is none, SourceError where there is no such file.
    """
    points_of(day)
    if day == 1:
        return check_homepage(path)
    submission = read_submission(path, alone=alone)
    seed = secrets.randbelow(2**31) if seed is None else seed
    recorder = _Recorder(is_model_solution(day, submission.script))
    verdict = _check(day, submission, seed, timeout_s, recorder.run, keep=keep)
    verdict.seed, verdict.isolation = seed, recorder.isolation
    verdict.kept |= recorder.written if keep else {}
    return without_points(verdict) if any(map(is_forbidden, recorder.refused)) else verdict


class _Recorder:
    """Runs submissions as run_submission does, and keeps what the verdict says of the isolation and of what was refused."""

    def __init__(self, trusted: bool) -> None:
        self._trusted = trusted
        self.isolation: dict[str, str] = {}
        self.refused: list[str] = []
        self.written: dict[str, bytes] = {}

    @contextmanager
    def run(self, task: SandboxTask, timeout_s: float) -> Iterator[SandboxOutcome]:
        """Run a task; the package's own model solutions may import each other."""
        with run_submission(replace(task, trusted=self._trusted), timeout_s) as outcome:
            self.isolation |= outcome.isolation
            self.refused += outcome.refused
            yield outcome
            if task.runs:
                self.written = written_files(outcome.folder, outcome.given | {SCRIPT}, outcome.stdout)


def is_model_solution(day: int, script: bytes) -> bool:
    """Return True for the very file of the package's model solution of this day, where it is installed."""
    model = files("moviescrape.assignments") / f"{find_day(day).module}.py"
    return model.is_file() and model.read_bytes() == script


def without_points(verdict: Verdict) -> Verdict:
    """Return the verdict on a submission that takes the package's own solutions: nothing was written."""
    kind, message = "own_code", "the package's own code is no submission: write the program yourself"
    columns = {name: nothing(column.max_score, kind, f"{name}: {message}") for name, column in verdict.columns.items()}
    return replace(verdict, columns=columns)


def _check(day: int, submission: Submission, seed: int, timeout_s: float, run: Runner, *, keep: bool) -> Verdict:
    if day in (3, 4, 5):
        return check_lists(day, submission, seed, timeout_s, run, keep=keep)
    if day in (9, 11, 12):
        return check_plot(day, submission, seed, timeout_s, run)
    check = {2: check_functions, 6: check_save_csv, 7: check_more_pages, 8: check_top, 10: check_details}[day]
    return check(submission, seed, timeout_s, run)


def check_class(
    day: int, folder: Path, *, seed: int | None = None, timeout_s: float = TIMEOUT_S, keep: bool = False
) -> Iterator[tuple[str, Verdict]]:
    """Yield the verdict on each student of a folder or .zip, by name, all on the same data.

    What can't be read gets no points, and neither does a submission on which the checker itself fails: the others go on.
    SourceError where there are no submissions; UsageError where this machine can check none of this day. class_files.py says what
    may be in a class.
    """
    points_of(day)
    shared = secrets.randbelow(2**31) if seed is None else seed
    with tempfile.TemporaryDirectory(prefix="moviescrape-class-", ignore_cleanup_errors=True) as scratch:
        students = find_students(_unpacked(folder, Path(scratch) / "class"))
        folders = [Path(scratch) / str(number) for number in range(len(students))]

        def check(student: Student, own: Path) -> Verdict:
            try:
                return check_submission(day, _find_file(day, student, own), seed=shared, timeout_s=timeout_s, keep=keep)
            except UsageError:  # no check is possible at all: a library is missing
                raise
            except Exception as error:  # a fault of the checker's own must not end the check of the others
                return without_check(day, error)

        with ThreadPoolExecutor(min(AT_ONCE, os.cpu_count() or 1)) as pool:
            verdicts = pool.map(check, students, folders)
            for student, verdict in zip(students, verdicts, strict=True):
                verdict.messages += ["it was handed in late"] if student.late else []
                yield student.name, verdict


def without_check(day: int, error: Exception) -> Verdict:
    """Return the verdict on a submission that was not checked, no points: it can't be read, or the checker itself failed."""
    if isinstance(error, SourceError):
        kind, what, message = "unreadable", "it could not be read", str(error)
    else:
        logger.error("the checker failed on day %d", day, exc_info=error)
        kind, what = "checker_failed", "the checker failed"
        message = f"the checker failed ({type(error).__name__}: {error}): mark this submission by hand, and report the failure"
    columns = {name: nothing(most, kind, f"{name}: {what}") for name, most in points_of(day).items()}
    return Verdict(day, columns, [message])


def _unpacked(path: Path, folder: Path) -> Path:
    if not path.is_file():
        return path
    unpack(path, folder)
    return folder


def _find_file(day: int, student: Student, folder: Path) -> Path:
    """Return what is to be checked: the site of day 1, else a script."""
    only = list(student.files.values())
    if not student.folder and len(only) == 1 and (day == 1 or only[0].suffix.lower() != ".zip"):
        return _alone(only[0], next(iter(student.files)), folder) if day != 1 else only[0]
    gathered = gather(student, folder)
    return gathered if day == 1 else choose_script(day, gathered)


def _alone(path: Path, name: str, folder: Path) -> Path:
    """Return a copy in a folder of its own, without the files of other students beside it."""
    folder.mkdir(parents=True)
    return Path(shutil.copyfile(path, folder / name))
