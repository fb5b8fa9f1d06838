"""The temporary sibling of an output: its name, its lock, and those that killed runs of the same output left behind."""

import contextlib
import hashlib
import os
import secrets
import sys
from pathlib import Path

if sys.platform != "win32":
    import fcntl


def temporary_for(target: Path) -> Path:
    """A new name beside `target`; of a fixed length, because the target's own may be as long as names can be."""
    return target.with_name(f"{_prefix(target)}{secrets.token_hex(6)}.part")


def lock_file(handle: int) -> None:
    """Lock an open file for as long as this process lives; Windows does so by itself, some file systems can't."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def clear_leftovers(target: Path) -> None:
    """Remove what killed runs left beside `target`; a file that a living one fills is locked, and stays."""
    for left in target.parent.glob(f"{_prefix(target)}*.part"):
        with contextlib.suppress(OSError):
            _remove_unlocked(left)


def _prefix(target: Path) -> str:
    return f".moviescrape-{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:12]}-"


def _remove_unlocked(left: Path) -> None:
    """OSError where another process has it: from the lock, or on Windows from removing an open file."""
    if sys.platform != "win32":
        with left.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink()
    else:
        left.unlink()
