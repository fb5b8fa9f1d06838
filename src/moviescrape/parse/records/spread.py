"""Take a sample of a list, spread over all of it."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def spread(values: Sequence[T], most: int) -> Sequence[T]:
    """Return at most so many values, from all over a list.

    >>> spread([1, 2, 3, 4, 5, 6, 7], 3)
    [1, 3, 5]
    """
    return values[:: max(1, len(values) // most)][:most]
