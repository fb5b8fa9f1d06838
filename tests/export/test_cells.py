"""Cells that a spreadsheet would run."""

import pytest

from moviescrape.export.cells import defuse


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "＝1"])
def test_what_a_spreadsheet_would_run_is_defused(text: str) -> None:
    assert defuse(text) == "'" + text
    assert defuse(f"Alien;{text}") == f"Alien;'{text}"


@pytest.mark.parametrize("text", ["Heat", "300", "Face/Off", "Spider-Man", "a = b", "8½", "(500) Days", "M; N", "#1"])
def test_what_it_would_not_run_stays(text: str) -> None:
    assert defuse(text) == text
