"""What a killed run leaves beside its output goes with the next run of that output, and nothing else does."""

import os
from pathlib import Path

import pytest

from moviescrape.export.leftovers import clear_leftovers, temporary_for
from moviescrape.export.publish import published


def test_a_dead_runs_file_goes_and_others_stay(tmp_path: Path) -> None:
    target = tmp_path / "movies.csv"
    dead, other, foreign = temporary_for(target), temporary_for(tmp_path / "other.csv"), tmp_path / "mine.part"
    for path in (dead, other, foreign):
        path.touch()
    with published(target) as file:
        file.write(b"title\n")
    assert sorted(tmp_path.iterdir()) == sorted([target, other, foreign])


@pytest.mark.skipif(os.name != "posix", reason="open files can't be removed there anyway")
def test_a_file_that_is_being_filled_stays(tmp_path: Path) -> None:
    target = tmp_path / "movies.csv"
    with published(target) as file:
        file.write(b"title\n")
        before = list(tmp_path.iterdir())
        clear_leftovers(target)
        assert list(tmp_path.iterdir()) == before
    assert target.read_bytes() == b"title\n"


def test_the_name_fits_however_long_the_targets_is() -> None:
    assert len(temporary_for(Path("x" * 250 + ".csv")).name) < 60
