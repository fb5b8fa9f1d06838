"""A class as course systems hand it out: who handed in what, and which of the files is meant."""

import zipfile
from pathlib import Path

import pytest

from moviescrape.check.class_files import choose_script, find_students, gather, read_entry_name, unpack
from moviescrape.errors import SourceError


@pytest.mark.parametrize(
    ("entry", "name", "file", "late"),
    [
        ("doejane_123_456_day5.py", "doejane", "day5.py", False),
        ("doejane_LATE_123_456_day5-2.py", "doejane", "day5.py", True),
        ("Jane Doe_98765_assignsubmission_file_", "Jane Doe", "", False),
        ("Jane Doe_98765_assignsubmission_file_scraper.py", "Jane Doe", "scraper.py", False),
        ("123-456 - Jane Doe - Dec 8, 2023 1139 PM", "Jane Doe", "", False),
        ("123-456 - Jane Doe - 8 December, 2023 1139 - scraper (1).py", "Jane Doe", "scraper.py", False),
        ("jane", "jane", "", False),
    ],
)
def test_names_of_course_systems(entry: str, name: str, file: str, late: bool) -> None:
    assert read_entry_name(entry, is_folder="." not in entry) == (name, file, late)


def test_files_of_one_student_belong_together(tmp_path: Path) -> None:
    for name in ("doejane_1_2_scraper.py", "doejane_1_3_helpers.py", "roe_1_4_scraper.ipynb", ".DS_Store", "index.html"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    students = find_students(tmp_path)
    assert [(student.name, sorted(student.files)) for student in students] == [
        ("doejane", ["helpers.py", "scraper.py"]),
        ("roe", ["scraper.ipynb"]),
    ]
    gathered = gather(students[0], tmp_path / "own")
    assert choose_script(5, gathered) == tmp_path / "own" / "scraper.py"


@pytest.mark.parametrize(
    ("day", "files", "chosen"),
    [
        (5, ["anything.py"], "anything.py"),
        (5, ["day4.py", "day5.py"], "day5.py"),
        (6, ["scraper.py", "helpers.py"], "scraper.py"),
        (8, ["scraper.py", "extract.py"], "extract.py"),
        (5, ["Day 4/scraper.py", "Day 5/scraper.py", "Day 5/helpers.py"], "Day 5/scraper.py"),
        (12, ["day1.py", "day12.py"], "day12.py"),
        (7, ["week2/day_7.PY"], "week2/day_7.PY"),
        (5, ["day5.py", "day5.ipynb"], "day5.py"),
        (5, ["day5.py.txt", "notes.txt"], "day5.py.txt"),
        (10, ["crawler.py", "crawler.ipynb", "helpers.py"], "crawler.py"),
    ],
)
def test_which_script_is_meant(day: int, files: list[str], chosen: str, tmp_path: Path) -> None:
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert choose_script(day, tmp_path) == tmp_path / chosen


def test_two_scripts_that_could_be_meant_are_said(tmp_path: Path) -> None:
    for name in ("one.py", "two.py"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    with pytest.raises(SourceError, match=r"2 scripts.*day8\.py or extract\.py"):
        choose_script(8, tmp_path)


def test_zips_inside_are_unpacked_and_unsafe_ones_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "ana.zip", "w") as archive:
        archive.writestr("work/scraper.py", "x = 1")
        archive.writestr("__MACOSX/._scraper.py", "x")
    student = find_students(tmp_path)[0]
    assert choose_script(5, gather(student, tmp_path / "own")).read_text(encoding="utf-8") == "x = 1"
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr("../escaped.py", "x")
    with pytest.raises(SourceError, match="unsafe path"):
        unpack(tmp_path / "bad.zip", tmp_path / "bad")
    assert not (tmp_path / "escaped.py").exists()
