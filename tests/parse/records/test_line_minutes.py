"""Running times in parts of lines."""

import pytest

from moviescrape.parse.records.line_minutes import hours_in, minutes_in


@pytest.mark.parametrize(
    ("part", "minutes"),
    [
        ("97 min", 97), ("97'", 97), ("1 h 37 min", 97), ("1h37", 97), ("Dur.: 135 mins.", 135),
        ("ca. 90 Min.", 90), ("102 хв", 102),
        ("90 phút", 90), ("113 דקות", 113), ("131分", 131), ("3 min", None), ("700 min", None),
        ("97", None), ("1a 29m", None), ("1 awr 29 munud", 89), ("in 5 minutes we go", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_part_is_a_running_time_by_itself(part: str, minutes: int | None) -> None:
    assert minutes_in(part) == minutes


def test_hours_are_no_time_of_day() -> None:
    assert hours_in("1h45") == 105
    assert hours_in("20h45") is None
