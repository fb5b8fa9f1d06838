"""Which rows of a table may be about one film, so that a data set must not have them on both sides of a split.

Wider than `pair_rows`, which names certain partners: two films of one title, a year apart, are one group here.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import pandas as pd

from moviescrape.table.merge import row_keys
from moviescrape.table.pair_rows import RowKeys


def connect_rows(frame: pd.DataFrame) -> list[str]:
    """Return by row the key of its group: the rows that share an address, an IMDb id, or a title with nearly the year, chained.

    A year apart counts as the same; a row without a year is connected with all of its title. The key is the least of what the
    group's rows are known by, so that it doesn't depend on their order.

    >>> connect_rows(pd.DataFrame({"title": ["Heat", "HEAT", "Heat"], "year": [1995, 1996, 1972]}))
    ['title heat 1995', 'title heat 1995', 'title heat 1972']
    """
    told_by = [name for name in ("url", "title", "original_title", "year") if name in frame]
    keys = [_keys_of(row) for row in row_keys(frame[told_by])]
    groups = _Groups()
    for own in keys:
        groups.connect(own)
    for one, other in _neighbours({key for own in keys for key in own}):
        groups.connect((one, other))
    least: dict[tuple[str, str, int], tuple[str, str, int]] = {}
    for own in keys:
        root = groups.root(own[0])
        least[root] = min(least.get(root, own[0]), *own)
    return [_text(least[groups.root(own[0])]) for own in keys]


_Key = tuple[str, str, int]
"""Of an address: its site, the address, 0. Of a title: "title", the title, and the year, 0 where it is missing."""


def _keys_of(row: RowKeys) -> list[_Key]:
    addresses = [("url", "/".join(address), 0) for address in row.urls]
    return addresses + [("title", title, row.year or 0) for title in sorted(row.titles)]


def _neighbours(keys: Iterable[_Key]) -> Iterator[tuple[_Key, _Key]]:
    """Yield the titles that are a year apart, and those without a year with each other of the same name."""
    titles = sorted(key for key in keys if key[0] == "title")
    for one, other in pairwise(titles):
        if one[1] == other[1] and (one[2] == 0 or other[2] - one[2] <= 1):
            yield one, other
    unknown = {key[1] for key in titles if key[2] == 0}
    for key in titles:
        if key[2] and key[1] in unknown:
            yield ("title", key[1], 0), key


def _text(key: _Key) -> str:
    kind, name, year = key
    return f"{kind} {name} {year}" if year else f"{kind} {name}"


class _Groups:
    """Keys that are connected, directly or through others (disjoint sets; Tarjan, 1975)."""

    def __init__(self) -> None:
        self._parents: dict[_Key, _Key] = {}

    def root(self, key: _Key) -> _Key:
        """Return the one that stands for a key's group."""
        parents = self._parents
        root = key
        while (parent := parents.setdefault(root, root)) != root:
            root = parent
        while parents[key] != root:
            parents[key], key = root, parents[key]
        return root

    def connect(self, keys: Sequence[_Key]) -> None:
        """Make one group of those of all keys."""
        for key in keys[1:]:
            self._parents[self.root(key)] = self.root(keys[0])
