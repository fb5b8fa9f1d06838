"""WARC files: which records are pages, what their bodies are, ranges, and files that are cut or damaged anywhere."""

import gzip
import os
import sys
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from moviescrape.errors import SourceError
from moviescrape.pages import archive_reader
from moviescrape.pages.archive_reader import read_archive
from moviescrape.pages.page import Page
from support.warc import arc_record, packaged, warc_record

Found = list[Page | SourceError]
PACKINGS: dict[str, Callable[[list[bytes]], bytes]] = {
    "plain": b"".join,
    "gzip": lambda records: b"".join(map(gzip.compress, records)),
}


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Found]:
    """What the archive made of these bytes gives."""

    def call(data: bytes, *range_: int) -> Found:
        path = tmp_path / "crawl.warc"
        path.write_bytes(data)
        return list(read_archive(str(path), *range_))

    return call


@pytest.fixture
def records() -> list[bytes]:
    """Records of several sorts and sizes, one of which holds the beginnings of others."""
    embedded = gzip.compress(warc_record("http://a.example/embedded", b"<p>embedded"))
    return [
        b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\na: b\r\n\r\n",
        *(warc_record(f"http://a.example/{number}", b"<p>%d" % number * 30) for number in range(4)),
        warc_record("http://a.example/picture", bytes(200) + embedded, "Content-Type: image/png"),
        warc_record("http://a.example/request", b"GET / HTTP/1.1\r\n\r\n", warc_type="request"),
        warc_record("http://a.example/last", b"<p>last"),
        warc_record("http://a.example/metadata", b"a: b", warc_type="metadata"),
    ]


def _bodies(found: Found) -> list[bytes]:
    return [page.body for page in found if isinstance(page, Page)]


def _problems(found: Found) -> list[str]:
    return [str(problem) for problem in found if isinstance(problem, SourceError)]


@pytest.mark.parametrize("pack", PACKINGS.values(), ids=PACKINGS)
def test_a_page_has_all_that_its_record_says(read: Callable[..., Found], pack: Callable[..., bytes]) -> None:
    first = pack([warc_record("http://a.example/0", b"<p>0")])
    head = "Content-Type: text/html; charset=big5\r\nX-One: two"
    [_, page] = read(first + pack([warc_record("<http://a.example/1>", b"<p>1", head, 404)]))
    assert isinstance(page, Page)
    assert (page.url, page.body, page.status) == ("http://a.example/1", b"<p>1", 404)
    assert page.headers == {"content-type": "text/html; charset=big5", "x-one": "two"}
    assert page.fetched_at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert str(page.name).endswith(f"crawl.warc#{len(first)}")


@pytest.mark.parametrize(
    ("record", "is_page"),
    [
        ({"head": "Content-Type: text/html"}, True),
        ({"head": "Content-Type: application/xhtml+xml"}, True),
        ({"head": "X-Nothing: stated"}, True),
        ({"head": "X-Nothing: stated", "body": b"\x89PNG"}, False),
        ({"head": "X-Nothing: stated", "body": b'<?xml version="1.0"?><rss></rss>', "status": 304}, False),
        ({"head": "Content-Type: text/css"}, False),
        ({"head": "Content-Type: text/css", "body": b"<!doctype html>"}, False),
        ({"head": "Content-Type: text/plain"}, False),
        ({"head": "Content-Type: text/plain", "body": b"<!DOCTYPE html><p>"}, True),
        ({"head": "Content-Type: application/octet-stream", "body": b"\xef\xbb\xbf\n<!-- a -->\n<html><p>"}, True),
        ({"head": "Content-Type: application/xml", "body": b'<?xml version="1.0"?>\n<html xmlns="a">'}, True),
        ({"head": "Content-Type: application/xml", "body": b'<?xml version="1.0"?>\n<rss><html>'}, False),
        ({"head": "Content-Type: html", "body": b"<HTML>"}, True),
        ({"head": "Content-Type : text/html"}, True),
        ({"head": "content-type:\r\n text/html"}, True),
        ({"url": "http://[::1"}, True),
        ({"url": ""}, True),
        ({"url": "file:///saved/page.html", "warc_type": "resource", "head": "Content-Type: text/html"}, True),
        ({"url": "dns:a.example", "warc_type": "resource", "head": "Content-Type: text/html"}, False),
        ({"head": "Content-Type: text/html", "status": 301}, False),
        ({"head": "Content-Type: text/html", "status": 403}, True),
        ({"head": "Content-Type: text/html", "warc_type": "resource"}, True),
        ({"head": "Content-Type: image/png", "warc_type": "resource"}, False),
        ({"head": "Content-Type: text/html", "warc_type": "conversion"}, False),
        ({"head": "Content-Type: text/html", "warc_type": "revisit"}, False),
        ({"url": "urn:pageinfo:a.example"}, False),
    ],
)
def test_which_records_are_pages(read: Callable[..., Found], record: dict[str, Any], is_page: bool) -> None:
    given = {"url": "http://a.example/", "body": b" <p>page"} | record
    assert bool(read(warc_record(**given))) == is_page


HEADS = {
    "CRLF": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
    "LF": b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n",
    "mixed": b"HTTP/1.0 200 OK\nContent-Type: text/html\r\n\n",
    "no phrase": b"HTTP/2 200\r\ncontent-type: text/html\r\n\r\n",
    "interim": b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
    "no headers": b"HTTP/1.1 200 OK\n\n",
    "no head": b"",
}


@pytest.mark.parametrize("page", [b"<p>a\r\n\r\nb\n\nc", b"<p>a\n\nb\r\n\r\nc", b"<p>"])
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("newline", [b"\r\n", b"\n"])
@pytest.mark.parametrize("pack", PACKINGS.values(), ids=PACKINGS)
def test_a_page_is_whole_whatever_the_line_ends(
    read: Callable[..., Found], pack: Callable[..., bytes], newline: bytes, head: bytes, page: bytes
) -> None:
    block = head + page
    fields = [b"WARC/1.0", b"WARC-Type: response", b"WARC-Target-URI: http://a.example/", b"Content-Length: %d" % len(block)]
    record = newline.join([*fields, b"", b""]) + block + newline * 2
    assert _bodies(read(pack([record, record]))) == [page, page]


@pytest.mark.parametrize("padding", [b"", b"\r\n", b"\n\n\n", bytes(512), bytes(70_000), b"\r\n" + bytes(3)])
@pytest.mark.parametrize("pack", PACKINGS.values(), ids=PACKINGS)
def test_padding_between_records_is_no_damage(
    read: Callable[..., Found], records: list[bytes], pack: Callable[..., bytes], padding: bytes
) -> None:
    found = read(padding.join(pack([record]) for record in records) + padding)
    assert (len(_bodies(found)), _problems(found)) == (5, [])


@pytest.mark.parametrize("off", [-1, 1, -3, 5])
def test_a_length_that_is_a_little_off_costs_no_other_record(read: Callable[..., Found], off: int) -> None:
    wrong = warc_record("http://a.example/1", b"<p>1" + b"x" * 50)
    length = int(wrong.split(b"Content-Length: ")[1].split()[0])
    wrong = wrong.replace(b"Content-Length: %d" % length, b"Content-Length: %d" % (length + off))
    found = read(wrong + warc_record("http://a.example/2", b"<p>2") + warc_record("http://a.example/3", b"<p>3"))
    assert _bodies(found)[0].startswith(b"<p>1")
    assert _bodies(found)[1:] == [b"<p>2", b"<p>3"]


@pytest.mark.parametrize("pack", PACKINGS.values(), ids=PACKINGS)
def test_arc(read: Callable[..., Found], pack: Callable[..., bytes]) -> None:
    version = arc_record("filedesc://crawl.arc", b"1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n")
    pages = [arc_record(f"http://a.example/{number}", HEADS["LF"] + b"<p>%d" % number) for number in range(3)]
    other = arc_record("dns:a.example", b"20080102030405\na.example. A 192.0.2.1\n", "text/dns")
    found = read(pack([version, pages[0], other, *pages[1:]]))
    assert (_bodies(found), _problems(found)) == ([b"<p>0", b"<p>1", b"<p>2"], [])
    assert isinstance(found[0], Page)
    assert (found[0].url, found[0].fetched_at) == ("http://a.example/0", datetime(2008, 1, 2, 3, 4, 5, tzinfo=UTC))


@pytest.mark.parametrize("with_dictionary", [False, True])
def test_zstd(read: Callable[..., Found], records: list[bytes], *, with_dictionary: bool) -> None:
    zstd = pytest.importorskip("backports.zstd")
    dictionary = (
        zstd.train_dict([b"<p>%d common words of pages" % number * 9 for number in range(300)], 2000) if with_dictionary else None
    )
    frames = [zstd.compress(record, zstd_dict=dictionary) for record in records]
    kept = dictionary.dict_content if dictionary else b""
    head = b"\x5d\x2a\x4d\x18" + len(kept).to_bytes(4, "little") + kept if dictionary else b""
    data = head + b"".join(frames)
    assert (len(_bodies(read(data))), _problems(read(data))) == (5, [])
    step = len(data) // 4
    ranges = [read(data, start, start + step) for start in range(0, len(data), step)]
    assert [found for each in ranges for found in each] == read(data)
    [problem] = _problems(read(data[:-10]))
    assert "cut off" in problem


def test_wacz(tmp_path: Path, records: list[bytes]) -> None:
    path = tmp_path / "crawl.wacz"
    path.write_bytes(packaged("archive/data.warc.gz", PACKINGS["gzip"](records)))
    found = list(read_archive(str(path)))
    assert (len(_bodies(found)), _problems(found)) == (5, [])
    assert isinstance(found[0], Page)
    assert str(found[0].name).startswith(f"{path}/archive/data.warc.gz#")


@pytest.mark.parametrize("content", [b"PK\3\4 no ZIP file", packaged("songs.txt")])
def test_what_is_no_wacz_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "crawl.wacz"
    path.write_bytes(content)
    try:
        problems = _problems(list(read_archive(str(path))))
    except SourceError as problem:
        problems = [str(problem)]
    assert len(problems) == 1


def test_a_broken_address_is_left_to_the_page(read: Callable[..., Found]) -> None:
    [page] = read(warc_record("http://[::1", b"<p>page"))
    assert isinstance(page, Page)
    assert page.url is None


def test_a_body_whose_package_is_missing_costs_itself(read: Callable[..., Found], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)
    packed = warc_record("http://a.example/1", b"\x0b\x02\x80<p>1\x03", "Content-Type: text/html\r\nContent-Encoding: br")
    found = read(packed + warc_record("http://a.example/2", b"<p>2"))
    assert _bodies(found) == [b"<p>2"]
    assert "pip install brotli" in _problems(found)[0]


def _chunked(body: bytes) -> bytes:
    return b"%x;ext=1\r\n%s\r\n3\r\n%s\r\n0\r\n\r\n" % (len(body) - 3, body[:-3], body[-3:])


@pytest.mark.parametrize(
    ("head", "stored"),
    [
        ("Content-Encoding: gzip", gzip.compress(b"<p>page", mtime=0)),
        ("Content-Encoding: deflate", zlib.compress(b"<p>page")),
        ("Content-Encoding: deflate", zlib.compress(b"<p>page")[2:-4]),
        ("Transfer-Encoding: chunked", _chunked(b"<p>page")),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip", _chunked(gzip.compress(b"<p>page", mtime=0))),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip", b"<p>page"),
        ("Transfer-Encoding: chunked", _chunked(b"<p>page").replace(b"\r\n", b"\n")),
        ("X-Nothing: stated", gzip.compress(b"<p>page", mtime=0)),
        ("Content-Encoding: gzip", gzip.compress(b"<p>p", mtime=0) + gzip.compress(b"age", mtime=0)),
        ("Content-Encoding: gzip", gzip.compress(b"<p>page", mtime=0) + bytes(4)),
        ("Content-Encoding: br", b"\x0b\x03\x80<p>page\x03"),
        ("Content-Encoding: br", b"<p>page"),
        ("Content-Encoding: unheard-of", b"<p>page"),
    ],
)
def test_bodies_are_unpacked_or_were_already(read: Callable[..., Found], head: str, stored: bytes) -> None:
    following = warc_record("http://a.example/2", b"<p>2")
    found = read(warc_record("http://a.example/1", stored, head) + following)
    assert (_bodies(found), _problems(found)) == ([b"<p>page", b"<p>2"], [])


def test_a_bomb_and_a_giant_are_told_and_the_others_read(read: Callable[..., Found], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_reader, "MAX_BYTES", 1000)
    bomb = warc_record("http://a.example/1", gzip.compress(bytes(5000)), "Content-Encoding: gzip")
    found = read(bomb + warc_record("http://a.example/2", bytes(5000)) + warc_record("http://a.example/3", b"<p>3"))
    assert _bodies(found) == [b"<p>3"]
    assert ["bomb" in problem or "larger" in problem for problem in _problems(found)] == [True, True]


def test_a_page_that_its_crawler_cut_says_so(read: Callable[..., Found]) -> None:
    [page] = read(warc_record("http://a.example/", b"<p>cut", Truncated="length"))
    assert isinstance(page, Page)
    assert page.headers[archive_reader.TRUNCATED_HEADER] == "length"


@pytest.mark.parametrize("step", [97, 500, 1300, 10**6])
@pytest.mark.parametrize("pack", PACKINGS.values(), ids=PACKINGS)
def test_ranges_together_give_every_page_once(
    read: Callable[..., Found], records: list[bytes], pack: Callable[..., bytes], step: int
) -> None:
    data = pack(records)
    ranges = (read(data, start, start + step) for start in range(0, len(data), step))
    assert [found for each in ranges for found in each] == read(data)
    assert len(_bodies(read(data))) == 5


def _cuts(records: list[bytes], pack: Callable[..., bytes]) -> Iterator[tuple[bytes, bool]]:
    data = pack(records)
    borders = {len(pack(records[:number])) for number in range(len(records))}
    # up to the four bytes of `\r\n\r\n` behind a plain record may be missed without harm
    harmless = {border - missed for border in borders for missed in range(5 if data == b"".join(records) else 1)}
    for cut in range(1, len(data) - 4, 3):
        yield data[:cut], cut in harmless


@pytest.mark.parametrize("pack", PACKINGS.values(), ids=PACKINGS)
def test_wherever_a_file_is_cut_the_pages_before_are_read_and_the_cut_is_told(
    read: Callable[..., Found], records: list[bytes], pack: Callable[..., bytes]
) -> None:
    whole = _bodies(read(pack(records)))
    for data, harmless in _cuts(records, pack):
        found = read(data)
        assert _bodies(found) == whole[: len(_bodies(found))]
        assert len(_problems(found)) == (0 if harmless else 1), (len(data), found)


def test_a_file_packed_as_a_whole_is_read_and_its_cut_is_told(read: Callable[..., Found], records: list[bytes]) -> None:
    data = gzip.compress(b"".join(records))
    assert len(_bodies(read(data))) == 5
    assert len({page.name for page in read(data) if isinstance(page, Page)}) == 5
    assert all(len(_problems(read(data[:cut]))) == 1 for cut in range(20, len(data), 50))


def test_damage_costs_one_record(read: Callable[..., Found], records: list[bytes]) -> None:
    packed = [gzip.compress(record) for record in records]
    damaged = bytearray(packed[2])
    damaged[len(damaged) // 2] ^= 0xFF
    found = read(b"".join([*packed[:2], bytes(damaged), *packed[3:]]))
    assert len(_bodies(found)) == 4
    [problem] = _problems(found)
    assert f"#{len(packed[0] + packed[1])}" in problem or f"#{len(packed[0])}" in problem


@pytest.mark.parametrize("pack", PACKINGS.values(), ids=PACKINGS)
def test_padding_is_no_damage(read: Callable[..., Found], records: list[bytes], pack: Callable[..., bytes]) -> None:
    assert _problems(read(pack(records) + bytes(512))) == []


@pytest.mark.parametrize("data", [b"", b"no archive", b"\x1f\x8b", b"\x1f\x8b\x08" + bytes(50), b"WARC/1.1\r\n"])
def test_what_is_no_archive_is_told(read: Callable[..., Found], data: bytes) -> None:
    try:
        [problem] = read(data)
    except SourceError as raised:
        problem = raised
    assert "crawl.warc" in str(problem)


def test_an_archive_in_object_storage(records: list[bytes]) -> None:
    fsspec = pytest.importorskip("fsspec")
    with fsspec.open("memory://bucket/crawl.warc.gz", "wb") as file:
        file.write(PACKINGS["gzip"](records))
    assert len(list(read_archive("memory://bucket/crawl.warc.gz"))) == 5
    with pytest.raises(SourceError, match=r"bucket/none\.warc"):
        list(read_archive("memory://bucket/none.warc"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_is_no_archive(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "crawl.warc.gz")
    with pytest.raises(SourceError, match="a pipe or a device"):
        list(read_archive(str(tmp_path / "crawl.warc.gz")))
