"""Archives that others' hands read back to the same bytes."""

import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.checker import Checker  # type: ignore[import-untyped]

from moviescrape.pages.page import Page
from moviescrape.pages.warc_writer import warc_records

AT = datetime(2026, 11, 20, 12, 30, 5, 123456, tzinfo=UTC)
URL = "https://movies.example/title/tt0000001/"


def archive(pages: list[Page], *, packed: bool = True) -> bytes:
    return b"".join(warc_records(pages, AT, packed=packed))


def responses(warc: bytes) -> list[tuple[str, str, bytes]]:
    """URL, status and body of each response, as warcio reads them, digests checked."""
    records = ArchiveIterator(io.BytesIO(warc), check_digests="raise")
    return [
        (record.rec_headers.get_header("WARC-Target-URI"), record.http_headers.get_statuscode(), record.content_stream().read())
        for record in records
        if record.rec_type == "response"
    ]


@given(st.lists(st.binary(max_size=2000), max_size=4), st.booleans())
def test_bodies_come_back(bodies: list[bytes], packed: bool) -> None:
    pages = [Page(body, URL, URL, 200, {"content-type": "text/html"}, AT) for body in bodies]
    assert responses(archive(pages, packed=packed)) == [(URL, "200", body) for body in bodies]


@pytest.mark.parametrize(
    "headers",
    [
        {"content-encoding": "gzip", "content-length": "7", "transfer-encoding": "chunked"},
        {"x-odd": "a\r\nb", "x-name": "Amélie ツ"},
        {},
    ],
)
def test_headers_of_the_transfer_do_not_mislead(headers: dict[str, str]) -> None:
    assert responses(archive([Page(b"<title>x", URL, URL, 203, headers, AT)])) == [(URL, "203", b"<title>x")]


def test_records_say_when_what_and_which_url_was_asked_for() -> None:
    page = Page(b"x", f"{URL}?ref_=a", URL, 200, {}, AT)
    info, response, metadata = list(ArchiveIterator(io.BytesIO(archive([page]))))
    assert (info.rec_type, response.rec_type, metadata.rec_type) == ("warcinfo", "response", "metadata")


def test_metadata_belongs_to_its_response() -> None:
    warc = archive([Page(b"x", f"{URL}?ref_=a", URL, 200, {}, AT)], packed=False).decode()
    assert warc.startswith("WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Date: 2026-11-20T12:30:05.123456Z\r\n")
    identity = warc.split("WARC-Type: response")[1].split("WARC-Record-ID: ")[1].split("\r\n")[0]
    assert f"WARC-Concurrent-To: {identity}\r\n" in warc
    assert f"\r\n\r\nasked: {URL}\r\n" in warc


def test_same_pages_same_archive() -> None:
    pages = [Page(b"x", URL, URL, 200, {}, AT)]
    assert archive(pages) == archive(pages)


def test_nothing_that_a_checker_finds(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    path = f"{tmp_path}/pages.warc.gz"
    with open(path, "wb") as file:  # noqa: PTH123 - the checker takes names
        file.write(archive([Page(b"<title>x", URL, URL, 200, {"a": "b"}, AT)]))
    checker = Checker(type("Options", (), {"inputs": [path], "verbose": True}))
    checker.process_one(path)
    assert checker.exit_value == 0
    assert "failed" not in capsys.readouterr().out
