"""What is known of sites' terms; what is not known may not be published."""

import pytest

from moviescrape.export.dataset.licences import origin_of


@pytest.mark.parametrize(
    ("source", "url", "name", "may_publish"),
    [
        ("https://www.wikidata.org/wiki/Q1", None, "CC0-1.0", True),
        ("wikidata.csv", "https://www.wikidata.org/wiki/Q1", "CC0-1.0", True),
        ("https://nl.wikipedia.org/wiki/Zout", "https://www.imdb.com/title/tt1/", "CC-BY-SA-4.0", True),
        ("saved.html", "https://www.imdb.com/title/tt1/", "personal and non-commercial use (IMDb)", False),
        ("https://films.example/1", None, "unknown", False),
        (None, None, "unknown", False),
        ("https://[broken", None, "unknown", False),
    ],
)
def test_terms(source: str | None, url: str | None, name: str, may_publish: bool) -> None:
    assert origin_of(source, url).licence == (name, may_publish)
