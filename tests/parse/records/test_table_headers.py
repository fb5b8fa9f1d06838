"""Cells of rows below headers that name their fields."""

import pytest

from moviescrape import parse_html

ROWS = [
    ("Heat", 1995, 170, "Al Pacino, Robert De Niro"),
    ("Ran", 1985, 162, "Tatsuya Nakadai"),
    ("Salt", 2010, 100, "Angelina Jolie"),
]
NAMES = ("Astor", "Bio Linden", "Corso", "Delta")


@pytest.mark.parametrize(
    ("header", "order"),
    [
        (("Title", "Year", "Runtime", "Cast"), (0, 1, 2, 3)),
        (("Jahr", "Titel", "Darsteller", "Länge"), (1, 0, 3, 2)),
        (("Année", "Durée", "Avec", "Titre"), (1, 2, 3, 0)),
        (("ปี", "ชื่อเรื่อง", "นักแสดง", "ความยาว"), (1, 0, 3, 2)),
    ],
)
@pytest.mark.parametrize("tag", ["th", "td"])
def test_columns_are_read_by_their_headers(header: tuple[str, ...], order: tuple[int, ...], tag: str) -> None:
    lines = "".join("<tr>" + "".join(f"<td>{row[place]}</td>" for place in order) + "</tr>" for row in ROWS)
    head = "<tr>" + "".join(f"<{tag}>{name}</{tag}>" for name in header) + "</tr>"
    page = parse_html(f"<title>Films</title><h1>Films</h1><table>{head}{lines}</table>")
    found = [(movie.title, movie.year, movie.runtime, ", ".join(movie.actors)) for movie in page.movies]
    assert found == ROWS


def test_a_table_of_cinemas_is_no_list_of_movies() -> None:
    halls = "".join(f"<tr><td>Cinema {name}<td>{number} Mill Street<td>555-01{number}" for number, name in enumerate(NAMES, 11))
    page = parse_html(f"<title>Films in town</title><h1>Films</h1><table><tr><td>Cinema<td>Address<td>Phone{halls}</table>")
    assert page.movies == ()


def test_a_film_whose_title_is_of_a_place_is_no_header() -> None:
    rows = "".join(f"<tr><td>{title}<td>{year}<td>{minutes} min" for title, year, minutes, _ in ROWS)
    page = parse_html(f"<title>Films</title><h1>Films</h1><table><tr><td>Phone Booth<td>2002<td>81 min{rows}</table>")
    assert [movie.title for movie in page.movies] == ["Phone Booth", "Heat", "Ran", "Salt"]


def test_a_row_below_a_heading_that_reaches_over_it_has_its_value() -> None:
    lines = "<tr><td rowspan=2>1995<td>Heat<td>170<tr><td>Casino<td>178<tr><td>1985<td>Ran<td>162"
    page = parse_html(f"<title>Films</title><table><tr><th>Year<th>Title<th>Runtime{lines}</table>")
    assert [(movie.title, movie.year) for movie in page.movies] == [("Heat", 1995), ("Casino", 1995), ("Ran", 1985)]
