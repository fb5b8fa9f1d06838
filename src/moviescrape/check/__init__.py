"""The checker of assignments: a submission in, points a column and the class of each mistake out.

checking.py    which check for which day; submission.py: the file that was handed in
hidden_data.py the movies that submissions are checked on: case_pages.py makes list pages of them (days 3 to 5), irregular.py the
               data of programs (days 6 to 10)
days/          what a day is marked by; csv_file.py reads what programs write
rows.py        how much of each column is right: pairing.py finds which row is which movie, cell_mistakes.py what is wrong with a
               cell, origin.py what is wrong with a whole table
score.py       the points; messages.py and verdict_formats.py: what is said of them, and how
sandbox/       a submission in a process of its own: runner.py outside, worker.py and all others inside

The names below are loaded when they are used: the student's process needs no more of this than the sandbox.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from moviescrape.check.checking import check_class, check_submission
    from moviescrape.check.score import ColumnVerdict, Mistake, Verdict

__all__ = ["ColumnVerdict", "Mistake", "Verdict", "check_class", "check_submission"]

_LAZY_IMPORTS = {
    "ColumnVerdict": "score",
    "Mistake": "score",
    "Verdict": "score",
    "check_class": "checking",
    "check_submission": "checking",
}


def __getattr__(name: str) -> object:
    if name not in _LAZY_IMPORTS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LAZY_IMPORTS[name]}"), name)
