"""A movie told twice: by the list that named it and by its own page."""

from moviescrape.movie import Movie


def fill_gaps(row: Movie, detail: Movie) -> Movie:
    """Return one movie of both: the list's values win, the movie's own page fills the gaps.

    >>> fill_gaps(Movie("Heat", year=1995), Movie("Heat (US)", year=1996, runtime=170))[:5]
    ('Heat', None, 1995, (), 170)
    """
    return Movie._make(ours if ours not in (None, (), "") else theirs for ours, theirs in zip(row, detail, strict=True))
