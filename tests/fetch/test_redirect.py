"""Where responses send their readers, and what is followed of it."""

from collections.abc import Callable

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.errors import BadRedirect, FetchError, Refused, RobotsForbidden, UnsafeURL
from moviescrape.fetch.client import Response
from moviescrape.fetch.fetcher import Fetcher
from moviescrape.fetch.redirect import next_url, read_refresh
from moviescrape.pages.page import PageRequest
from support.fake_site import HTML, FakeSite

Make = Callable[..., Fetcher]

SITE = "https://movies.example"
URL = f"{SITE}/a/list"


def html(body: str, **headers: str) -> Response:
    return Response(URL, 200, {**HTML, **headers}, body.encode())


@pytest.mark.parametrize(
    ("status", "location", "url"),
    [
        (301, "/b", f"{SITE}/b"),
        (302, "b?c#d", f"{SITE}/a/b?c"),
        (303, "//other.example", "https://other.example/"),
        (307, "/caf\xe9", f"{SITE}/caf%E9"),
        (308, "/caf\xc3\xa9", f"{SITE}/caf%C3%A9"),
        (200, "/b", None),
        (201, "/b", None),
        (304, "/b", None),
        (404, "/b", None),
    ],
)
def test_location(status: int, location: str, url: str | None) -> None:
    assert next_url(Response(URL, status, {"location": location}, b"")) == url


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        ('<meta http-equiv="refresh" content="0;url=/b">', "/b"),
        ('<META content="0;url=/b" HTTP-EQUIV=Refresh>', "/b"),
        ("<meta http-equiv='refresh' content='0; URL=/b'/>", "/b"),
        ("<meta http-equiv=refresh content=0;url=/b>", "/b"),
        ("""<meta http-equiv="refresh" content="1; url='/b'">""", "/b"),
        ("""<meta http-equiv="refresh" content='0;url="/b";x'>""", "/b"),
        ('<meta http-equiv="refresh" content="0, /b">', "/b"),
        ('<meta http-equiv="refresh" content="0 url = /b">', "/b"),
        ('<meta http-equiv="refresh" content="0.5;url=/b">', "/b"),
        ('<meta http-equiv="refresh" content=" 5 ; url=/b ">', "/b"),
        ('<meta name="x"\n http-equiv = "refresh"\n content="0;url=/b?c=1&amp;d=2">', "/b?c=1&d=2"),
        ('<base href="/films/"><meta http-equiv="refresh" content="0;url=b">', "/films/b"),
        ('<meta http-equiv="refresh" content="0;url=b"><base href="/films/">', "/films/b"),
        ('<meta http-equiv="refresh" content="0;url=/b"><meta http-equiv="refresh" content="0;url=/c">', "/b"),
        ('<meta http-equiv="refresh" content="0;url=/caf\u00e9">', "/caf%C3%A9"),
        ('<base href="about:blank"><meta http-equiv="refresh" content="0;url=/b">', "/b"),
        # none that is followed
        ('<meta http-equiv="refresh" content="30;url=/b">', None),
        ('<meta http-equiv="refresh" content="0">', None),
        ('<meta http-equiv="refresh" content="0;url=">', None),
        ('<meta http-equiv="refresh" content="">', None),
        ('<meta http-equiv="refresh">', None),
        ('<meta http-equiv="refresh" content="soon;url=/b">', None),
        ('<meta http-equiv="refresh" content="0;url=/a/list">', None),
        ('<meta http-equiv="refresh" content="0;url=#top">', None),
        ('<!-- <meta http-equiv="refresh" content="0;url=/b"> -->', None),
        ('<script>"<meta http-equiv=refresh content=0;url=/b>"</script>', None),
        ('<noscript><meta http-equiv="refresh" content="0;url=/b"></noscript>', None),
        ('<title><meta http-equiv="refresh" content="0;url=/b"></title>', None),
        ("<p>&lt;meta http-equiv=refresh content=0;url=/b>", None),
        ('<meta name="refresh" content="0;url=/b">', None),
    ],
)
def test_refresh_in_the_page(markup: str, url: str | None) -> None:
    page = f"<html><head>{markup}</head><body>A page about a movie</body></html>"
    assert next_url(html(page)) == (url and f"{SITE}{url}")


def test_refresh_in_a_header() -> None:
    assert next_url(html("<p>moved", refresh="0; url=/b")) == f"{SITE}/b"
    assert next_url(html("<p>moved", refresh="60")) is None


def test_refresh_of_a_refusal_is_not_followed() -> None:
    challenge = '<title>Just a moment...</title><meta http-equiv="refresh" content="0;url=/cdn-cgi/challenge">'
    assert next_url(html(challenge)) is None


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://[::1"])
def test_refresh_to_what_is_no_page(target: str) -> None:
    with pytest.raises(UnsafeURL):
        next_url(html(f'<meta http-equiv="refresh" content="0;url={target}">'))


@given(st.binary(max_size=60))
def test_any_refresh_is_read(value: bytes) -> None:
    target = read_refresh(value)
    assert target is None or target.strip()


@pytest.mark.parametrize(
    "piece", ["<meta ", "<!--", "<script>", "<meta http-equiv=refresh content=", "<base href=", "a=", "<title>"]
)
def test_hostile_pages_take_no_time(piece: str) -> None:
    next_url(html("<meta http-equiv=refresh content=5>" + piece * (256 * 1024 // len(piece))))


def fetch(fetcher: Fetcher, url: str = URL) -> bytes:
    return fetcher.fetch(PageRequest(url, typed=True)).body


def redirect(location: str, *cookies: str) -> httpx.Response:
    return httpx.Response(302, headers=[("location", location), *(("set-cookie", cookie) for cookie in cookies)])


def refresh(url: str) -> bytes:
    return f'<meta http-equiv="refresh" content="0;url={url}">'.encode()


def test_refresh_is_followed_with_all_checks_of_a_redirect(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/a/list", refresh("/b"))
    page = make_fetcher().fetch(PageRequest(URL, typed=True))
    assert (page.asked_url, page.url, page.body) == (URL, f"{SITE}/b", b"<title>/b</title>")


@pytest.mark.parametrize(
    ("target", "error", "says"),
    [
        ("http://127.0.0.1/", BadRedirect, "private"),
        ("http://169.254.169.254/", BadRedirect, "metadata"),
        ("file:///etc/passwd", BadRedirect, "only http"),
        ("/members", RobotsForbidden, "line 2: Disallow: /members"),
        ("/x/../members", RobotsForbidden, f"redirects to {SITE}/members"),
    ],
)
def test_refresh_that_is_refused(site: FakeSite, make_fetcher: Make, target: str, error: type[FetchError], says: str) -> None:
    site.serve("/robots.txt", b"User-agent: *\nDisallow: /members")
    site.serve("/a/list", refresh(target))
    with pytest.raises(error, match=says) as caught:
        fetch(make_fetcher())
    assert caught.value.where == URL
    assert site.pages_asked == [URL]


def test_refreshes_have_an_end(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/b", refresh("/c"))
    site.serve("/c", refresh("/b"))
    with pytest.raises(BadRedirect, match="circle"):
        fetch(make_fetcher(), f"{SITE}/b")
    for number in range(20):
        site.serve(f"/{number}", refresh(f"/{number + 1}"))
    with pytest.raises(BadRedirect, match="more than 10"):
        fetch(make_fetcher(), f"{SITE}/0")


def test_cookies_live_for_their_chain(site: FakeSite, make_fetcher: Make) -> None:
    """A cookie wall that sends back to where one came from is no circle; the next page begins without cookies."""
    site.serve("/a/list", redirect("/consent"), b"<title>a list</title>")
    site.serve("/consent", redirect("/a/list", "ok=yes; Path=/; HttpOnly", "lang=en"))
    fetcher = make_fetcher()
    assert fetch(fetcher) == b"<title>a list</title>"
    assert site.requests[-1].headers["cookie"] == "ok=yes; lang=en"
    fetch(fetcher, f"{SITE}/a/other")
    assert "cookie" not in site.requests[-1].headers


def test_cookie_that_a_page_sets_on_itself(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/a/list", redirect("/a/list", "seen=1"), b"<title>a list</title>")
    assert fetch(make_fetcher()) == b"<title>a list</title>"


def test_cookies_that_change_for_ever_have_an_end(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/a/list", *(redirect("/a/list", f"count={number}") for number in range(30)))
    with pytest.raises(BadRedirect, match="more than 10"):
        fetch(make_fetcher())
    assert len(site.pages_asked) == 11


def test_cookies_stay_with_their_host(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/a/list", redirect("https://other.example/b", "id=1", "all=2; Domain=example", "far=3; Domain=other.example"))
    fetch(make_fetcher())
    assert "cookie" not in site.requests[-1].headers


def test_secure_cookies_are_not_sent_in_the_open(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/a/list", redirect("http://movies.example/b", "id=1; Secure"))
    fetch(make_fetcher())
    assert "cookie" not in site.requests[-1].headers


@pytest.mark.parametrize("cookie", ["caf\xe9=\xe9", "=", ";", "a" * 5000, "a=b; Expires=never; Max-Age=x; Path", "\x01=\x02"])
def test_odd_cookies_stop_nothing(site: FakeSite, make_fetcher: Make, cookie: str) -> None:
    odd = httpx.Response(302, headers=[(b"location", b"/b"), (b"set-cookie", cookie.encode("latin-1"))])
    site.serve("/a/list", odd)
    assert fetch(make_fetcher()) == b"<title>/b</title>"


def test_wall_behind_a_refresh_is_a_refusal(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/a/list", refresh("/b"))
    site.serve("/b", httpx.Response(403))
    with pytest.raises(Refused):
        fetch(make_fetcher())
