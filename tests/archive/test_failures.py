"""The list of failures: which file, which record, and errors that survive it."""

import json
from pathlib import Path

import pytest

from moviescrape.archive.failures import FailedPage, write_failures
from moviescrape.errors import ParseError, SourceError


@pytest.mark.parametrize(
    ("where", "file", "record"),
    [
        ("crawl.warc.gz#12", "crawl.warc.gz", "12"),
        ("crawl #2.warc.gz#<urn:uuid:1>", "crawl #2.warc.gz", "<urn:uuid:1>"),
        ("the #1 movie.html", "the #1 movie.html", ""),
        ("", "", ""),
    ],
)
def test_file_and_record_are_told_apart_and_make_the_error_again(where: str, file: str, record: str) -> None:
    problem = ParseError("took longer than 30 s", where=where, remedy="look at it")
    failure = FailedPage.of(problem)
    assert (failure.file, failure.record) == (file, record)
    again = failure.problem
    assert (type(again), again.where, again.what) == (ParseError, problem.where, problem.what)


def test_the_list_is_there_while_something_fails(tmp_path: Path) -> None:
    path = tmp_path / "failed.jsonl"
    write_failures([FailedPage.of(SourceError("is empty", where="ü.html"))], path)
    assert json.loads(path.read_text(encoding="utf-8")) == {
        "file": "ü.html",
        "record": "",
        "kind": "SourceError",
        "reason": "is empty",
    }
    write_failures([], path)
    assert not path.exists()
