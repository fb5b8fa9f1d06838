"""A fault of the checker itself: it is said, it ends no class, and Gradescope gets its file."""

import csv
import json
import logging
from pathlib import Path

import pytest

from moviescrape.check import checking
from moviescrape.check.score import Verdict, mark, points_of
from moviescrape.check.submission import Submission
from moviescrape.cli.exit_codes import WRONG_USAGE
from moviescrape.errors import UsageError
from support.command_line import moviescrape


def _check_or_fail(day: int, submission: Submission, *_: object, **__: object) -> Verdict:
    if b"fail" in submission.script:
        raise RuntimeError("a fault of our own")
    return Verdict(day, {name: mark(most, 1.0) for name, most in points_of(day).items()})


@pytest.fixture(autouse=True)
def failing_checker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_check", _check_or_fail)


def test_the_others_of_a_class_are_checked(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = tmp_path / "class"
    folder.mkdir()
    for name, text in (("ana", "x = 1"), ("bo", "fail"), ("cy", "y = 1")):
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    out, gradescope = tmp_path / "results.csv", tmp_path / "gradescope"
    with caplog.at_level(logging.ERROR):
        moviescrape("assignment", "check", "3", "--class", folder, "--out", out, "--gradescope", gradescope)
    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    assert [(row["submission"], float(row["score"])) for row in rows] == [("ana.py", 10), ("bo.py", 0), ("cy.py", 10)]
    assert "the checker failed (RuntimeError: a fault of our own): mark this submission by hand" in rows[1]["mistakes"]
    assert json.loads((gradescope / "bo.py" / "results.json").read_text(encoding="utf-8"))["score"] == 0
    assert "a fault of our own" in caplog.text


def test_a_library_that_is_missing_ends_the_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(*_: object, **__: object) -> Verdict:
        raise UsageError("plots can't be checked without matplotlib", remedy="pip install matplotlib")

    monkeypatch.setattr(checking, "_check", check)
    folder = tmp_path / "class"
    folder.mkdir()
    (folder / "ana.py").write_text("x = 1", encoding="utf-8")
    result = moviescrape("assignment", "check", "9", "--class", folder, "--out", tmp_path / "results.csv")
    assert result.exit_code == WRONG_USAGE
    assert "matplotlib" in result.stderr


def test_gradescope_gets_its_file_of_one_submission(tmp_path: Path) -> None:
    file = tmp_path / "day3.py"
    file.write_text("fail", encoding="utf-8")
    result = moviescrape("assignment", "check", "3", file, "--gradescope", tmp_path)
    assert isinstance(result.exception, RuntimeError)
    assert "the checker failed" in json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))["output"]
