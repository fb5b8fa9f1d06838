"""The catalogues that submissions are checked on: a class is checked on one, so it is made once."""

from functools import lru_cache

from moviescrape.practice import Catalogue


@lru_cache(maxsize=4)
def hidden_catalogue(movies: int, seed: int) -> Catalogue:
    """That many movies, the same for the same seed; kept for the next submission."""
    return Catalogue(movies, seed)
