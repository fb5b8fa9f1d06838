"""Each fault, made to happen over loopback: what arrives at the other end, and that it strikes where and as often as asked."""

import gzip
import re
import socket
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
import pytest

from moviescrape.errors import UsageError
from moviescrape.practice import FAULTS, START_PATH, Catalogue, PracticeSite, faults_connection
from moviescrape.practice.faults import FaultInjector, read_fault

TITLE = "/title/tt0000007/"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(movies=300, seed=9)


@pytest.fixture
def ask(catalogue: Catalogue) -> Iterator[Callable[..., httpx.Response]]:
    """`ask(fault, path)`: one request to a site with that fault; redirects are not followed."""
    with PracticeSite(catalogue) as site, httpx.Client(timeout=5) as client:

        def ask(fault: str, path: str = TITLE) -> httpx.Response:
            site.fault_injector.plan([fault])
            return client.get(site.dialled + path)

        yield ask


@contextmanager
def _connected(site: PracticeSite, path: str = TITLE) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", site.port), timeout=5) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: movies.localhost\r\n\r\n".encode())
        yield connection


@pytest.mark.parametrize("name", ["401", "403", "404", "410", "429", "451", "500", "503"])
def test_refusals_have_their_status(ask: Callable[..., httpx.Response], name: str) -> None:
    assert ask(name).status_code == int(name)


def test_retry_after_comes_in_every_form(ask: Callable[..., httpx.Response]) -> None:
    asked = {name: ask(name).headers["retry-after"] for name in FAULTS if name.startswith("429")}
    assert asked.pop("429-date").endswith(" GMT")
    assert asked == {"429": "1", "429-negative": "-5", "429-absurd": "31536000000"}


@pytest.mark.parametrize(
    ("name", "status", "words"),
    [
        ("challenge", 202, b"<script>"),
        ("captcha", 200, b"captcha"),
        ("login", 200, b'type="password"'),
        ("consent", 200, b"Accept all cookies"),
        ("empty", 200, b""),
        ("not-html", 200, b"%PDF"),
    ],
)
def test_walls_stand_in_place_of_the_page(ask: Callable[..., httpx.Response], name: str, status: int, words: bytes) -> None:
    answer = ask(name)
    assert answer.status_code == status
    assert words in answer.content
    assert b"Practice Movies" not in answer.content


def test_a_wrong_charset_is_declared_for_the_right_bytes(ask: Callable[..., httpx.Response], catalogue: Catalogue) -> None:
    path = next(film.path for film in catalogue.movies if not film.title.isascii())
    answer = ask("wrong-charset", path)
    assert answer.headers["content-type"].endswith("windows-1251")
    assert answer.content.decode("utf-8") != answer.text


def test_a_new_layout_keeps_the_words_and_none_of_the_marks(ask: Callable[..., httpx.Response], catalogue: Catalogue) -> None:
    answer = ask("new-layout", START_PATH)
    assert b"lister-item" not in answer.content
    assert b"/title/tt" not in answer.content
    assert "min" in answer.text


def _pages_until_end(ask: Callable[..., httpx.Response], fault: str, most: int) -> list[str]:
    paths = [START_PATH]
    while len(paths) < most:
        before, mark, _ = ask(fault, paths[-1]).text.partition('class="lister-page-next')
        if not mark:
            break
        paths.append(before.rpartition('href="')[2].partition('"')[0].replace("&amp;", "&"))
    return paths


def test_lists_that_end_too_early_never_or_where_they_began(ask: Callable[..., httpx.Response]) -> None:
    assert _pages_until_end(ask, "no-next", 9) == [START_PATH]
    assert "of 250 titles" in ask("no-next", START_PATH).text
    assert len(set(_pages_until_end(ask, "endless", 9))) == 9
    assert _pages_until_end(ask, "next-loop", 4) == [START_PATH] * 4


def test_redirects_lead_where_they_should_not(ask: Callable[..., httpx.Response]) -> None:
    targets = {name: ask(name).headers["location"] for name in FAULTS if name.startswith("redirect-")}
    assert targets.pop("redirect-loop") == f"{TITLE}?hop=2"
    assert targets.pop("redirect-many") == f"{TITLE}?hop=1"
    assert targets == {
        "redirect-private": "http://10.0.0.1/",
        "redirect-metadata": "http://169.254.169.254/latest/meta-data/",
        "redirect-file": "file:///etc/passwd",
        "redirect-trap": "/members/",
    }
    assert ask("redirect-loop", f"{TITLE}?hop=2").headers["location"] == f"{TITLE}?hop=1"
    assert ask("redirect-many", f"{TITLE}?hop=15").status_code == 200


def test_a_reset_connection_is_reset(ask: Callable[..., httpx.Response]) -> None:
    with pytest.raises(httpx.ReadError):
        ask("reset")


def test_a_truncated_page_is_shorter_than_declared(ask: Callable[..., httpx.Response]) -> None:
    with pytest.raises(httpx.RemoteProtocolError) as caught:
        ask("truncated", START_PATH)
    received, expected = map(int, re.findall(r"\d+", str(caught.value)))
    assert 0 < received < expected


@pytest.mark.parametrize("name", ["garbage", "huge-headers"])
def test_what_is_not_http_or_too_much_of_it_is_an_error(ask: Callable[..., httpx.Response], name: str) -> None:
    with pytest.raises(httpx.RemoteProtocolError):
        ask(name)


def test_a_hanging_site_says_nothing_and_can_still_be_closed(catalogue: Catalogue) -> None:
    with PracticeSite(catalogue, faults=["hang"]) as site, _connected(site) as connection:
        connection.settimeout(0.1)
        with pytest.raises(TimeoutError):
            connection.recv(1)


def test_a_slow_page_drips(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults_connection, "DRIP_S", 0)
    with PracticeSite(catalogue, faults=["slow"]) as site:
        with httpx.stream("GET", site.dialled + "/title/tt0000001/") as answer:
            pieces = list(answer.iter_raw())
        assert b"".join(pieces) == site.page("/title/tt0000001/")


@pytest.mark.parametrize(("name", "unpack"), [("bomb-gzip", gzip.decompress), ("bomb-deflate", zlib.decompress)])
def test_a_bomb_is_small_to_send_and_large_to_unpack(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, name: str, unpack: Callable[[bytes], bytes]
) -> None:
    monkeypatch.setattr(faults_connection, "BOMB_BYTES", 8 * faults_connection.MIB)
    with PracticeSite(catalogue, faults=[name]) as site, httpx.stream("GET", site.dialled + TITLE) as answer:
        packed = b"".join(answer.iter_raw())
        assert answer.headers["content-encoding"] == name.removeprefix("bomb-")
    assert len(unpack(packed)) == 8 * faults_connection.MIB
    assert len(packed) < 80_000


def test_a_huge_page_goes_on_after_its_end(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults_connection, "HUGE_BYTES", 8 * faults_connection.MIB)
    with PracticeSite(catalogue, faults=["huge"]) as site:
        body = httpx.get(site.dialled + TITLE).content
        assert body.startswith(site.page(TITLE))
    assert len(body) > 8 * faults_connection.MIB


def test_a_visitor_who_hangs_up_stops_the_flood(catalogue: Catalogue) -> None:
    with PracticeSite(catalogue, faults=["huge", "bomb-gzip"]) as site, _connected(site) as connection:
        assert connection.recv(4096)


def test_robots_faults_strike_robots_txt_alone(ask: Callable[..., httpx.Response]) -> None:
    assert ask("robots-5xx", "/robots.txt").status_code == 500
    assert ask("robots-404", "/robots.txt").status_code == 404
    assert "Disallow: /\n" in ask("robots-forbid", "/robots.txt").text
    assert ask("reset@/robots.txt").status_code == 200
    assert ask("robots-5xx").status_code == 200


def test_faults_strike_as_often_and_where_asked() -> None:
    def struck(*specs: str) -> list[str | None]:
        fault_injector = FaultInjector(specs)
        found = [fault_injector.due(path) for path in (TITLE, TITLE, START_PATH, f"{START_PATH}&start=51", "/", "/style.css")]
        return [fault.name if fault else None for fault in found]

    assert struck() == [None] * 6
    assert struck("503") == ["503", None, "503", "503", None, None]
    assert struck("503:2") == ["503", "503", "503", "503", None, None]
    assert struck("503:always@start=51") == [None, None, None, "503", None, None]
    assert struck("reset", "403@/title/") == ["reset", "403", "reset", "reset", None, None]


@pytest.mark.parametrize("spec", ["", "coffee", "429:", "429:often", "@start=51"])
def test_an_unknown_fault_is_told_with_the_known_ones(spec: str) -> None:
    with pytest.raises(UsageError, match="choose from 429, "):
        read_fault(spec)


def test_stats_note_what_was_sent(catalogue: Catalogue) -> None:
    with PracticeSite(catalogue, faults=["429@title", "reset@chart"]) as site:
        assert [httpx.get(site.dialled + TITLE).status_code for _ in range(2)] == [429, 200]
        with pytest.raises(httpx.ReadError):
            httpx.get(f"{site.dialled}/chart/top/")
        assert [visit.status for visit in site.request_stats.requests] == [429, 200, 0]
