"""The textbook: its code runs, prints what it says, and its exercises can be solved; its pages and notebooks are whole."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from moviescrape.assignments.chapter_files import chapter_file, chapter_notebook, chapter_page
from moviescrape.assignments.textbook import BOOK, CodeBlock, read_picture, split_chapter
from moviescrape.errors import UsageError
from support.paths import PACKAGE

FOLDER = PACKAGE / "assignments" / "book"
CHAPTERS = sorted(FOLDER.rglob("day*.md"), key=lambda path: (path.parent.name, len(path.name), path.name))


def _title(path: Path) -> str:
    return str(path.relative_to(FOLDER))


def _parts(path: Path) -> list[CodeBlock | None]:
    """Return a chapter's blocks, None for the prose between them."""
    return [part if isinstance(part, CodeBlock) else None for part in split_chapter(path.read_text(encoding="utf-8"))]


def _program(path: Path) -> Iterator[str]:
    """Yield a chapter's code block by block, an answer before each check, and a line that ends the block's output."""
    blocks = [part for part in _parts(path) if part and part.language == "python"]
    answers = iter([block.code for block in blocks if block.role == "answer"])
    for block in blocks:
        if block.role != "answer":
            yield (next(answers) if block.role == "check" else "") + block.code + "print(END)\n"
    assert not list(answers), f"{path}: an answer without a check"


def _shown(path: Path) -> Iterator[str]:
    """Yield what each block but the answers is said to print: the `text` block right after it, or nothing."""
    parts = [*_parts(path), None]
    for block, after in pairwise(parts):
        if block and block.language == "python" and block.role != "answer":
            yield after.code if after and after.language == "text" else ""


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


@pytest.mark.slow
@pytest.mark.parametrize("path", CHAPTERS, ids=_title)
def test_a_chapter_runs_and_prints_what_it_shows(path: Path, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", "END = '\\0'\n" + "".join(_program(path))],
        cwd=tmp_path,
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    assert [_lines(each) for each in run.stdout.split("\0\n")[:-1]] == [_lines(each) for each in _shown(path)]


@pytest.mark.parametrize("path", CHAPTERS, ids=_title)
def test_a_chapter_begins_with_its_day_and_has_exercises(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    number = int(re.sub(r"\D", "", path.stem))
    assert re.match(rf"# (Day|Dag) {number}: ", text)
    assert text.count("```python check") >= 3


@pytest.mark.parametrize("path", CHAPTERS, ids=_title)
def test_every_picture_is_there_and_said_in_words(path: Path) -> None:
    for words, name in re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", path.read_text(encoding="utf-8")):
        assert len(words) > 20
        assert BeautifulSoup(read_picture(name), "xml").svg is not None


def test_every_picture_is_used() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in CHAPTERS)
    assert [picture.name for picture in (FOLDER / "pictures").iterdir() if f"(pictures/{picture.name})" not in text] == []


@pytest.mark.parametrize("path", CHAPTERS, ids=_title)
def test_a_page_needs_no_other_file(path: Path) -> None:
    chapter = path.read_text(encoding="utf-8")
    page = BeautifulSoup(chapter_page(chapter), "lxml")
    assert [str(each["src"])[:19] for each in page.select("img")] == ["data:image/svg+xml;"] * chapter.count("](pictures/")
    assert page.select("link, script") == []
    assert [page.title and page.title.text] == [page.h1 and page.h1.text]
    assert len(page.select("pre")) == chapter.count("\n```") // 2


@pytest.mark.parametrize("path", CHAPTERS, ids=_title)
def test_a_notebook_has_the_chapters_code_as_cells(path: Path) -> None:
    cells = json.loads(chapter_notebook(path.read_text(encoding="utf-8")))["cells"]
    code = [cell["source"] for cell in cells if cell["cell_type"] == "code"]
    assert code == [part.code.strip("\n") for part in _parts(path) if part and part.language == "python"]
    assert all(ast.parse(cell) for cell in code)


def test_a_form_that_there_is_not_is_named() -> None:
    with pytest.raises(UsageError, match=r"can't be written as \.pdf"):
        chapter_file("# Day 1: x\n", ".pdf")


def test_the_book_is_found_where_it_is_installed() -> None:
    assert (BOOK / "day1.md").is_file()
