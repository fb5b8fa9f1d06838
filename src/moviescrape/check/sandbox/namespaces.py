"""Namespaces: a process that sees no other processes and no network but what it is given (Linux, `man 7 namespaces`)."""

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

NEW_USER, NEW_PID, NEW_NETWORK, NEW_IPC = 0x10000000, 0x20000000, 0x40000000, 0x08000000
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36
SIGKILL = 9


def enter(*, network: bool) -> frozenset[str]:
    """Enter new namespaces; return which: "process", and "network" unless the `network` is needed. None where not allowed.

    The process that is forked next is the first of its own; with its end, all that it started end.
    """
    if not sys.platform.startswith("linux"):
        return frozenset()
    user, group = os.getuid(), os.getgid()
    wanted = {"process": NEW_PID | NEW_IPC, **({} if network else {"network": NEW_NETWORK})}
    flags = NEW_USER
    for flag in wanted.values():
        flags |= flag
    if _library().unshare(flags) != 0:
        return frozenset()
    with suppress(OSError):
        Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")
    return frozenset(wanted)


def end_with_parent() -> None:
    """Have this process ended as soon as the one that started it ends."""
    if sys.platform.startswith("linux"):
        _library().prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0)


def adopt_orphans() -> bool:
    """Have processes whose parent ended become children of this one, so that it can end them; False where not possible."""
    return sys.platform.startswith("linux") and int(_library().prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)) == 0


def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
