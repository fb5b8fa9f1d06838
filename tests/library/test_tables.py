"""Frames: the public functions over the table's own."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import moviescrape

FRAME = pd.DataFrame({"title": ["Heat", "Casino", "Ran"], "rating": [8.3, 8.2, 8.2], "year": [1995, 1995, 1985], "id": [1, 2, 3]})


def test_a_table_is_read_by_its_name(tmp_path: Path) -> None:
    FRAME.to_csv(tmp_path / "movies.csv", index=False)
    assert moviescrape.read_table(str(tmp_path / "movies.csv"))["rating"].tolist() == [8.3, 8.2, 8.2]


def test_the_best_of_each_year_keep_all_columns() -> None:
    best = moviescrape.top(FRAME, 1)
    assert best["id"].tolist() == [3, 1]


@pytest.mark.parametrize("given", [None, "movies.csv", [1], moviescrape.Movie("Heat")], ids=lambda given: type(given).__name__)
@pytest.mark.parametrize("function", [moviescrape.top, moviescrape.plot_years])
def test_a_table_is_a_frame(function: Any, given: object) -> None:
    with pytest.raises(TypeError, match=f"a table is taken as a pandas DataFrame, not as {type(given).__name__}"):
        function(given)


@pytest.mark.parametrize("given", [None, 7, b"movies.csv", FRAME], ids=lambda given: type(given).__name__)
def test_a_table_is_read_from_a_path(given: Any) -> None:
    with pytest.raises(TypeError, match="a table is read from a path"):
        moviescrape.read_table(given)


def test_ratings_that_are_text_are_not_ranked() -> None:
    with pytest.raises(moviescrape.MoviescrapeError, match="'rating' holds no numbers"):
        moviescrape.top(FRAME.assign(rating=["8.3", "10", "7"]))


def test_nothing_to_draw_is_said() -> None:
    with pytest.raises(moviescrape.MoviescrapeError, match="no movie has a year and a rating"):
        moviescrape.plot_years(FRAME.head(0))
