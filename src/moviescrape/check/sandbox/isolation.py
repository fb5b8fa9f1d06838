"""What the system itself does not let the student's process do, where it offers that; what holds is said in the verdict.

| what          | Linux                              | elsewhere, or where it is not allowed          |
|---------------|------------------------------------|------------------------------------------------|
| files         | Landlock                           | audit hook: Python's own calls only            |
| connections   | a namespace, or Landlock's ports   | audit hook                                     |
| processes     | a namespace                        | a process group, orphans ended (Linux)         |
| memory, sizes | resource limits                    | resource limits, except on Windows             |
"""

import multiprocessing
import multiprocessing.context
import os
import sys
import sysconfig
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from moviescrape.check.sandbox import landlock
from moviescrape.check.sandbox.own_code import PACKAGE, readable_parts

SYSTEM = (
    *("/usr", "/lib", "/lib64", "/lib32", "/etc", "/opt", "/bin", "/System"),
    *("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random"),
)
MAX_PROCESSES = 200
AUDIT_HOOK = "audit hook"


def isolate(job: dict[str, Any], ports: Iterable[int], namespaces: frozenset[str]) -> dict[str, str]:
    """Keep this process, for good, to its folder and the sites' ports; return by what, in words of the verdict."""
    make_multiprocessing_fork()
    abi = landlock.restrict(grants_of(Path.cwd(), ports, trusted=job["trusted"]))
    limited = limit_resources(job["memory_bytes"], job["file_bytes"], MAX_PROCESSES if "process" in namespaces else None)
    return {
        "files": "Landlock" if abi else AUDIT_HOOK,
        "connections": "namespace" if "network" in namespaces else "Landlock" if abi >= landlock.PORTS_SINCE else AUDIT_HOOK,
        "processes": "namespace" if "process" in namespaces else "Landlock" if abi >= landlock.SCOPES_SINCE else "process group",
        "memory": "limit" if limited else "none",
    }


def grants_of(home: Path, ports: Iterable[int], *, trusted: bool) -> landlock.Grants:
    """Return what the student's process may do with files and ports: change its folder, read Python and the libraries."""
    roots = [*SYSTEM, sys.base_prefix, sys.prefix, *sysconfig.get_paths().values(), *filter(None, sys.path)]
    cache = [Path(os.environ["MPLCONFIGDIR"])] if "MPLCONFIGDIR" in os.environ else []
    folders = [Path(root).resolve() for root in dict.fromkeys([*roots, str(PACKAGE)])]
    readable = folders if trusted else [path for folder in folders for path in readable_parts(folder)]
    return landlock.Grants([*readable, *cache], [home, Path("/dev/null"), Path("/dev/shm")], ports, list(map(Path, roots)))  # noqa: S108


def make_multiprocessing_fork() -> None:
    """Have multiprocessing fork, whatever way of starting is asked for: a new Python would stand outside of the audit hook.

    Where the system can't fork, a pool has threads.
    """
    if hasattr(os, "fork"):
        contexts = multiprocessing.context._concrete_contexts  # type: ignore[attr-defined]
        contexts.update(spawn=contexts["fork"], forkserver=contexts["fork"])
        multiprocessing.context._default_context._default_context = contexts["fork"]  # type: ignore[attr-defined]
    else:
        from multiprocessing.pool import ThreadPool

        multiprocessing.Pool = ThreadPool  # type: ignore[assignment]


def limit_resources(memory_bytes: int, file_bytes: int, processes: int | None) -> bool:
    """Allow so much memory, so large a file, so many processes, no core dump; False where the system has no such limits.

    Each limit is set where the system knows it: macOS ignores the first.
    """
    if sys.platform == "win32":
        return False
    import resource

    limits = [(resource.RLIMIT_DATA, memory_bytes), (resource.RLIMIT_FSIZE, file_bytes), (resource.RLIMIT_CORE, 0)]
    if processes:
        limits.append((resource.RLIMIT_NPROC, processes))
    for kind, limit in limits:
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit, limit))
    return True
