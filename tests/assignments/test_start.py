"""Templates, notebooks, samples, and running the days."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from moviescrape.assignments import notebook
from moviescrape.assignments.days import DAYS, find_day
from moviescrape.assignments.start import run_day, start_day
from moviescrape.errors import ExportError, SourceError, UsageError

pytestmark = pytest.mark.slow

MODULES = Path(notebook.__file__).parent


@pytest.mark.parametrize("day", [day.number for day in DAYS])
def test_a_day_begins_with_a_template_and_what_it_reads(day: int, tmp_path: Path) -> None:
    written = start_day(day, tmp_path / "new")
    assert all(path.is_file() for path in written)
    assert written[0].name in (f"day{day}.py", "index.html")


@pytest.mark.parametrize("day", [day.number for day in DAYS if day.number > 1])
def test_a_template_is_a_script_and_a_notebook_alike(day: int, tmp_path: Path) -> None:
    script = start_day(day, tmp_path)[0].read_text(encoding="utf-8")
    as_notebook = start_day(day, tmp_path / "notebook", notebook=True)[0].read_bytes()
    back = notebook.script_of_notebook(as_notebook, "day.ipynb").script
    assert ast.dump(ast.parse(script)) == ast.dump(ast.parse(back))
    cells = json.loads(as_notebook)["cells"]
    assert cells[0]["cell_type"] == "markdown"
    assert cells[0]["source"].startswith(f"# Day {day}")


@pytest.mark.parametrize("day", DAYS, ids=lambda day: day.module)
def test_a_model_solution_opens_as_a_notebook(day: object) -> None:
    script = (MODULES / f"{day.module}.py").read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert script.startswith("# %% [markdown]\n# # Day ")
    cells = json.loads(notebook.notebook_of_script(script))["cells"]
    assert len({cell["id"] for cell in cells}) == len(cells)
    back = notebook.script_of_notebook(notebook.notebook_of_script(script).encode(), "day.ipynb").script
    assert ast.dump(ast.parse(script)) == ast.dump(ast.parse(back))


def test_work_is_never_overwritten(tmp_path: Path) -> None:
    start_day(3, tmp_path)
    mine = tmp_path / "day3.py"
    mine.write_text("my work", encoding="utf-8")
    with pytest.raises(ExportError, match="is not overwritten"):
        start_day(3, tmp_path)
    assert mine.read_text(encoding="utf-8") == "my work"


def test_days_share_a_folder_and_its_samples(tmp_path: Path) -> None:
    assert {path.name for path in start_day(3, tmp_path)} == {"day3.py", "list.html"}
    assert {path.name for path in start_day(4, tmp_path)} == {"day4.py"}


def test_nothing_is_written_where_one_file_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "movies.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match=r"movies\.csv"):
        start_day(8, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["movies.csv"]


def test_a_day_runs_those_that_it_needs_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MOVIESCRAPE_SITE", raising=False)
    run_day(9)
    assert sorted(path.name for path in (tmp_path / "output").iterdir()) == ["day7.csv", "day8.csv", "day9.png"]


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("output").write_text("a file", encoding="utf-8")
    with pytest.raises(ExportError, match="output"):
        run_day(3)


def test_there_is_no_day_13() -> None:
    with pytest.raises(UsageError, match="no day 13"):
        find_day(13)


def test_magics_of_a_notebook_are_left_out() -> None:
    cells = [
        {"cell_type": "code", "source": ["%matplotlib inline\n", "!pip list\n", "x = 1\n"]},
        {"cell_type": "code", "source": "%%bash\nls"},
    ]
    script = notebook.script_of_notebook(json.dumps({"cells": cells}).encode(), "day.ipynb").script
    assert [type(node) for node in ast.parse(script).body] == [ast.Pass, ast.Pass, ast.Assign]


@pytest.mark.parametrize("content", [b"", b"{}", b'{"cells": 3}', b"\xff\xfe", b"[1]"])
def test_what_is_no_notebook_is_said(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"day\.ipynb: not a notebook"):
        notebook.script_of_notebook(content, "day.ipynb")


@pytest.mark.parametrize("day", [day.number for day in DAYS if day.number > 1])
def test_an_untouched_template_says_what_is_missing(day: int, tmp_path: Path) -> None:
    script = start_day(day, tmp_path)[0]
    run = subprocess.run([sys.executable, script.name], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Still to do: " in run.stdout + run.stderr
    assert "task" in run.stdout + run.stderr
    assert "Traceback" not in run.stderr
