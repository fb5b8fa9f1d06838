"""A file appears whole or not at all: a temporary sibling is filled, flushed to the disk, and renamed over the target."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedWriter, FileIO, RawIOBase
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from moviescrape.errors import ExportError
from moviescrape.export.leftovers import clear_leftovers, keep_lock, lock_file, temporary_in

if TYPE_CHECKING:
    from typing_extensions import Buffer

STDOUT = Path("-")


def check_writable(path: Path) -> None:
    """Raise ExportError, before any work is done, where a file can't be put at `path`; `-` is standard output."""
    if path == STDOUT and sys.stdout is None:
        raise ExportError("standard output is closed", remedy="name a file")
    if path == STDOUT or _is_device(path):
        return
    folder = path.resolve().parent
    if path.is_dir():
        raise ExportError("is a folder", where=str(path), remedy=f"name a file in it, such as {path / 'movies.csv'}")
    if not folder.is_dir():
        raise ExportError(f"there is no folder {path.parent}", where=str(path), remedy="make the folder first")
    if path.exists() and not os.access(path, os.W_OK):
        raise ExportError("is read-only", where=str(path), remedy="make it writable, or choose another name")
    with export_errors(path, remedy="choose a folder you may write to"):
        tempfile.TemporaryFile(dir=folder).close()  # asking is not enough: access lists and full disks answer only to a try


@contextmanager
def published(path: Path) -> Iterator[BinaryIO]:
    """Yield a binary file to fill; when the block ends well it is at `path`, and whatever goes wrong leaves `path` as it was.

    A link is followed, so that the file it names is replaced and not the link. Standard output (`-`), pipes and devices
    can't be replaced: they are written as the data comes. Raise ExportError where writing fails.
    """
    if path == STDOUT:
        with BufferedWriter(_StandardOutput()) as file:
            yield cast(BinaryIO, file)
    elif _is_device(path):
        with BufferedWriter(ErrorTranslatingFile(path, path)) as file:
            yield cast(BinaryIO, file)
    else:
        check_writable(path)
        with _replaced(path.resolve(), path) as file:
            yield file


@contextmanager
def _replaced(target: Path, path: Path) -> Iterator[BinaryIO]:
    clear_leftovers(target.parent)
    raw = _open_temporary(target.parent, path)
    temporary = Path(raw.name)
    try:
        with keep_lock(raw.fileno()):
            with BufferedWriter(raw, buffer_size=2**20) as file:
                yield cast(BinaryIO, file)
                file.flush()
                with export_errors(path):
                    os.fsync(file.fileno())
            with export_errors(path, remedy="close the program that has it open"):
                _keep_mode(target, temporary)
                temporary.replace(target)
        _sync_folder(target.parent)
    finally:  # whatever ends the block, Ctrl-C too
        temporary.unlink(missing_ok=True)


def _open_temporary(folder: Path, output: Path) -> "ErrorTranslatingFile":
    """Open a new file and lock it; another, where a run that clears up took it for a leftover before the lock was there."""
    while True:
        file = ErrorTranslatingFile(temporary_in(folder), output)
        lock_file(file.fileno())
        if Path(file.name).exists():
            return file
        file.close()


class ErrorTranslatingFile(FileIO):
    """A new file whose failures to write (a full disk) name the output, and aren't taken for a failure of the source."""

    def __init__(self, file: Path, output: Path) -> None:
        self._output = output
        with export_errors(output):
            super().__init__(file, "wb" if _is_device(file) else "xb")

    def write(self, data: "Buffer") -> int:
        with export_errors(self._output, remedy="free some space, or choose another folder"):
            return super().write(data)


class _StandardOutput(RawIOBase):
    """Standard output, which stays open; failures to write it name it, and aren't taken for a failure of the source."""

    def writable(self) -> bool:
        return True

    def write(self, data: "Buffer") -> int:
        with export_errors(Path("standard output"), remedy="name a file"):
            return sys.stdout.buffer.write(data)

    def flush(self) -> None:
        with export_errors(Path("standard output"), remedy="name a file"):
            sys.stdout.buffer.flush()


@contextmanager
def export_errors(path: Path, remedy: str = "") -> Iterator[None]:
    """Raise an OSError of the block as an ExportError about `path`."""
    try:
        yield
    except BrokenPipeError:
        raise  # the reader of a pipe went away: nobody is left to tell
    except OSError as error:
        raise ExportError(f"can't be written ({error.strerror or error})", where=str(path), remedy=remedy) from error


def _is_device(path: Path) -> bool:
    """Return whether it is a pipe, terminal or /dev/null: there, and neither file nor folder."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _keep_mode(old: Path, new: Path) -> None:
    with suppress(FileNotFoundError):
        shutil.copymode(old, new)


def _sync_folder(folder: Path) -> None:
    """Have the rename itself reach the disk; Windows has no way to ask for it, some file systems refuse."""
    if os.name == "posix":
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
