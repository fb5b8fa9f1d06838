"""Text files of URLs."""

from pathlib import Path

import pytest

from moviescrape.errors import SourceError, UsageError
from moviescrape.pipeline.sources import read_urls


def test_blank_lines_comments_and_a_byte_order_mark_dont_count(tmp_path: Path) -> None:
    path = tmp_path / "urls.txt"
    path.write_bytes("\ufeff# lists\r\n\r\nhttps://example.org/1\r\n  http://example.org/2  \r\n".encode())
    assert read_urls(path) == ["https://example.org/1", "http://example.org/2"]


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "urls.txt"
    path.write_text("https://example.org/1\nexample.org/2\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"urls\.txt, line 2"):
        read_urls(path)


@pytest.mark.parametrize("content", [b"# nothing\n", b"\xff\xfe\x00"])
def test_a_file_without_urls(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "urls.txt"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"one URL a line|one a line"):
        read_urls(path)
