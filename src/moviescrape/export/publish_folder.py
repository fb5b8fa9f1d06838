"""A folder of files appears whole: made beside its place, then moved there."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from moviescrape.errors import ExportError
from moviescrape.export.publish import check_writable, export_errors


def check_folder(folder: Path) -> None:
    """Raise ExportError, before any work is done, where `folder` can't be made or filled; its own folder must exist."""
    if folder.exists() and not folder.is_dir():
        raise ExportError("is a file", where=str(folder), remedy="name a folder")
    check_writable(folder / "index.html" if folder.is_dir() else folder.resolve())


def publish_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """Put the files (name, with / between its folders -> content) into `folder`. Nothing is seen of them before all are written.

    A folder that is new appears at once; in one that exists each file is replaced, and what else is there stays.
    """
    check_folder(folder)
    target = folder.resolve()
    with (
        export_errors(folder, remedy="free some space, or close the program that has a file open"),
        TemporaryDirectory(prefix=".moviescrape-", dir=target.parent) as beside,
    ):
        made = Path(beside, "folder")
        made.mkdir()
        for name, content in files.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_bytes(content)
        if not target.exists():
            made.replace(target)
            return
        for name in files:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).replace(target / name)
