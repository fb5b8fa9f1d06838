"""What a SOURCE is taken for, and what a person is told who names something else."""

import gzip
import sqlite3
from pathlib import Path

import pytest

from moviescrape.errors import SourceError, UsageError
from moviescrape.pipeline.sources import SourceKind, classify, expand_patterns
from support.warc import packaged


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("list.html", b"", SourceKind.PAGE),  # found empty when it is read, not here
        ("List.HTM", b"x", SourceKind.PAGE),
        ("list.mhtml", b"x", SourceKind.PAGE),
        ("no suffix", b"\xef\xbb\xbf <!doctype html>", SourceKind.PAGE),
        ("raw.txt", b"HTTP/1.1 200 OK\r\n", SourceKind.PAGE),
        ("urls.txt", b"# mine\nhttps://example.org/\n", SourceKind.URLS),
        ("urls", b"https://example.org/\n", SourceKind.URLS),
        ("crawl.warc.gz", b"\x1f\x8b", SourceKind.ARCHIVE),
        ("crawl.warc", b"WARC/1.0", SourceKind.ARCHIVE),
        ("crawl", b"WARC/1.0\r\n", SourceKind.ARCHIVE),
        ("crawl.bin", gzip.compress(b"WARC/1.0\r\nWARC-Type: warcinfo", mtime=0), SourceKind.ARCHIVE),
        ("crawl.dat", b"filedesc://a.arc 0.0.0.0 20080101000000 text/plain 10\n", SourceKind.ARCHIVE),
        ("crawl.zip", packaged("archive/data.warc.gz"), SourceKind.ARCHIVE),
        ("page.html.gz", gzip.compress(b"<!doctype html>", mtime=0), SourceKind.PAGE),
        ("new.sqlite", b"", SourceKind.STORE),
    ],
)
def test_files_are_told_by_suffix_and_first_bytes(tmp_path: Path, name: str, content: bytes, kind: SourceKind) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert classify(str(path)).kind is kind


def test_a_store_is_told_by_its_first_bytes(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with sqlite3.connect(path) as store:
        store.execute("CREATE TABLE t (c)")
    store.close()
    assert classify(str(path)).kind is SourceKind.STORE


def test_a_folder(tmp_path: Path) -> None:
    assert classify(str(tmp_path)).kind is SourceKind.FOLDER


def test_a_url_loses_its_fragment() -> None:
    assert classify("https://example.org/top?page=2#row3").text == "https://example.org/top?page=2"


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("ftp://example.org/top", "only web pages"),
        ("file:///etc/passwd", "only web pages"),
        ("https://", "write it as https://"),
        ("http://exa mple.org/", "write it as https://"),
        ("http://[::1/", "check it in a browser"),
        ("http://example.org:99999/", "check it in a browser"),
        ("www.example.org/chart/top/", "write https://www.example.org/chart/top/"),
        ("list.html", "check the path"),
        ("", "check the path"),
        ("x" * 5000, "check the path"),
    ],
)
def test_anything_else_is_a_usage_error_with_a_remedy(text: str, remedy: str) -> None:
    with pytest.raises(UsageError, match=remedy):
        classify(text)


def test_a_file_of_another_kind(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(UsageError, match="name a URL"):
        classify(str(path))


def test_an_empty_file_of_no_known_kind(tmp_path: Path) -> None:
    path = tmp_path / "urls.txt"
    path.touch()
    with pytest.raises(SourceError, match="empty"):
        classify(str(path))


def test_a_zip_file_of_something_else_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "songs.zip"
    path.write_bytes(packaged("songs.txt"))
    with pytest.raises(UsageError, match="not something to read"):
        classify(str(path))


def test_patterns_are_expanded_in_order_and_files_are_not_patterns(tmp_path: Path) -> None:
    for name in ("b.warc", "a.warc", "c [1].html", "sub/d.warc"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    given = [str(tmp_path / text) for text in ("*.warc", "**/*.warc", "c [1].html", "none*.html")] + ["https://a.example/?q=*"]
    names = [text.removeprefix(f"{tmp_path}/") for text in expand_patterns(given)]
    star = ["a.warc", "b.warc"]
    assert names == [*star, *star, "sub/d.warc", "c [1].html", "none*.html", "https://a.example/?q=*"]
