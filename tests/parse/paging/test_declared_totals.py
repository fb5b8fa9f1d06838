"""How many movies a list says it has."""

import pytest

from support.list_pages import paging


@pytest.mark.parametrize(
    ("text", "shown", "declared"),
    [
        ("1-50 of 1,234 titles", 50, (50, 1234)),
        ("Showing 51 to 100 of 250", 50, (50, 250)),
        ("1–20 von 1.250", 20, (20, 1250)),
        ("1 - 50 из 999", 25, (50, 999)),
        ("Results 1-10 out of 42", 10, (10, 42)),
        ("Affichage de 1 à 20 sur 300", 20, (20, 300)),
        ("Mostrando 1 a 24 de 480", 24, (24, 480)),
        ("1-20 / 95", 20, (20, 95)),
        ("1～20件 / 300件", 20, (20, 300)),
        ("Showing 50 of 250", 50, (50, 250)),
        ("Showing 50 of 250 movies", 50, (50, 250)),
        ("50 of 250 films", 50, (50, 250)),
        ("Viewing 24 out of 96 titles", 24, (24, 96)),
        ("Zeige 20 von 340 Filmen", 20, (20, 340)),
        ("20 sur 87 films", 20, (20, 87)),
        ("Mostrando 30 de 900 películas", 30, (30, 900)),
        ("Показано 20 из 500 фильмов", 20, (20, 500)),
        ("Wyświetlono 25 z 75", 25, (25, 75)),
        ("You've viewed 24 of 120 results", 24, (24, 120)),
        ("显示 20 / 250 部", 20, (20, 250)),
        ("1-50 of 1,234", 60, (None, None)),
        ("1-50 of 1,234", 5, (None, None)),
        ("5 of 10", 5, (None, None)),
        ("7 of 10 stars", 7, (None, None)),
        ("50 movies", 50, (None, None)),
        ("Showing 49 of 250", 50, (None, None)),
        ("50 % of 250 films", 50, (None, None)),
        ("", 5, (None, None)),
    ],
)
def test_totals(text: str, shown: int, declared: tuple[int | None, int | None]) -> None:
    assert paging(f"<p>{text}</p>", shown=shown).declared == declared
