"""Countries, by the names and letters that programmes print."""

import pytest

from moviescrape.parse.records.credits.country_names import is_country


@pytest.mark.parametrize(
    "text",
    [
        "France",
        "D/A",
        "USA",
        "Deutschland",
        "Polska",
        "ČR",
        "日本",
        "미국",
        "Россия",
        "France-Belgique",
        "Italia e Francia",
        "BR Deutschland",
    ],
)
def test_a_country(text: str) -> None:
    assert is_country(text)


@pytest.mark.parametrize("text", ["", "Drama", "d", "us", "Mai", "France 2022", "x" * 500, "Jan Novák", "-", "/"])
def test_no_country(text: str) -> None:
    assert not is_country(text)
