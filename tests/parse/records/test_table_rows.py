"""Rows of tables as sites really have them: of two classes in turn, below years, beside other tables, between headings."""

import pytest

from moviescrape import parse_html

FILMS = [("Heat", 1995, 187.4), ("Ran", 1985, 4.1), ("Alien", 1979, 106.3), ("Big", 1988, 151.7), ("Tampopo", 1985, 0.4)]
TITLES = [title for title, _, _ in FILMS]


@pytest.mark.parametrize(
    "classes", [("", "alt"), ("odd", "even"), ("chart_odd_row", "chart_even_row"), ("rowOdd", "rowEven"), ("line first", "line")]
)
def test_rows_of_alternating_classes_are_one_list(classes: tuple[str, str]) -> None:
    rows = "".join(
        f'<tr class="{classes[place % 2]}"><td><a href="/film/{place}">{title}</a> ({year})<td>${gross}M</tr>'
        for place, (title, year, gross) in enumerate(FILMS)
    )
    page = parse_html(f"<title>Films</title><h1>Films at the box office</h1><table>{rows}</table>")
    assert [(movie.title, movie.year) for movie in page.movies] == [(title, year) for title, year, _ in FILMS]


def test_an_empty_cell_has_the_year_of_the_row_above() -> None:
    films = [("1995", "The Amber Road"), ("", "Northern Tide"), ("1985", "Paper Moons"), ("", "Salt and Stone"), ("1979", "Big")]
    rows = "".join(f"<tr><th>{year}<td><a href='/film/{n}'>{title}</a>" for n, (year, title) in enumerate(films))
    page = parse_html(f"<title>Films of Eva Fu</title><h1>Eva Fu</h1><h2>Films</h2><table>{rows}</table>")
    assert [movie.year for movie in page.movies] == [1995, 1995, 1985, 1985, 1979]


def test_a_row_without_a_movie_has_a_year_too() -> None:
    rows = (
        "<tr><td>1995<td class=t><a href='/film/1'>The Amber Road</a><tr><td><td class=t><a href='/film/2'>Northern Tide</a>"
        "<tr><td>1985<td colspan=2 class=note>no films, on the stage only<tr><td><td class=t><a href='/film/3'>Salt and Stone</a>"
        "<tr><td>1979<td class=t><a href='/film/4'>Big</a><tr><td><td class=t><a href='/film/5'>Small Town</a>"
    )
    page = parse_html(f"<title>Films of Eva Fu</title><h1>Eva Fu</h1><h2>Films</h2><table>{rows}</table>")
    assert [(movie.title, movie.year) for movie in page.movies] == [
        ("The Amber Road", 1995), ("Northern Tide", 1995), ("Salt and Stone", 1985), ("Big", 1979), ("Small Town", 1979)
    ]  # fmt: skip


def test_a_title_in_the_first_cell_states_no_year() -> None:
    films = [("1917", "Sam Hart"), ("Heat", "Jo Ha"), ("2012", "Eva Fu"), ("Big", "Cy Do"), ("Ran", "Ana Bo")]
    rows = "".join(f"<tr><td><a href='/film/{n}'>{title}</a><td>{director}" for n, (title, director) in enumerate(films))
    page = parse_html(f"<title>Films</title><h1>Films</h1><table><tr><th>Film<th>Director{rows}</table>")
    assert [(movie.title, movie.year) for movie in page.movies] == [(title, None) for title, _ in films]


def test_other_tables_of_a_page_are_left_out() -> None:
    facts = "<table><tr><th>Born<td>Ana Maria Bo, Ghent<tr><th>Years<td>1995 to 2018</table>"
    films = "".join(f"<tr><td>{year}<td><a href='/wiki/{title}'>{title}</a><td>Role {year}" for title, year, _ in FILMS)
    prizes = "".join(f"<tr><td>{year}<td><a href='/wiki/P{year}'>Prize of {year}</a><td>Won" for _, year, _ in FILMS)
    page = parse_html(
        f"<title>Ana Bo - Film wiki</title><h1>Ana Bo</h1>{facts}"
        f"<h2>Films</h2><table><tr><th>Year<th>Title<th>Role{films}</table>"
        f"<h2>Prizes</h2><table><tr><th>Year<th>Prize<th>Result{prizes}</table>"
    )
    assert [movie.title for movie in page.movies] == TITLES


def test_headings_among_rows_of_figures_are_no_movies() -> None:
    rows = "".join(
        f"<tr><td><a href='/movies/{title}.htm'><b>{title}</b></a><td>${gross}M<td>{2000 + place}<td>${gross + 3}M"
        for place, (title, _, gross) in enumerate(FILMS)
    )
    head = "<tr><td><a href='/chart?sort=title'><b>Weekend gross</b></a><td><a>Studio</a><td><a>Theaters</a><td><a>Total</a>"
    last = "<tr><td><a href='/movies/Up.htm'><b>Up</b></a><td>n/a<td><td>n/a"
    page = parse_html(f"<title>Movie box office</title><h1>Weekend box office: movies</h1><table>{head}{rows}{last}</table>")
    assert [movie.title for movie in page.movies] == [*TITLES, "Up"]


def test_names_in_the_table_of_a_movies_facts_are_no_list_beside_it() -> None:
    facts = "".join(
        f"<tr><th>{label}<td><ul>{''.join(f'<li><a href=/wiki/{n}>{n}</a>' for n in names)}</ul>"
        for label, names in (("Directed by", ["Cy Do"]), ("Starring", ["Ana Bo", "Eva Fu"]), ("Music by", ["Jo Ha", "Mina Rao"]))
    )
    facts += "<tr><th>Release date<td>August 16, 1989<tr><th>Running time<td>99 minutes"
    more = "".join(f"<li><a href='/wiki/{title}'>{title}</a> ({year})" for title, year, _ in FILMS)
    page = parse_html(
        f"<title>Uncle Moe - Wiki</title><h1>Uncle Moe</h1><table>{facts}</table><p>Uncle Moe is a 1989 film.</p>"
        f"<div class='navbox'>Films of Cy Do<ul>{more}</ul></div>"
    )
    assert [(movie.title, movie.year, movie.runtime, movie.actors) for movie in page.movies] == [
        ("Uncle Moe", 1989, 99, ("Ana Bo", "Eva Fu"))
    ]
