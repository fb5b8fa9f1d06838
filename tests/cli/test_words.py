"""Numbers as people read them."""

import pytest

from moviescrape.cli.words import age, duration, percent, plural


@pytest.mark.parametrize(("number", "text"), [(0, "0 pages"), (1, "1 page"), (1_234_567, "1,234,567 pages")])
def test_plural(number: int, text: str) -> None:
    assert plural(number, "page") == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "less than a minute"),
        (59.9, "less than a minute"),
        (60, "1 min"),
        (3_600, "1 h"),
        (47 * 3_600, "47 h"),
        (172_800, "2 days"),
    ],
)
def test_age(seconds: float, text: str) -> None:
    assert age(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0.0 s"), (59.94, "59.9 s"), (60, "1 min 0 s"), (3_599.6, "1 h 0 min"), (7_265, "2 h 1 min")]
)
def test_duration(seconds: float, text: str) -> None:
    assert duration(seconds) == text


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0 %"), (0.0001, "under 1 %"), (0.5, "50 %"), (0.9999, "over 99 %"), (1, "100 %")]
)
def test_percent_never_says_none_or_all_where_it_is_some(share: float, text: str) -> None:
    assert percent(share) == text
