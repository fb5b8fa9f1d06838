"""Values that say the same."""

from typing import Any

import pytest

from moviescrape.parse.learn.matching import is_same


@pytest.mark.parametrize(
    ("value", "expected", "same"),
    [
        ("Heat", "heat ", True),
        ("1. Heat", "Heat", True),
        ("Heat", "Ran", False),
        (7.5, 7.54, True),
        (7.5, 7.6, False),
        (("Ana", "Bo"), ("bo", "ana"), True),
        (("Ana",), ("Ana", "Bo"), False),
        (1995, 1995, True),
        ("1995", 1995, False),
        (None, None, False),
        (None, "Heat", False),
    ],
)
def test_values_are_the_same_but_for_case_rounding_and_order(value: Any, expected: Any, same: bool) -> None:
    assert is_same(value, expected) is same
