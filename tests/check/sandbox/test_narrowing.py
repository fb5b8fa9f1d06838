"""An error is narrowed down to the movies that cause it, and to nothing else."""

import re

import pytest

from moviescrape.check.sandbox.narrowing import call_and_narrow, keep_movies

ITEMS = [f"<b>{number}</b>" for number in range(50)]
HTML = "<p>" + "".join(ITEMS) + "</p>"
CUTS = [3 + sum(map(len, ITEMS[:number])) for number in range(51)]


def _numbers(html: str) -> list[int]:
    return [int(number) for number in re.findall(r"<b>(\d+)</b>", html)]


def _fails_at(*bad: int):  # type: ignore[no-untyped-def]
    def call(html: str) -> list[int]:
        numbers = _numbers(html)
        if set(numbers) & set(bad):
            raise ValueError(f"no {min(set(numbers) & set(bad))}")
        return numbers

    return call


def test_without_an_error_the_page_is_read_once() -> None:
    assert call_and_narrow(_numbers, HTML, CUTS) == (list(range(50)), {})


@pytest.mark.parametrize("bad", [(0,), (49,), (3, 13, 23, 33, 43), (7, 8), tuple(range(0, 50, 2))])
def test_the_others_are_read_and_each_error_is_kept(bad: tuple[int, ...]) -> None:
    value, failures = call_and_narrow(_fails_at(*bad), HTML, CUTS)
    assert value == [number for number in range(50) if number not in bad]
    assert {place: str(error) for place, error in failures.items()} == {number: f"no {number}" for number in bad}


def test_an_error_at_most_movies_is_the_pages_own() -> None:
    with pytest.raises(ValueError, match="no 0"):
        call_and_narrow(_fails_at(*range(40)), HTML, CUTS)


def test_an_error_of_short_pages_is_the_pages_own() -> None:
    def call(html: str) -> int:
        return _numbers(html)[55]

    with pytest.raises(IndexError):
        call_and_narrow(call, HTML, CUTS)


def test_an_error_that_no_movie_has_alone_is_the_pages_own() -> None:
    def call(html: str) -> int:
        numbers = _numbers(html)
        if 3 in numbers and 30 in numbers:
            raise KeyError(3)
        return len(numbers)

    with pytest.raises(KeyError):
        call_and_narrow(call, HTML, CUTS)


def test_it_gives_up_in_time() -> None:
    seconds = iter(range(0, 1000, 4))
    with pytest.raises(ValueError, match="no 3"):
        call_and_narrow(_fails_at(3), HTML, CUTS, clock=lambda: float(next(seconds)))


def test_pages_are_cut_between_movies() -> None:
    assert keep_movies(HTML, CUTS, [0, 49]) == "<p><b>0</b><b>49</b></p>"
