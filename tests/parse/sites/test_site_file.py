"""Site files: what they say is read, and each mistake is one line that names file, key and remedy."""

import pytest

from moviescrape.errors import UsageError
from moviescrape.movie import Movie
from moviescrape.pages.page import Page
from moviescrape.parse import ParsedPage, parse_page
from moviescrape.parse.sites import SITES, find_site
from moviescrape.parse.sites.site import Layout, Site
from moviescrape.parse.sites.site_file import as_expression, read_site_file
from support.site_files import CINEMA, TITLES, cinema_page


def _read(page: Page, *own: Site) -> ParsedPage:
    return parse_page(page, sites=(*own, *SITES))


CINEMA_SITE = read_site_file(CINEMA, "kino.toml")


def test_what_the_file_names_is_read() -> None:
    parsed = _read(Page(cinema_page()), CINEMA_SITE)
    assert (parsed.site, parsed.layout, parsed.problem) == ("kino", "programme", None)
    assert parsed.movies[0] == Movie(
        "The Lamp Post", rating=5.0, year=1991, runtime=91, url="https://kino.example/film/1", source=parsed.movies[0].source
    )
    assert [movie.title for movie in parsed.movies] == list(TITLES)


def test_without_the_file_the_page_is_read_otherwise() -> None:
    assert [movie.title for movie in parse_page(Page(cinema_page())).movies] != list(TITLES)


def test_a_page_without_address_is_known_by_its_items() -> None:
    parsed = _read(Page(cinema_page(address=None)), CINEMA_SITE)
    assert [movie.title for movie in parsed.movies] == list(TITLES)
    assert parsed.movies[2].url == "https://kino.example/film/3"


def test_a_page_of_another_host_is_not_read_by_the_file() -> None:
    parsed = _read(Page(cinema_page("https://elsewhere.example/now")), CINEMA_SITE)
    assert [movie.title for movie in parsed.movies] != list(TITLES)


@pytest.mark.parametrize("host", ["imdb.com", "www.imdb.com", "m.imdb.com", "com"])
def test_a_users_site_wins_over_a_built_in_one_for_its_hosts(host: str) -> None:
    own = read_site_file(CINEMA.replace("kino.example", host, 1), "mine.toml")
    assert find_site("https://m.imdb.com/chart/top" if host != "imdb.com" else "https://www.imdb.com/", own_first(own)) is own


def own_first(own: Site) -> tuple[Site, ...]:
    return (own, *SITES)


def test_a_subdomain_of_a_built_in_site_may_be_described_alone() -> None:
    own = read_site_file(CINEMA.replace("kino.example", "de.wikipedia.org", 1), "mine.toml")
    assert find_site("https://de.wikipedia.org/wiki/Film", own_first(own)) is own
    built_in = find_site("https://en.wikipedia.org/wiki/Film", own_first(own))
    assert built_in is not None
    assert built_in.name == "wikipedia"


def test_a_site_written_in_python_works_the_same_way() -> None:
    layout = Layout(name="now", item="section.c", fields={"title": "b", "url": "i::attr(data-to)"})
    own = Site(name="kino", hosts=("kino.example",), layouts=(layout,))
    parsed = _read(Page(cinema_page()), own)
    assert [movie.title for movie in parsed.movies] == list(TITLES)
    assert parsed.movies[0].url == "https://kino.example/film/1"


def test_where_nothing_tells_a_movies_url_links_stay() -> None:
    own = read_site_file(CINEMA.replace('movie_url = "/film/*"\n', ""), "kino.toml")
    assert _read(Page(cinema_page()), own).movies[1].url == "https://kino.example/film/2"


@pytest.mark.parametrize(
    ("pattern", "url", "is_movie"),
    [
        ("/film/*", "https://kino.example/film/heat-1995/", True),
        ("/film/*", "http://www.kino.example/film/7?lang=de", True),
        ("/film/*", "https://kino.example/film/7/tickets", False),
        ("/film/*", "https://kino.example/film/", False),
        ("/film.php?id=*", "https://kino.example/film.php?id=7", True),
        ("/film.php?id=*", "https://kino.example/filmXphp?id=7", False),
        ("/*/film/*", "https://kino.example/de/film/7", True),
        ("https://kino.example/f/*", "https://kino.example/f/7", True),
        (r"https?://[^/]+/f/\d+$", "https://kino.example/f/7", True),
        (r"https?://[^/]+/f/\d+$", "https://kino.example/f/all", False),
        ("/film/*", "https://other.example/film/7", False),
    ],
)
def test_the_address_of_a_movie(pattern: str, url: str, is_movie: bool) -> None:
    own = read_site_file(CINEMA.replace('"/film/*"', f"'{pattern}'"), "kino.toml")
    assert (own.movie_address(url) is not None) is is_movie


def test_a_simple_pattern_means_its_marks_as_they_are() -> None:
    assert as_expression("/a.b") == r"https?://[^/?#]+/a\.b/?(?:[?#].*)?$"


TOP = 'hosts = ["kino.example"]\n'
LAYOUT = '[[layouts]]\nitem = "div"\n'
WHOLE = f'{TOP}{LAYOUT}fields.title = "h2"\n'

MISTAKES = {
    "not TOML": ("hosts = [", "not TOML: Invalid value (at end of document); texts stand in quotes"),
    "unknown key": (f'host = "a"\n{WHOLE}', "host: no such key; did you mean hosts?"),
    "unknown key of a layout": (f"{WHOLE}items = 3\n", "layouts[1].items: no such key; did you mean item?"),
    "unknown field": (f'{WHOLE}fields.titel = "h3"\n', "layouts[1].fields.titel: no such key; did you mean title?"),
    "hosts as text": (f'hosts = "a"\n{LAYOUT}', "hosts: 'a' in place of a list; give texts in brackets"),
    "an address as host": (f'hosts = ["https://a.b/"]\n{LAYOUT}', "hosts: 'https://a.b/' is no host; give the name alone"),
    "a number as host": (f"hosts = [3]\n{LAYOUT}", "hosts: 3 in place of a text; give a text in quotes"),
    "no layouts": (TOP, "layouts: no layout; begin one with a line [[layouts]]"),
    "layouts no tables": (f"{TOP}layouts = [1]\n", "layouts[1]: not a table; begin a layout with a line [[layouts]]"),
    "one table": (f'{TOP}[layouts]\nitem = "a"\n', "layouts: no layout; begin one with a line [[layouts]]"),
    "no item": (f'{TOP}[[layouts]]\nfields.title = "h2"\n', "layouts[1].item: missing; name what holds one movie"),
    "no title": (f'{TOP}{LAYOUT}fields.year = "b"\n', "layouts[1].fields.title: missing; below [layouts.fields], say where"),
    "no fields": (f"{TOP}{LAYOUT}", "layouts[1].fields.title: missing"),
    "second layout": (f'{WHOLE}[[layouts]]\nfields.title = "b"\n', "layouts[2].item: missing"),
    "bad item": (f'{TOP}[[layouts]]\nitem = "div >"\nfields.title = "b"\n', "layouts[1].item: 'div >' is no CSS selector ("),
    "item with attribute": (
        f'{TOP}[[layouts]]\nitem = "a::attr(b)"\nfields.title = "b"\n',
        "layouts[1].item: 'a::attr(b)' is no",
    ),
    "bad selector": (f'{WHOLE}fields.year = "b["\n', "layouts[1].fields.year: 'b[' is no CSS selector ("),
    "bad alternative": (f'{WHOLE}fields.year = ["b", "..c"]\n', "layouts[1].fields.year: '..c' is no CSS selector ("),
    "other pseudo-element": (
        f'{WHOLE}fields.year = "b::text"\n',
        "layouts[1].fields.year: 'b::text' is no CSS selector (Pseudo-elements are not",
    ),
    "empty selector": (f'{WHOLE}fields.year = ""\n', "layouts[1].fields.year: '' in place of a text"),
    "number as selector": (f"{WHOLE}fields.year = 3\n", "layouts[1].fields.year: 3 in place of a text"),
    "no pattern": (f'{WHOLE}fields.year = {{ css = "b" }}\n', "layouts[1].fields.year.match: nothing in place of a text"),
    "bad pattern": (f'{WHOLE}fields.year = {{ match = "(" }}\n', "layouts[1].fields.year.match: '(' is no regular expression ("),
    "bad key of a rule": (
        f'{WHOLE}fields.year = {{ mach = "a" }}\n',
        "layouts[1].fields.year.mach: no such key; did you mean match?",
    ),
    "scale as text": (f'{WHOLE}scale = "5"\n', "layouts[1].scale: '5' is no scale; give the best possible rating as a number"),
    "scale of nothing": (f"{WHOLE}scale = 0\n", "layouts[1].scale: 0 is no scale"),
    "once as text": (f'{WHOLE}once = "yes"\n', "layouts[1].once: 'yes' is neither true nor false"),
    "bad next": (f'{WHOLE}next = "a["\n', "layouts[1].next: 'a[' is no CSS selector ("),
    "bad movie_url": (f'movie_url = "/film/(*"\n{WHOLE}', "movie_url: '/film/(*' is no regular expression ("),
    "bad origin": (f'origin = "kino.example"\n{WHOLE}', "origin: 'kino.example' is no origin; give scheme and host alone"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_one_line_with_file_key_and_remedy(mistake: str) -> None:
    text, said = MISTAKES[mistake]
    with pytest.raises(UsageError) as raised:
        read_site_file(text, "my/kino.toml")
    assert str(raised.value).startswith(f"my/kino.toml: {said}")
    assert "\n" not in str(raised.value)
    assert raised.value.remedy


def test_the_least_that_a_file_needs() -> None:
    site = read_site_file(WHOLE, "my/kino.toml")
    assert (site.name, site.layouts[0].name, site.layouts[0].scale) == ("kino", "layout[1]", 10)
