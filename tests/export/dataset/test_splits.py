"""Splits by film: all of a film on one side, the same side each time, none empty."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.errors import SourceError
from moviescrape.export.dataset.splits import SPLITS, choose_splits

groups = st.lists(st.integers(0, 30).map(str), min_size=3, max_size=60).filter(lambda names: len(set(names)) >= 3)


@given(groups, st.text(max_size=3))
def test_a_group_is_in_one_split_and_no_split_is_empty(names: list[str], salt: str) -> None:
    sides = choose_splits(names, salt)
    by_group = defaultdict(set)
    for name, side in zip(names, sides, strict=True):
        by_group[name].add(side)
    assert all(len(found) == 1 for found in by_group.values())
    assert set(sides) == set(SPLITS)


@given(groups)
def test_the_order_does_not_matter(names: list[str]) -> None:
    assert choose_splits(names[::-1])[::-1] == choose_splits(names)


def test_shares_are_nearly_those_asked_for_and_the_salt_matters() -> None:
    names = [str(number) for number in range(5_000)]
    sides = choose_splits(names, "a", (60, 20, 20))
    assert [abs(sides.count(split) / 50 - share) < 2 for split, share in zip(SPLITS, (60, 20, 20), strict=True)] == [True] * 3
    assert choose_splits(names, "b", (60, 20, 20)) != sides


def test_more_films_leave_the_others_where_they_are() -> None:
    names = [str(number) for number in range(500)]
    assert choose_splits([*names, "new"])[:500] == choose_splits(names)


def test_two_films_are_too_few() -> None:
    with pytest.raises(SourceError, match="2 films"):
        choose_splits(["a", "b", "a"])
