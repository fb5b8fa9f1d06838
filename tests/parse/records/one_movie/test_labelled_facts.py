"""Labelled values of a page, wherever they stand."""

import pytest

from moviescrape.parse.dom.document import parse_document
from moviescrape.parse.records.one_movie.labelled_facts import find_labelled, is_name
from moviescrape.parse.records.outline import outline


def labelled(html: str) -> list[tuple[str, list[str]]]:
    root = parse_document(f"<body>{html}</body>".encode())
    assert root is not None
    page = outline(root)
    return list(find_labelled(page, root, range(len(page.texts))))


@pytest.mark.parametrize(
    ("html", "fact"),
    [
        ("<dl><dt>Director<dd>Ana Bo</dl>", ("directors", ["Ana Bo"])),
        ("<table><tr><th>Cast</th><td><a>Ana</a><br><a>Bo</a></td></tr></table>", ("actors", ["Ana", "Bo"])),
        ("<p><b>Runtime:</b> 95 min</p>", ("runtime", ["95 min"])),
        ("<div><span>Regie</span><span>Ana Bo</span></div>", ("directors", ["Ana Bo"])),
        ("<li><div><strong>Cast</strong></div><div>Ana, Bo</div></li>", ("actors", ["Ana", "Bo"])),
        ("<h3>Cast</h3><ul><li>Ana</li><li>Bo</li></ul>", ("actors", ["Ana", "Bo"])),
        ("<dl><dt>Cast<dd><ul><li>Ana Bo <i>Eva</i><li>Cy Do <i>Max</i></ul></dl>", ("actors", ["Ana Bo", "Cy Do"])),
        ("<p>Länge: 95 Min.</p>", ("runtime", ["95 Min."])),
    ],
)
def test_labelled_facts(html: str, fact: tuple[str, list[str]]) -> None:
    assert fact in labelled(html)


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li><a>Cast</a></li><li><a>Crew</a></li></ul>",
        "<a><span>Cast</span></a><a>Crew</a>",
        "<b>Cast</b>",
        "<dl><dt>Cast</dl>",
        "<table><tr><th>Director</th><th>Runtime</th></tr></table>",
    ],
)
def test_menus_and_headers_are_no_facts(html: str) -> None:
    assert labelled(html) == []


@pytest.mark.parametrize("text", ["Ana Bo", "Ana", "ana bo", "Ana.B", "J. D.", "岡田", "رضا", "O'Bo", "50 Cent"])
def test_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", ["read_all", "ptr->x()", "{}", "a=b", "list.append(1)", "int", "std::map<T>"])
def test_code_is_no_name(text: str) -> None:
    assert not is_name(text)
