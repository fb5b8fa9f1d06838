"""Pages that a script draws, and pages that only send their readers on."""

import pytest

from moviescrape.pages.script_pages import find_refresh, needs_script

FILM = "<p>Heat is a film of 1995 with Al Pacino and Robert De Niro.</p>" * 5


@pytest.mark.parametrize(
    "page",
    [
        "<div id=root></div><script src=/static/js/main.js></script>",
        "<title>Movies</title><app-root>Loading...</app-root><script type=module>import './a.js'</script>",
        "<noscript>You need to enable JavaScript to run this app.</noscript><div id=app></div><SCRIPT>go()</SCRIPT>",
        f"<noscript>Bitte JavaScript einschalten</noscript><p>{'Menu ' * 80}</p><script src=a.js></script>",
    ],
)
def test_pages_that_need_their_script(page: str) -> None:
    assert needs_script(page.encode())


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<p>Short.</p>",
        f"{FILM}<script src=a.js></script>",
        f"{FILM * 3}<noscript>Enable JavaScript for trailers.</noscript><script src=a.js></script>",
    ],
)
def test_pages_that_do_not(page: str) -> None:
    assert not needs_script(page.encode())


@pytest.mark.parametrize(
    ("meta", "url"),
    [
        ('<meta http-equiv="refresh" content="0;url=/film/2">', "/film/2"),
        ("<META HTTP-EQUIV='Refresh' CONTENT='5; URL=\"https://a.example/?a=1&amp;b=2\"'>", "https://a.example/?a=1&b=2"),
        ('<meta content="0, /film/2" http-equiv=refresh>', "/film/2"),
        ('<meta http-equiv="refresh" content="1.5 url = film">', "film"),
        ('<meta http-equiv="refresh" content=";url=\'a b\'">', "a b"),
        ('<meta http-equiv="refresh" content="300">', None),
        ('<meta http-equiv="refresh">', None),
        ('<meta name="refresh" content="0;url=/film/2">', None),
        ('<!-- <meta http-equiv="refresh" content="0;url=/film/2"> -->', None),
        ('<script>\'<meta http-equiv="refresh" content="0;url=/film/2">\'</script>', None),
        ('<meta http-equiv="content-type" content="0;url=/film/2">', None),
    ],
)
def test_where_a_page_sends_its_readers(meta: str, url: str | None) -> None:
    refresh = find_refresh(f"<html><head>{meta}</head>".encode())
    assert (refresh and refresh.url) == url


def test_the_delay_is_in_seconds() -> None:
    refresh = find_refresh(b"<meta http-equiv=refresh content='12; /film/2'>")
    assert refresh is not None
    assert refresh.delay_s == 12
