"""Lines that breaks alone part get elements of their own, where they are a list of titles with years."""

import pytest

from moviescrape.pages.page import Page
from moviescrape.parse import parse_page
from moviescrape.parse.dom.document import Node, parse_document
from moviescrape.parse.dom.line_elements import with_line_elements

TITLES = ("Amber Road", "The Quiet Pier", "Nine Lanterns", "Salt and Rust", "A Map of Rain")


def _root(body: str) -> Node:
    root = parse_document(f"<html><body>{body}</body></html>".encode())
    assert root is not None
    return root


def _lines(form: str) -> str:
    return "<br>\n".join(form.format(number=n + 1, title=t, year=1960 + n) for n, t in enumerate(TITLES))


@pytest.mark.parametrize(
    "form",
    [
        "{number}. {title} ({year})",
        "{title} ({year})",
        "{title} [{year}]",
        "{number}) <b>{title}</b> ({year})",
        "<a href='f{number}.htm'>{title}</a> ({year}), 95 min",
    ],
)
@pytest.mark.parametrize("block", ["p", "div", "td", "center", "font"])
def test_each_line_is_a_movie(form: str, block: str) -> None:
    inner = f"<{block}>{_lines(form)}</{block}>"
    body = f"<table><tr>{inner}</tr></table>" if block == "td" else inner
    page = Page(f"<html><title>My top films</title><body><h1>My top films of all time</h1>{body}</body></html>".encode())
    assert [(m.title, m.year) for m in parse_page(page).movies] == [(t, 1960 + n) for n, t in enumerate(TITLES)]


@pytest.mark.parametrize(
    "body",
    [
        "<p>One line.<br>Another line.<br>A third (1990).<br>A fourth.</p>",
        f"<p>{'<br>'.join(f'{t} ({1960 + n})' for n, t in enumerate(TITLES[:2]))}</p>",
        "<p>12 Main Street<br>(1990) Anytown<br>Phone: 555 (1990)<br>Open: 9-5<br></p>",
        "<p>no breaks</p>",
        "",
    ],
)
def test_other_lines_stay_as_they_are(body: str) -> None:
    root = _root(body)
    assert with_line_elements(root) is root


def test_the_page_itself_is_not_changed() -> None:
    root = _root(f"<p>{_lines('{title} ({year})')}</p>")
    before = root.text
    wrapped = with_line_elements(root)
    assert [node.text for node in wrapped.select("p > span")] == [f"{t} ({1960 + n})" for n, t in enumerate(TITLES)]
    assert wrapped.text == before == root.text
    assert root.select("span") == []


def test_a_list_inside_of_other_breaks_is_read_and_the_text_around_it_once() -> None:
    lines = _lines("{title} ({year})")
    wrapped = with_line_elements(_root(f"<div>Menu<br>Home<br>About<br><p>{lines}</p><br>End</div>"))
    assert len(wrapped.select("p > span")) == len(TITLES)
    assert wrapped.select("div > span") == []


def test_elements_in_elements_cost_no_more_than_their_text() -> None:
    depth, text = 200, "River (1990)<br>" * 20_000
    root = _root(f"{'<div>a (1990)<br>b (1991)<br>c (1992)<br>d (1993)' * depth}<p>{text}</p>{'</div>' * depth}")
    assert len(with_line_elements(root).select("p > span")) == 20_001


def test_columns_of_preformatted_text_are_cells() -> None:
    rows = [("Oct  2", "Ran", 1985), ("Oct 19", "Amber Road", 1960), ("Nov  6", "Nine Lanterns", 1962), ("Nov 20", "Big", 1988)]
    text = "".join(f"{day}   {title:15}({year})\n" for day, title, year in rows)
    root = with_line_elements(_root(f"<pre>{text}</pre>"))
    assert [cell.text for cell in root.select("td")] == [
        piece for day, title, year in rows for piece in (" ".join(day.split()), title, f"({year})")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "def main():\n    return 1\n\nmain()\nprint(2)\n",
        "\n".join(["a  b"] * 6_000),
        "\n".join(["a  b"] * 10 + ["x  " * 1_000]),
        "one line",
        "",
    ],
)
def test_other_preformatted_text_stays_as_it_is(text: str) -> None:
    root = _root(f"<pre>{text}</pre>")
    assert with_line_elements(root) is root
