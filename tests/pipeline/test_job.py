"""What a run is to do, and the key by which an unfinished one is found again."""

import json
from pathlib import Path

import pytest

from moviescrape.errors import UsageError
from moviescrape.pipeline.job import Job, Target, check_apart, resume_key, store_for
from moviescrape.pipeline.pagination import Limits

TOP = "https://movies.example/top"


def test_the_urls_to_begin_with_are_those_of_all_sources(tmp_path: Path) -> None:
    urls = tmp_path / "urls.txt"
    urls.write_text("https://movies.example/a\nhttps://movies.example/b\n", encoding="utf-8")
    job = Job.of([TOP, str(urls)])
    assert job.starts == (TOP, "https://movies.example/a", "https://movies.example/b")
    assert job.fetches


@pytest.mark.parametrize(
    "other", [Job.of([f"{TOP}?a"]), Job.of([TOP], details=True), Job.of([TOP], limits=Limits(2)), Job.of([TOP, TOP])]
)
def test_the_same_command_has_the_same_key_and_another_has_not(other: Job) -> None:
    assert Job.of([TOP]).resume_key == Job.of([TOP]).resume_key
    assert Job.of([TOP]).resume_key != other.resume_key


def test_the_key_is_stated_so_that_unfinished_runs_outlive_a_new_version() -> None:
    assert json.loads(Job.of([TOP], years=(1990, None)).resume_key) == {
        "version": 1, "sources": [TOP], "urls": [TOP], "details": False, "years": [1990, None], "limits": [None, None],
    }  # fmt: skip
    assert resume_key(details_of=[TOP]) != resume_key(urls=[TOP])


def test_a_store_that_is_read_is_not_written_to(tmp_path: Path) -> None:
    target = Target.of(tmp_path / "movies.csv")
    assert store_for(target) == tmp_path / "movies.pages.sqlite"
    assert store_for(target, tmp_path / "movies.pages.sqlite") == tmp_path / "movies.more.pages.sqlite"
    assert store_for(Target.of(Path("-"))) is None


def test_the_table_is_not_written_over_what_is_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="another name"):
        check_apart(Target.of(tmp_path / "a.csv"), tmp_path / "a.csv")


def test_nothing_to_read_is_an_error_of_usage() -> None:
    with pytest.raises(UsageError, match="nothing to read"):
        Job.of([])
    with pytest.raises(UsageError, match="nothing to read"):
        Job.of_saved([])
