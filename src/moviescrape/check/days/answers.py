"""The answers to the course's questions, as a program prints them or writes them into answers.txt."""

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from moviescrape.check.score import ColumnVerdict, mark, nothing

FILE = "answers.txt"
MAX_BYTES = 100_000
MAX_NAMED = 3
"""A line that names more of the candidates than these is a list and no answer."""
MAX_LINES = 5
"""More lines than these that name one candidate each are a table and no answer."""


def read_answers(stdout: str, folder: Path) -> list[str]:
    """Return the lines of what the program printed, and of the file answers.txt where it wrote one."""
    path = folder / FILE
    written = path.read_bytes()[:MAX_BYTES].decode("utf-8", "replace") if path.is_file() else ""
    return [line for line in f"{stdout}\n{written}".splitlines() if line.strip()]


def is_answered(lines: Sequence[str], right: Collection[str], candidates: Collection[str]) -> bool:
    """Return True where a line names one of the right answers; a table of all candidates is no answer.

    >>> is_answered(["The best year was 1994: 8.9"], ["1994"], [str(year) for year in range(1930, 2021)])
    True
    """
    named = [(line, found) for line in lines if 0 < len(found := find_names(line, candidates)) <= MAX_NAMED]
    bare = {next(iter(found)) for line, found in named if len(found) == 1 and not _is_sentence(line, found)}
    return any(set(right) & found and (_is_sentence(line, found) or len(bare) <= MAX_LINES) for line, found in named)


def find_names(line: str, candidates: Collection[str]) -> set[str]:
    """Return which of the candidates a line names."""
    return {name for name in candidates if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line)}


def judge_answers(questions: dict[str, bool], max_score: float) -> ColumnVerdict:
    """Grade the answers; `questions` says which of them were answered rightly."""
    open_questions = [question for question, answered in questions.items() if not answered]
    if not open_questions:
        return mark(max_score, 1.0)
    message = f"answer: neither printed nor in {FILE}, or wrong: {open_questions[0]}"
    verdict = nothing(max_score, "no_answer", message)
    share = 1 - len(open_questions) / len(questions)
    return mark(max_score, share, verdict.mistakes) if share else verdict


def _is_sentence(line: str, names: Collection[str]) -> bool:
    """Return True where the line has words of its own."""
    for name in names:
        line = line.replace(name, "")
    return len(re.findall(r"[^\W\d_]{2,}", line)) >= 2
