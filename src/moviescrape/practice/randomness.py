"""Chance that is the same on every machine and Python: only `random.random()`, whose stream Python promises to keep."""

import hashlib
import random
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class RandomSource:
    """Draws from a seed. The same seed words give the same draws, whatever else was drawn elsewhere.

    >>> RandomSource(1, "people").whole(1, 6) == RandomSource(1, "people").whole(1, 6)
    True
    """

    def __init__(self, *seed: int | str) -> None:
        digest = hashlib.sha256(repr(seed).encode()).digest()
        self.random = random.Random(int.from_bytes(digest[:8], "big")).random

    def chance(self, probability: float) -> bool:
        """Return True with this probability."""
        return self.random() < probability

    def whole(self, low: int, high: int) -> int:
        """Return a whole number, both ends included."""
        return low + int(self.random() * (high - low + 1))

    def pick(self, choices: Sequence[T]) -> T:
        """One of them, all alike."""
        return choices[int(self.random() * len(choices))]

    def bell(self) -> float:
        """About normal, mean 0, standard deviation 0.58, never beyond -2 and 2."""
        return self.random() + self.random() + self.random() + self.random() - 2


class WeightedChoice(Generic[T]):
    """Things with weights, to draw from."""

    def __init__(self, weighted: Iterable[tuple[T, float]]) -> None:
        pairs = list(weighted)
        self.items = [item for item, _ in pairs]
        self._bounds = list(accumulate(weight for _, weight in pairs))

    def __len__(self) -> int:
        return len(self.items)

    def draw(self, draw: RandomSource) -> T:
        """One of them, by weight."""
        return self.items[bisect_right(self._bounds, draw.random() * self._bounds[-1], hi=len(self.items) - 1)]

    def several(self, draw: RandomSource, count: int) -> list[T]:
        """Up to `count` different ones, by weight; fewer where the choice holds few."""
        found: list[T] = []
        for _ in range(count * 3):
            item = self.draw(draw)
            if item not in found:
                found.append(item)
                if len(found) == count:
                    break
        return found
