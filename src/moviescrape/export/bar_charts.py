"""The bars of a homepage's pictures: how the ratings spread, and how many movies each year has."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from moviescrape.export.movie_groups import ShownMovie, decade_of

SIZE: Mapping[str, int] = {"width": 800, "height": 240, "left": 50, "right": 780, "top": 20, "bottom": 205}
"""Of a picture: the bars stand between `left` and `right`, from `bottom` (0) up to `top`."""
STEPS_A_POINT = 2
"""Ratings are counted by half points."""
MAX_NAMED_BARS = 12
"""Where there are more years, their decades are named."""
MAX_MARKS = 5


class Bar(NamedTuple):
    """A number of movies from `x`, `y` down to the axis; `is_open` where it is not yet known whole."""

    label: str
    movies: int
    x: float
    y: float
    width: float
    height: float
    is_open: bool = False


class BarChart(NamedTuple):
    """The bars, the numbers that the upright axis names (number, y) and the words below the bars (text, x)."""

    bars: list[Bar]
    marks: list[tuple[int, float]]
    names: list[tuple[str, float]]


def rating_spread(movies: Iterable[ShownMovie]) -> BarChart:
    """Return how many movies have which rating, on the scale of 0 to 10, by half points; 10 counts to the last."""
    last = 10 * STEPS_A_POINT - 1
    counts = Counter(min(int(movie.rating * STEPS_A_POINT), last) for movie in movies if movie.rating is not None)
    step = (SIZE["right"] - SIZE["left"]) / (last + 1)
    labels = {place: f"{place / STEPS_A_POINT:g} to {(place + 1) / STEPS_A_POINT:g}" for place in range(last + 1)}
    names = [(str(point), round(SIZE["left"] + point * STEPS_A_POINT * step, 2)) for point in range(11)]
    return BarChart(*_bars(counts, labels, step), names)


def movies_a_year(movies: Iterable[ShownMovie], this_year: int) -> BarChart:
    """Return how many movies each year has, from the first to the last; those of `this_year` and later are not all there yet."""
    years = Counter(movie.year for movie in movies if movie.year is not None)
    if not years:
        return BarChart([], [], [])
    first, last = min(years), max(years)
    step = (SIZE["right"] - SIZE["left"]) / (last - first + 1)
    counts = Counter({year - first: number for year, number in years.items()})
    labels = {year - first: f"{year} so far" if year >= this_year else str(year) for year in range(first, last + 1)}
    opened = frozenset(year - first for year in range(this_year, last + 1))
    return BarChart(*_bars(counts, labels, step, opened), _year_names(first, last, step))


def _year_names(first: int, last: int, step: float) -> list[tuple[str, float]]:
    """Return the words below the bars: each year, or, of many years, each decade at its first year."""
    every = last - first < MAX_NAMED_BARS
    named = [year for year in range(first, last + 1) if every or year % 10 == 0]
    return [(str(year) if every else decade_of(year), round(SIZE["left"] + (year - first + 0.5) * step, 2)) for year in named]


def _bars(
    counts: Mapping[int, int], labels: Mapping[int, str], step: float, opened: frozenset[int] = frozenset()
) -> tuple[list[Bar], list[tuple[int, float]]]:
    """Return a bar for each place that has movies, and the marks of the axis."""
    most = max(counts.values(), default=0)
    width = round(min(0.85 * step, 40), 2)
    bars = [
        Bar(
            labels[place],
            number,
            round(SIZE["left"] + place * step + (step - width) / 2, 2),
            _height_of(number, most),
            width,
            round(SIZE["bottom"] - _height_of(number, most), 2),
            place in opened,
        )
        for place, number in sorted(counts.items())
    ]
    return bars, [(number, _height_of(number, most)) for number in _marks(most)]


def _marks(most: int) -> range:
    """Return the numbers that an axis up to `most` names: a few, in round steps."""
    step = next(step for power in range(12) for one in (1, 2, 5) if most // (step := one * 10**power) <= MAX_MARKS)
    return range(0, most + 1, step)


def _height_of(number: int, most: int) -> float:
    return round(SIZE["bottom"] - number / max(most, 1) * (SIZE["bottom"] - SIZE["top"]), 2)
