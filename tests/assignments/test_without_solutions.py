"""A teacher can leave the model solutions out of what students install: all but `assignment run` works without them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import moviescrape

pytestmark = pytest.mark.slow

RIGHT = Path(__file__).parents[1] / "check" / "right" / "day3_plain.py"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a copy of the package that lacks its solutions."""
    folder = tmp_path_factory.mktemp("installed")
    source = Path(moviescrape.__file__).parent
    shutil.copytree(source, folder / "moviescrape", ignore=shutil.ignore_patterns("__pycache__", "day*_*.py"))
    shutil.copytree(source / "check" / "days", folder / "moviescrape" / "check" / "days", dirs_exist_ok=True)
    return folder


@pytest.mark.parametrize(
    "arguments", [["list"], ["start", "3", "work"], ["start", "10", "work"], ["check", "3", str(RIGHT), "--seed", "4"]]
)
def test_the_course_works_without_its_solutions(package: Path, arguments: list[str], tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "moviescrape", "assignment", *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(package)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert not list((package / "moviescrape" / "assignments").glob("day*_*.py"))
