"""Pages that were set aside, read again: the table is then that of a run that never failed, and no other page is read."""

import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from moviescrape.archive.engines import Engine, Processes
from moviescrape.archive.failures import FailedPage, failures_beside, read_failures
from moviescrape.archive.parts import parse_parts, parts_target
from moviescrape.archive.reader import ReadOptions
from moviescrape.archive.set_aside import mend, retry_table, shards_again
from moviescrape.archive.shards import ShardSize
from moviescrape.archive.table import parse_many
from moviescrape.errors import ParseError, SourceError, UsageError
from moviescrape.movie import Movie
from moviescrape.pages.page import Page
from moviescrape.pages.store import PageStore
from moviescrape.parse import PageKind, ParsedPage
from moviescrape.pipeline.flow import parse_saved
from moviescrape.pipeline.job import Job, Target
from moviescrape.pipeline.results import PageResult
from moviescrape.pipeline.sources import Source, SourceKind
from moviescrape.table.table_file import read_table

Pages = list[tuple[str, bytes]]
Build = Callable[[Pages], Path]
POISONED = (3, 4, 20, 39)
SMALL = ShardSize(files=3, archive_bytes=6_000)


@pytest.fixture
def engine(poison: tuple[str, ...]) -> Engine:
    return Processes(ReadOptions(program=poison), 2)


@pytest.fixture
def cure(tmp_path: Path) -> Path:
    """Once this file is there, no page crashes its reader any more."""
    return tmp_path / "cure"


@pytest.fixture
def pages(title_pages: Pages, cure: Path, tmp_path: Path) -> Pages:
    """Title pages; some crash their reader, and all note that they are read."""
    note = f"<!-- NOTE IN {tmp_path / 'read'} -->".encode()
    crash = f"<!-- CRASH UNLESS {cure} -->".encode()
    return [(url, page + note + crash * (place in POISONED)) for place, (url, page) in enumerate(title_pages)]


@pytest.fixture
def crawl(archive: Build, pages: Pages) -> Path:
    return archive(pages)


def _as_whole_archive(archive: Build, pages: Pages, tmp_path: Path) -> Path:
    path = archive(pages)
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes())))
    return path


def _as_folder(_archive: Build, pages: Pages, tmp_path: Path) -> Path:
    (tmp_path / "saved").mkdir()
    for number, (_, page) in enumerate(pages):
        (tmp_path / "saved" / f"{number:02}.html").write_bytes(page)
    return tmp_path / "saved"


def _as_store(_archive: Build, pages: Pages, tmp_path: Path) -> Path:
    with PageStore.open(tmp_path / "movies.pages.sqlite") as store:
        for url, page in pages:
            store.put(Page(page, url, url))
    return tmp_path / "movies.pages.sqlite"


def _as_archive(archive: Build, pages: Pages, _tmp_path: Path) -> Path:
    return archive(pages)


@pytest.mark.slow
@pytest.mark.parametrize("build", [_as_archive, _as_whole_archive, _as_folder, _as_store])
def test_the_table_is_that_of_a_run_that_never_failed(
    build: Callable[..., Path], archive: Build, pages: Pages, engine: Engine, cure: Path, tmp_path: Path
) -> None:
    job, out = Job.of_saved([str(build(archive, pages, tmp_path))]), tmp_path / "movies.csv"
    target = Target.of(out)
    assert parse_many(job, target, engine, size=SMALL).movies == 36
    cure.touch()
    (tmp_path / "read").write_text("", encoding="utf-8")
    report = retry_table(job, target, engine)
    assert len((tmp_path / "read").read_text(encoding="utf-8").splitlines()) == len(POISONED)
    assert (report.movies, report.complete, failures_beside(out).exists()) == (40, True, False)
    parse_saved(job, Target.of(tmp_path / "straight.csv"))
    assert out.read_bytes() == (tmp_path / "straight.csv").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".sqlite"])  # text, types and a database: each run takes seconds
def test_every_format_is_added_to(crawl: Path, engine: Engine, cure: Path, tmp_path: Path, suffix: str) -> None:
    job, out, straight = Job.of_saved([str(crawl)]), tmp_path / f"movies{suffix}", tmp_path / f"straight{suffix}"
    parse_many(job, Target.of(out), engine)
    cure.touch()
    retry_table(job, Target.of(out), engine)
    parse_saved(job, Target.of(straight))
    pd.testing.assert_frame_equal(read_table(out), read_table(straight))


@pytest.mark.slow
def test_a_page_that_fails_again_stays_listed_with_its_place(crawl: Path, engine: Engine, cure: Path, tmp_path: Path) -> None:
    job, out = Job.of_saved([str(crawl)]), tmp_path / "movies.csv"
    target = Target.of(out)
    parse_many(job, target, engine)
    before, listed = out.read_bytes(), failures_beside(out).read_bytes()
    assert [page["row"] for page in map(json.loads, listed.splitlines())] == [3, 3, 18, 36]
    told: list[str] = []
    report = retry_table(job, target, engine, lambda _report, result: told.append(str(result.problem)))
    assert (out.read_bytes(), failures_beside(out).read_bytes()) == (before, listed)
    assert (len(report.problems), report.complete) == (4, False)
    assert all("killed its reader" in line for line in told)
    cure.touch()
    assert retry_table(job, target, engine).complete


@pytest.mark.slow
def test_years_are_kept_to(crawl: Path, engine: Engine, cure: Path, tmp_path: Path) -> None:
    job, out = Job.of_saved([str(crawl)], years=(1970, 2000)), tmp_path / "movies.csv"
    parse_many(job, Target.of(out), engine)
    cure.touch()
    retry_table(job, Target.of(out), engine)
    parse_saved(job, Target.of(tmp_path / "straight.csv"))
    assert out.read_bytes() == (tmp_path / "straight.csv").read_bytes()


@pytest.mark.slow
def test_parts_are_mended_where_pages_are_missing_and_no_others(crawl: Path, engine: Engine, cure: Path, tmp_path: Path) -> None:
    job, target = Job.of_saved([str(crawl)]), parts_target(tmp_path / "movies", None, None)
    assert parse_parts(job, target, engine, size=SMALL).movies == 36
    cure.touch()
    (tmp_path / "read").write_text("", encoding="utf-8")
    report = parse_parts(job, target, engine, size=SMALL, retry_failed=True)
    assert len((tmp_path / "read").read_text(encoding="utf-8").splitlines()) == len(POISONED)
    assert (report.movies, report.pages, report.complete) == (40, 40, True)
    straight = parts_target(tmp_path / "straight", None, None)
    parse_parts(job, straight, engine, size=SMALL)
    assert {path.name: path.read_bytes() for path in target.out.iterdir()} == {
        path.name: path.read_bytes() for path in straight.out.iterdir()
    }


@pytest.mark.slow
def test_a_part_that_a_kill_left_without_its_line_is_made_anew(crawl: Path, engine: Engine, cure: Path, tmp_path: Path) -> None:
    job, target = Job.of_saved([str(crawl)]), parts_target(tmp_path / "movies", "csv", None)
    parse_parts(job, target, engine, size=SMALL)
    manifest = (target.out / "manifest.jsonl").read_bytes()
    cure.touch()
    parse_parts(job, target, engine, size=SMALL, retry_failed=True)
    (target.out / "manifest.jsonl").write_bytes(manifest)
    assert parse_parts(job, target, engine, size=SMALL, retry_failed=True).movies == 40
    assert len(read_table(target.out)) == 40


@pytest.mark.slow
def test_a_part_whose_rest_was_given_up_is_made_anew(title_pages: Pages, engine: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    for name, (_, page) in zip(("a", "b", "c BAD", "d"), title_pages, strict=False):
        (folder / f"{name}.html").write_bytes(page)
    job, target = Job.of_saved([str(folder)]), parts_target(tmp_path / "movies", "csv", None)
    assert parse_parts(job, target, engine).movies == 2
    (folder / "cure").touch()
    assert parse_parts(job, target, engine).movies == 2
    report = parse_parts(job, target, engine, retry_failed=True)
    assert (report.movies, report.complete) == (4, True)


@pytest.mark.slow
@pytest.mark.parametrize("change", ["a row less", "other columns"])
def test_another_table_is_not_added_to(crawl: Path, engine: Engine, tmp_path: Path, change: str) -> None:
    job, out = Job.of_saved([str(crawl)]), tmp_path / "movies.csv"
    parse_many(job, Target.of(out), engine)
    target = Target.of(out, columns=["title", "year"] if change == "other columns" else None)
    if change == "a row less":
        out.write_bytes(out.read_bytes().rsplit(b"\n", 2)[0] + b"\n")
    before = out.read_bytes()
    with pytest.raises(UsageError, match=r"is not the table, as it was written"):
        retry_table(job, target, engine)
    assert out.read_bytes() == before


def test_without_a_table_there_is_nothing_to_add_to(crawl: Path, engine: Engine, tmp_path: Path) -> None:
    job = Job.of_saved([str(crawl)])
    with pytest.raises(UsageError, match="no table to add to"):
        retry_table(job, Target.of(Path("-")), engine)
    with pytest.raises(SourceError, match="no such file"):
        retry_table(job, Target.of(tmp_path / "movies.csv"), engine)


def test_where_nothing_was_set_aside_the_table_stays(title_pages: Pages, archive: Build, engine: Engine, tmp_path: Path) -> None:
    job, target = Job.of_saved([str(archive(title_pages))]), Target.of(tmp_path / "movies.csv")
    parse_saved(job, target)
    before = target.out.read_bytes()
    report = retry_table(job, target, engine)
    assert (report.movies, report.complete, target.out.read_bytes()) == (40, True, before)


SET_ASIDE = FailedPage("crawl.warc.gz", "12", "PageSetAside", "took too long", row=1, rows=2)


@pytest.mark.parametrize(
    ("failure", "sources", "shards"),
    [
        (SET_ASIDE, ["crawl.warc.gz"], ["crawl.warc.gz, bytes 12-13"]),
        (SET_ASIDE, ["other.warc.gz"], []),
        (replace(SET_ASIDE, file="saved/crawl.warc.gz"), ["other", "saved"], ["saved/crawl.warc.gz, bytes 12-13"]),
        (replace(SET_ASIDE, record="<urn:1>"), ["crawl.warc.gz"], ["crawl.warc.gz"]),
        (replace(SET_ASIDE, file="saved/a.html", record=""), ["saved"], ["saved/a.html"]),
    ],
)
def test_where_a_page_is_read_again(failure: FailedPage, sources: list[str], shards: list[str]) -> None:
    given = [Source(SourceKind.FOLDER if "." not in text else SourceKind.ARCHIVE, text) for text in sources]
    assert [str(shard) for shard in shards_again(failure, given)] == shards
    assert all(shard.only == (failure.where,) for shard in shards_again(failure, given))


def test_movies_go_where_they_belong() -> None:
    a, b, c, d, e = (Movie(name) for name in "abcde")
    failures = [replace(SET_ASIDE, row=0), replace(SET_ASIDE, row=1, kind="SourceError"), replace(SET_ASIDE, row=1), SET_ASIDE]
    found = PageResult("page", Page(b""), ParsedPage(PageKind.LIST, (c, d)))
    failed = PageResult("page", problem=ParseError("no movies", where="page"))
    mended = mend([a, b], failures, {0: [found], 2: [failed], 3: [found._replace(parsed=ParsedPage(PageKind.TITLE, (e,)))]})
    assert mended.movies == [c, d, a, e, b]
    assert [(failure.kind, failure.row) for failure in mended.failures] == [("SourceError", 3), ("ParseError", 3)]


def test_what_is_no_list_of_failures_is_told(tmp_path: Path) -> None:
    (tmp_path / "movies.failed.jsonl").write_text("[1]\n", encoding="utf-8")
    with pytest.raises(SourceError, match="no list of failed pages"):
        read_failures(tmp_path / "movies.failed.jsonl")
