"""The site over HTTP: pages as the function gives them, robots, statistics, a tidy end."""

import json
import socket
from collections.abc import Iterator

import httpx
import pytest

from moviescrape.errors import UsageError
from moviescrape.practice import PUBLIC_ORIGIN, START_PATH, Catalogue, PracticeSite


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(movies=400, seed=6)


@pytest.fixture
def site(catalogue: Catalogue) -> Iterator[PracticeSite]:
    with PracticeSite(catalogue, crawl_delay_s=2) as site:
        yield site


@pytest.mark.parametrize("path", ["/", START_PATH, "/chart/top/", "/title/tt0000123/", "/style.css", "/posters/tt0000001.svg"])
def test_the_server_sends_what_the_function_gives(site: PracticeSite, path: str) -> None:
    answer = httpx.get(site.dialled + path)
    assert answer.status_code == 200
    assert answer.content == site.page(path)


def test_a_walk_over_http_finds_the_250(site: PracticeSite) -> None:
    found, path = [], START_PATH
    with httpx.Client(base_url=site.dialled) as client:
        while (listing := site.catalogue.listing(path)) is not None:
            text = client.get(path).text
            assert f"{listing.first}-{listing.last} of 250 titles." in text
            found += [film.path for film in listing.films if f'<a href="{film.path}?ref_=adv_li_tt"' in text]
            path = listing.next_path or ""
    assert len(set(found)) == len(found) == 250
    assert site.stats()["connections"] == 1


def test_what_is_not_there_is_a_404_and_a_missing_slash_a_redirect(site: PracticeSite) -> None:
    assert httpx.get(f"{site.dialled}/title/tt9999999/").status_code == 404
    moved = httpx.get(f"{site.dialled}/search/title?genres=war")
    assert (moved.status_code, moved.headers["location"]) == (301, "/search/title/?genres=war")
    odd = httpx.get(f"{site.dialled}/title/%0d%0aset-cookie:%20x")
    assert (odd.status_code, odd.headers["location"]) == (301, "/title/%0d%0aset-cookie:%20x/")


def test_robots_txt_forbids_the_trap_and_names_the_delay(site: PracticeSite) -> None:
    assert httpx.get(f"{site.dialled}/robots.txt").text.splitlines()[1:] == [
        "User-agent: *",
        "Crawl-delay: 2",
        "Disallow: /members/",
    ]


def test_stats_tell_on_visitors(site: PracticeSite) -> None:
    with httpx.Client(base_url=site.dialled, headers={"user-agent": "rude/1.0"}) as client:
        for path in ("/members/", "/", "/"):
            client.get(path)
        told = json.loads(client.get("/_stats").content)
    assert told == site.stats()
    assert (told["requests"], told["trap_hits"], told["pages"]["/"], told["user_agents"]) == (3, 1, 2, {"rude/1.0": 3})
    assert 0 < told["smallest_gap_s"] < 5


def test_a_page_that_the_visitor_has_is_not_sent_again(site: PracticeSite) -> None:
    first = httpx.get(f"{site.dialled}/chart/top/")
    again = httpx.get(f"{site.dialled}/chart/top/", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_named_port_names_the_site(catalogue: Catalogue, free_port: int) -> None:
    with PracticeSite(catalogue, port=free_port) as site:
        assert site.dialled == f"http://127.0.0.1:{free_port}"
        assert site.truth_of("/title/tt0000001/")[0].url == f"http://movies.localhost:{free_port}/title/tt0000001/"
        assert f"http://movies.localhost:{free_port}/chart/top/".encode() in site.page("/chart/top/")
        with pytest.raises(UsageError, match=f"port {free_port}.*another port"), PracticeSite(catalogue, port=free_port):
            pass


def test_the_same_bytes_whatever_port_is_dialled(catalogue: Catalogue) -> None:
    with PracticeSite(catalogue) as one, PracticeSite(catalogue) as two:
        assert one.dialled != two.dialled
        assert one.origin == two.origin == PUBLIC_ORIGIN
        assert httpx.get(one.dialled + START_PATH).content == httpx.get(two.dialled + START_PATH).content


@pytest.mark.parametrize(
    "host", ["rebind.example", "movies.localhost.evil.example:8000", "192.168.1.7:8000", "127.0.0.1.example"]
)
def test_other_names_get_no_page(site: PracticeSite, host: str) -> None:
    for path in ("/", "/_stats"):
        assert httpx.get(site.dialled + path, headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["movies.localhost:8000", "localhost", "LOCALHOST:80", "[::1]:8000", "127.0.0.1:1"])
def test_its_own_names_get_the_page(site: PracticeSite, host: str) -> None:
    assert httpx.get(site.dialled + "/", headers={"host": host}).status_code == 200


def test_a_site_that_is_closed_while_it_starts_leaves_no_socket_open(catalogue: Catalogue, free_port: int) -> None:
    for _ in range(5):
        with PracticeSite(catalogue, port=free_port):
            pass
        with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.1", free_port)):
            pass
