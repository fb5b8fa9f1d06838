"""The columns are declared once, and names survive the joined cell."""

from hypothesis import given
from hypothesis import strategies as st

from moviescrape.movie import DEFAULT_COLUMNS, FIELDS, Movie, join_names, split_names


def test_every_field_of_a_movie_is_declared_in_order() -> None:
    assert tuple(field.name for field in FIELDS) == Movie._fields
    assert Movie._fields[: len(DEFAULT_COLUMNS)] == DEFAULT_COLUMNS


@given(st.lists(st.text(min_size=1).filter(lambda name: ";" not in name and name == name.strip() != "")))
def test_joined_names_split_into_the_same_names(names: list[str]) -> None:
    assert list(split_names(join_names(names))) == names


def test_a_semicolon_inside_a_name_does_not_make_two_names() -> None:
    assert split_names(join_names(["Davis; Jr.", "Kelly"])) == ("Davis, Jr.", "Kelly")


def test_no_names_are_a_missing_cell() -> None:
    assert join_names([]) is None
    assert split_names(None) == split_names("") == ()
