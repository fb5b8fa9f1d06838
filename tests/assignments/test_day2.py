"""Day 2 on the messy table, whose rows are known without the mess."""

import pandas as pd
import pytest

from moviescrape.assignments import day2_more_pandas as day2
from moviescrape.assignments.messy import MESSY_COLUMNS, MovieRow, messy_table, true_rows
from moviescrape.practice import Catalogue


@pytest.fixture(params=[1, 2, 3], scope="module")
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    return Catalogue(movies=900, seed=request.param)


@pytest.fixture(scope="module")
def rows(catalogue: Catalogue) -> list[MovieRow]:
    return true_rows(catalogue)


@pytest.fixture(scope="module")
def movies(catalogue: Catalogue) -> pd.DataFrame:
    return day2.clean(messy_table(catalogue))


def test_the_table_is_messy_in_every_way(catalogue: Catalogue) -> None:
    mess = messy_table(catalogue).map(str).to_csv()
    for form in ("min", "(19", "/10", "?", ".0", ",", "-1", "9999", "  "):
        assert form in mess


def test_clean_gives_back_what_was_mistyped(movies: pd.DataFrame, rows: list[MovieRow]) -> None:
    cells = movies.astype("object").where(movies.notna(), None)
    assert [MovieRow(*cell) for cell in cells[list(MESSY_COLUMNS)].itertuples(index=False)] == rows


def test_counts(movies: pd.DataFrame, rows: list[MovieRow]) -> None:
    assert day2.count_movies(movies) == len({(row.title, row.year) for row in rows}) < len(rows)
    assert day2.movies_per_year(movies).to_dict() == {
        year: sum(row.year == year for row in rows) for year in {row.year for row in rows}
    }


def test_extremes_leave_out_the_impossible(movies: pd.DataFrame, rows: list[MovieRow]) -> None:
    possible = [row.runtime for row in rows if row.runtime and 1 <= row.runtime <= 600]
    assert day2.longest_and_shortest(movies)["runtime"].tolist() == [max(possible), min(possible)]


def test_long_and_wide_are_each_others_reverse(movies: pd.DataFrame) -> None:
    long = day2.to_long(movies)
    wide = day2.to_wide(long)
    assert list(long.columns) == ["title", "year", "measure", "value"]
    assert len(long) == 2 * len(wide) == 2 * day2.count_movies(movies)
    once = movies.drop_duplicates(["title", "year"]).sort_values(["title", "year"], ignore_index=True)
    pd.testing.assert_frame_equal(wide, once[["title", "year", "rating", "runtime"]], check_dtype=False)


def test_best_of_each_actor(movies: pd.DataFrame, rows: list[MovieRow]) -> None:
    best = day2.best_of_each_actor(movies, 2)
    actor = max(name for row in rows for name in (row.actors or "").split(";"))
    once = list({(row.title, row.year): row for row in reversed(rows)}.values())[::-1]
    own = [row for row in once if row.rating is not None and actor in (row.actors or "").split(";")]
    own.sort(key=lambda row: -(row.rating or 0))
    said = best[best["actor"] == actor][["title", "rating"]].values.tolist()
    assert said == [[row.title, row.rating] for row in own[:2]]
    assert best["actor"].is_monotonic_increasing
