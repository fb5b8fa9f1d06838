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


def test_pieces_beside_each_other() -> None:
    facts = Facts()
    read_pieces(["Ran", "(1985)", "162 mins"], "Ran", facts)
    assert (facts.years, facts.runtimes) == ([1985], [162])
