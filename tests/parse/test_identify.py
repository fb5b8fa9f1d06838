"""Pages that don't state their address: whose they are, and which movie's."""

import pytest

from moviescrape.pages.page import Page
from moviescrape.parse import parse_page
from moviescrape.parse.identify import implied_address, own_movie, recognise
from moviescrape.parse.model import PageKind
from moviescrape.parse.sites import imdb, rottentomatoes

_LEADS_THERE = b'<a href="https://www.imdb.com/help">Help</a>'
_DRAWN = b'<script id="__NEXT_DATA__" type="application/json">%s</script>'


@pytest.mark.parametrize(
    "head",
    [
        b'<meta content="IMDb" property="og:site_name">', b"<meta property=og:site_name content=IMDb>",
        b"<title>Salt Road (1998) - IMDb</title>", b"<TITLE>Poll &#8211; IMDb\n</TITLE>",
    ],
)  # fmt: skip
def test_known_by_the_name_it_gives_itself(head: bytes) -> None:
    assert recognise(head + _LEADS_THERE) is imdb.SITE
    assert recognise(head) is None  # a page that only speaks of the site doesn't lead there throughout


@pytest.mark.parametrize("head", [b"<title>How to read IMDb pages</title>", b"<title>IMDbish - Films</title>", b""])
def test_not_known_by_a_name_in_passing(head: bytes) -> None:
    assert recognise(head + _LEADS_THERE) is None


@pytest.mark.parametrize(
    ("drawn", "url"),
    [
        (b'{"page":"/name/[nmconst]","query":{"nmconst":"nm9000001"}}', "https://www.imdb.com/name/nm9000001"),
        (b'{"page":"/title/[tconst]/reviews/[[...x]]","query":{"tconst":"tt9"}}', "https://www.imdb.com/title/tt9/reviews/x"),
        (b'{"page":"/"}', "https://www.imdb.com/"),
        (b'{"page":3}', None),
        (b"{", None),
    ],
)
def test_the_route_that_it_was_drawn_for(drawn: bytes, url: str | None) -> None:
    address = implied_address(_DRAWN % drawn, imdb.SITE)
    assert address.url == url
    assert address.base == (url or "https://www.imdb.com/")


def test_a_persons_page_gives_nothing_without_its_address_too() -> None:
    titles = b'{"props":{"pageProps":{"known":[%s,%s]}},"page":"/name/[n]","query":{"n":"nm1"}}' % (
        b'{"id":"tt9000001","titleText":{"text":"Salt"}}',
        b'{"id":"tt9000002","titleText":{"text":"Tin"}}',
    )
    parsed = parse_page(Page(b"<title>Bo Lind - IMDb</title>" + _LEADS_THERE + _DRAWN % titles, name="bo.html"))
    assert (parsed.kind, parsed.site, parsed.movies) == (PageKind.OTHER, "imdb", ())


def test_the_movie_to_whose_pages_it_links() -> None:
    own = b"<a href=/m/salt_road/reviews><a href='/m/salt_road/cast-and-crew'><a href=\"/m/salt_road\">"
    others = b'<a href="/m/tin_moon"><a href="/m/tin_moon/reviews"><a href="/m/low_tide">'
    base = "https://www.rottentomatoes.com/"
    assert own_movie(own + others, rottentomatoes.SITE, base) == "https://www.rottentomatoes.com/m/salt_road"
    assert own_movie(others, rottentomatoes.SITE, base) is None
    assert own_movie(own + own.replace(b"salt_road", b"old_road"), rottentomatoes.SITE, base) is None
