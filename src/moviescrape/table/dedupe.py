"""The same movie met twice: the first one wins."""

from array import array
from bisect import bisect_left, bisect_right
from hashlib import blake2b

from moviescrape.movie import Movie


class SeenMovies:
    """The movies met so far.

    A movie is its URL; without one, its title and year. A movie that has neither URL nor year is never taken for
    another one: a title alone doesn't tell.

    Keys are kept as 64-bit hashes, about 10 bytes a movie where a set of keys takes 150: among a million movies, the chance
    that one is wrongly dropped is below 1 in 10 million.
    """

    def __init__(self) -> None:
        self._hashes = _SortedNumbers()

    def add(self, movie: Movie) -> bool:
        """Return True where the movie is new, False where it was met before.

        >>> seen = SeenMovies()
        >>> seen.add(Movie("Heat", year=1995)), seen.add(Movie("Heat", year=1995, runtime=170))
        (True, False)
        """
        key = key_of(movie)
        return key is None or self._hashes.add(_hash(key))


class _SortedNumbers:
    """A set of 64-bit numbers, sorted in arrays of limited length: next to no space but their own, and none to double."""

    def __init__(self) -> None:
        self._arrays = [array("Q")]
        self._firsts = [0]  # the least number that may stand in each

    def add(self, number: int) -> bool:
        """Return whether the number is new."""
        place = bisect_right(self._firsts, number) - 1
        numbers = self._arrays[place]
        at = bisect_left(numbers, number)
        if at < len(numbers) and numbers[at] == number:
            return False
        numbers.insert(at, number)
        if len(numbers) > _LONGEST:
            half = len(numbers) // 2
            self._arrays[place : place + 1] = [numbers[:half], numbers[half:]]
            self._firsts.insert(place + 1, numbers[half])
        return True


_LONGEST = 4_096
"""Of an array: an insertion moves half of it on average, in half a microsecond."""


def key_of(movie: Movie) -> str | None:
    """Return what makes two records the same movie; None where nothing does.

    >>> key_of(Movie("Heat", year=1995))
    'Heat\\t1995'
    """
    if movie.url:
        return movie.url
    return f"{movie.title}\t{movie.year}" if movie.year is not None else None


def _hash(key: str) -> int:
    """Return 64 bits, the same in every process."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest())
