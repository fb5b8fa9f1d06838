"""Finds the movies of a list page at which a function stops with an error, so that the others can be judged."""

import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

MAX_CALLS = 200
MAX_SECONDS = 10.0

CallWith = Callable[[str], Any]
"""Calls the student's function with a page."""


class Narrowed(NamedTuple):
    """What the function gave for the page without some movies, and, by the place of each of these, the error at it."""

    value: Any
    failures: dict[int, BaseException]


class GaveUpError(Exception):
    """The error can't be narrowed down to some of the movies."""


def call_and_narrow(call: CallWith, html: str, cuts: Sequence[int], clock: Callable[[], float] = time.monotonic) -> Narrowed:
    """Call the function with a page; where it stops with an error, without the movies at which it does.

    `cuts` are the places in `html` where each movie begins, and where the last one ends. The error itself is raised where it is
    not that of single movies: at more than half of them, or in no movie alone.
    """
    try:
        return Narrowed(call(html), {})
    except Exception as error:
        try:
            return _Search(call, html, cuts, clock).narrow()
        except GaveUpError:
            raise error from None


class _Search:
    """Halves a page until each error belongs to one movie."""

    def __init__(self, call: CallWith, html: str, cuts: Sequence[int], clock: Callable[[], float]) -> None:
        self._call, self._html, self._cuts, self._clock = call, html, cuts, clock
        self._count = len(cuts) - 1
        self._calls_left, self._ends = MAX_CALLS, clock() + MAX_SECONDS
        self._failures: dict[int, BaseException] = {}

    def narrow(self) -> Narrowed:
        half = self._count // 2
        self._search(range(half))
        self._search(range(half, self._count))
        rest = [place for place in range(self._count) if place not in self._failures]
        value, error = self._try(rest)
        if error is not None or not self._failures:
            raise GaveUpError
        return Narrowed(value, self._failures)

    def _search(self, places: Sequence[int]) -> None:
        _, error = self._try(places)
        if error is None:
            return
        if len(places) == 1:
            self._failures[places[0]] = error
            if len(self._failures) > self._count / 2:
                raise GaveUpError
            return
        middle = len(places) // 2
        self._search(places[:middle])
        self._search(places[middle:])

    def _try(self, places: Sequence[int]) -> tuple[Any, BaseException | None]:
        self._calls_left -= 1
        if self._calls_left < 0 or self._clock() > self._ends:
            raise GaveUpError
        try:
            return self._call(keep_movies(self._html, self._cuts, places)), None
        except Exception as error:
            return None, error


def keep_movies(html: str, cuts: Sequence[int], places: Sequence[int]) -> str:
    """Return the page with only the movies at these places.

    >>> keep_movies("<p><b>1</b><b>2</b></p>", [3, 11, 19], [1])
    '<p><b>2</b></p>'
    """
    kept = "".join(html[cuts[place] : cuts[place + 1]] for place in places)
    return html[: cuts[0]] + kept + html[cuts[-1] :]
