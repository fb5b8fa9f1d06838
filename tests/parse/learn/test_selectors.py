"""Selectors of single elements, the sturdiest first."""

import pytest

from moviescrape.parse.dom.document import Node, parse_document
from moviescrape.parse.learn.selectors import classes, place, selectors


def _node(html: str, css: str) -> Node:
    root = parse_document(html.encode())
    assert root is not None
    node = root.first(css)
    assert node is not None
    return node


@pytest.mark.parametrize(
    ("html", "best"),
    [
        ("<h3 class='film-title mb-2'>Ran</h3>", "h3.film-title"),
        ("<h3 data-testid='title'>Ran</h3>", 'h3[data-testid="title"]'),
        ("<h3>Ran</h3>", "h3"),
        ("<h3 class='css-1x2y3z'>Ran</h3>", "h3"),
    ],
)
def test_names_that_say_what_an_element_is_come_before_looks(html: str, best: str) -> None:
    assert min(selectors(_node(html, "h3")), key=lambda selector: selector.cost).css == best


@pytest.mark.parametrize("name", ["css-abc", "sc-1a2b3c", "title__Ab3dE", "item-123", "_3f9a2b1c", "9lives"])
def test_classes_made_by_tools_do_not_stay(name: str) -> None:
    assert classes(_node(f"<b class='{name} film'>Ran</b>", "b")) == ["film"]


def test_an_element_is_named_by_its_place_where_there_is_nothing_else() -> None:
    html = "<table><tr><td>1</td><td>Ran</td></tr></table><p>a</p><p id='x'>b</p>"
    second, paragraph = place(_node(html, "td + td")), place(_node(html, "#x"))
    assert second is not None
    assert paragraph is not None
    assert (second.css, paragraph.css) == ("td:nth-child(2)", "p:nth-of-type(2)")
