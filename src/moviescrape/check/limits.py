"""Limits of the student's process that the operating system keeps, where it has them (not on Windows)."""

import sys
from contextlib import suppress


def limit_resources(memory_bytes: int, file_bytes: int) -> None:
    """At most so much memory, at most so large a file, no core dump. Each limit is best effort: macOS ignores the first."""
    if sys.platform == "win32":
        return
    import resource

    for kind, limit in (
        (resource.RLIMIT_DATA, memory_bytes),
        (resource.RLIMIT_FSIZE, file_bytes),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit, limit))
