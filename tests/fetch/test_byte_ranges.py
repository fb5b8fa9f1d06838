"""Ranges of files on web servers: the bytes as they are, asked for politely, and one clear error for what is not there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from moviescrape.errors import BadStatus, FetchError, MissingContact, NotFound, RobotsForbidden
from moviescrape.fetch.byte_ranges import RangeClient
from moviescrape.settings import Settings
from support.range_server import RangeServer, serving_ranges

CONTENT = b"\x1f\x8b" + bytes(range(256)) * 8
"""Begins as a gzipped file does."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RangeServer]:
    (tmp_path / "crawl.warc.gz").write_bytes(CONTENT)
    with serving_ranges(tmp_path) as server:
        yield server


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def client(slept: list[float]) -> Iterator[RangeClient]:
    client = RangeClient(Settings(contact="me@library.example"), sleep=slept.append)
    yield client
    client.close()


@pytest.mark.parametrize(("start", "stop"), [(0, 1), (0, 300), (2, 1000), (2000, 2050), (2040, 9999)])
def test_a_range_is_the_bytes_of_the_file(client: RangeClient, server: RangeServer, start: int, stop: int) -> None:
    assert client.get(f"{server.url}crawl.warc.gz", start, stop) == CONTENT[start:stop]


def test_robots_txt_is_asked_for_once_and_we_say_who_we_are(client: RangeClient, server: RangeServer) -> None:
    for start in (0, 10):
        client.get(f"{server.url}crawl.warc.gz", start, start + 5)
    assert server.asked == [("/robots.txt", ""), ("/crawl.warc.gz", "bytes=0-4"), ("/crawl.warc.gz", "bytes=10-14")]
    assert all("me@library.example" in agent for agent in server.agents)


def test_a_crawl_delay_is_kept_between_two_requests(client: RangeClient, server: RangeServer, slept: list[float]) -> None:
    server.robots = b"User-agent: *\nCrawl-delay: 7\n"
    for start in (0, 10):
        client.get(f"{server.url}crawl.warc.gz", start, start + 5)
    assert max(slept) > 5


def test_a_busy_server_is_asked_again(client: RangeClient, server: RangeServer) -> None:
    server.busy = 2
    assert client.get(f"{server.url}crawl.warc.gz", 0, 5) == CONTENT[:5]
    assert len(server.asked) == 4


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        ("gone", NotFound, "404"),
        ("no ranges", BadStatus, "another part"),
        ("busy", BadStatus, "503"),
        ("robots", RobotsForbidden, "robots.txt forbids"),
    ],
)
def test_what_can_not_be_had_is_one_error(
    client: RangeClient, server: RangeServer, change: str, error: type[FetchError], words: str
) -> None:
    server.ranges = change != "no ranges"
    server.busy = 99 if change == "busy" else 0
    server.robots = b"User-agent: *\nDisallow: /" if change == "robots" else b""
    with pytest.raises(error, match=words):
        client.get(f"{server.url}{'none' if change == 'gone' else 'crawl.warc.gz'}", 0, 5)


def test_off_this_machine_a_contact_is_wanted() -> None:
    client = RangeClient(Settings())
    with pytest.raises(MissingContact):
        client.get("https://archive.example/crawl.warc.gz", 0, 5)
    client.close()
