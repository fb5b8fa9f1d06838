"""Lines of facts without labels."""

import pytest

from moviescrape.parse.records.fact_lines import Facts, read_line, read_pieces


@pytest.mark.parametrize(
    ("line", "year", "minutes"),
    [
        ("Japan, 1985, 162 min", 1985, 162),
        ("2014 | 1 godz. 37 min.", 2014, 97),
        ("1995 • 2h 50m • Crime", 1995, 170),
        ("1h45", None, 105),
        ("1995 г. 97 мин", 1995, 97),
        ("1985 drama. 97 min", None, 97),
        ("2022 m. 95 min", 2022, 95),
        ("2019 წ. 95 წუთი", 2019, 95),
        ("2014 *** 1/2", 2014, None),
        ("2023年／106分", 2023, 106),
        ("12 min, 2019", 2019, None),
    ],
)
def test_years_and_lengths(line: str, year: int | None, minutes: int | None) -> None:
    facts = Facts()
    read_line(line, facts)
    assert (next(iter(facts.years), None), next(iter(facts.runtimes), None)) == (year, minutes)


def test_full_dates_and_hours_are_told_apart() -> None:
    facts = Facts()
    read_line("12 May 2023, 10:00-18:00, € 12", facts)
    assert (facts.years, facts.days, facts.times, facts.starts, facts.prices) == ([], [2023], 2, 0, 1)


@pytest.mark.parametrize(
    ("line", "starts"), [("19.00-21.30", 2), ("20:15 – 22:30", 2), ("10:00-18:00", 0), ("9:00-12:00, 13:00-18:00", 2)]
)
def test_showings_one_after_the_other_are_no_opening_hours(line: str, starts: int) -> None:
    facts = Facts()
    read_line(line, facts)
    assert facts.starts == starts


def test_pieces_beside_each_other() -> None:
    facts = Facts()
    read_pieces(["Ran", "(1985)", "162 mins"], "Ran", facts)
    assert (facts.years, facts.runtimes) == ([1985], [162])
