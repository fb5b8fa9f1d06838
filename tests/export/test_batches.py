"""Cells that a spreadsheet would run."""

import pytest

from moviescrape.export.batches import count_filled, defuse
from moviescrape.movie import Movie
from moviescrape.table.build import to_frame
from moviescrape.table.columns import to_columns


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "﹣1", "−1"])
def test_what_a_spreadsheet_would_run_is_defused(text: str) -> None:
    assert defuse(text) == "'" + text
    assert defuse(f"Alien;{text}") == f"Alien;'{text}"


UNSEEN = "\ufeff\x00\u200b\u200d\u2060\xad\u180e\u202e\u2066\u3164\ufe0f\xa0\u3000\x1c"


@pytest.mark.parametrize("unseen", [*UNSEEN, UNSEEN])
@pytest.mark.parametrize("sign", "=+-@＝")
def test_a_formula_behind_what_nobody_sees_is_defused(unseen: str, sign: str) -> None:
    text = f"{unseen}{sign}1"
    assert defuse(text) == "'" + text
    assert defuse(f"Alien;{text}") == f"Alien;'{text}"


@pytest.mark.parametrize(
    "text", ["Heat", "300", "Face/Off", "Spider-Man", "a = b", "8½", "(500) Days", "M; N", "\u200bHeat = 1", "רחוב-ס"]
)
def test_what_it_would_not_run_stays(text: str) -> None:
    assert defuse(text) == text


def test_filled_cells_are_counted_alike_in_frames_and_columns() -> None:
    movies = [Movie("M"), Movie("Heat", 8.3, actors=("Al Pacino",))]
    for lists in (False, True):
        counts = [count_filled(make(movies, lists=lists)) for make in (to_columns, to_frame)]
        assert counts == [{"title": 2, "rating": 1, "year": 0, "actors": 1, "runtime": 0, "url": 0}] * 2
