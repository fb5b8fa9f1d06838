"""Pages of sites that nobody described, as a whole: what is a list of movies, what is one movie, what is neither."""

from collections.abc import Iterable

import pytest

from moviescrape.movie import Movie
from moviescrape.pages.page import Page
from moviescrape.parse import PageKind, parse_page

TITLES = (
    "Amber Road",
    "The Quiet Pier",
    "Nine Lanterns",
    "Salt and Rust",
    "A Map of Rain",
    "Harbour Lights",
    "Low Sun",
    "Ferry Home",
)
URL = "https://rialto.example/whats-on"


def movies_of(body: str, title: str = "What's on", url: str | None = URL) -> tuple[Movie, ...]:
    return parse_page(Page(f"<html><title>{title}</title><body>{body}</body></html>".encode(), url=url)).movies


def cards(parts: Iterable[str]) -> str:
    return f"<main><div class='grid'>{''.join(parts)}</div></main>"


def film_cards() -> str:
    return cards(
        f"<div class='film-card'><a href='/film/{n}-{t.lower().replace(' ', '-')}'><img src='p{n}.jpg' alt=''><h3>{t}</h3></a>"
        f"<p>{1990 + n} · {90 + n} min</p><p>Director: Ana Bo</p><p>Cast: Cy Do, Eva Fu</p><span class='score'>7.{n}</span></div>"
        for n, t in enumerate(TITLES)
    )


def test_a_card_gives_all_its_values() -> None:
    movies = movies_of(film_cards())
    assert [movie.title for movie in movies] == list(TITLES)
    assert movies[1][:6] == ("The Quiet Pier", 7.1, 1991, ("Cy Do", "Eva Fu"), 91, "https://rialto.example/film/1-the-quiet-pier")
    assert movies[1].directors == ("Ana Bo",)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda html: html.replace("film-card", "x9q"), id="classes renamed"),
        pytest.param(lambda html: html.replace("<h3>", "<div><h3>").replace("</h3>", "</h3></div>"), id="wrapped titles"),
        pytest.param(lambda html: html.replace("><", ">\n\n <!-- x --> <"), id="white space and comments"),
        pytest.param(lambda html: html.replace("Director:", "Regie:").replace("Cast:", "Darsteller:"), id="German"),
        pytest.param(lambda html: html.replace("Director:", "Reżyseria:").replace("Cast:", "Obsada:"), id="Polish"),
        pytest.param(lambda html: html.replace("Director:", "감독:").replace("Cast:", "출연:"), id="Korean"),
        pytest.param(lambda html: html.replace("/film/", "https://rialto.example/film/"), id="absolute links"),
        pytest.param(lambda html: html.replace(" min", "'"), id="minutes as a mark"),
        pytest.param(lambda html: f"<nav><ul><li><a href='/'>Home<li><a href='/a'>About us</ul></nav>{html}", id="a menu before"),
    ],
)
def test_the_same_list_in_other_markup(change) -> None:  # type: ignore[no-untyped-def]
    found = movies_of(change(film_cards()), title="Films at the Rialto cinema")
    assert [movie[:6] for movie in found] == [movie[:6] for movie in movies_of(film_cards())]


def test_siblings_without_a_box_of_their_own() -> None:
    body = "".join(f"<h3>{t}</h3><p>{1980 + n}, {80 + n} minutes</p><p>Director: Ana Bo</p>" for n, t in enumerate(TITLES))
    assert [(m.title, m.year, m.runtime) for m in movies_of(body, "Cinema programme")] == [
        (t, 1980 + n, 80 + n) for n, t in enumerate(TITLES)
    ]


def test_lines_of_a_list_without_links() -> None:
    body = "<h2>My favourite films</h2><ul>" + "".join(f"<li>{t} ({1960 + n})</li>" for n, t in enumerate(TITLES)) + "</ul>"
    assert [(m.title, m.year) for m in movies_of(body, "My favourite films", None)] == [
        (t, 1960 + n) for n, t in enumerate(TITLES)
    ]


@pytest.mark.parametrize(
    "parted",
    [
        pytest.param(lambda year: f"<b>{year[:2]}</b>{year[2:]}", id="the first digits"),
        pytest.param(lambda year: f"{year[:2]}<mark>{year[2:]}</mark>", id="the last digits"),
        pytest.param(lambda year: "".join(f"<i>{digit}</i>" for digit in year), id="each digit"),
    ],
)
def test_a_year_parted_by_tags_is_one_number(parted) -> None:  # type: ignore[no-untyped-def]
    body = (
        "<ul>"
        + "".join(f"<li><a href='/film/{n}'>{t}</a> <span>({parted(str(1960 + n))})</span></li>" for n, t in enumerate(TITLES))
        + "</ul>"
    )
    assert [(m.title, m.year) for m in movies_of(body, "Films")] == [(t, 1960 + n) for n, t in enumerate(TITLES)]


def test_numbers_in_boxes_of_their_own_are_apart() -> None:
    box = "<li><a href='/film/{0}/{1}'>{0}</a><span>{2}</span><span>{3}h 40m</span><b>7.{1}</b></li>"
    body = "<ul>" + "".join(box.format(t, n, 1960 + n, 1) for n, t in enumerate(TITLES)) + "</ul>"
    assert [(m.year, m.runtime) for m in movies_of(body, "All films")] == [(1960 + n, 100) for n in range(len(TITLES))]


@pytest.mark.parametrize("header", [("Title", "Year", "Minutes"), ("Titel", "Jahr", "Länge"), ("Название", "Год", "Время")])
def test_a_table_by_its_header(header: tuple[str, str, str]) -> None:
    rows = "".join(f"<tr><td>{t}</td><td>{1950 + n}</td><td>{100 + n}</td></tr>" for n, t in enumerate(TITLES))
    head = "".join(f"<th>{name}</th>" for name in header)
    movies = movies_of(f"<table><tr>{head}</tr>{rows}</table>", "Films", None)
    assert [(m.title, m.year, m.runtime) for m in movies] == [(t, 1950 + n, 100 + n) for n, t in enumerate(TITLES)]


def test_linked_names_of_a_table_keep_their_order() -> None:
    rows = "".join(
        f'<tr><td><a href="/film/{n}">{t}</a></td><td>200{n}</td><td><a href="/1">Ana Bo</a>, <a href="/2">Cy Do</a></td></tr>'
        for n, t in enumerate(TITLES)
    )
    movies = movies_of(f"<table><tr><th>Title</th><th>Year</th><th>Cast</th></tr>{rows}</table>", "Films")
    assert {movie.actors for movie in movies} == {("Ana Bo", "Cy Do")}


TITLE_PAGE = """<h1>Amber Road</h1><p>2014 · 104 min</p><dl><dt>Director</dt><dd>Ana Bo</dd>
<dt>Cast</dt><dd>Cy Do, Eva Fu</dd></dl><p>A ferry does not come back, and a village begins to count its lamps.</p>"""


def test_a_page_about_one_movie() -> None:
    movies = movies_of(TITLE_PAGE, "Amber Road - Rialto", "https://rialto.example/film/3")
    assert movies[0][:6] == ("Amber Road", None, 2014, ("Cy Do", "Eva Fu"), 104, "https://rialto.example/film/3")


def test_recommendations_make_no_list_of_a_movies_page() -> None:
    movies = movies_of(TITLE_PAGE + film_cards(), "Amber Road - Rialto", "https://rialto.example/film/3")
    assert [(movie.title, movie.year) for movie in movies] == [("Amber Road", 2014)]


def test_recommendations_beside_a_movie_without_facts_are_no_list() -> None:
    page = f'<link rel="canonical" href="https://rialto.example/film/ran"><h1>Ran</h1><p>A film.</p>{film_cards()}'
    assert movies_of(page.replace("/film/0-", "/film/"), "Ran", None)[:1] == ()


def test_every_group_of_films_is_read() -> None:
    def section(name: str, some: Iterable[str]) -> str:
        inside = cards(f"<div class='film-{name[:1]}'><h3>{t}</h3><p>95 min</p></div>" for t in some)
        return f"<section><h2>{name}</h2>{inside}</section>"

    movies = movies_of(section("Rialto", TITLES[:4]) + section("Apollo", TITLES[4:]), "Cinemas: films today")
    assert {movie.title for movie in movies} == set(TITLES)


def linked(folder: str, names: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li><a href='{folder}{name}'>{name}</a></li>" for name in names) + "</ul>"


NEWS = "opens to long queues, says its maker in an interview today."
NO_MOVIES = {
    "a menu": f"<div class='menu'>{linked('/', ('Films', 'Family Fun', 'Bar', 'Gifts'))}</div>",
    "cities": f"<h2>Cinemas in your city</h2>{linked('/city/', ('Alba', 'Borgo', 'Cetra', 'Dorna', 'Elva'))}",
    "decades": linked("/films/decade/", (f"{decade}s" for decade in range(1870, 2030, 10))),
    "prices": "<table><tr><th>Ticket</th><th>Price</th></tr>"
    + "".join(f"<tr><td>{t}</td><td>€ 9</td></tr>" for t in ("Adult", "Child", "Student", "Senior"))
    + "</table>",
    "albums": "<h1>Albums of the year</h1>" + cards(f"<div class='album'><h3>{t}</h3><p>12 tracks</p></div>" for t in TITLES),
    "series": "<h1>TV series</h1>" + cards(f"<div class='card'><h3>{t}</h3><p>Series, season 2</p></div>" for t in TITLES),
    "news": "<h1>Film news</h1>" + cards(f"<article><h3>{t} {NEWS}</h3><p>By Ana Bo</p></article>" for t in TITLES),
}


@pytest.mark.parametrize("name", NO_MOVIES)
def test_what_is_no_movie_gives_none(name: str) -> None:
    assert movies_of(NO_MOVIES[name], "Rialto cinema", "https://rialto.example/") == ()


def test_a_page_of_other_things_is_no_movie_page() -> None:
    page = Page(b"<title>Garden</title><ul><li>Spade<li>Rake<li>Hoe</ul>", url="https://garden.example/")
    assert parse_page(page).kind is PageKind.OTHER
