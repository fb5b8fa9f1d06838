"""Which addresses are a movie's own page, what its canonical address is, and which pages are about something else."""

import pytest

from moviescrape.parse.sites import find_site

CANONICAL = {
    "http://www.imdb.com/title/tt0000001?ref_=x": "https://www.imdb.com/title/tt0000001/",
    "https://m.imdb.com/title/tt0000001/": "https://www.imdb.com/title/tt0000001/",
    "https://www.imdb.com/de/title/tt0000001/reference/": "https://www.imdb.com/title/tt0000001/",
    "https://www.imdb.com/pt-br/title/tt0000001/": "https://www.imdb.com/title/tt0000001/",
    "http://www.rottentomatoes.com/m/1217700-kick_ass/": "https://www.rottentomatoes.com/m/1217700-kick_ass",
    "https://www.rottentomatoes.com/tv/fen/s01": "https://www.rottentomatoes.com/tv/fen/s01",
    "https://letterboxd.com/film/2046": "https://letterboxd.com/film/2046/",
    "http://www.metacritic.com/movie/cafe-nuage": "https://www.metacritic.com/movie/cafe-nuage/",
    "https://www.boxofficemojo.com/release/rl1/?ref_=x": "https://www.boxofficemojo.com/release/rl1/",
    "https://www.boxofficemojo.com/movies/?page=main&id=fen.htm": "https://www.boxofficemojo.com/movies/?id=fen.htm",
}
NO_MOVIES_OWN_PAGE = (
    "https://www.imdb.com/title/tt0000001/fullcredits",
    "https://www.imdb.com/chart/top/",
    "https://www.rottentomatoes.com/m/fen/reviews",
    "https://letterboxd.com/mo/film/fen/",
    "https://www.metacritic.com/movie/fen/user-reviews",
    "https://www.boxofficemojo.com/year/2023/",
    "https://www.boxofficemojo.com/movies/?page=main",
)
ABOUT_SOMETHING_ELSE = (
    "https://www.imdb.com/",
    "https://www.imdb.com/name/nm0000001/",
    "https://www.imdb.com/fr/title/tt0000001/reviews/",
    "https://www.rottentomatoes.com/m/fen/cast-and-crew",
    "https://letterboxd.com/film/fen/members/",
    "https://www.metacritic.com/game/fen/",
)


@pytest.mark.parametrize(("url", "canonical"), CANONICAL.items())
def test_canonical(url: str, canonical: str) -> None:
    site = find_site(url)
    assert site is not None
    assert site.movie_address(url) == canonical
    assert site.movie_address(canonical) == canonical
    assert not site.is_about_something_else(url)


@pytest.mark.parametrize("url", NO_MOVIES_OWN_PAGE)
def test_other_pages_have_no_canonical_movie(url: str) -> None:
    site = find_site(url)
    assert site is not None
    assert site.movie_address(url) is None


@pytest.mark.parametrize("url", ABOUT_SOMETHING_ELSE)
def test_pages_about_something_else(url: str) -> None:
    site = find_site(url)
    assert site is not None
    assert site.is_about_something_else(url)


@pytest.mark.parametrize(
    "url", ["https://notimdb.com/title/tt0000001/", "https://imdb.com.example.org/title/tt0000001/", None, ""]
)
def test_strangers_are_no_site(url: str | None) -> None:
    assert find_site(url) is None
