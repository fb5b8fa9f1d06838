"""The general readers' parts: links by shape, tables as grids, blocks, evidence; whole pages are in fixtures/pages/generic."""

import pytest

from moviescrape.pages.page import Page
from moviescrape.parse import PageKind, parse_page
from moviescrape.parse.dom.document import Node, parse_document
from moviescrape.parse.dom.grid import grid
from moviescrape.parse.general.parts import column_scale, read_parts, runtime_in_line
from moviescrape.parse.general.signs import is_page_of, link_shape
from moviescrape.parse.general.titles import find_facts


def _node(html: str) -> Node:
    root = parse_document(f"<body>{html}</body>".encode())
    assert root is not None
    return root


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("/film/1-a", "/film/2-b/", True), ("/film/a", "/person/a", False), ("/film.php?id=1", "/film.php?id=2", True),
        ("/film.php?id=1", "/user.php?id=1", False), ("/film/a?ref=1", "/film/a", False), ("/1/x", "/2/y", True),
    ],
)  # fmt: skip
def test_shapes(one: str, other: str, alike: bool) -> None:
    assert (link_shape(f"https://x.example{one}") == link_shape(f"https://x.example{other}")) is alike


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("/film/12-heat/", True),
        ("/film/12-heat/cast", True),
        ("/film/top-250", False),
        ("/film/popular", False),
        ("/news/12", False),
    ],
)
def test_pages_of_a_shape(path: str, own: bool) -> None:
    shape = link_shape("https://x.example/film/7-ran")
    assert shape is not None
    assert is_page_of(shape, f"https://x.example{path}") is own


def test_a_grid_fills_what_spans() -> None:
    table = _node("<table><tr><th>a<th>b<th>c<tr><td rowspan=2>1<td colspan=2>2<tr><td>3<td>4</table>").first("table")
    assert table is not None
    assert [[cell.text if cell else None for cell in row] for row in grid(table)] == [
        ["a", "b", "c"],
        ["1", "2", "2"],
        ["1", "3", "4"],
    ]


def test_linked_names_of_a_table_keep_their_commas() -> None:
    rows = "".join(
        f'<tr><td><a href="/film/{number}">Film {number}</a></td><td>200{number}</td>'
        f'<td><a href="/p/1">Ana Bo, Jr.</a>, <a href="/p/2">Cy Do</a></td><td>Eva Fu, Gil Ha</td></tr>'
        for number in range(4)
    )
    page = f"<table><tr><th>Title</th><th>Year</th><th>Cast</th><th>Director</th></tr>{rows}</table>"
    parsed = parse_page(Page(page.encode(), url="https://films.example/list"))
    assert {movie.actors for movie in parsed.movies} == {("Ana Bo, Jr.", "Cy Do")}
    assert {movie.directors for movie in parsed.movies} == {("Eva Fu", "Gil Ha")}


@pytest.mark.parametrize(
    ("cast", "actors"),
    [
        ('<a href="/p/1">Ana Bo</a>, <span>Cy Do</span>', ("Ana Bo", "Cy Do")),
        ('<a href="/p/1">Ana Bo, Cy Do</a>', ("Ana Bo", "Cy Do")),
        ('<a href="/p/1">Ana Bo, Jr.</a>, <a href="/p/2">Cy Do</a><sup><a href="#n">[1]</a></sup>', ("Ana Bo, Jr.", "Cy Do")),
    ],
)
def test_a_tables_names_are_the_links_only_where_no_other_stands_beside(cast: str, actors: tuple[str, ...]) -> None:
    rows = "".join(f'<tr><td><a href="/film/{n}">Film {n}</a></td><td>200{n}</td><td>{cast}</td></tr>' for n in range(4))
    page = f"<table><tr><th>Title</th><th>Year</th><th>Cast</th></tr>{rows}</table>"
    parsed = parse_page(Page(page.encode(), url="https://films.example/list"))
    assert {movie.actors for movie in parsed.movies} == {actors}


def test_a_table_of_related_films_does_not_make_a_movies_page_a_list() -> None:
    said = (("Director", "Ana Bo"), ("Cast", "Cy Do, Eva Fu"), ("Runtime", "99 min"))
    facts = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in said)
    rows = "".join(f'<tr><td><a href="/film/{n}">Film {n}</a></td><td>20{n}</td><td>7.{n % 9}</td></tr>' for n in range(10, 22))
    related = f"<table><tr><th>Title</th><th>Year</th><th>Rating</th></tr>{rows}</table>"
    page = f"<title>Ran (1985)</title><h1>Ran (1985)</h1><table>{facts}</table>{related}"
    parsed = parse_page(Page(page.encode(), url="https://films.example/film/7"))
    assert [movie.title for movie in parsed.movies] == ["Ran"]


def test_a_grid_is_bounded() -> None:
    table = _node("<table>" + "<tr><td rowspan=99999 colspan=99999>1" * 50 + "</table>").first("table")
    assert table is not None
    assert max(len(row) for row in grid(table)) < 100


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("USA, 1999, 136 min", 136), ("1h 45m", 105), ("Drama | 2h 22m | R", 142),
        ("2x75 min (cut: 139 min)", 150), ("95 mins More at", 95),
        ("5 min read", None), ("40 minutes ago he left", None), ("3 h", 180), ("12 months", None), ("", None),
        ("120 min" * 99, None),
    ],
)  # fmt: skip
def test_running_times_in_text(line: str, minutes: int | None) -> None:
    assert runtime_in_line(line) == minutes


def test_parts_of_an_item() -> None:
    facts = "<b>Ran</b> <i>1985</i><span>162 min</span><p>12 May 2020</p><p>Director: Ana Bo | Stars: Cy Do</p>"
    parts = read_parts(_node(f'{facts}<b class="score">8.1</b>'), "Ran")
    assert (parts.years[0], parts.days[0], parts.runtime, parts.ratings) == (1985, 2020, 162, [("8.1", False)])
    assert parts.labelled == {"directors": "Ana Bo", "actors": "Cy Do"}


def test_scales() -> None:
    assert column_scale([("8.1", False)] * 9) == 10
    assert column_scale([("81", False), ("9", False)]) == 100
    assert column_scale([("4.5", False)] * 9) == 5
    assert column_scale([("4.5", False)] * 3) == 10


@pytest.mark.parametrize(
    ("html", "fact"),
    [
        ("<dl><dt>Director<dd>Ana Bo</dl>", ("directors", ["Ana Bo"])),
        ("<table><tr><th>Cast</th><td><a>Ana</a><br><a>Bo</a></td></tr></table>", ("actors", ["Ana", "Bo"])),
        ("<p><b>Runtime:</b> 95 min</p>", ("runtime", ["95 min"])),
        ("<div><span>Regie</span><span>Ana Bo</span></div>", ("directors", ["Ana Bo"])),
        ("<li><div><strong>Cast</strong></div><div>Ana, Bo</div></li>", ("actors", ["Ana", "Bo"])),
        ("<h3>Cast</h3><ul><li>Ana</li><li>Bo</li></ul>", ("actors", ["Ana", "Bo"])),
        ("<p>Länge: 95 Min.</p>", ("runtime", ["95 Min."])),
    ],
)
def test_labelled_facts(html: str, fact: tuple[str, list[str]]) -> None:
    assert fact in list(find_facts(_node(html)))


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li><a>Cast</a></li><li><a>Crew</a></li></ul>",
        "<a><span>Cast</span></a><a>Crew</a>",
        "<b>Cast</b>",
        "<dl><dt>Cast</dl>",
    ],
)
def test_menus_are_no_facts(html: str) -> None:
    assert list(find_facts(_node(html))) == []


def test_recommendations_beside_a_movie_are_no_list() -> None:
    cards = "".join(f'<li><a href="/movie/film-{i}">Film {i}</a> (19{i}0) 9{i} min</li>' for i in range(1, 9))
    html = (
        f'<title>Ran</title><link rel="canonical" href="https://x.example/movie/ran"><h1>Ran</h1><p>A film.</p><ul>{cards}</ul>'
    )
    assert parse_page(Page(html.encode())).kind is PageKind.OTHER
    listed = html.replace("/movie/ran", "/movie/popular").replace("Ran", "Popular movies")
    assert len(parse_page(Page(listed.encode())).movies) == 8
