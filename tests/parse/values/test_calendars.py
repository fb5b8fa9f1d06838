"""Years of other calendars."""

import pytest

from moviescrape.parse.values.calendars import gregorian_year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("令和元年", 2019), ("平成31年", 2019), ("平成32年", None), ("昭和0年", None),
        ("民國 102 年", 2013), ("พ.ศ. 2562", 2019), ("2562 B.E.", 2019),
        ("2562", None), ("۱۳۹۰/۰۷/۰۲", 2011), ("۲ مهر ۱۳۹۰", 2011), ("۲ اسفند ۱۳۹۰", None), ("1390", None), ("", None),
    ],
)  # fmt: skip
def test_a_year_is_converted_where_its_calendar_is_stated(text: str, year: int | None) -> None:
    assert gregorian_year(text) == year
