"""Wikipedia's cells and headings: what a reader sees, whose names they are, which year a list is of."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.parse.dom.document import Node, parse_document
from moviescrape.parse.sites.wikipedia.cell_text import shown_lines, shown_names
from moviescrape.parse.sites.wikipedia.film_tables import year_of_all
from moviescrape.parse.sites.wikipedia.infobox import film_title, first_release


def cell(content: str) -> Node:
    root = parse_document(f"<table><tr><td>{content}</td></tr></table>".encode())
    found = root.first("td") if root else None
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("<ul><li>Mira Kahn</li><li>Otto Heim<sup class='reference'>[1]</sup></li></ul>", ["Mira Kahn", "Otto Heim"]),
        ("Mira Kahn<br>Otto Heim", ["Mira Kahn", "Otto Heim"]),
        ("<a>Mira Kahn</a>, <a>Robert Downs, Jr.</a> and <a>Li Na</a>", ["Mira Kahn", "Robert Downs, Jr.", "Li Na"]),
        ("<ul><li><a>Mira Kahn</a>: Lea Brandt</li><li>Otto Heim (Voss)</li></ul>", ["Mira Kahn", "Otto Heim"]),
        ("<span style='display: none'>Lund, Ada !</span>Ada Lund", ["Ada Lund"]),
        ("<style>.a{}</style>", []),
        ("<a href='#cast'>See below</a>", []),
        ("<b>" * 200 + "Mira Kahn", ["Mira Kahn"]),
    ],
)
def test_names_in_a_cell(content: str, names: list[str]) -> None:
    assert shown_names(cell(content)) == names


@given(st.text(max_size=80))
def test_any_text_gives_lines_without_breaks(text: str) -> None:
    for line in shown_lines(cell(html.escape(text))):
        assert line == line.strip()
        assert line
        assert "\n" not in line


@pytest.mark.parametrize(
    "suffix", [" (film)", " (1999 film)", " (film, 1999)", " (película de 1999)", " (映画)", " (TV series)", ""]
)
def test_a_title_without_what_tells_it_from_namesakes(suffix: str) -> None:
    assert film_title(f"Birdman or (The Virtue){suffix}") == "Birdman or (The Virtue)"


@pytest.mark.parametrize(
    ("text", "year"),
    [("1999-01-22 (Oslo) 1998-09-10 (Toronto)", 1998), ("10 September 1998", 1998), ("12345", None), ("TBA", None)],
)
def test_the_first_release(text: str, year: int | None) -> None:
    assert first_release(text) == year


@pytest.mark.parametrize(
    ("heading", "year"),
    [("List of French films of 1931", 1931), ("2004 in film", 2004), ("Films of 1990–1995", None), ("List of 1990s films", None)],
)
def test_the_year_of_a_list(heading: str, year: int | None) -> None:
    assert year_of_all(heading) == year
