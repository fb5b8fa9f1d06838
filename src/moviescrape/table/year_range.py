"""Movies of certain years."""

from moviescrape.errors import UsageError
from moviescrape.movie import Movie


def check_years(first: int | None, last: int | None) -> None:
    """Raise UsageError where no year can lie between the two."""
    if first is not None and last is not None and first > last:
        raise UsageError(f"no year lies between {first} and {last}", remedy=f"swap them: from {last} to {first}")


def in_years(movie: Movie, first: int | None, last: int | None) -> bool:
    """Return whether the movie is of the years between the two, both included; None is no limit.

    A movie without a year is in no limited range: nothing says that it belongs there.

    >>> in_years(Movie("Heat", year=1995), 1995, None), in_years(Movie("Heat"), 1995, None)
    (True, False)
    """
    if first is None and last is None:
        return True
    year = movie.year
    return year is not None and (first is None or first <= year) and (last is None or year <= last)
