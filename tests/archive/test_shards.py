"""Sources cut into shards: together they give what each source gives, in order."""

import gzip
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from moviescrape.archive.shards import ShardSize, cut_sources, parse_shard
from moviescrape.pages.page import Page
from moviescrape.pages.store import PageStore
from moviescrape.pipeline.local import parse_source
from moviescrape.pipeline.results import PageParser, PageResult
from moviescrape.pipeline.sources import Source, SourceKind, classify

Pages = list[tuple[str, bytes]]


@pytest.fixture
def sources(archive: Callable[..., Path], title_pages: Pages, tmp_path: Path) -> list[Source]:
    """An archive, a page store and a folder of the same pages, and a folder without any."""
    crawl = archive(title_pages[:9])
    with PageStore.open(tmp_path / "movies.pages.sqlite") as store:
        for url, body in title_pages[:9]:
            store.put(Page(body, url, asked_url=url, fetched_at=datetime(2026, 1, 2, tzinfo=UTC)))
    for number, (_, body) in enumerate(title_pages[:9]):
        (tmp_path / "folder").mkdir(exist_ok=True)
        (tmp_path / "folder" / f"{number}.html").write_bytes(body)
    (tmp_path / "empty").mkdir()
    return [classify(str(path)) for path in (crawl, tmp_path / "movies.pages.sqlite", tmp_path / "folder", tmp_path / "empty")]


def _shown(results: Iterable[PageResult]) -> list[tuple[object, ...]]:
    return [(result.where, result.movies, str(result.problem)) for result in results if not result.is_count]


@pytest.mark.parametrize("size", [ShardSize(1, 500), ShardSize(4, 5_000), ShardSize(1000, 10**9)])
def test_the_shards_together_are_the_sources(sources: list[Source], size: ShardSize) -> None:
    whole = _shown(result for source in sources for result in parse_source(source, PageParser()))
    cut = _shown(result for shard in cut_sources(sources, size) for result in parse_shard(shard, PageParser()))
    assert cut == whole
    assert len(whole) == 28


def test_shards_are_as_small_as_asked_for_and_say_what_they_are(sources: list[Source]) -> None:
    shards = list(cut_sources(sources[1:3], ShardSize(files=4, archive_bytes=1)))
    assert [(shard.kind, shard.start, shard.stop, len(shard.paths)) for shard in shards] == [
        (SourceKind.STORE, 1, 5, 1),
        (SourceKind.STORE, 5, 9, 1),
        (SourceKind.STORE, 9, 10, 1),
        (SourceKind.PAGE, 0, None, 4),
        (SourceKind.PAGE, 0, None, 4),
        (SourceKind.PAGE, 0, None, 1),
    ]
    assert [str(shard).split("/")[-1].split("\\")[-1] for shard in shards[2:5]] == [
        "movies.pages.sqlite, pages 9-10",
        "0.html and 3 more",
        "4.html and 3 more",
    ]


def test_a_file_packed_as_a_whole_is_one_shard(archive: Callable[..., Path], title_pages: Pages) -> None:
    crawl = archive(title_pages)
    crawl.write_bytes(gzip.compress(gzip.decompress(crawl.read_bytes())))
    [shard] = cut_sources([classify(str(crawl))], ShardSize(1, 500))
    *pages, counts = parse_shard(shard, PageParser())
    assert (len(pages), counts.records and counts.records.html) == (40, 40)
