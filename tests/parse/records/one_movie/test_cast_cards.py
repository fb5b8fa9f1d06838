"""A cast below its heading, a card for each person."""

import pytest

from moviescrape.parse.dom.document import parse_document
from moviescrape.parse.records.one_movie.cast_cards import cast_cards
from moviescrape.parse.records.outline import outline

NAMES = ["Tom Reed", "Sue Hall", "Bo Li"]


def cards(html: str) -> dict[str, list[str]]:
    root = parse_document(f"<body>{html}</body>".encode())
    assert root is not None
    return cast_cards(outline(root))


@pytest.mark.parametrize(
    "card",
    [
        "<div><a href='/p'><img src='p.jpg' alt='{0}'></a><p class='small a'>{0}</p><p class='small b'>as Joe Doe</p></div>",
        "<li><div class='name'><a href='/p'>{0}</a></div><div class='role'>Joe Doe</div></li>",
        "<figure><img src='p.jpg'><figcaption><b>{0}</b><br><i>The Uncle</i></figcaption></figure>",
        "<tr><td>{0}</td><td>...</td><td>Joe Doe</td></tr>",
        "<a href='/p'>{0}</a> ",
    ],
)
@pytest.mark.parametrize("heading", ["<h2>Cast</h2>", "<h4>Cast &amp; Crew</h4>", "<h3>Obsada</h3>"])
def test_names_of_a_cast(card: str, heading: str) -> None:
    body = "".join(card.format(name) for name in NAMES)
    inside = f"<table>{body}</table>" if card.startswith("<tr") else f"<div class='box'><div>{body}</div></div>"
    assert cards(f"<h1>Low Sun</h1>{heading}{inside}<h2>Similar films</h2><p class='small a'>Nine Lanterns</p>") == {
        "actors": NAMES
    }


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Cast</h2>",
        "<h2>Cast</h2><p>the whole cast will be told soon</p>",
        "<h2>Cast</h2><p>Tom Reed</p>",
        "<h2>Photos</h2><p>Tom Reed</p><p>Sue Hall</p>",
        "<h2>Cast</h2><p>Tom Reed</p><p>who plays a part</p><p>that is not told</p>",
    ],
)
def test_no_cast(html: str) -> None:
    assert cards(html) == {}
