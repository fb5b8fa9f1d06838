"""People's names in running text."""

import pytest

from moviescrape.parse.records.credits.person_names import is_person, names_at_start


@pytest.mark.parametrize(
    ("text", "names", "rest"),
    [
        ("Karl Beck, Lena Moos u.a.", ["Karl Beck", "Lena Moos"], ""),
        ("Karl Beck (Franz), Lena Moos", ["Karl Beck", "Lena Moos"], ""),
        ("Ann Cole (UK, 2023)", ["Ann Cole"], " (UK, 2023)"),
        ("Petr Král a Eva Malá.", ["Petr Král", "Eva Malá"], "."),
        ("J. R. Doe Jr., Bo Li. A film", ["J. R. Doe Jr", "Bo Li"], ". A film"),
        ("Jan Novák / 110 min", ["Jan Novák"], " / 110 min"),
        ("Ana Bo, España, 2023", ["Ana Bo"], "España, 2023"),
        ("현빈, 유해진", ["현빈", "유해진"], ""),
        ("all his might", [], "all his might"),
    ],
)
def test_names_at_the_start_of_a_text(text: str, names: list[str], rest: str) -> None:
    found, behind = names_at_start(text)
    assert (found, behind.strip()) == (names, rest.strip())


@pytest.mark.parametrize("text", ["Ana Bo", "Maria van der Berg", "Lupita Nyong'o", "D'Arcy Cole", "佐藤花子", "Андрей Белый"])
def test_a_person(text: str) -> None:
    assert is_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "quiet man",
        "Ana 2",
        "France",
        "USA",
        "A very long text in which nobody is named at all",
        "yes I did",
    ],
)
def test_no_person(text: str) -> None:
    assert not is_person(text)


def test_letters_without_case_are_as_good_as_capitals() -> None:
    assert is_person("ნინო ბერიძე")
    assert is_person("Անի Սարգսյան")
