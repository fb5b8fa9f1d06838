"""Rows that may be about one film are one group."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.table.connected_rows import connect_rows

titles = st.sampled_from(["Salt", "SALT!", "Harbour, The", "The Harbour", "Ran"])
films = st.lists(
    st.tuples(
        titles, st.none() | st.integers(1990, 1995), st.none() | st.sampled_from(["https://a.example/1", "https://b.example/2"])
    ),
    max_size=12,
)


def _frame(rows: list[tuple[str, int | None, str | None]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["title", "year", "url"]).astype({"title": "string", "year": "Int64", "url": "string"})


def _groups(rows: list[tuple[str, int | None, str | None]]) -> list[int]:
    keys = connect_rows(_frame(rows))
    return [keys.index(key) for key in keys]


def test_titles_nearly_years_and_addresses_connect() -> None:
    rows: list[tuple[str, int | None, str | None]] = [
        ("Salt", 1988, "https://a.example/1"),
        ("Salz", 1988, "http://www.a.example/1/"),
        ("SALT", 1989, None),
        ("Salt", 1991, None),
        ("Harbour, The", 2001, "https://b.example/2"),
        ("The Harbour", 2002, None),
    ]
    assert _groups(rows) == [0, 0, 0, 3, 4, 4]


def test_a_row_without_a_year_connects_all_of_its_title() -> None:
    assert _groups([("Salt", 1950, None), ("Salt", 1988, None), ("Salt", None, None), ("Ran", None, None)]) == [0, 0, 0, 3]


def test_ids_of_imdb_and_original_titles_connect() -> None:
    frame = pd.DataFrame(
        {
            "title": ["The Harbour", "Hamnen", "Other", "Elsewhere"],
            "original_title": [None, "The Harbour", None, None],
            "year": [1990, 1991, 1970, 1980],
            "url": [None, None, "https://www.imdb.com/title/tt9900001/", "https://films.example/?id=tt9900001"],
        }
    )
    one, two, three, four = connect_rows(frame)
    assert one == two
    assert three == four
    assert one != three


@given(films)
def test_groups_do_not_depend_on_the_order(rows: list[tuple[str, int | None, str | None]]) -> None:
    forwards = connect_rows(_frame(rows))
    assert connect_rows(_frame(rows[::-1]))[::-1] == forwards


@given(films)
def test_rows_that_share_anything_are_in_one_group(rows: list[tuple[str, int | None, str | None]]) -> None:
    groups = connect_rows(_frame(rows))
    for (_, _, one), group in zip(rows, groups, strict=True):
        for (_, _, other), another in zip(rows, groups, strict=True):
            assert one is None or one != other or group == another
