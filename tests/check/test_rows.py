"""Which row is which movie: the pairing under which most cells are right, and what a cell in it costs."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moviescrape.check.cell_mistakes import Wanted, find_mistake
from moviescrape.check.pairing import ORDER_CREDIT, SubmittedRow, SubmittedTable
from moviescrape.check.rows import judge_tables
from moviescrape.check.score import ColumnVerdict
from moviescrape.movie import Movie

POINTS = {"title": 10.0, "rating": 10.0, "year": 10.0, "url": 10.0}
MOVIES = [
    Movie(
        f"Film {chr(65 + number)}",
        rating=None if number == 7 else 9 - number / 10,
        year=1990 + number % 4,
        url=f"http://movies.localhost:8000/title/tt{number:07d}/",
    )
    for number in range(20)
]


def _rows(movies: list[Movie] = MOVIES) -> list[SubmittedRow]:
    return [{name: getattr(movie, name) for name in POINTS} for movie in movies]


def _judge(rows: list[SubmittedRow]) -> dict[str, ColumnVerdict]:
    return judge_tables([SubmittedTable("page 1", MOVIES, rows)], POINTS)


def _kinds(verdict: ColumnVerdict) -> list[str]:
    return [mistake.kind for mistake in verdict.mistakes]


def test_all_right() -> None:
    assert all(verdict.score == 10 and not verdict.mistakes for verdict in _judge(_rows()).values())


@pytest.mark.parametrize("gone", [0, 7, 19])
def test_a_missing_row_costs_one_row_in_every_column(gone: int) -> None:
    rows = _rows()
    del rows[gone]
    for verdict in _judge(rows).values():
        assert verdict.score == pytest.approx(10 * 19 / 20)
        assert _kinds(verdict) == ["missing_row"]
        assert f"row {gone + 1} of page 1" in verdict.mistakes[0].message


@pytest.mark.parametrize("column", POINTS)
def test_a_wrong_column_costs_its_own_points_only(column: str) -> None:
    rows = [{**row, column: ["nonsense"]} for row in _rows()]
    for name, verdict in _judge(rows).items():
        assert verdict.score == (0 if name == column else 10)


def test_a_value_that_moved_up_is_told_from_a_wrong_one() -> None:
    ratings = [row["rating"] for row in _rows()]
    moved = [rating for rating in ratings if rating is not None]
    rows = [{**row, "rating": rating} for row, rating in zip(_rows(), [*moved, None], strict=True)]
    verdict = _judge(rows)["rating"]
    assert "other_row" in _kinds(verdict)
    assert verdict.score == pytest.approx(10 * 7 / 20)


def test_rows_in_another_order_cost_a_part_everywhere() -> None:
    for verdict in _judge(_rows()[::-1]).values():
        assert verdict.score == pytest.approx(10 * ORDER_CREDIT, abs=0.01)
        assert _kinds(verdict) == ["order"]


def test_rows_too_many_cost() -> None:
    for verdict in _judge(_rows() + _rows()[:5]).values():
        assert verdict.score == pytest.approx(10 * 20 / 25)
        assert _kinds(verdict) == ["extra_row"]


def test_an_empty_column_gets_nothing_though_a_movie_lacks_the_value_too() -> None:
    assert _judge([{**row, "rating": None} for row in _rows()])["rating"].score == 0


SITE = "http://movies.localhost:8000"
OTHERS = [Movie(f"Other {chr(65 + number)}", 5.0, 1950, url=f"{SITE}/title/tt9{number:06d}/") for number in range(20)]


def test_movies_of_another_page_are_told() -> None:
    tables = [SubmittedTable("page 1", MOVIES, _rows(OTHERS)), SubmittedTable("page 2", OTHERS, _rows(OTHERS))]
    for verdict in judge_tables(tables, POINTS).values():
        assert _kinds(verdict) == ["other_page"]
        assert verdict.score == pytest.approx(5, abs=0.02)


def test_the_same_rows_for_every_page_are_told() -> None:
    pages = [("page 1", MOVIES), ("page 2", [movie._replace(title=f"New {movie.title}") for movie in MOVIES])]
    verdicts = judge_tables([SubmittedTable(name, movies, _rows(OTHERS)) for name, movies in pages], POINTS)
    assert {kind for verdict in verdicts.values() for kind in _kinds(verdict)} == {"other_page"}


def test_rows_that_fit_nothing_are_not_called_those_of_another_page() -> None:
    for verdict in _judge(_rows(OTHERS)).values():
        assert "other_page" not in _kinds(verdict)


def test_one_movie_in_every_row_is_told() -> None:
    for verdict in _judge(_rows(MOVIES[:1] * 20)).values():
        assert _kinds(verdict) == ["same_movie"]
        assert verdict.score <= 10 * 5 / 20


def test_columns_exchanged_are_told() -> None:
    rows = [{**row, "title": row["rating"], "rating": row["title"]} for row in _rows()]
    assert _kinds(_judge(rows)["title"])[0] == "holds_rating"
    assert _kinds(_judge(rows)["rating"])[0] == "holds_title"


def test_no_rows() -> None:
    for verdict in _judge([]).values():
        assert verdict.score == 0
        assert _kinds(verdict) == ["missing_row"]


CELLS: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.lists(st.text(max_size=5), max_size=3),
    st.just({"is": "Tag", "repr": "<a>"}),
)


@settings(deadline=None)
@given(st.sampled_from(["title", "rating", "year", "actors", "runtime", "url", "languages"]), CELLS)
def test_any_cell_gets_a_verdict(column: str, cell: Any) -> None:
    movie = Movie("Heat & Dust", 7.0, 1983, ("A; B", "C"), 130, "http://movies.localhost:8000/title/tt1/", ("English",))
    kind = find_mistake(column, cell, Wanted(movie, MOVIES[:3]))
    assert (kind is None) == (cell == {**movie._asdict(), "actors": "A, B;C", "languages": "English"}[column] or cell == "A; B;C")


@settings(deadline=None)
@given(st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(POINTS, CELLS)), max_size=30))
def test_any_table_gets_points_between_none_and_all(rows: list[SubmittedRow]) -> None:
    for verdict in _judge(rows).values():
        assert 0 <= verdict.score < verdict.max_score
        assert verdict.mistakes
