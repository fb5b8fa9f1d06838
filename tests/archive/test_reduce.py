"""Reductions over parts give what the whole table would, however it is cut."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.archive.reduce import distinct, read_parts, top_of_parts
from moviescrape.errors import SourceError
from moviescrape.movie import Movie
from moviescrape.table.build import to_frame
from moviescrape.table.dedupe import drop_duplicates
from moviescrape.table.top import top_per_year

URLS = ("http://a.example/1", "http://a.example/2", "http://a.example/3")
movies = st.tuples(
    st.sampled_from("ABCDEFGH"),
    st.none() | st.sampled_from([7.0, 7.5, 8.0]),
    st.none() | st.integers(1990, 1993),
    st.none() | st.sampled_from(URLS),
).map(lambda cells: Movie(cells[0], rating=cells[1], year=cells[2], url=cells[3]))
tables = st.lists(st.lists(movies, max_size=6), min_size=1, max_size=5)


@given(tables, st.integers(1, 3))
def test_the_top_of_tops_is_the_top(parts: list[list[Movie]], n: int) -> None:
    whole = to_frame([movie for part in parts for movie in part])
    pd.testing.assert_frame_equal(top_of_parts(map(to_frame, parts), n), top_per_year(whole, n))


@given(tables)
def test_duplicates_are_dropped_across_parts(parts: list[list[Movie]]) -> None:
    left = pd.concat(distinct(map(to_frame, parts)), ignore_index=True)
    whole = drop_duplicates([movie for part in parts for movie in part])
    pd.testing.assert_frame_equal(left, to_frame(whole))


def test_parts_are_read_in_order(tmp_path: Path) -> None:
    for number in (2, 0, 1):
        to_frame([Movie(f"Movie {number}")]).to_csv(tmp_path / f"part-{number:05}.csv", index=False)
    (tmp_path / "manifest.json").touch()
    assert [part["title"][0] for part in read_parts(tmp_path)] == ["Movie 0", "Movie 1", "Movie 2"]
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match="no parts"):
        list(read_parts(tmp_path / "empty"))
