"""Records that an index names: neighbours in one piece, each page by itself, and what is missing said of each."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from moviescrape.archive.record_ranges import RecordPlace, join_ranges, parse_records, read_places, read_range
from moviescrape.errors import MoviescrapeError, SourceError, UsageError
from moviescrape.pages.page import Page
from moviescrape.pages.record_counts import RecordCounts
from moviescrape.pipeline.results import PageParser
from support.archive_index import write_crawl
from support.range_server import serving_ranges
from support.warc import warc_record

Pages = list[tuple[str, bytes]]


@pytest.fixture
def places(title_pages: Pages, tmp_path: Path) -> list[RecordPlace]:
    """The places of eight pages in one archive."""
    records = write_crawl(tmp_path, {"one.warc.gz": title_pages[:8]})
    return sorted(RecordPlace(str(tmp_path / record.filename), record.offset, record.length) for record in records)


class _Reading:
    """Reads files, and notes the ranges."""

    def __init__(self) -> None:
        self.ranges: list[tuple[int, int]] = []

    def __call__(self, where: str, start: int, stop: int) -> bytes:
        self.ranges.append((start, stop))
        return read_range(where, start, stop)


def _found(places: list[RecordPlace]) -> tuple[list[Page | MoviescrapeError | None], RecordCounts]:
    counts = RecordCounts()
    return [found for _, found in read_places(places, read_range, counts)], counts


def test_neighbours_are_one_range_and_pages_are_named_by_records(places: list[RecordPlace], title_pages: Pages) -> None:
    reading = _Reading()
    results = list(parse_records(places[2:6], PageParser(), read=reading))
    assert reading.ranges == [(places[2].offset, places[6].offset)]
    assert [result.where for result in results[:-1]] == [place.name for place in places[2:6]]
    assert [result.page.url for result in results if result.page] == [url for url, _ in title_pages[2:6]]
    assert [len(result.movies) for result in results] == [1, 1, 1, 1, 0]
    assert results[-1].records == RecordCounts(records=4, responses=4, html=4)


@pytest.mark.parametrize(("gap", "most", "sizes"), [(0, 10**6, [8]), (0, 1, [1] * 8), (0, 4_000, None), (10**6, 10**6, [8])])
def test_ranges_are_as_large_as_they_may_be(places: list[RecordPlace], gap: int, most: int, sizes: list[int] | None) -> None:
    joined = list(join_ranges(places, gap, most))
    assert [place for some in joined for place in some] == places
    assert sizes is None or [len(some) for some in joined] == sizes
    assert all(some[-1].offset + some[-1].length - some[0].offset <= most or len(some) == 1 for some in joined)


def test_a_record_that_holds_no_page_is_none(tmp_path: Path) -> None:
    packed = gzip.compress(warc_record("http://a.example/logo", b"GIF", head="Content-Type: image/gif"), mtime=0)
    (tmp_path / "a.warc.gz").write_bytes(packed)
    assert _found([RecordPlace(str(tmp_path / "a.warc.gz"), 0, len(packed))]) == (
        [None],
        RecordCounts(records=1, responses=1, other_types=1),
    )
    assert [result.is_count for result in parse_records([RecordPlace(str(tmp_path / "a.warc.gz"), 0, len(packed))], PageParser())]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"offset": 10}, "no record begins here"),
        ({"length": 40}, "cut off in this record"),
        ({"offset": 10**9}, "cut off in this record"),
        ({"archive": "gone.warc.gz"}, "No such file"),
    ],
)
def test_what_is_not_there_is_said_of_the_record(places: list[RecordPlace], change: dict[str, int], words: str) -> None:
    place = places[0]._replace(**change)  # type: ignore[arg-type]
    [problem], counts = _found([place])
    assert isinstance(problem, SourceError)
    assert (problem.where, words in problem.what, counts.html) == (place.name, True, 0)


def test_a_file_that_is_gone_costs_each_of_its_records(places: list[RecordPlace]) -> None:
    gone = [place._replace(archive="gone.warc.gz") for place in places]
    results = list(parse_records([*gone, *places], PageParser()))
    assert [bool(result.problem) for result in results[:-1]] == [True] * 8 + [False] * 8


@pytest.fixture
def in_memory() -> Iterator[str]:
    fsspec.filesystem("memory").pipe_file("/bucket/a", b"0123456789")
    yield "memory://bucket/a"
    fsspec.filesystem("memory").store.clear()


@pytest.mark.parametrize(("start", "stop", "data"), [(0, 3, b"012"), (4, 6, b"45"), (8, 20, b"89")])
def test_ranges_by_fsspec(in_memory: str, tmp_path: Path, start: int, stop: int, data: bytes) -> None:
    (tmp_path / "a").write_bytes(b"0123456789")
    for where in (in_memory, f"file://{tmp_path}/a", str(tmp_path / "a")):
        assert read_range(where, start, stop) == data


def test_what_can_not_be_opened_is_told(tmp_path: Path) -> None:
    for where in ("memory://bucket/none", str(tmp_path)):
        with pytest.raises(SourceError, match=r"can't be read|not a file"):
            read_range(where, 0, 5)
    place = RecordPlace("a", 0, 5)

    def missing(where: str, start: int, stop: int) -> bytes:
        raise UsageError("this needs fsspec")

    with pytest.raises(UsageError, match="needs fsspec"):
        list(read_places([place], missing, RecordCounts()))


def test_a_web_server_is_asked_by_one_client(places: list[RecordPlace], tmp_path: Path) -> None:
    with serving_ranges(tmp_path) as server:
        there = [place._replace(archive=f"{server.url}one.warc.gz") for place in (places[0], places[7])]
        apart = [there[0], there[1]._replace(archive=f"{server.url}two.warc.gz")]
        results = list(parse_records(apart, PageParser()))
    assert [len(result.movies) for result in results[:2]] == [1, 0]
    assert "404" in str(results[1].problem)
    assert [path for path, _ in server.asked] == ["/robots.txt", "/one.warc.gz", "/two.warc.gz"]
