"""Which links of a record lead to its movie's page."""

import pytest

from moviescrape import parse_html
from moviescrape.parse.records.movie_links import leads_elsewhere

TITLES = ["The Amber Road", "Northern Tide", "Paper Moons", "Salt and Stone", "A Quiet Harbour"]


@pytest.mark.parametrize("href", ["", "#", "  ", "/tickets/7", "https://www.youtube.com/watch?v=1", "http://[broken"])
def test_tickets_and_trailers_are_no_pages_of_movies(href: str) -> None:
    assert leads_elsewhere(href)


@pytest.mark.parametrize("href", ["/film/the-amber-road", "film.php?id=7", "https://cinema.example/movies/1917"])
def test_movies_pages_are(href: str) -> None:
    assert not leads_elsewhere(href)


@pytest.mark.parametrize(
    "card",
    [
        "<h3><a href='/film/{n}'>{title}</a></h3><a href='/tickets/{n}'>Tickets</a>",
        "<a href='/tickets/{n}'>Tickets</a><h3>{title}</h3><a href='/film/{n}'>More</a>",
        "<a href='/film/{n}'><img src='x'></a><h3>{title}</h3><a href='https://youtu.be/{n}'>Trailer</a>",
    ],
)
def test_the_movie_s_own_page_is_chosen(card: str) -> None:
    cards = "".join(
        f"<div class='film'>{card.format(n=n, title=title)}<p>2019, 97 min</p></div>" for n, title in enumerate(TITLES)
    )
    movies = parse_html(f"<title>Films</title><h1>Films</h1>{cards}", url="https://roxy.example/").movies
    assert [(movie.title, movie.url) for movie in movies] == [(t, f"https://roxy.example/film/{n}") for n, t in enumerate(TITLES)]


@pytest.mark.parametrize(
    "attribute", ["data-target-link='/film/{n}'", "data-href='/film/{n}'", """onclick="location.href='/film/{n}'" """]
)
def test_cards_that_a_script_opens_have_their_address(attribute: str) -> None:
    cards = "".join(
        f"<div class='film' {attribute.format(n=n)}><h3>{title}</h3><p>2019, 97 min</p></div>" for n, title in enumerate(TITLES)
    )
    movies = parse_html(f"<title>Films</title><h1>Films</h1>{cards}", url="https://roxy.example/").movies
    assert [movie.url for movie in movies] == [f"https://roxy.example/film/{n}" for n in range(len(TITLES))]


def test_people_among_movies_are_none() -> None:
    cards = "".join(
        f"<article class='film'><h3><a href='/film/{n}-x'>{title}</a></h3><p>(2019) 97 min</p></article>"
        for n, title in enumerate(TITLES)
    )
    people = "<article class='film'><h3><a href='/actors/7-ana-bo'>Ana Bo</a></h3><p>(1967)</p></article>"
    movies = parse_html(f"<title>Search - Films</title><h1>Films</h1>{cards}{people}").movies
    assert [movie.title for movie in movies] == TITLES
