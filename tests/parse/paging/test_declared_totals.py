"""How many movies a page says that its list has."""

import pytest

from moviescrape.parse.paging.declared_totals import Declared, find_declared, read_declared_of


@pytest.mark.parametrize(
    ("text", "shown", "declared"),
    [
        ("1-50 of 1,234", 50, Declared(50, 1234)),
        ("51 – 100 von 1.234 Filmen", 50, Declared(50, 1234)),
        ("Showing 25 of 250 films", 25, Declared(25, 250)),
        ("1 à 20 sur 96 résultats", 20, Declared(20, 96)),
        ("1-50 of 1,234", 7, Declared()),
        ("7 of 10", 7, Declared()),
        ("8.5 of 10 stars", 1, Declared()),
        ("", 0, Declared()),
    ],
)
def test_a_line_counts_where_it_agrees_with_the_movies(text: str, shown: int, declared: Declared) -> None:
    assert read_declared_of(text, shown) == declared


def test_the_first_line_that_agrees_is_taken() -> None:
    assert find_declared(["Menu", "1-9 of 10", "1-50 of 99"], 50) == Declared(50, 99)
    assert find_declared([], 50) == Declared()
