"""Ids and the numbers that belong to them, in bits and arrays: a few bytes each, where Python's own numbers take a hundred."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator

MAX_ID = 2**28 - 1
_ID_SHIFT = 36
_VALUE_MASK = 2**36 - 1


class IdSet:
    """A set of ids from 0 to MAX_ID, a bit each."""

    def __init__(self) -> None:
        self._bits = bytearray()

    def add(self, number: int) -> bool:
        """Add an id; return whether it is new. Ids over MAX_ID are left out."""
        place, bit = number >> 3, 1 << (number & 7)
        if number > MAX_ID:
            return False
        if place >= len(self._bits):
            self._bits.extend(bytes(place + place // 8 + 1 - len(self._bits)))
        if self._bits[place] & bit:
            return False
        self._bits[place] |= bit
        return True

    def __contains__(self, number: int) -> bool:
        place = number >> 3
        return place < len(self._bits) and bool(self._bits[place] & 1 << (number & 7))


class IdMap:
    """Pairs of an id and a value of 36 bits, sorted by both once they are read; an id may have several."""

    def __init__(self) -> None:
        self._pairs = array("Q")
        self._last = 0
        self._is_sorted = True

    def add(self, number: int, value: int) -> None:
        """Add a pair. They are best added in order: others are sorted at the first look."""
        pair = number << _ID_SHIFT | value
        self._is_sorted = self._is_sorted and pair >= self._last
        self._last = pair
        self._pairs.append(pair)

    def values(self, number: int) -> Iterator[int]:
        """Yield the values of an id, the smallest first."""
        self._sort()
        pairs = self._pairs
        at = bisect_left(pairs, number << _ID_SHIFT)
        while at < len(pairs) and pairs[at] >> _ID_SHIFT == number:
            yield pairs[at] & _VALUE_MASK
            at += 1

    def first(self, number: int) -> int | None:
        """Return the smallest value of an id, None where it has none."""
        return next(self.values(number), None)

    def _sort(self) -> None:
        if not self._is_sorted:
            from numpy import frombuffer, uint64  # sorts in place, without a Python number a pair

            frombuffer(self._pairs, uint64).sort()
            self._is_sorted = True
