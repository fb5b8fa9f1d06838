"""Rules for what a CSS selector can't say."""

import pytest

from moviescrape.parse.dom.document import Node, parse_document
from moviescrape.parse.sites.rules import (
    bracketed_year,
    defined,
    defined_all,
    labelled,
    labelled_all,
    linked_after,
    matched_text,
    own_text,
    said_behind,
    split_text,
    text_behind,
)
from moviescrape.parse.sites.site import FieldRule


def _page(html: str) -> Node:
    root = parse_document(html.encode())
    assert root is not None
    return root


def _read(rule: FieldRule, html: str) -> object:
    return rule.find(_page(html))


def test_own_text_leaves_out_what_is_inside() -> None:
    assert _read(own_text("h1"), "<h1>Iron Fen <span>(2008)</span></h1>") == "Iron Fen"
    assert _read(own_text("h2"), "<h1>Iron Fen</h1>") is None


def test_text_behind_ends_at_the_next_tag() -> None:
    assert _read(text_behind("a"), "<td><a>Iron Fen</a> (2008) <small>(1999)</small></td>") == "(2008)"
    assert _read(text_behind("b"), "<td><a>Iron Fen</a> (2008)</td>") is None


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p><b><i><a>Iron Fen</a></i></b> (2008) <b>Dec. 1</b></p>", "(2008)"),
        ("<p><b><a>Iron Fen</a> <small>x</small></b> (2008)</p>", ""),
        ("<p><b><a>Iron Fen</a></b></p>", ""),
    ],
)
def test_text_behind_bold_type_that_ends_with_the_element(html: str, text: str) -> None:
    assert _read(text_behind("a"), html) == text


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Iron Fen (2008)", "2008"),
        ("Iron Fen (II) (2008)", "2008"),
        ("Iron Fen (2008 TV Movie)", "2008"),
        ("2012", None),
        ("2012 (2009)", "2009"),
        ("Iron Fen (2014 re-release)", None),
        ("Iron Fen (2014 reissue)", None),
        ("Iron (2001) Fen", None),
    ],
)
def test_a_year_counts_where_brackets_end_the_text(text: str, year: str | None) -> None:
    assert _read(bracketed_year("a"), f"<p><a>{text}</a></p>") == year
    assert _read(bracketed_year("img::attr(alt)"), f'<p><img alt="{text}"></p>') == year


def test_the_first_text_that_matches_is_found() -> None:
    html = "<p>Drama, Norway, 2011</p><p>Cast: 1999</p>"
    assert _read(matched_text("p", r",\s*(\d{4})$"), html) == "2011"
    assert _read(matched_text("p", r"\d{4}$"), html) == "2011"
    assert _read(matched_text("p", r"\d{5}"), html) is None


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<dl><dt>Runtime</dt><dd>96 min</dd><dt>obsada:</dt><dd><a>A B</a>, <a>C D</a></dd></dl>", ["A B", "C D"]),
        ("<dl><dt>Starring:</dt><dd>A B, C D and E F</dd></dl>", ["A B", "C D", "E F"]),
        ("<dl><dt>Runtime</dt><dd>96 min</dd></dl>", []),
        ("<dl><dt>Starring</dt></dl>", []),
        ("<dl><dt>Starring</dt><dt>Runtime</dt><dd>96 min</dd></dl>", []),
    ],
)
def test_a_definition_follows_its_term(html: str, names: list[str]) -> None:
    assert _read(defined_all("actors", "dl"), html) == names
    assert _read(defined("runtime", "dl"), html) == ("96 min" if "96" in html else None)


def test_a_text_that_joins_names_is_split() -> None:
    assert _read(split_text("span"), "<p><span>A B, C D</span></p>") == ["A B", "C D"]
    assert _read(split_text("span"), "<p></p>") == []


@pytest.mark.parametrize(
    ("html", "stars", "directors"),
    [
        ("<p>Director: <a>A</a> | Stars: <a>B</a>, <a>C</a></p>", ["B", "C"], ["A"]),
        ("<p>Regie: <a>A</a> <b>Darsteller:</b> <a>B</a></p>", ["B"], ["A"]),
        ("<p>Creator: <a>A</a> Stars: <a>B</a></p>", ["B"], []),
        ("<p>Votes: <a>7</a></p>", [], []),
        ("<p><a>A</a></p>", [], []),
    ],
)
def test_links_belong_to_the_label_before_them(html: str, stars: list[str], directors: list[str]) -> None:
    assert _read(linked_after("actors", "p"), html) == stars
    assert _read(linked_after("directors", "p"), html) == directors


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li><b>Sound:</b><i>Mono</i></li><li><b>Runtime:</b> <i>96 min</i></li><li><b>Runtime:</b> <i>99 min</i></li></ul>",
        "<ul><li><b>Laufzeit</b><i>96 min</i></li></ul>",
        "<ul><li>Durée : <i>96 min</i></li></ul>",
    ],
)
def test_labels_are_known_in_any_language(html: str) -> None:
    assert _read(labelled("runtime", "li", "b", "i"), html) == "96 min"
    assert "96 min" in str(_read(labelled("runtime", "li", "b"), html))


def test_a_label_that_is_not_there_gives_nothing() -> None:
    html = "<ul><li><b>Sound mix:</b> <i>Mono</i></li></ul>"
    assert _read(labelled("runtime", "li", "b", "i"), html) is None
    assert _read(labelled_all("languages", "li", "b", "i"), html) == []


def test_a_label_and_its_value_in_blocks_of_their_own_are_kept_apart() -> None:
    assert (
        _read(labelled("runtime", "div.info", "h5"), "<div class=info><h5>Runtime:</h5><div>163 min</div></div>")
        == "Runtime: 163 min"
    )


def test_a_label_may_begin_a_line() -> None:
    html = "<p>导演: 何文<br>年份: 2023</p><p>Jahr: 1999</p>"
    assert _read(said_behind("year", "p"), html) == "2023"
    assert _read(said_behind("runtime", "p"), html) is None
