"""`moviescrape assignment`: what it prints, writes, and ends with."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from moviescrape.assignments import days
from moviescrape.cli.app import app
from support.paths import TESTS

pytestmark = pytest.mark.slow

MODEL = Path(days.__file__).parent / "day3_title_rating.py"


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A submission whose ratings are texts."""
    path = tmp_path / "wrong.py"
    plain = TESTS / "check" / "right" / "day3_plain.py"
    path.write_text(plain.read_text(encoding="utf-8").replace("float(found.text)", "found.text"), encoding="utf-8")
    return path


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["assignment", *map(str, arguments)])


def test_list_names_every_day() -> None:
    lines = _run("list").stdout.splitlines()
    assert [int(line.split()[0]) for line in lines] == list(range(1, 13))


def test_start_then_check(tmp_path: Path) -> None:
    assert "day3.py" in _run("start", 3, tmp_path).stdout
    result = _run("check", 3, tmp_path / "day3.py")
    assert result.exit_code == 1
    assert "a task of the template is still open" in result.stdout
    again = _run("start", 3, tmp_path)
    assert again.exit_code == 4
    assert again.stderr.count("\n") == 1


def test_start_a_notebook(tmp_path: Path) -> None:
    _run("start", 4, tmp_path, "--notebook")
    assert json.loads((tmp_path / "day4.ipynb").read_text(encoding="utf-8"))["nbformat"] == 4


def test_run_writes_below_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert _run("run", 3).exit_code == 0
    assert (tmp_path / "output" / "day3.csv").is_file()


def test_full_points_end_with_0_and_print_json(tmp_path: Path) -> None:
    result = _run("check", 3, MODEL, "--json", "--gradescope", tmp_path / "results")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert told.pop("seed") >= 0
    assert set(told.pop("isolation")) == {"files", "connections", "processes", "memory"}
    assert told == {
        "day": 3,
        "score": 10,
        "max_score": 10,
        "columns": {name: {"score": 5, "max_score": 5, "mistakes": []} for name in ("title", "rating")},
        "messages": [],
    }
    gradescope = json.loads((tmp_path / "results" / "results.json").read_text(encoding="utf-8"))
    assert gradescope["score"] == 10
    assert [test["name"] for test in gradescope["tests"]] == ["title", "rating"]


def test_fewer_points_end_with_1_and_say_the_mistake_without_the_answer(wrong: Path) -> None:
    result = _run("check", 3, wrong, "--seed", 7)
    assert result.exit_code == 1
    assert "rows hold text such as '" in result.stdout
    assert "the assignment asks for a number" in result.stdout
    assert _run("check", 3, wrong, "--seed", 7).stdout == result.stdout


def test_a_class_makes_one_table(tmp_path: Path, wrong: Path) -> None:
    group = tmp_path / "class"
    (group / "ada").mkdir(parents=True)
    (group / "ada" / "day3.py").write_bytes(MODEL.read_bytes())
    (group / "ada" / "notes.py").write_text("x = 1", encoding="utf-8")
    (group / "ben.py").write_bytes(wrong.read_bytes())
    (group / "cleo").mkdir()
    (group / "dan.txt").write_text("my homework", encoding="utf-8")
    pages = tmp_path / "pages"
    result = _run("check", 3, "--class", group, "--out", tmp_path / "results.csv", "--feedback", pages)
    assert result.exit_code == 1
    assert "Day 3: 4 submissions" in (pages / "index.html").read_text(encoding="utf-8")
    assert "text such as" in (pages / "students" / "ben.py.html").read_text(encoding="utf-8")
    assert (pages / "students" / "dan.txt.html").is_file()
    with (tmp_path / "results.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["submission"], float(row["score"])) for row in rows] == [
        ("ada", 10.0),
        ("ben.py", 5.0),
        ("cleo", 0.0),
        ("dan.txt", 0.0),
    ]
    assert "text such as" in rows[1]["mistakes"]
    assert "not a script or a notebook" in rows[3]["mistakes"]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("check", 3), 2, "give a submission"),
        (("check", 3, "a.py", "--class", "b"), 2, "give a submission"),
        (("check", 13, "a.py"), 2, "13"),
        (("check", 3, "a.py", "--out", "x.csv"), 2, "--out is for --class"),
        (("check", 3, "a.py", "--feedback", "x"), 2, "--feedback is for --class"),
        (("check", 3, "nothing.py"), 4, "nothing.py: No such file"),
        (("check", 3, "--class", "nothing"), 4, "nothing: no such folder"),
        (("run", 0), 2, "0"),
    ],
)
def test_bad_input_gets_one_line(arguments: tuple[object, ...], status: int, said: str) -> None:
    result = _run(*arguments)
    assert result.exit_code == status
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert not result.stdout


def test_read_shows_a_chapter_and_writes_it(tmp_path: Path) -> None:
    assert _run("read", 3).stdout.startswith("# Day 3: ")
    for name, begins in (("chapter.html", "<!DOCTYPE html>"), ("chapter.ipynb", "{"), ("chapter.md", "# Day 3: ")):
        assert _run("read", 3, "--out", tmp_path / name).exit_code == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    refused = _run("read", 3, "--out", tmp_path / "chapter.pdf")
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)


def test_the_language_is_chosen_by_an_option_or_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Meer pandas" in _run("list", "--lang", "nl").stdout
    monkeypatch.setenv("MOVIESCRAPE_LANG", "nl")
    assert "Meer pandas" in _run("list").stdout
    assert _run("list", "--lang", "tlh").exit_code == 2
