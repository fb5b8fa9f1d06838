"""What is learned from a page reads the same rows, on it and on others like it."""

import pytest

from moviescrape.errors import NotAMoviePage, UsageError
from moviescrape.movie import Movie
from moviescrape.pages.page import Page
from moviescrape.parse import parse_page
from moviescrape.parse.learn.learned import LearnedLayout, url_pattern
from moviescrape.parse.learn.sample import read_sample
from moviescrape.parse.learn.site_toml import quoted, site_toml
from moviescrape.parse.sites.site_file import read_site_file
from support.learn_pages import FILMS, MARKUPS, Film, film_page
from support.site_files import cinema_page


def _layout(*pages: bytes, title: str | None = None) -> LearnedLayout:
    return LearnedLayout([read_sample(Page(page)) for page in pages], title)


def _read(layout: LearnedLayout, page: bytes) -> tuple[Movie, ...]:
    """Read a page with the site file alone."""
    text = site_toml(layout)
    parsed = parse_page(Page(page), sites=(read_site_file(text, "kino.toml"),))
    assert parsed.layout == "list", text
    return parsed.movies


def _rows(movies: tuple[Movie, ...]) -> list[Film]:
    return [
        Film(m.title, m.year or 0, m.runtime or 0, m.rating or 0.0, m.actors or (), (m.url or "").rpartition("/")[2])
        for m in movies
    ]


def _rounded(films: tuple[Film, ...]) -> list[Film]:
    return [film._replace(rating=round(film.rating, 1)) for film in films]


def _with_actors(layout: LearnedLayout) -> LearnedLayout:
    """Name one movie's actors where the page alone did not tell who they are."""
    if "actors" not in layout.fields:
        layout.set_example("actors", "Ana Bo, Cy Do", "The Lamp Post")
    return layout


@pytest.mark.parametrize("markup", MARKUPS)
def test_the_site_file_reads_what_was_learned(markup: str) -> None:
    page = film_page(markup)
    assert _rows(_read(_with_actors(_layout(page)), page)) == _rounded(FILMS)


@pytest.mark.parametrize("markup", MARKUPS)
def test_it_reads_other_pages_of_the_list_too(markup: str) -> None:
    layout = _with_actors(_layout(film_page(markup, FILMS[:5])))
    assert _rows(_read(layout, film_page(markup, FILMS[5:]))) == _rounded(FILMS[5:])


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_page_without_address(markup: str) -> None:
    page = film_page(markup, address=False)
    layout = _layout(page)
    assert [movie.title for movie in _read(layout, page)] == [film.title for film in FILMS]
    assert site_toml(layout).startswith("hosts = []\n")


def test_selectors_are_classes_and_headings_where_there_are_any() -> None:
    text = site_toml(_layout(film_page("cards")))
    assert 'item = "div.card"' in text
    assert 'title = "h3"' in text
    assert "css-1x2y3z" not in text
    assert "nth" not in text
    assert 'movie_url = "/film/*"' in text
    assert 'hosts = ["kino.example"]' in text


def test_a_table_without_classes_is_read_by_the_places_of_its_cells() -> None:
    assert "td:nth-child(2)" in site_toml(_layout(film_page("table")))


def test_an_example_finds_its_column() -> None:
    layout = _layout(cinema_page(), title="Northern Tide")
    for field, value in {"title": "Northern Tide", "rating": "3.5", "year": "1992", "runtime": "92", "url": "/film/2"}.items():
        layout.set_example(field, value, "Northern Tide")
    movies = _read(layout, cinema_page())
    assert [(m.title, m.rating, m.year, m.runtime, m.url) for m in movies][1] == (
        "Northern Tide",
        7.0,
        1992,
        92,
        "https://kino.example/film/2",
    )
    assert len(movies) == 3


def test_a_column_is_chosen_by_its_number_and_left_out_again() -> None:
    layout = _layout(film_page("cards"))
    number = next(at for at, column in enumerate(layout.shown, 1) if column.css == "span.score")
    layout.set_column("metascore", number)
    assert "metascore" in site_toml(layout)
    layout.unset("metascore")
    assert "metascore" not in site_toml(layout)


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        (lambda layout: layout.set_column("titel", 1), "there is no field 'titel'"),
        (lambda layout: layout.set_column("title", 99), "there is no column 99; choose one from 1 to"),
        (lambda layout: layout.set_example("year", "1066"), "no column holds the year '1066'; give it as the page shows it"),
        (lambda layout: layout.set_example("year", "1957", "Heron"), "no column holds the year '1957' of 'Heron'"),
        (lambda layout: layout.choose_group(99), "there is no group 99; choose one from 1 to"),
    ],
)
def test_a_mistake_says_what_there_is(mistake: object, said: str) -> None:
    layout = _layout(film_page("cards"))
    assert callable(mistake)
    with pytest.raises(UsageError, match=said):
        mistake(layout)


def test_a_title_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="no group of the page has the title 'Heat'"):
        _layout(film_page("cards"), title="Heat")


def test_another_group_may_be_chosen() -> None:
    layout = _layout(film_page("cards"))
    menu = next(number for number, group in enumerate(layout.groups, 1) if "Prices" in group.titles)
    layout.choose_group(menu)
    assert [movie.title for movie in _read(layout, film_page("cards"))] == ["Home", "News", "Cinemas", "Prices"]


def test_a_page_that_repeats_nothing() -> None:
    with pytest.raises(NotAMoviePage, match="nothing on the page repeats"):
        _layout(b"<html><body><h1>Heat</h1><p>A film.</p></body></html>")


@pytest.mark.parametrize(
    ("urls", "others", "pattern"),
    [
        (["/film/heat", "/film/ran"], [], "/film/*"),
        (["/de/film/7", "/en/film/8"], [], "/*/film/*"),
        (["/heat", "/ran"], [], None),
        (["/film/heat/now", "/film/ran/now"], [], None),
        (["/film/heat", "/film/ran"], ["/film/now"], None),
        (["/f.php?id=1", "/f.php?id=2"], [], None),
        (["/film/heat", "/film/2019/ran"], [], None),
    ],
)
def test_the_pattern_of_movies_addresses(urls: list[str], others: list[str], pattern: str | None) -> None:
    origin = "https://kino.example"
    assert url_pattern([origin + url for url in urls], [origin + url for url in others]) == pattern


@pytest.mark.parametrize("text", ["h2 a", r"\d+", "it's \\d", 'a[b="c"]', 'it\'s "x"', "a\tb\x00\x7f", "Ünïcode"])
def test_any_text_can_be_quoted(text: str) -> None:
    import tomllib

    assert tomllib.loads(f"a = {quoted(text)}") == {"a": text}
