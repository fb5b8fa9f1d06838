"""An index of archives read by ranges: the same rows as the archives themselves give, of the hosts wanted, and few bytes."""

import gzip
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from moviescrape.archive.engines import Processes
from moviescrape.archive.failures import FailedPage
from moviescrape.archive.index_shards import cut_index, cut_job
from moviescrape.archive.parts import parse_parts, parts_target
from moviescrape.archive.reader import ReadOptions
from moviescrape.archive.set_aside import shards_again
from moviescrape.archive.shards import Shard
from moviescrape.archive.table import parse_many
from moviescrape.cli.app import app
from moviescrape.errors import UsageError
from moviescrape.pipeline.flow import parse_saved
from moviescrape.pipeline.index_choice import HostFilter, IndexChoice, IndexCounts
from moviescrape.pipeline.job import Job, Target
from moviescrape.pipeline.report import Report
from moviescrape.table.table_file import read_table
from support.archive_index import IndexedRecord, as_cdx, as_cdxj, as_columns, write_crawl
from support.range_server import serving_ranges

Pages = list[tuple[str, bytes]]
HOSTS = "movies.localhost"
OTHER = b"<!doctype html><title>Bread</title><p>We bake."


@pytest.fixture
def crawl(tmp_path: Path, title_pages: Pages) -> list[IndexedRecord]:
    """Two archives in `base/`, in which pages of another host lie between those of movies."""
    mixed = [page for number, each in enumerate(title_pages) for page in (each, (f"http://bread.example/{number}", OTHER * 99))]
    return write_crawl(tmp_path / "base", {"seg/one.warc.gz": mixed[:50], "seg/two.warc.gz": mixed[50:]})


@pytest.fixture
def straight(tmp_path: Path, crawl: list[IndexedRecord]) -> bytes:
    """The table of the archives read whole."""
    paths = [str(tmp_path / "base/seg" / name) for name in ("one.warc.gz", "two.warc.gz")]
    parse_saved(Job.of_saved(paths), Target.of(tmp_path / "straight.csv"))
    return (tmp_path / "straight.csv").read_bytes()


@pytest.fixture
def write_index(tmp_path: Path) -> Callable[..., Path]:
    """Write an index, of a form and under a name that says nothing about it."""

    def write(form: str, records: list[IndexedRecord]) -> Path:
        path = tmp_path / "index"
        if form == "columns":
            return as_columns(records, path)
        content = as_cdx(records) if form.startswith("CDX ") else as_cdxj(records)
        if form == "CDXJ in members":
            half = content.index(b"\n", len(content) // 2) + 1
            content = gzip.compress(content[:half], mtime=0) + gzip.compress(content[half:], mtime=0)
        elif form.endswith("gzipped"):
            content = gzip.compress(content, mtime=0)
        elif form == "CDXJ with a first line":
            content = b'!meta 0 {"format": "cdxj-gzip-1.0"}\n' + content
        path.write_bytes(content)
        return path

    return write


def _parse(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["parse", "--quiet", *map(str, arguments)])


def _read(index: Path | str, base: object, out: Path, hosts: str = HOSTS) -> Result:
    return _parse(index, "--base", base, "--hosts", hosts, "--out", out)


FORMS = ["CDXJ", "CDXJ gzipped", "CDXJ in members", "CDXJ with a first line", "CDX 11", "CDX gzipped", "columns"]


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_the_table_is_that_of_the_archives(
    crawl: list[IndexedRecord], straight: bytes, write_index: Callable[..., Path], tmp_path: Path, form: str
) -> None:
    out = tmp_path / "movies.csv"
    result = _read(write_index(form, crawl), tmp_path / "base", out)
    assert (result.exit_code, result.stderr) == (0, "")
    assert out.read_bytes() == straight


@pytest.mark.slow
def test_a_folder_and_a_pattern_are_one_index(crawl: list[IndexedRecord], straight: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "index" / "subset=warc"
    folder.mkdir(parents=True)
    as_columns(crawl[:30], folder / "part-0.parquet")
    (folder / "part-1.gz").write_bytes(gzip.compress(as_cdxj(crawl[30:]), mtime=0))
    (folder / "_SUCCESS").touch()
    (folder / "notes.txt").write_text("of no use", encoding="utf-8")
    for index in (tmp_path / "index", f"{folder}/part-*", f"file://{folder}/part-*"):
        out = tmp_path / "movies.csv"
        assert _read(index, tmp_path / "base", out).exit_code == 0
        assert out.read_bytes() == straight


@pytest.mark.slow
def test_the_archives_may_be_at_a_file_address(
    crawl: list[IndexedRecord], straight: bytes, write_index: Callable[..., Path], tmp_path: Path
) -> None:
    result = _read(write_index("CDXJ", crawl), f"file://{tmp_path}/base", tmp_path / "movies.csv")
    assert (result.exit_code, (tmp_path / "movies.csv").read_bytes()) == (0, straight)


@pytest.mark.slow
def test_over_http_few_ranges_are_asked_for(
    crawl: list[IndexedRecord], straight: bytes, write_index: Callable[..., Path], tmp_path: Path
) -> None:
    with serving_ranges(tmp_path / "base") as server:
        result = _read(write_index("columns", crawl), server.url, tmp_path / "movies.csv")
    assert (result.exit_code, (tmp_path / "movies.csv").read_bytes()) == (0, straight)
    assert [path for path, _ in server.asked] == ["/robots.txt", "/seg/one.warc.gz", "/seg/two.warc.gz"]
    assert all(agent.startswith("moviescrape/") for agent in server.agents)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("forbidden", "robots.txt forbids"),
        ("no ranges", "another part than was asked for"),
        ("gone", "404"),
    ],
)
def test_what_a_server_does_not_give_is_said_of_each_page(
    crawl: list[IndexedRecord], write_index: Callable[..., Path], tmp_path: Path, change: str, words: str
) -> None:
    with serving_ranges(tmp_path / "base") as server:
        server.robots = b"User-agent: *\nDisallow: /seg/two" if change == "forbidden" else b""
        server.ranges = change != "no ranges"
        if change == "gone":
            shutil.rmtree(tmp_path / "base")
        result = _read(write_index("CDXJ", crawl), server.url, tmp_path / "movies.csv")
    assert result.exit_code == (3 if change == "forbidden" else 4)
    assert words in result.stderr


def _job(index: Path, base: Path, **more: object) -> Job:
    return Job.of_index([str(index)], IndexChoice(str(base), (HOSTS,)), **more)  # type: ignore[arg-type]


def _cut(index: Path, base: str, records: int = 256, hosts: str = HOSTS) -> tuple[list[Shard], IndexCounts]:
    counts, job = IndexCounts(), Job.of_index([str(index)], IndexChoice(base))
    return list(cut_index(job.sources, IndexChoice(base), HostFilter.of([hosts]), counts, records)), counts


@pytest.mark.parametrize("form", ["CDXJ", "CDX 11", "columns"])
def test_only_pages_that_were_there_and_each_content_once(
    crawl: list[IndexedRecord], write_index: Callable[..., Path], form: str
) -> None:
    mine = [record for record in crawl if HOSTS in record.url]
    more = [
        replace(mine[0], status=404, offset=1),
        replace(mine[1], mime="image/png", offset=2),
        replace(mine[2], offset=10**9),
        replace(mine[3], url="http://notmovies.localhost/"),
        replace(mine[4], mime="application/xhtml+xml", digest="other"),
    ]
    shards, counts = _cut(write_index(form, sorted([*crawl, *more], key=lambda record: record.key)), "base", records=16)
    assert counts == IndexCounts(rows=44, other_statuses=1, other_types=1, duplicates=1, records=41)
    assert [len(shard.records) for shard in shards] == [16, 16, 9]
    places = [place for shard in shards for place in shard.records]
    assert places == sorted(places)
    assert places[0].archive == "base/seg/one.warc.gz"


def test_rows_that_do_not_say_are_read(crawl: list[IndexedRecord], tmp_path: Path) -> None:
    said = {"url": "http://movies.localhost/a", "filename": "a.warc.gz", "offset": 0, "length": 10}
    lines = [said, said | {"status": "-", "mime": "-", "digest": "-", "offset": 20}, said | {"mime": "unk", "offset": "40"}]
    (tmp_path / "index").write_text("".join(f"localhost,movies)/a 20260102030405 {json.dumps(line)}\n" for line in lines))
    [shard], counts = _cut(tmp_path / "index", "base")
    assert ([place.offset for place in shard.records], counts.records) == ([0, 20, 40], 3)


@pytest.mark.parametrize(
    "broken",
    [
        "localhost,movies)/a 20260102030405 {",
        'localhost,movies)/a 20260102030405 {"url": "http://movies.localhost/a"}',
        'localhost,movies)/a 20260102030405 {"url": "http://movies.localhost/a", "filename": "a", "offset": -1, "length": 3}',
        'localhost,movies)/a 20260102030405 {"url": "http://movies.localhost/a", "filename": "../a", "offset": 1, "length": 3}',
        'localhost,movies)/a 20260102030405 {"url": "http://movies.localhost/a", "filename": "/a", "offset": 1, "length": 3}',
        'localhost,movies)/a 20260102030405 {"url": "http://movies.localhost/a", "filename": "s3:/a", "offset": 1, "length": 3}',
    ],
)
def test_a_broken_row_costs_itself_and_is_said(crawl: list[IndexedRecord], tmp_path: Path, broken: str) -> None:
    (tmp_path / "index").write_bytes(as_cdxj(crawl) + broken.encode() + b"\n")
    shards, counts = _cut(tmp_path / "index", str(tmp_path / "base"))
    assert counts.records == 40
    assert len([shard for shard in shards if shard.problem]) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "content", [b"", b"only words\n", b"PAR1 and no more", gzip.compress(b"words", mtime=0), b"\x1f\x8b cut"]
)
def test_what_is_no_index_is_said_in_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "index").write_bytes(content)
    result = _read(tmp_path / "index", tmp_path, tmp_path / "movies.csv")
    assert (result.exit_code, result.stderr.count("\n")) == (4, 1)
    assert f"{tmp_path / 'index'}: " in result.stderr


@pytest.mark.slow
def test_a_table_is_no_index(crawl: list[IndexedRecord], straight: bytes, tmp_path: Path) -> None:
    parse_saved(Job.of_saved([str(tmp_path / "base")]), Target.of(tmp_path / "movies.parquet"))
    result = _read(tmp_path / "movies.parquet", tmp_path, tmp_path / "movies.csv")
    assert (result.exit_code, "no column warc_filename" in result.stderr) == (4, True)


def test_an_index_without_a_base_is_told(crawl: list[IndexedRecord], write_index: Callable[..., Path], tmp_path: Path) -> None:
    for form in ("CDXJ", "CDX 11", "columns"):
        result = _parse(write_index(form, crawl), "--out", tmp_path / "movies.csv")
        assert (result.exit_code, "--base" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--hosts", "imdb.com"], "--base"),
        (["--base", "base", "--hosts", "imdb com"], "is no host"),
        (["--base", "https://archive.example/"], "--contact"),
        (["--base", "https://archive.example/", "--contact", "me@x.example", "--workers", "2"], "leave out --workers"),
        (["--base", "base", "--from", "2000", "--to", "1990"], "1990"),
    ],
)
def test_choices_at_odds(tmp_path: Path, options: list[str], words: str) -> None:
    result = _parse(tmp_path / "index", "--out", tmp_path / "movies.csv", *options)
    assert (result.exit_code, words in result.stderr, result.stderr.count("\n")) == (2, True, 1)


def test_an_index_on_a_web_server_is_to_be_fetched_first(tmp_path: Path) -> None:
    result = _parse("https://index.example/cdx.gz", "--base", "base", "--out", tmp_path / "movies.csv")
    assert (result.exit_code, "get the file" in result.stderr) == (2, True)


@pytest.mark.slow
def test_the_known_sites_are_wanted_where_no_hosts_are_named(tmp_path: Path, write_index: Callable[..., Path]) -> None:
    rows = [
        IndexedRecord(f"https://{host}/title", "a.warc.gz", number, 9, str(number))
        for number, host in enumerate(
            ("m.imdb.com", "letterboxd.com", "www.allocine.fr", "bread.example", "imdb.com.bread.example")
        )
    ]
    report = Report()
    job = Job.of_index([str(write_index("CDXJ", rows))], IndexChoice("base"))
    [shard] = cut_job(job, Processes(ReadOptions()).share, report)
    assert ([place.offset for place in shard.records], report.index.rows) == ([0, 1, 2], 3)


@pytest.mark.slow
def test_what_was_read_and_left_out_is_said(crawl: list[IndexedRecord], write_index: Callable[..., Path], tmp_path: Path) -> None:
    records = [*crawl, replace(crawl[-1], status=500), replace(crawl[-1], offset=10**9)]
    path = write_index("CDXJ", records)
    said = CliRunner().invoke(
        app, ["parse", str(path), "--base", str(tmp_path / "base"), "--hosts", HOSTS, "--out", str(tmp_path / "movies.csv")]
    )
    first, second, verdict = said.stderr.splitlines()
    assert first == "note: 42 rows of these hosts in the index, 40 records to read; left out: 1 of other statuses, 1 duplicate"
    assert second == "note: 40 records, 40 responses, 40 HTML pages, 40 movies"
    assert verdict.startswith("40 movies in")


@pytest.mark.slow
def test_a_cut_archive_costs_the_pages_behind_its_end(
    crawl: list[IndexedRecord], write_index: Callable[..., Path], tmp_path: Path
) -> None:
    path = tmp_path / "base/seg/one.warc.gz"
    path.write_bytes(path.read_bytes()[: crawl_end(crawl, 10) + 5])
    job = _job(write_index("CDXJ", crawl), tmp_path / "base")
    report = parse_many(job, Target.of(tmp_path / "movies.csv"), Processes(ReadOptions()))
    assert (report.movies, len(report.problems)) == (40 - 15, 15)
    assert all("one.warc.gz#" in problem.where and "cut off" in problem.what for problem in report.problems)


def crawl_end(crawl: list[IndexedRecord], number: int) -> int:
    """Return where movie page `number` of the first archive begins."""
    mine = sorted(record.offset for record in crawl if HOSTS in record.url and "one" in record.filename)
    return mine[number]


@pytest.mark.slow
def test_parts_of_an_index(crawl: list[IndexedRecord], straight: bytes, write_index: Callable[..., Path], tmp_path: Path) -> None:
    job = _job(write_index("columns", crawl), tmp_path / "base")
    target = parts_target(tmp_path / "movies", "csv", None)
    for _ in range(2):
        assert parse_parts(job, target, Processes(ReadOptions(), 2)).movies == 40
    assert (tmp_path / "movies/part-00000.csv").read_bytes() == straight
    other = replace(job, index=IndexChoice(str(tmp_path / "base"), ("bread.example",)))
    with pytest.raises(UsageError, match="other sources"):
        parse_parts(other, target, Processes(ReadOptions(), 2))
    assert len(read_table(tmp_path / "movies")) == 40


def test_a_page_of_an_index_is_read_again_by_its_record(
    crawl: list[IndexedRecord], write_index: Callable[..., Path], tmp_path: Path
) -> None:
    job = _job(write_index("CDXJ", crawl), tmp_path / "base")
    [shard] = cut_job(job, Processes(ReadOptions()).share, Report())
    place = shard.records[7]
    failure = FailedPage(place.archive, str(place.offset), "PageSetAside", "hung", row=1)
    [again] = shards_again(failure, job.sources, [shard])
    assert (again.records, again.paths) == ((place,), (place.archive,))
