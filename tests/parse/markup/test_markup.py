"""Standard markup: what the syntaxes give, that a fixture page would say less clearly."""

import pytest

from moviescrape.parse.dom.document import parse_document
from moviescrape.parse.markup.items import Dialect, gather_items
from moviescrape.parse.markup.jsonld import read_jsonld
from moviescrape.parse.markup.meta import read_meta
from moviescrape.parse.markup.microdata import read_microdata
from moviescrape.parse.markup.rdfa import read_rdfa
from moviescrape.parse.markup.schemaorg import find_movies
from moviescrape.parse.markup.schemaorg_movie import read_aggregate
from moviescrape.parse.model import Extraction, PageAddress, PageKind, RecordValues

HERE = PageAddress("https://films.example/film/7-ran/", "https://films.example/film/7-ran/")
MICRODATA = Dialect(opens="itemscope", types="itemtype", properties=("itemprop",), identity=("itemid",))


def _items(html: str) -> list[dict[str, object]]:
    root = parse_document(html.encode())
    assert root is not None
    return gather_items(root, MICRODATA)


def _values(extraction: Extraction | None) -> list[RecordValues]:
    return [record.values for record in extraction.records] if extraction else []


@pytest.mark.parametrize(
    ("html", "value"),
    [
        ('<a itemprop="url" href="/x">Text</a>', "/x"),
        ('<a itemprop="name" href="/x">Text</a>', "Text"),
        ('<meta itemprop="name" content="Text">', "Text"),
        ('<time itemprop="datePublished" datetime="1999-01-02">soon</time>', "1999-01-02"),
        ('<img itemprop="image" src="/x.jpg" alt="A">', "/x.jpg"),
        ('<data itemprop="rank" value="7">seven</data>', "7"),
        ('<link itemprop="availability" href="/InStock">', "/InStock"),
        ('<p itemprop="actors"><a>Ana</a>, <a>Bo</a></p>', ["Ana", "Bo"]),
    ],
)
def test_where_a_property_has_its_value(html: str, value: object) -> None:
    (item,) = _items(f"<div itemscope>{html}</div>")
    assert [item[name] for name in item if name != "@type"] == [value]


def test_an_item_without_a_property_stands_alone_wherever_it_is() -> None:
    items = _items('<div itemscope itemtype="A"><div itemscope itemtype="B"></div><p itemprop="name">of A</p></div>')
    assert [item["@type"] for item in items] == [["A"], ["B"]]
    assert items[0]["name"] == "of A"


def test_itemref_borrows_and_no_loop_hangs() -> None:
    items = _items('<div itemscope itemref="a b" id="b"></div><p id="a"><span itemprop="name">borrowed</span></p>')
    assert items[0]["name"] == "borrowed"


def test_a_property_around_no_item_is_nobodys() -> None:
    assert _items('<p itemprop="name">x</p>') == []


@pytest.mark.parametrize(
    "script",
    [
        '<script type="application/ld+json">{"@type": "Movie", "name": "Ran",}</script>',
        '<script type="application/LD+JSON">{"@type": "Movie", "name": "Ran"}</script>',
        '<SCRIPT TYPE="APPLICATION/LD+JSON">{"@type": "Movie", "name": "Ran"}</SCRIPT>',
        '<script type="application/ld&#43;json">{"@type": "Movie", "name": "Ran"}</script>',
        '<script type="application/ld&#x2B;json">{"@type": "Movie", "name": "Ran"}</script>',
        "<script type=application/ld&plus;json>{'@type': 'Movie', 'name': 'Ran'}</script>",
        '<script type="application/ld+json">//<![CDATA[\n{"@type": "Movie", "name": "Ran"};\n// ]]&gt;</script>',
        '<script type="application/ld+json">{"@type": "Person"}{"@type": "Movie", "name": "Ran"}</script>',
        '<script type="application/ld+json">{"@type": "Movie", "name": "Ran", "duration": NaN}',
    ],
)
def test_scripts_as_pages_write_them(script: str) -> None:
    assert _values(read_jsonld(script.encode(), HERE)) == [{"title": "Ran"}]


def test_mended_json_is_noted() -> None:
    good = b'<script type="application/ld+json">{"@type": "Person"}</script>'
    extraction = read_jsonld(good + b'<script type="application/ld+json">{"@type": "Movie", "name": "Ran",}</script>', HERE)
    assert extraction is not None
    assert extraction.notes == ("ld+json[2]: no valid JSON, mended",)


RAN = {"@type": "Movie", "name": "Ran"}


@pytest.mark.parametrize("held", [RAN, [RAN], [[RAN]], {"mainEntity": RAN}, {"@graph": [RAN]}])
def test_an_aggregate_rating_may_hold_its_movie(held: object) -> None:
    data = {"@type": "AggregateRating", "ratingValue": "4", "bestRating": "5", "itemReviewed": held}
    (found,) = find_movies(data, "x")
    assert read_aggregate(found.movie["aggregateRating"]) == 8.0


@pytest.mark.parametrize(
    ("rating", "score"),
    [
        ({"ratingValue": "71%"}, 7.1), ({"ratingValue": 8.1}, 8.1), ({"ratingValue": 81}, 8.1), ({"ratingValue": 0}, None),
        ({"ratingValue": "3,9", "bestRating": "5"}, 7.8), ({"ratingValue": 11, "bestRating": 10}, None), ({}, None),
        ({"ratingValue": ["4.2/5"]}, 8.4), ({"ratingValue": "4.2&#47;5"}, 8.4), ({"ratingValue": {"@value": "87%"}}, 8.7),
        ({"ratingValue": "<b>4.2</b>", "bestRating": 5}, 8.4), ([{"ratingValue": None}, {"ratingValue": 7}], 7.0),
        ("7.5", 7.5), ({"ratingValue": "7/10", "bestRating": 5}, 7.0),
    ],
)  # fmt: skip
def test_aggregate_ratings(rating: object, score: float | None) -> None:
    assert read_aggregate(rating) == score


def test_a_front_page_is_no_movies_address() -> None:
    html = b'<script type="application/ld+json">{"@type":"Movie","name":"Ran","url":"https://films.example/"}</script>'
    assert _values(read_jsonld(html, HERE)) == [{"title": "Ran"}]


def test_the_pages_movie_outweighs_the_list_beside_it() -> None:
    html = (
        b'<script type="application/ld+json">[{"@type":"Movie","name":"Ran","url":"/film/7-ran/"},'
        b'{"@type":"ItemList","itemListElement":[{"item":{"@type":"Movie","name":"Heat"}},{"item":{"@type":"Movie","name":"Ikiru"}}]}]</script>'
    )
    extraction = read_jsonld(html, HERE)
    assert extraction is not None
    assert extraction.kind is PageKind.TITLE
    assert [record.values["title"] for record in extraction.records] == ["Ran"]
    elsewhere = read_jsonld(html, PageAddress("https://films.example/top", "https://films.example/top"))
    assert elsewhere is not None
    assert elsewhere.kind is PageKind.LIST


def test_a_trailers_length_is_no_films() -> None:
    head = '<meta property="og:type" content="video.movie"><meta property="og:title" content="Ran">'
    root = parse_document(f'{head}<meta property="video:duration" content="148">'.encode())
    assert root is not None
    assert _values(read_meta(root, HERE)) == [{"title": "Ran", "url": HERE.url}]


@pytest.mark.parametrize("kind", ["website", "article", "video.other", "product"])
def test_other_open_graph_types_are_no_movies(kind: str) -> None:
    root = parse_document(f'<meta property="og:type" content="{kind}"><meta property="og:title" content="Ran">'.encode())
    assert root is not None
    assert read_meta(root, HERE) is None


def test_other_items_are_no_movies() -> None:
    root = parse_document(
        b'<div itemscope itemtype="http://schema.org/Book"><b itemprop="name">Ran</b></div><p typeof="Person">x</p>'
    )
    assert root is not None
    assert read_microdata(root, HERE) is None
    assert read_rdfa(root, HERE) is None
