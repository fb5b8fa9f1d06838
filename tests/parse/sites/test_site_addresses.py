"""Which addresses are of a movie's own page, and how the site names that page."""

import pytest

from moviescrape.parse.sites import find_site

OWN = {
    "https://movie.douban.com/subject/9100001/?from=showing": "https://movie.douban.com/subject/9100001/",
    "http://m.douban.com/movie/subject/9100001/": "https://movie.douban.com/subject/9100001/",
    "http://maoyan.com/films/92031": "https://maoyan.com/films/92031",
    "https://www.csfd.cz/film/9-a-b/": "https://www.csfd.cz/film/9-a-b/prehled/",
    "https://www.csfd.cz/film/9-a-b/komentare/strana-2/": "https://www.csfd.cz/film/9-a-b/prehled/",
    "https://www.csfd.cz/film/9-a/10-b/prehled/": "https://www.csfd.cz/film/9-a/10-b/prehled/",
    "https://www.csfd.sk/film/9-a-b/prehlad/": "https://www.csfd.sk/film/9-a-b/prehlad/",
    "https://www.kinopoisk.ru/film/435/sr/1/": "https://www.kinopoisk.ru/film/435/",
    "https://www.kinopoisk.ru/level/1/film/435/": "https://www.kinopoisk.ru/film/435/",
    "https://www.kinopoisk.ru/film/brat-1997-41519/": "https://www.kinopoisk.ru/film/brat-1997-41519/",
    "https://www.kinopoisk.ru/series/435?x=1": "https://www.kinopoisk.ru/series/435/",
    "https://www.allocine.fr/film/fichefilm-99/": "https://www.allocine.fr/film/fichefilm_gen_cfilm=99.html",
    "https://www.allocine.fr/film/fichefilm_gen_cfilm=99.html": "https://www.allocine.fr/film/fichefilm_gen_cfilm=99.html",
    "https://www.filmstarts.de/kritiken/99.html": "https://www.filmstarts.de/kritiken/99.html",
    "https://www.sensacine.com.mx/peliculas/pelicula-99/": "https://www.sensacine.com.mx/peliculas/pelicula-99/",
    "http://www.filmweb.pl/film/Saga+2-2014-99?x=1": "https://www.filmweb.pl/film/Saga+2-2014-99",
    "http://www.filmweb.pl/Incepcja": "https://www.filmweb.pl/Incepcja",
    "https://www.filmweb.pl/serial/Most-2011-99": "https://www.filmweb.pl/serial/Most-2011-99",
    "https://www.amazon.com/Salt-Road/dp/B0TEST0001/ref=sr_1_1?k=x": "https://www.amazon.com/Salt-Road/dp/B0TEST0001",
    "https://smile.amazon.co.uk/dp/B0TEST0001": "https://www.amazon.co.uk/dp/B0TEST0001",
    "https://www.primevideo.com/detail/0TEST000001/": "https://www.primevideo.com/detail/0TEST000001",
    "https://www.themoviedb.org/movie/99-salt-road?language=de": "https://www.themoviedb.org/movie/99-salt-road",
    "https://myanimelist.net/anime/99/Umi_no_Michi?q=umi": "https://myanimelist.net/anime/99/Umi_no_Michi",
    "https://m.imdb.com/title/tt0000099/": "https://www.imdb.com/title/tt0000099/",
    "https://en.m.wikipedia.org/wiki/Heat_(1995_film)#Cast": "https://en.wikipedia.org/wiki/Heat_(1995_film)",
    "https://en.wikipedia.org/wiki/Mission:_Impossible": "https://en.wikipedia.org/wiki/Mission:_Impossible",
}
OTHER = [
    "https://book.douban.com/subject/9100001/",
    "https://movie.douban.com/subject/9100001/comments",
    "https://maoyan.com/films/celebrity/1",
    "https://www.csfd.cz/tvurce/3-jan-dub/",
    "https://www.kinopoisk.ru/film/435/cast/",
    "https://www.kinopoisk.ru/name/435/",
    "https://www.filmweb.pl/premiere",
    "https://www.filmweb.pl/person/Ana+Lund-2",
    "https://www.amazon.com/s?k=salt+road",
    "https://www.themoviedb.org/movie/99-salt-road/cast",
    "https://www.themoviedb.org/person/99-ana-lund",
    "https://myanimelist.net/anime/99/Umi_no_Michi/reviews",
    "https://myanimelist.net/topanime.php",
    "https://m.imdb.com/name/nm0000099/",
    "https://www.allocine.fr/film/fichefilm-99/casting/",
    "https://www.allocine.fr/personne/fichepersonne_gen_cpersonne=1.html",
    "https://en.wikipedia.org/wiki/Category:1998_films",
    "https://de.wikipedia.org/wiki/Datei:Plakat.jpg",
    "https://en.wikipedia.org/w/index.php?title=Fjord&action=edit&redlink=1",
]


@pytest.mark.parametrize(("url", "canonical"), OWN.items())
def test_a_movies_own_page(url: str, canonical: str) -> None:
    site = find_site(url)
    assert site is not None
    assert site.movie_address(url) == canonical
    assert site.movie_address(canonical) == canonical


@pytest.mark.parametrize("url", OTHER)
def test_another_page(url: str) -> None:
    site = find_site(url)
    assert site is not None
    assert site.movie_address(url) is None
