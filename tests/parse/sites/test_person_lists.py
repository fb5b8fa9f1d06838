"""Bullet lists of a person's films on Wikipedia: the forms of a line, and what is no film of theirs."""

import pytest

from moviescrape.pages.page import Page
from moviescrape.parse import parse_page

HEAD = '<html><head><link rel="canonical" href="https://en.wikipedia.org/wiki/Ana_Lund"></head><body><h1>Ana Lund</h1>'
OTHERS = "<li><i>Salt</i> (1991)</li><li><i>Reed</i> (1992)</li><li><i>Dust</i> (1993)</li><li><i>Pier</i> (1994)</li>"


def _films(lines: str, heading: str = "Filmography", part: str = "") -> list[tuple[str, int | None]]:
    html = f"{HEAD}<h2>{heading}</h2>{f'<h3>{part}</h3>' if part else ''}<ul>{lines}</ul><h2>Links</h2><ul><li>2001: x</li></ul>"
    return [(movie.title, movie.year) for movie in parse_page(Page(html.encode())).movies]


@pytest.mark.parametrize(
    ("line", "film"),
    [
        ('<i><a href="/wiki/Ferry">Ferry</a></i> (2001)', ("Ferry", 2001)),
        ("<i>Ferry</i> (short film, 2001) – also writer", ("Ferry", 2001)),
        ('<i><a href="/wiki/1984">1984</a></i> (2001)', ("1984", 2001)),
        ('"<a href="/wiki/Ferry">Ferry</a>" (2001)', ("Ferry", 2001)),
        ("2001: Ferry (Regie)", ("Ferry", 2001)),
        ("2001 : <i>Ferry</i> de Ola Brandt", ("Ferry", 2001)),
        ("2001 – <i>Ferry</i>", ("Ferry", 2001)),
        ('2001: <a href="/wiki/1917">1917</a>', ("1917", 2001)),
        ("<i>Ferry</i> (2001)<ul><li>Prize of 2002: best</li></ul>", None),
        ("<i>Ferry</i> (TBA)", None),
        ("<i>Ferry</i> (TV series, 2001)", None),
        ("2001–2004: Ferry (Fernsehserie)", None),
        ("<i>Ferry</i>, 12 episodes (2001)", None),
        ("see also the list of 2001", None),
    ],
)
def test_the_forms_of_a_line(line: str, film: tuple[str, int] | None) -> None:
    films = _films(f"{OTHERS}<li>{line}</li>")
    assert len(films) == (5 if film else 4)
    assert film is None or films[-1] == film


@pytest.mark.parametrize("heading", ["Filmography", "Filmografie (Auswahl)", "Filmographie", "Filmografía", "Фильмография"])
def test_headings_in_several_languages(heading: str) -> None:
    assert len(_films(OTHERS, heading)) == 4


@pytest.mark.parametrize(("heading", "part"), [("Life", ""), ("Filmography", "Television"), ("Awards and filmography", "")])
def test_other_lists_are_left_alone(heading: str, part: str) -> None:
    assert _films(OTHERS, heading, part) == []


def test_fewer_than_four_are_no_filmography() -> None:
    assert _films(OTHERS[: OTHERS.index("<li><i>Pier")]) == []
