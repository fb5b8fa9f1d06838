"""Samples of lists."""

from hypothesis import given
from hypothesis import strategies as st

from moviescrape.parse.records.spread import spread


@given(st.lists(st.integers(), max_size=60, unique=True), st.integers(1, 20))
def test_a_sample_is_in_order_and_no_longer_than_asked_for(values: list[int], most: int) -> None:
    sample = spread(values, most)
    assert len(sample) == min(most, len(values))
    assert [values.index(value) for value in sample] == sorted(values.index(value) for value in sample)
    assert sample[:1] == values[:1]
