"""Whether a page's address is of the kind of its records' pages."""

import pytest

from moviescrape.parse.records.addresses import address_shape, is_one_of


@pytest.mark.parametrize(
    ("url", "links", "is_one"),
    [
        ("https://a.example/film/7-ran", ["https://a.example/film/8-up", "https://a.example/film/9-big"], True),
        ("https://a.example/film/ran", ["https://a.example/film/up", "https://a.example/film/big"], True),
        ("https://a.example/film/blade-runner-2049", ["https://a.example/film/up", "https://a.example/film/big"], True),
        ("https://a.example/film/top-rated", ["https://a.example/film/up", "https://a.example/film/big"], False),
        ("https://a.example/es/bests.php", ["https://a.example/es/film8.html", "https://a.example/es/film9.html"], False),
        ("https://a.example/film.php?id=7", ["https://a.example/film.php?id=8"], True),
        ("https://a.example/", ["https://a.example/film/up"], False),
        (None, ["https://a.example/film/up"], False),
    ],
)
def test_a_page_is_one_of_those_that_its_records_lead_to(url: str | None, links: list[str], is_one: bool) -> None:
    assert is_one_of(url, links) is is_one


def test_a_front_page_has_no_shape() -> None:
    assert address_shape("https://a.example/") is None
