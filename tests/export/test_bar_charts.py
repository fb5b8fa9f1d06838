"""Bars of the homepage's pictures."""

import pytest

from moviescrape.export.bar_charts import SIZE, movies_a_year, rating_spread
from moviescrape.export.movie_groups import ShownMovie


def test_ratings_are_counted_by_half_points() -> None:
    chart = rating_spread([ShownMovie("a", rating) for rating in (0, 7.4, 7.5, 7.9, 10)] + [ShownMovie("b")])
    assert [(bar.label, bar.movies) for bar in chart.bars] == [
        ("0 to 0.5", 1),
        ("7 to 7.5", 1),
        ("7.5 to 8", 2),
        ("9.5 to 10", 1),
    ]
    assert [text for text, _ in chart.names] == [str(point) for point in range(11)]


def test_the_highest_bar_fills_the_picture() -> None:
    chart = rating_spread([ShownMovie("a", 7), ShownMovie("b", 7), ShownMovie("c", 3)])
    assert [(bar.y, bar.height) for bar in chart.bars] == [(112.5, 92.5), (SIZE["top"], 185)]


def test_few_years_are_named_each_and_many_by_their_decades() -> None:
    few = movies_a_year([ShownMovie("a", year=1994), ShownMovie("b", year=1996)], 2026)
    assert [text for text, _ in few.names] == ["1994", "1995", "1996"]
    many = movies_a_year([ShownMovie("a", year=1975), ShownMovie("b", year=2001)], 2026)
    assert [text for text, _ in many.names] == ["1980s", "1990s", "2000s"]


def test_a_year_that_is_not_over_is_open() -> None:
    chart = movies_a_year([ShownMovie("a", year=year) for year in (2024, 2025, 2026)], 2025)
    assert [(bar.label, bar.is_open) for bar in chart.bars] == [("2024", False), ("2025 so far", True), ("2026 so far", True)]


@pytest.mark.parametrize(
    ("movies", "marks"),
    [(1, [0, 1]), (5, [0, 1, 2, 3, 4, 5]), (6, [0, 2, 4, 6]), (47, [0, 10, 20, 30, 40]), (999, [0, 200, 400, 600, 800])],
)
def test_the_axis_names_a_few_round_numbers(movies: int, marks: list[int]) -> None:
    chart = movies_a_year([ShownMovie("a", year=1994)] * movies, 2026)
    assert [number for number, _ in chart.marks] == marks


def test_nothing_gives_no_bars() -> None:
    assert movies_a_year([ShownMovie("a")], 2026).bars == []
    assert rating_spread([]).bars == []
