"""Movies become typed frames, and the same movies come back."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.movie import DEFAULT_COLUMNS, FIELDS, Movie
from moviescrape.table.build import frames, to_frame
from moviescrape.table.clean_text import clean_text
from moviescrape.table.schema import to_movies

HEAT = Movie("Heat", 8.3, 1995, ("Al Pacino", "Robert De Niro"), 170, "https://example.org/heat")
ALL = [field.name for field in FIELDS]

text = st.text(min_size=1).map(clean_text).filter(bool)
name = text.map(str.strip).filter(lambda name: name != "" and ";" not in name)
whole = st.none() | st.integers(-(2**63), 2**63 - 1)
by_kind = {
    "text": st.none() | text,
    "decimal": st.none() | st.floats(allow_nan=False, allow_infinity=False),
    "whole": whole,
    "names": st.lists(name).map(tuple),
}
movies = st.builds(Movie, **({field.name: by_kind[field.kind] for field in FIELDS} | {"title": text}))


def test_the_default_table() -> None:
    frame = to_frame([HEAT, Movie("M")])
    assert tuple(frame.columns) == DEFAULT_COLUMNS
    assert [str(dtype) for dtype in frame.dtypes] == ["string", "Float64", "Int64", "string", "Int64", "string"]
    assert frame.iloc[0].tolist() == ["Heat", 8.3, 1995, "Al Pacino;Robert De Niro", 170, "https://example.org/heat"]
    assert frame.iloc[1, 1:].isna().all()


@pytest.mark.parametrize("rows", [[], [Movie("M")], [HEAT]])
def test_dtypes_do_not_depend_on_the_values(rows: list[Movie]) -> None:
    assert to_frame(rows, ALL).dtypes.astype(str).to_dict() == {field.name: field.dtype for field in FIELDS}


@pytest.mark.slow
@given(st.lists(movies, max_size=5), st.booleans())
def test_a_frame_gives_its_movies_back(rows: list[Movie], lists: bool) -> None:
    assert list(to_movies(to_frame(rows, ALL, lists=lists))) == rows


def test_names_as_lists_keep_their_semicolons() -> None:
    frame = to_frame([Movie("M", actors=("Lorre; P.", "Widmann")), Movie("Heat")], ["title", "actors"], lists=True)
    assert frame["actors"].tolist() == [["Lorre; P.", "Widmann"], []]


def test_empty_text_is_missing() -> None:
    assert to_frame([Movie("M", url="")])["url"].isna().all()


def test_half_a_surrogate_pair_does_not_stop_the_table() -> None:
    frame = to_frame([Movie("Heat " + chr(0xD83C), actors=(chr(0xDC00),))], ["title", "actors"])
    assert frame.iloc[0].tolist() == ["Heat \ufffd", "\ufffd"]


def test_frames_are_batches_of_the_whole() -> None:
    rows = [Movie(f"Movie {number}", year=number) for number in range(25)]
    batches = list(frames(iter(rows), rows=10))
    assert [len(batch) for batch in batches] == [10, 10, 5]
    pd.testing.assert_frame_equal(pd.concat(batches, ignore_index=True), to_frame(rows))


def test_no_movies_are_one_empty_frame_with_columns() -> None:
    (frame,) = frames(iter([]), ["title", "languages"])
    assert list(frame.columns) == ["title", "languages"]
