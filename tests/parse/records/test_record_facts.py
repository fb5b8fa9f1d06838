"""Facts in the lines of a record."""

import pytest

from moviescrape.parse.records.record_facts import read_facts


@pytest.mark.parametrize(
    ("line", "year", "runtime"),
    [
        ("magyar animációs film, 82 perc, 2023", 2023, 82),
        ("short film, 24 min, 2019", 2019, 24),
        ("2021 | 97 min", 2021, 97),
        ("1 h 37 min (2021)", 2021, 97),
        ("97', 2021", 2021, 97),
        ("(Roma, México, 2018, Dur.: 135 mins.)", 2018, 135),
    ],
)
def test_a_length_before_a_year_is_no_date(line: str, year: int, runtime: int) -> None:
    facts = read_facts([[line]])
    assert (facts.years[:1], facts.runtimes[:1]) == ([year], [runtime])


def test_a_time_before_a_title_with_a_year_is_no_date() -> None:
    facts = read_facts([["14:00", "Tangerines", "2013 / 87 min", "tickets"]], "Tangerines")
    assert (facts.years, facts.days, facts.runtimes) == ([2013], [], [87])


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Carla Simón, 2022. Int.: Nora Navas, Roger Casamajor. Catalunya. VO. 120'.", {"actors": "Nora Navas, Roger Casamajor"}),
        ("2022, 120 min. Mit: Karl Beck, Ute Moos. Regie: Ida Ros.", {"actors": "Karl Beck, Ute Moos", "directors": "Ida Ros"}),
        ("Drama. ČR/90´. Režie: Ida Ros Hrají: Karl Beck, Ute Moos", {"directors": "Ida Ros", "actors": "Karl Beck, Ute Moos"}),
        ("France 2019 | 98' | Avec: Zoé Lam", {"actors": "Zoé Lam"}),
        ("Rain falls. Cast: of thousands. Price: 8 €", {}),
    ],
)
def test_people_are_named_inside_a_line(line: str, people: dict[str, str]) -> None:
    labelled = read_facts([[line]]).labelled
    assert {name: labelled[name] for name in ("directors", "actors") if name in labelled} == people


@pytest.mark.parametrize("line", ["premiered 12 March 2019", "12. 3. 2019", "March 12, 2019", "2019-03-12"])
def test_a_date_s_year_is_of_a_day(line: str) -> None:
    facts = read_facts([[line]])
    assert (facts.years, facts.days) == ([], [2019])


@pytest.mark.parametrize(
    ("lines", "starts"),
    [
        ([["14:00 · 16:00"]], 2),
        ([["10:00–22:00"]], 0),
        ([["open 10:00 to 22:00"]], 0),
        ([["Ran 20:15"]], 1),
        ([["doors 19:00"], ["20:15", "22:30"]], 3),
    ],
)
def test_opening_hours_start_nothing(lines: list[list[str]], starts: int) -> None:
    assert read_facts(lines, "Ran 20:15").starts == starts
