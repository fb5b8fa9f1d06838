"""Files that list sources."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from moviescrape.pipeline.job import Job
from moviescrape.pipeline.source_lists import expand_lists


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.warc.gz", "b.html"):
        (tmp_path / name).write_bytes(b"<p>")
    return tmp_path


LISTED = "\ufeff# of today\n\na.warc.gz\r\n  b.html  \ngone.html\ns3://bucket/c.warc.gz\n"


@pytest.mark.parametrize(
    ("name", "pack"), [("sources.txt", bytes), ("list", bytes), ("warc.paths.gz", lambda text: gzip.compress(text, mtime=0))]
)
def test_the_lines_are_sources(folder: Path, name: str, pack: Callable[[bytes], bytes]) -> None:
    (folder / name).write_bytes(pack(LISTED.encode()))
    found = list(expand_lists(["first", str(folder / name), "last"]))
    here = [str(folder / "a.warc.gz"), str(folder / "b.html"), "gone.html", "s3://bucket/c.warc.gz"]
    assert found == ["first", *here, "last"]


def test_names_of_the_current_folder(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists = tmp_path_factory.mktemp("lists") / "sources.txt"
    lists.write_text("b.html\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    assert list(expand_lists([str(lists)])) == ["b.html"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("urls.txt", b"https://movies.example/top\nb.html\n"),
        ("words.txt", b"no such file\n"),
        ("empty.txt", b""),
        ("bytes.txt", b"b.html\0\n"),
        ("latin.txt", b"b.html\n\xff\xfe\n"),
        ("cut.gz", b"\x1f\x8b\x08"),
        ("table.csv", b"b.html\n"),
        ("page.html", b"b.html\n"),
        ("long.txt", b"x" * 5000),
    ],
)
def test_what_is_no_list_is_itself(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    assert list(expand_lists([str(folder / name)])) == [str(folder / name)]


def test_what_is_not_there_and_folders_are_themselves(folder: Path) -> None:
    assert list(expand_lists([str(folder), "nowhere", "-"])) == [str(folder), "nowhere", "-"]


def test_a_job_reads_what_a_list_names(folder: Path) -> None:
    (folder / "sources.txt").write_text("a.warc.gz\nb.html\ngone.html\n", encoding="utf-8")
    sources = Job.of_saved([str(folder / "sources.txt")]).sources
    assert [bool(source.problem) for source in sources] == [False, False, True]
