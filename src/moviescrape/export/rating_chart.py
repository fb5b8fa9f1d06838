"""The bars of a homepage's picture: the mean rating of each year's movies."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from moviescrape.export.movie_groups import ShownMovie

SIZE: Mapping[str, int] = {"width": 800, "height": 260, "left": 40, "right": 780, "top": 20, "bottom": 230}
"""Of the picture: the bars stand between `left` and `right`, from `bottom` (0) up to `top` (10)."""


class Bar(NamedTuple):
    """A year in the picture: from `x`, `y` down to the axis; `movies` are those that the mean is of."""

    year: int
    mean: float
    movies: int
    x: float
    y: float
    width: float
    height: float


def bars_of(movies: Iterable[ShownMovie]) -> list[Bar]:
    """Return the mean rating of each year's movies on the scale of 0 to 10, from the first year to the last."""
    ratings: dict[int, list[float]] = {}
    for movie in movies:
        if movie.year is not None and movie.rating is not None:
            ratings.setdefault(movie.year, []).append(movie.rating)
    if not ratings:
        return []
    first = min(ratings)
    step = (SIZE["right"] - SIZE["left"]) / (max(ratings) - first + 1)
    return [_bar(year, given, SIZE["left"] + (year - first) * step, step) for year, given in sorted(ratings.items())]


def marks() -> list[tuple[int, float]]:
    """Return the ratings that the axis names, each with its height in the picture."""
    return [(rating, _height_of(rating)) for rating in range(0, 11, 2)]


def _bar(year: int, ratings: list[float], x: float, step: float) -> Bar:
    mean, width = sum(ratings) / len(ratings), min(0.8 * step, 40)
    top = _height_of(mean)
    height = round(SIZE["bottom"] - top, 2)
    return Bar(year, mean, len(ratings), round(x + (step - width) / 2, 2), round(top, 2), round(width, 2), height)


def _height_of(rating: float) -> float:
    share = min(max(rating, 0), 10) / 10
    return SIZE["bottom"] - share * (SIZE["bottom"] - SIZE["top"])
