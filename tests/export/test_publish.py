"""Whole or not at all, and told before the work where it can't be."""

import os
import stat
import sys
from pathlib import Path

import pytest

from moviescrape.errors import ExportError
from moviescrape.export.publish import check_writable, published

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX permissions and links")


def test_nothing_is_seen_before_the_end(tmp_path: Path) -> None:
    path = tmp_path / "movies.csv"
    with published(path) as file:
        file.write(b"title\n")
        assert not path.exists()
    assert path.read_bytes() == b"title\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_way_is_told_before(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is a folder; name a file in it, such as "):
        check_writable(tmp_path)


def test_a_missing_folder_is_told_before(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"there is no folder .*none; make the folder first"):
        check_writable(tmp_path / "none" / "movies.csv")


def test_a_file_as_folder_is_told_before(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="there is no folder"):
        check_writable(tmp_path / "file" / "movies.csv")


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="the superuser may write anywhere")
def test_what_may_not_be_written_is_told_before(tmp_path: Path) -> None:
    (tmp_path / "old.csv").touch(0o444)
    with pytest.raises(ExportError, match="is read-only"):
        check_writable(tmp_path / "old.csv")
    tmp_path.chmod(0o555)
    with pytest.raises(ExportError, match="choose a folder you may write to"):
        check_writable(tmp_path / "new.csv")
    tmp_path.chmod(0o755)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux has a folder that nobody can write to")
def test_a_folder_that_takes_no_file_is_told_before() -> None:
    with pytest.raises(ExportError, match="choose a folder you may write to"):
        check_writable(Path("/proc/self/movies.csv"))


@posix
def test_a_link_keeps_pointing_and_the_mode_stays(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.touch(0o640)
    link.symlink_to(real)
    with published(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@posix
def test_a_new_file_is_as_open_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("")
    with published(tmp_path / "movies.csv"):
        pass
    assert (tmp_path / "movies.csv").stat().st_mode == (tmp_path / "other").stat().st_mode


@posix
def test_a_device_stays_a_device() -> None:
    check_writable(Path("/dev/null"))
    with published(Path("/dev/null")) as file:
        file.write(b"title\n")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@posix
def test_a_failure_of_the_source_is_not_taken_for_one_of_the_device() -> None:
    with pytest.raises(OSError, match="the source"), published(Path("/dev/null")):
        raise OSError(5, "the source")


def test_standard_output(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    check_writable(Path("-"))
    with open(1, "w", closefd=False) as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)
        with published(Path("-")) as file:
            file.write(b"title\n")
        assert capfdbinary.readouterr().out == b"title\n"


def test_a_rename_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "movies.csv"
    path.write_text("older")

    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(13, "being used by another process")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportError, match="close the program that has it open"), published(path) as file:
        file.write(b"new")
    assert [entry.read_text() for entry in tmp_path.iterdir()] == ["older"]
