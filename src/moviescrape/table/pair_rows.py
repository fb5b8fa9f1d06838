"""Which rows of two tables are about the same movie: each row has one partner at most, and what is not certain is said.

Rows are compared only where they share an address, or a folded title and nearly the year, or a person and the year, so that the
cost grows with the number of rows and not with its square.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import groupby
from typing import NamedTuple

MAX_ALIKE = 20
"""Rows of a table that share a title and a year, or a person and a year: of more, none can be told from the others."""


class Agreement(IntEnum):
    """What two rows agree in, the weakest first. Up to TITLE_ALONE it is doubtful; OTHER_PEOPLE makes no partners."""

    OTHER_PEOPLE = 0
    PART_OF_TITLE = 1
    NEARLY_YEAR = 2
    TITLE_ALONE = 3
    TITLE_AND_YEAR = 4
    TITLE_AND_PEOPLE = 5
    URL = 6

    def __str__(self) -> str:
        """Return it as a table says it."""
        return _WORDS[self]

    @property
    def doubtful(self) -> bool:
        """Return whether a person should look at the match."""
        return self <= Agreement.TITLE_ALONE


_WORDS = {
    Agreement.OTHER_PEOPLE: "title and year, but other people",
    Agreement.PART_OF_TITLE: "part of the title, year and people",
    Agreement.NEARLY_YEAR: "title, a year apart",
    Agreement.TITLE_ALONE: "title alone",
    Agreement.TITLE_AND_YEAR: "title and year",
    Agreement.TITLE_AND_PEOPLE: "title, year and people",
    Agreement.URL: "url",
}


class RowKeys(NamedTuple):
    """What a row can be known by, folded as `movie_keys` does: addresses by site, titles, year, actors, directors."""

    urls: frozenset[tuple[str, str]] = frozenset()
    titles: frozenset[str] = frozenset()
    year: int | None = None
    actors: frozenset[str] = frozenset()
    directors: frozenset[str] = frozenset()

    @property
    def people(self) -> frozenset[str]:
        """Return actors and directors."""
        return self.actors | self.directors

    def joined(self, other: "RowKeys") -> "RowKeys":
        """Return what a movie of both rows is known by."""
        year = other.year if self.year is None else self.year
        actors, directors = self.actors | other.actors, self.directors | other.directors
        return RowKeys(self.urls | other.urls, self.titles | other.titles, year, actors, directors)


class Pair(NamedTuple):
    """Row `one` of the first table and row `other` of the second, what they agree in, and how many people they share."""

    one: int
    other: int
    agreement: Agreement
    shared: int = 0


class PairedRows(NamedTuple):
    """The rows that are partners, in the order of the second table, and those that might be but are left apart."""

    pairs: list[Pair]
    left_apart: list[Pair]


def pair_rows(ones: Sequence[RowKeys], others: Sequence[RowKeys]) -> PairedRows:
    """Return the partners among two tables' rows.

    The strongest agreement wins, then the one with the most people shared; of several that agree equally, none is taken.
    A row that its own table has above already, by its address or by all that is known of it, has no partner.

    >>> heat = RowKeys(titles=frozenset({"heat"}), year=1995)
    >>> [str(pair.agreement) for pair in pair_rows([heat], [heat]).pairs]
    ['title and year']
    """
    candidates = sorted(_candidates(ones, others), key=lambda pair: (*_rank(pair), pair.other, pair.one))
    partners: list[Pair] = []
    taken: set[tuple[str, int]] = set()
    for _, equals in groupby(candidates, key=_rank):
        settled = _without_rivals([pair for pair in equals if taken.isdisjoint(_sides(pair))])
        partners += settled
        taken.update(side for pair in settled for side in _sides(pair))
    left_apart = [pair for pair in candidates if taken.isdisjoint(_sides(pair))]
    return PairedRows(sorted(partners, key=lambda pair: pair.other), left_apart)


def agreement_of(one: RowKeys, other: RowKeys) -> Agreement | None:
    """Return what two rows agree in; None where they are two movies, or nothing says that they are one.

    >>> old, new = (RowKeys(titles=frozenset({"the thing"}), year=year) for year in (1982, 2011))
    >>> print(agreement_of(old, old), agreement_of(old, new), sep=", ")
    title and year, None
    """
    if one.urls & other.urls:
        return Agreement.URL
    apart = None if one.year is None or other.year is None else abs(one.year - other.year)
    if _are_two_of_a_site(one, other) or (apart or 0) > 1:
        return None
    shared = bool(one.people & other.people)
    if not one.titles & other.titles:
        return Agreement.PART_OF_TITLE if shared and apart == 0 and _is_part(one.titles, other.titles) else None
    if shared:
        return Agreement.TITLE_AND_PEOPLE
    if (one.actors and other.actors) or (one.directors and other.directors):
        return Agreement.OTHER_PEOPLE if apart == 0 else None
    return {0: Agreement.TITLE_AND_YEAR, 1: Agreement.NEARLY_YEAR, None: Agreement.TITLE_ALONE}[apart]


def _are_two_of_a_site(one: RowKeys, other: RowKeys) -> bool:
    """Return whether one site has an address for each of them."""
    return not {site for site, _ in one.urls}.isdisjoint(site for site, _ in other.urls)


def _is_part(some: Iterable[str], others: Iterable[str]) -> bool:
    """Return whether all words of one title stand in another's: `star wars` in `star wars episode 4 a new hope`."""
    words, other_words = [set(title.split()) for title in some], [set(title.split()) for title in others]
    return any(few <= many or many <= few for few in words for many in other_words)


def _rank(pair: Pair) -> tuple[int, int]:
    return -pair.agreement, -pair.shared


def _sides(pair: Pair) -> tuple[tuple[str, int], tuple[str, int]]:
    return ("one", pair.one), ("other", pair.other)


def _first_rows(rows: Sequence[RowKeys]) -> dict[int, RowKeys]:
    """Return the rows, by their place, that are not again what stands above them."""
    first: dict[Hashable, int] = {}
    for place, row in enumerate(rows):
        first.setdefault(row.urls or row, place)
    return {place: rows[place] for place in first.values()}


def _without_rivals(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs whose rows stand in no other of them, and that a person needn't decide."""
    counts = Counter(side for pair in pairs for side in _sides(pair))
    return [pair for pair in pairs if pair.agreement and all(counts[side] == 1 for side in _sides(pair))]


def _candidates(ones: Sequence[RowKeys], others: Sequence[RowKeys]) -> Iterator[Pair]:
    """Yield the pairs that agree in something."""
    known = _first_rows(ones)
    indexes = [_index(known, _url_keys), _index(known, _title_keys), _index(known, _person_keys)]
    for other, row in _first_rows(others).items():
        asked = (_url_keys(row), _near_titles(row), _person_keys(row))
        near = {one for index, keys in zip(indexes, asked, strict=True) for key in keys for one in index.get(key, ())}
        for one in near:
            agreement = agreement_of(known[one], row)
            if agreement is not None:
                yield Pair(one, other, agreement, len(known[one].people & row.people))


def _index(rows: Mapping[int, RowKeys], keys_of: Callable[[RowKeys], Iterable[Hashable]]) -> dict[Hashable, list[int]]:
    """Return the places of rows by key, without keys that too many have to tell anything."""
    index: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, row in rows.items():
        for key in keys_of(row):
            index[key].append(place)
    return {key: places for key, places in index.items() if len(places) <= MAX_ALIKE}


def _url_keys(row: RowKeys) -> Iterable[Hashable]:
    return row.urls


def _title_keys(row: RowKeys) -> Iterable[Hashable]:
    """Yield what the row is found by: its title with its year, and its title alone for rows that have no year."""
    return [key for title in row.titles for key in ((title, row.year), (title, "any year"))]


def _near_titles(row: RowKeys) -> Iterable[Hashable]:
    if row.year is None:
        return [(title, "any year") for title in row.titles]
    return [(title, year) for title in row.titles for year in (row.year - 1, row.year, row.year + 1, None)]


def _person_keys(row: RowKeys) -> Iterable[Hashable]:
    return [(person, row.year) for person in row.people] if row.year is not None else ()
