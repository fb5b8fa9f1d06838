"""The checker of assignments: a submission in, points a column and the class of each mistake out.

checking.py    which check for which day; a class of submissions
hidden.py      the movies that submissions are checked on
rubric.py      the points; verdict.py, phrases.py, account.py, report.py: what is said, and how
sandbox.py     a submission in a process of its own (inside.py, guard.py, limits.py, wire.py, drawn.py run in there)
homepage.py    day 1: files, links, images; stylesheet.py: CSS; unpack.py: folders and .zip files
functions.py   day 2, with the truth in reshaped.py
lists.py       days 3 to 5, on the pages of pages.py; rows.py pairs rows with movies, cells.py says what is wrong with one
programs.py    days 6 and 7; top.py: 8; plots.py: 9, 11, 12; details.py: 10; csv_file.py reads what they write

What it is safe against: honest mistakes and accidents (endless loops, crashes, floods of output, removed files, exits, the
network). Code that means harm needs more: run the checker in a container, or on a machine that may be lost.
"""

from moviescrape.check.checking import check_class, check_submission
from moviescrape.check.score import ColumnVerdict, Mistake, Verdict

__all__ = ["ColumnVerdict", "Mistake", "Verdict", "check_class", "check_submission"]
