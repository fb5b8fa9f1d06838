"""Train, validation and test by a salted hash of the film: the same film is always on the same side, whatever else is there."""

from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

from moviescrape.errors import SourceError

SPLITS = ("train", "validation", "test")
SHARES = (80, 10, 10)
"""Percent of the groups in each split."""


def choose_splits(groups: Sequence[str], salt: str = "", shares: Sequence[int] = SHARES) -> list[str]:
    """Return the split of each row, by the key of its group; `shares` are percents.

    No split is empty: of a small table, the groups whose hashes are nearest are moved. Raise SourceError for fewer groups than
    there are splits.

    >>> choose_splits(["a", "b", "a", "c"])
    ['test', 'validation', 'test', 'train']
    """
    places = {group: _place(group, salt) for group in groups}
    if len(places) < len(SPLITS):
        what = f"{len(places)} films, of which a training, a validation and a test set can't be made"
        raise SourceError(what, remedy="name a table of more films")
    ends = (shares[0] / 100, (shares[0] + shares[1]) / 100)
    chosen = {group: SPLITS[sum(place >= end for end in ends)] for group, place in places.items()}
    for split in SPLITS:
        if split not in chosen.values():
            chosen[_nearest(chosen, places, ends[min(SPLITS.index(split), 1)])] = split
    return [chosen[group] for group in groups]


def _place(group: str, salt: str) -> float:
    """Return a number from 0 to 1 that only the group and the salt decide."""
    digest = blake2b(f"{salt}\n{group}".encode(), digest_size=8).digest()
    return int.from_bytes(digest) / 2**64


def _nearest(chosen: dict[str, str], places: dict[str, float], end: float) -> str:
    """Return the group nearest to a place of those whose split has others."""
    sizes = Counter(chosen.values())
    spare = [group for group, split in chosen.items() if sizes[split] > 1]
    return min(spare, key=lambda group: (abs(places[group] - end), group))
