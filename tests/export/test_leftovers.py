"""What killed runs leave in a folder goes with the next run there, and nothing else does."""

import os
from pathlib import Path

import pytest

from moviescrape.export import publish
from moviescrape.export.leftovers import clear_leftovers, temporary_in
from moviescrape.export.publish import published


def test_dead_runs_files_go_whatever_their_output_and_others_stay(tmp_path: Path) -> None:
    target, foreign, hidden = tmp_path / "movies.csv", tmp_path / "mine.part", tmp_path / ".mine.part"
    for path in (temporary_in(tmp_path), temporary_in(tmp_path), foreign, hidden):
        path.touch()
    with published(target) as file:
        file.write(b"title\n")
    assert sorted(tmp_path.iterdir()) == sorted([target, foreign, hidden])


@pytest.mark.skipif(os.name != "posix", reason="open files can't be removed there anyway")
def test_a_file_that_is_being_filled_stays(tmp_path: Path) -> None:
    target = tmp_path / "movies.csv"
    with published(target) as file:
        file.write(b"title\n")
        before = list(tmp_path.iterdir())
        clear_leftovers(tmp_path)
        assert list(tmp_path.iterdir()) == before
    assert target.read_bytes() == b"title\n"


@pytest.mark.skipif(os.name != "posix", reason="open files can't be removed there")
def test_a_file_cleared_before_its_lock_was_there_is_begun_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cleared: list[Path] = []

    def lock_late(_handle: int) -> None:
        if not cleared:
            cleared.extend(tmp_path.glob(".moviescrape-*.part"))
            cleared[0].unlink()

    monkeypatch.setattr(publish, "lock_file", lock_late)
    with published(tmp_path / "movies.csv") as file:
        file.write(b"title\n")
    assert cleared
    assert [path.name for path in tmp_path.iterdir()] == ["movies.csv"]


def test_the_name_is_short() -> None:
    assert len(temporary_in(Path()).name) < 60


@pytest.mark.skipif(os.name != "posix", reason="open files can't be renamed there, so the lock ends before")
def test_a_finished_file_is_not_cleared_up_before_its_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.replace

    def clear_and_rename(self: Path, target: Path) -> Path:
        clear_leftovers(tmp_path)  # as another thread, or another run, may do at this moment
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", clear_and_rename)
    with published(tmp_path / "movies.csv") as file:
        file.write(b"title\n")
    assert [path.name for path in tmp_path.iterdir()] == ["movies.csv"]
