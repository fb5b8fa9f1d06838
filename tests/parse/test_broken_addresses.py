"""An address that can't be taken apart, wherever a page may state one, is as good as none: the movies are read."""

import pytest

from moviescrape import parse_page
from moviescrape.pages.mhtml import read_mhtml
from moviescrape.pages.page import Page
from moviescrape.parse.values.urls import canonical_url, original_host, same_page, web_origin

BROKEN = (
    "http://movies.exam]ple/top",
    "http://[movies.example/top",
    "http://[::1/top",
    "http://movies.example:top/",
    "http://movies.example:99999/top",
    "http://movies\u2100.example/top",
    "https://web.archive.org/web/20150901000000/http://[movies.example/top",
    "https://web.archive.org/web/20150901000000/http://movies.example:x/top",
)
MOVIE = '<script type="application/ld+json">{"@type":"Movie","name":"Night Ferry","datePublished":"1994"%s}</script>'
PLACES = {
    "comment of a browser": "<!-- saved from url=(0064){url} -->" + MOVIE % "",
    "comment": "<!-- url: {url} -->" + MOVIE % "",
    "canonical": '<link rel="canonical" href="{url}">' + MOVIE % "",
    "og:url": '<meta property="og:url" content="{url}">' + MOVIE % "",
    "base": '<base href="{url}">' + MOVIE % "",
    "movie": MOVIE % ',"url":"{url}","sameAs":"{url}"',
    "link": MOVIE % "" + '<h2><a href="{url}">Night Ferry</a></h2>',
    "next": MOVIE % "" + '<a rel="next" href="{url}">Next page</a><link rel="next" href="{url}">',
}


@pytest.mark.parametrize("url", BROKEN)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("own", [None, "https://movies.example/films/night-ferry"])
def test_stated_in_a_page(place: str, url: str, own: str | None) -> None:
    html = "<!DOCTYPE html>" + PLACES[place].replace("{url}", url)
    parsed = parse_page(Page(html.encode(), url=own))
    assert parsed.problem is None
    assert [(movie.title, movie.year) for movie in parsed.movies] == [("Night Ferry", 1994)]


@pytest.mark.parametrize("url", BROKEN)
def test_said_of_a_page(url: str) -> None:
    html = f"<!DOCTYPE html>{MOVIE % ''}".encode()
    parsed = parse_page(Page(html, url=url, headers={"link": f"<{url}>; rel=next"}))
    assert [movie.title for movie in parsed.movies] == ["Night Ferry"]


@pytest.mark.parametrize("url", BROKEN[:5])
def test_said_by_a_message(url: str) -> None:
    message = f"MIME-Version: 1.0\nSnapshot-Content-Location: {url}\nContent-Type: text/html\nContent-Location: {url}\n\n<p>x"
    assert read_mhtml(message.encode(), name="top.mhtml").url is None


@pytest.mark.parametrize("url", BROKEN)
def test_no_function_of_addresses_raises(url: str) -> None:
    assert canonical_url(url) is None or "web.archive.org" in url
    assert web_origin(url) in (None, "https://web.archive.org")
    assert original_host(url) in ("", "web.archive.org")
    assert not same_page(url, "https://movies.example/")
