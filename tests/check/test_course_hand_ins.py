"""Hand-ins that lie beside the checkout (`../shared/course-hand-ins`) get what their list says; skipped where they don't."""

from typing import NamedTuple

import pytest

from moviescrape.check import Verdict, check_submission
from support.paths import ROOT

pytestmark = pytest.mark.slow

FOLDER = ROOT.parent / "shared" / "course-hand-ins"
SEED = 7


class Expected(NamedTuple):
    """What a hand-in must get: its points, the columns that are full, words that are said, words that are not."""

    least: float
    most: float
    full: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ("written into the program",)


FULL = Expected(10, 10)
NAMES = {
    "03_wrong_elements_day3.py": Expected(0, 3, said=("the rank",)),
    "06_top_keeps_unrated_day8.py": Expected(5, 9.9, ("file", "ties", "order", "cells"), ("without a rating are kept",)),
    "06b_top_drops_unrated_day8.py": FULL,
    "07_float_split_day11.py": Expected(0, 9, said=("NaN",), unsaid=("tag",)),
    "08_pool_day10.py": FULL,
    "08b_nopool_day10.py": FULL,
    "09_notebook_scratch_cell.ipynb": FULL._replace(said=("cell 3, line 2",)),
    "10_notebook_help_cell.ipynb": FULL,
    "12_fixed_names_day8.py": Expected(0, 9, said=("arguments",)),
    "13_fixed_name_day6.py": Expected(0, 9, said=("last argument",), unsaid=("has no column",)),
    "14_range50_day3.py": Expected(5, 9.5, said=("fewer than 50 movies",)),
    "16b_imports_model_day8.py": Expected(0, 0, said=("own code is no submission",)),
    "16c_imports_model_day11.py": Expected(0, 0, said=("own code is no submission",)),
    "19_missing_rating_index_day3.py": Expected(5, 9.5, ("title",), ("no row for", "rating")),
    "20_right_on_imdb_day5.py": Expected(8, 9.9, ("title", "year", "url")),
    "21_day2_natural.py": FULL,
    "24_first_movie_always_day3.py": Expected(0, 3, said=("same movie",)),
    "27_notebook_time_cell.ipynb": FULL,
}
DAYS = {"09": 3, "10": 3, "21": 2, "27": 3}
"""By the number of a hand-in, its day where its name does not say it."""


def _day(name: str) -> int:
    return DAYS.get(name[:2]) or int(name.partition(".")[0].rpartition("_day")[2])


def _said(verdict: Verdict) -> str:
    return "\n".join([*(said.message for column in verdict.columns.values() for said in column.mistakes), *verdict.messages])


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the hand-ins do not lie beside the checkout")
@pytest.mark.parametrize("name", NAMES)
def test_a_hand_in_gets_what_the_list_says(name: str) -> None:
    if not (FOLDER / name).is_file():
        pytest.skip("not among the hand-ins beside the checkout")
    expected = NAMES[name]
    verdict = check_submission(_day(name), FOLDER / name, seed=SEED)
    assert expected.least <= verdict.score <= expected.most
    assert all(verdict.columns[column].score == verdict.columns[column].max_score for column in expected.full)
    said = _said(verdict)
    assert [words for words in expected.said if words not in said] == []
    assert [words for words in expected.unsaid if words in said] == []
