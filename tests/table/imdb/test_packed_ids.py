"""Ids and numbers, packed: the same as sets and dictionaries of Python's."""

from hypothesis import given
from hypothesis import strategies as st

from moviescrape.table.imdb.packed_ids import MAX_ID, IdMap, IdSet

IDS = st.integers(0, 5_000)


@given(st.lists(IDS), st.lists(IDS))
def test_a_set_of_ids(added: list[int], asked: list[int]) -> None:
    ids, plain = IdSet(), set[int]()
    for number in added:
        assert ids.add(number) == (number not in plain)
        plain.add(number)
    assert [number in ids for number in asked] == [number in plain for number in asked]


def test_ids_that_are_too_large_are_left_out() -> None:
    ids = IdSet()
    assert ids.add(MAX_ID)
    assert not ids.add(MAX_ID + 1)
    assert MAX_ID + 1 not in ids


@given(st.lists(st.tuples(IDS, st.integers(0, 2**36 - 1))), st.booleans(), IDS)
def test_pairs_in_any_order(pairs: list[tuple[int, int]], in_order: bool, asked: int) -> None:
    ids = IdMap()
    for number, value in sorted(pairs) if in_order else pairs:
        ids.add(number, value)
    for wanted in {asked, *(number for number, _ in pairs)}:
        values = sorted(value for number, value in pairs if number == wanted)
        assert list(ids.values(wanted)) == values
        assert ids.first(wanted) == next(iter(values), None)
