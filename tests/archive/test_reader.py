"""ReadOptions in another process: nothing that a page does stops the others."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from moviescrape.archive.reader import Reader, ReadOptions
from moviescrape.archive.shards import Shard
from moviescrape.archive.watchdog import PageLimits
from moviescrape.pipeline.local import parse_archive
from moviescrape.pipeline.results import PageParser, PageResult
from moviescrape.pipeline.sources import SourceKind
from moviescrape.settings import MIB

pytestmark = pytest.mark.slow

Pages = list[tuple[str, bytes]]
LIMITS = PageLimits(cpu_s=1.0, clock_s=3.0, memory_bytes=256 * MIB)
"""Much more than a page takes, on a busy machine too, and no longer than a test may."""


POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither SIGKILL nor timers of CPU time")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="no other system tells a process' memory as a file")


@pytest.fixture
def reader(poison: tuple[str, ...]) -> Iterator[Reader]:
    reader = Reader(ReadOptions(limits=LIMITS, program=poison))
    yield reader
    reader.close()


def _pages(results: Iterable[PageResult]) -> list[PageResult]:
    return [result for result in results if not result.is_count]


def _shard(path: Path) -> Shard:
    return Shard(SourceKind.ARCHIVE, (str(path),))


def test_the_movies_are_those_that_this_process_reads(reader: Reader, archive: Callable[..., Path], title_pages: Pages) -> None:
    path = archive(title_pages)
    for _ in range(2):  # the second time with the same process
        visits = _pages(reader.read(_shard(path)))
        assert [visit.movies for visit in visits] == [visit.movies for visit in _pages(parse_archive(str(path), PageParser()))]
    assert len([movie for visit in visits for movie in visit.movies]) == len(title_pages)
    assert all(visit.page and not visit.page.body for visit in visits)


@pytest.mark.parametrize(
    ("order", "places", "words"),
    [
        pytest.param(b"HANG", {2}, "took more than 1 s of CPU time", marks=POSIX),
        pytest.param(b"FILL", {1}, "took more than 256 MiB of memory", marks=LINUX),
        (b"CRASH", {0, 2, 3}, "killed its reader"),
        (b"CRASH", {3}, "killed its reader"),
        (b"RAISE", {0, 1, 3}, "RecursionError"),
    ],
)
def test_a_poisonous_page_is_told_and_the_others_are_read(
    reader: Reader, archive: Callable[..., Path], title_pages: Pages, order: bytes, places: set[int], words: str
) -> None:
    pages = [(url, b"<p>" + order if place in places else page) for place, (url, page) in enumerate(title_pages[:4])]
    visits = _pages(reader.read(_shard(archive(pages))))
    assert [bool(visit.movies) for visit in visits] == [place not in places for place in range(4)]
    told = [str(visit.problem) for visit in visits if visit.problem]
    assert len(told) == len(places)
    assert all(words in line and "crawl.warc.gz#" in line for line in told)


@POSIX
def test_a_page_that_dies_among_others_is_tried_again_alone(
    reader: Reader, archive: Callable[..., Path], title_pages: Pages
) -> None:
    pages = [(url, page + b"<!-- ALONE -->" if place in (3, 4, 7) else page) for place, (url, page) in enumerate(title_pages[:9])]
    results = _pages(reader.read(_shard(archive(pages))))
    assert [len(result.movies) for result in results] == [1] * 9
    assert not any(result.problem for result in results)


@POSIX
def test_a_page_that_waits_is_tried_again_before_it_is_lost(
    poison: tuple[str, ...], archive: Callable[..., Path], title_pages: Pages
) -> None:
    reader = Reader(ReadOptions(limits=PageLimits(clock_s=1.0), program=poison))
    pages = [(url, b"WAIT" if place == 1 else page) for place, (url, page) in enumerate(title_pages[:3])]
    results = _pages(reader.read(_shard(archive(pages))))
    reader.close()
    assert [len(result.movies) for result in results] == [1, 0, 1]
    assert "took longer than 1 s" in str(results[1].problem)


@POSIX
def test_a_process_killed_from_outside_loses_no_page(
    reader: Reader, archive: Callable[..., Path], title_pages: Pages, tmp_path: Path
) -> None:
    path = archive([(url, page + f"<!-- KILL ONCE {tmp_path}/{url[-5:]} -->".encode()) for url, page in title_pages[:4]])
    results = _pages(reader.read(_shard(path)))
    assert [len(result.movies) for result in results] == [1] * 4
    assert not any(result.problem for result in results)


def test_what_a_parser_prints_does_not_get_between(reader: Reader, archive: Callable[..., Path], title_pages: Pages) -> None:
    url, page = title_pages[0]
    [visit] = _pages(reader.read(_shard(archive([(url, page + b"<!-- PRINT -->")]))))
    assert visit.movies


def test_a_file_that_is_gone_is_told(reader: Reader, tmp_path: Path) -> None:
    [visit] = reader.read(_shard(tmp_path / "gone.warc.gz"))
    assert "gone.warc.gz" in str(visit.problem)
    [visit] = reader.read(Shard(SourceKind.PAGE, (str(tmp_path / "gone.html"),)))
    assert "gone.html" in str(visit.problem)


def test_a_file_that_ends_the_process_takes_no_page_before_it_along(reader: Reader, tmp_path: Path, title_pages: Pages) -> None:
    paths = [tmp_path / f"{name}.html" for name in ("a", "b", "BAD", "d")]
    for path, (_, page) in zip(paths, title_pages, strict=False):
        path.write_bytes(page)
    visits = list(reader.read(Shard(SourceKind.PAGE, tuple(map(str, paths)))))
    assert [len(visit.movies) for visit in visits] == [1, 1, 0]
    assert "the rest of it was not read" in str(visits[-1].problem)


def test_a_reader_left_in_the_middle_begins_anew(reader: Reader, archive: Callable[..., Path], title_pages: Pages) -> None:
    shard = _shard(archive(title_pages))
    started = reader.read(shard)
    first = next(started)
    started.close()  # type: ignore[attr-defined]
    assert next(iter(reader.read(shard))).movies == first.movies


def test_a_reader_that_can_not_start_gives_the_shard_up(archive: Callable[..., Path], title_pages: Pages) -> None:
    reader = Reader(ReadOptions(program=("-c", "raise SystemExit(9)")))
    [visit] = reader.read(_shard(archive(title_pages)))
    assert "status 9" in str(visit.problem)
    reader.close()
