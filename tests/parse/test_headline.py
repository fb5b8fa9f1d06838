"""Headlines: the movie's name without the site's words around it."""

import pytest

from moviescrape.parse.dom.document import parse_document
from moviescrape.parse.headline import Headline, headline_name, headline_year, read_headline
from moviescrape.parse.model import PageAddress

HERE = PageAddress("https://www.reelhouse.example/movie/heat", "https://www.reelhouse.example/movie/heat")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Heat (1995) - Reel House", "Heat"), ("Heat (TV Series 1995– )", "Heat"), ("Heat | Reel House", "Heat"),
        ("Reel House • Heat", "Heat"), ("Heat - Film 1995 - Reel House", "Heat"), ("Spider-Man - Reel House", "Spider-Man"),
        ("2001: A Space Odyssey", "2001: A Space Odyssey"), ("Alien: Covenant - Part 2", "Alien: Covenant - Part 2"),
        ("Reel House", None), ("(500) Days", "(500) Days"), ("Blade Runner 2049", "Blade Runner 2049"),
    ],
)  # fmt: skip
def test_names(text: str, name: str | None) -> None:
    assert headline_name(text, frozenset({"reelhouse"})) == name


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Heat (1995)", 1995),
        ("Heat (USA, 1995)", 1995),
        ("Heat - film 1995", 1995),
        ("1995 film Heat", 1995),
        ("1917", None),
        ("Blade Runner 2049", None),
    ],
)
def test_years(text: str, year: int | None) -> None:
    assert headline_year(text) == year


@pytest.mark.parametrize(
    ("html", "headline"),
    [
        ("<title>Watch Heat (1995) online - Reel House</title><h1>Heat</h1>", Headline("Heat", 1995, certain=True)),
        ("<title>Heat (1995) - User reviews - Reel House</title><h1>User reviews</h1>", Headline("Heat", 1995, certain=False)),
        ('<meta property="og:title" content="Heat | ReelHouse"><h1>ReelHouse</h1>', Headline("Heat", None, certain=False)),
        ("<h1>Heat</h1>", Headline("Heat", None, certain=False)),
        ("<p>Heat</p>", None),
    ],
)
def test_pages(html: str, headline: Headline | None) -> None:
    root = parse_document(html.encode())
    assert root is not None
    assert read_headline(root, HERE) == headline
