"""The same movie met twice: the first one wins."""

from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from moviescrape.movie import Movie


class Seen:
    """The movies met so far, and how many came again (`dropped`).

    A movie is its URL; without one, its title and year. A movie that has neither URL nor year is never taken for
    another one: a title alone doesn't tell.

    Keys are kept as 64-bit hashes in an open-addressed array, about 16 bytes a movie where a set of keys
    takes 150: among a million movies, the chance that one is wrongly dropped is below 1 in 10 million.
    """

    def __init__(self) -> None:
        self.dropped = 0
        self._count = 0
        self._slots = _empty_slots(1 << 10)

    def add(self, movie: Movie) -> bool:
        """True where the movie is new; False, and counted, where it was met before."""
        key = key_of(movie)
        if key is None or self._insert(_hash(key)):
            return True
        self.dropped += 1
        return False

    def _insert(self, code: int) -> bool:
        if not _place(self._slots, code):
            return False
        self._count += 1
        if self._count * 4 > len(self._slots) * 3:
            self._grow()
        return True

    def _grow(self) -> None:
        larger = _empty_slots(2 * len(self._slots))
        for code in self._slots:
            if code:
                _place(larger, code)
        self._slots = larger


def drop_duplicates(movies: Iterable[Movie], seen: Seen | None = None) -> Iterator[Movie]:
    """The movies without those met before, in the same order. Pass a `Seen` to know how many were dropped.

    >>> first, again = Movie("Heat", year=1995), Movie("Heat", year=1995, runtime=170)
    >>> list(drop_duplicates([first, again])) == [first]
    True
    """
    return filter((seen or Seen()).add, movies)


def key_of(movie: Movie) -> str | None:
    """What makes two records the same movie; None where nothing does.

    >>> key_of(Movie("Heat", year=1995))
    'Heat\\t1995'
    """
    if movie.url:
        return movie.url
    return f"{movie.title}\t{movie.year}" if movie.year is not None else None


def _hash(key: str) -> int:
    """64 bits, the same in every process; never 0, which marks a free slot."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()) or 1


def _empty_slots(size: int) -> "array[int]":
    return array("Q", [0]) * size


def _place(slots: "array[int]", code: int) -> bool:
    """Put a hash into its slot, or the next free one; False where it is there already."""
    mask = len(slots) - 1
    slot = code & mask
    while held := slots[slot]:
        if held == code:
            return False
        slot = (slot + 1) & mask
    slots[slot] = code
    return True
