"""Saved pages and folders of them."""

import gzip
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.errors import SourceError
from moviescrape.pages.files import MAX_NAME_CHARACTERS, find_saved, page_file_name, read_page


def _touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"<p>")


def test_a_folder_is_read_recursively_and_in_order(tmp_path: Path) -> None:
    _touch(tmp_path, "b.html", "a/z.htm", "a/y.mhtml", "c.HTML", "notes.txt", "a/picture.png")
    found = [path.relative_to(tmp_path).as_posix() for path in find_saved(tmp_path)]
    assert found == ["a/y.mhtml", "a/z.htm", "b.html", "c.HTML"]


def test_archives_in_a_folder_are_found(tmp_path: Path) -> None:
    _touch(tmp_path, "a.html", "b/crawl.WARC.gz", "c.html")
    assert [path.name for path in find_saved(tmp_path)] == ["a.html", "crawl.WARC.gz", "c.html"]


def test_a_page_saved_as_it_came_over_the_wire_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(gzip.compress(b"<p>page"))
    assert read_page(path).body == b"<p>page"


def test_what_a_browser_saves_beside_a_page_is_left_out(tmp_path: Path) -> None:
    _touch(tmp_path, "Top 250.html", "Top 250_files/advert.html", "more_files/page.html")
    assert [path.name for path in find_saved(tmp_path)] == ["Top 250.html", "page.html"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_back_up_is_not_walked(tmp_path: Path) -> None:
    _touch(tmp_path, "sub/page.html")
    (tmp_path / "sub" / "up").symlink_to(tmp_path, target_is_directory=True)
    assert [path.name for path in find_saved(tmp_path)] == ["page.html"]


def test_a_folder_without_pages(tmp_path: Path) -> None:
    _touch(tmp_path, "notes.txt")
    with pytest.raises(SourceError, match="no saved page in this folder"):
        list(find_saved(tmp_path))


def test_a_file_is_its_own_page(tmp_path: Path) -> None:
    _touch(tmp_path, "page.html")
    (path,) = find_saved(tmp_path / "page.html")
    page = read_page(path)
    assert (page.body, page.url, page.source) == (b"<p>", None, str(path))


@pytest.mark.parametrize("content", [b"", b" \r\n\t"])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"page\.html: the file is empty; save the page again"):
        read_page(path)


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="can't be read"):
        read_page(tmp_path / "gone.html")


def test_a_file_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moviescrape.pages.files.MAX_BYTES", 2)
    _touch(tmp_path, "page.html")
    with pytest.raises(SourceError, match="larger than"):
        read_page(tmp_path / "page.html")


@given(st.text(max_size=200))
def test_file_names_stay_in_their_folder(text: str) -> None:
    name = page_file_name(1, f"http://movies.example/{text}")
    assert len(name) <= MAX_NAME_CHARACTERS + 10
    assert name.isascii()
    assert not set(name) & set('/\\:*?"<>|\0')
    assert ".." not in name
