"""The table that the plots of days 9, 11 and 12 are drawn from, and what is counted in it."""

from collections import Counter
from collections.abc import Sequence
from statistics import mean

from moviescrape.assignments.samples import top_movies
from moviescrape.check.hidden_data import hidden_catalogue
from moviescrape.movie import Movie

NOBODY_SPEAKS = "None"


def plotted_movies(seed: int) -> list[Movie]:
    """Return the five best movies a year; some have no actors, some no language, and in some nobody speaks."""
    movies = top_movies(hidden_catalogue(1500, seed).truth(), 5)
    for place in (5, 50):
        movies[place] = movies[place]._replace(actors=())
        movies[place + 2] = movies[place + 2]._replace(languages=())
        movies[place + 4] = movies[place + 4]._replace(languages=(NOBODY_SPEAKS,))
    return movies


def mean_ratings(movies: Sequence[Movie]) -> dict[int, float]:
    """Return the mean rating of each year's movies."""
    years = sorted({movie.year for movie in movies if movie.year})
    return {year: mean(movie.rating or 0 for movie in movies if movie.year == year) for year in years}


def count_actors(movies: Sequence[Movie]) -> Counter[str]:
    """Return in how many movies each actor appears."""
    return Counter(name.replace(";", ",") for movie in movies for name in movie.actors)


def count_languages(movies: Sequence[Movie]) -> dict[str, Counter[int]]:
    """By language, in how many movies of each decade it is spoken."""
    counts: dict[str, Counter[int]] = {}
    for movie in movies:
        for language in movie.languages:
            if language != NOBODY_SPEAKS:
                counts.setdefault(language, Counter())[(movie.year or 0) // 10 * 10] += 1
    return counts
