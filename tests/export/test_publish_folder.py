"""A folder appears whole, or what was there stays."""

from pathlib import Path

import pytest

from moviescrape.errors import ExportError
from moviescrape.export.publish_folder import check_folder, publish_folder

FILES = {"index.html": b"new", "style.css": b"new too"}


@pytest.mark.parametrize("old", [{}, {"index.html": b"old", "notes.txt": b"mine"}])
def test_the_files_are_there_and_others_stay(tmp_path: Path, old: dict[str, bytes]) -> None:
    folder = tmp_path / "site"
    for name, content in old.items():
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    publish_folder(FILES, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == old | FILES
    assert list(tmp_path.iterdir()) == [folder]


def test_a_failure_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_bytes

    def full(self: Path, content: bytes) -> int:
        if self.name == "style.css":
            raise OSError(28, "No space left on device")
        return write(self, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ExportError, match="No space left"):
        publish_folder(FILES, tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_what_is_in_the_way_is_told_before(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="is a file; name a folder"):
        check_folder(tmp_path / "file")
    with pytest.raises(ExportError, match="there is no folder"):
        check_folder(tmp_path / "none" / "site")
    check_folder(tmp_path)
    check_folder(tmp_path / "new")
    assert not (tmp_path / "new").exists()
