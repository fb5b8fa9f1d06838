"""The temporary file beside an output: its name, its lock, and those that killed runs left behind in the same folder."""

import contextlib
import os
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path

if sys.platform != "win32":
    import fcntl


def temporary_in(folder: Path) -> Path:
    """Return a new name in `folder`, short, because the output's own may be as long as names can be."""
    return folder / f".moviescrape-{secrets.token_hex(8)}.part"


def lock_file(handle: int) -> None:
    """Lock an open file for as long as this process lives; Windows does so by itself, some file systems can't."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)


@contextlib.contextmanager
def keep_lock(handle: int) -> Iterator[None]:
    """Keep an open file locked to the end of the block, also where `handle` is closed before: another may clear up meanwhile.

    Windows can't rename an open file: there the lock ends with `handle`.
    """
    if sys.platform == "win32":
        yield
        return
    twin = os.dup(handle)  # a lock belongs to the open file, not to the handle
    try:
        yield
    finally:
        os.close(twin)


def clear_leftovers(folder: Path) -> None:
    """Remove what killed runs left in `folder`; a file that a living one fills is locked, and stays."""
    for left in folder.glob(".moviescrape-*.part"):
        with contextlib.suppress(OSError):
            _remove_unlocked(left)


def _remove_unlocked(left: Path) -> None:
    """Raise OSError where another process has it: from the lock, or on Windows from removing an open file."""
    if sys.platform != "win32":
        with left.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink()
    else:
        left.unlink()
