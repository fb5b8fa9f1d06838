"""Landlock: the kernel keeps a process, and all that it starts, to some folders, ports and processes (Linux 5.13 and later).

docs.kernel.org/userspace-api/landlock.html; called through ctypes, because Python has no binding. What is not granted is refused
whatever library tries it, C code and `dir_fd` paths too. A process behind it can't look into one that is not (ptrace,
/proc/PID/mem and environ), and, from version 6 on, can't send it a signal.
"""

import ctypes
import os
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
"""Numbers of the system calls, the same on all machines."""
VERSION_FLAG, RULE_PATH, RULE_PORT = 1, 1, 2
PR_SET_NO_NEW_PRIVS = 38

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1, 1 << 1, 1 << 2, 1 << 3
REFER, TRUNCATE, IOCTL_DEVICE = 1 << 13, 1 << 14, 1 << 15
CONNECT_TCP = 1 << 1
SCOPES = 0b11
"""No signals to, and no abstract sockets of, processes that are not behind the same rules."""
PORTS_SINCE, SCOPES_SINCE = 4, 6
"""The versions from which on ports and scopes are known."""
READ = READ_FILE | READ_DIR
FILE_RIGHTS = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEVICE
"""What can be granted on a file that is no folder."""


class Ruleset(ctypes.Structure):
    """struct landlock_ruleset_attr."""

    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class PathRule(ctypes.Structure):
    """struct landlock_path_beneath_attr."""

    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


class PortRule(ctypes.Structure):
    """struct landlock_net_port_attr."""

    _fields_ = (("allowed", ctypes.c_uint64), ("port", ctypes.c_uint64))


class Grants(NamedTuple):
    """What a process may do: read below some paths, read and change below others, connect to some TCP ports, list folders."""

    readable: Iterable[Path]
    writable: Iterable[Path]
    ports: Iterable[int] = ()
    listable: Iterable[Path] = ()


def version() -> int:
    """Return the version of Landlock that the kernel has; 0 where there is none."""
    if not sys.platform.startswith("linux"):
        return 0
    return max(0, _call(CREATE_RULESET, None, 0, VERSION_FLAG))


def restrict(grants: Grants) -> int:
    """Keep this process to what is granted, for good; return the version of Landlock that does it, 0 where there is none."""
    abi = version()
    if not abi:
        return 0
    handled = handled_file_rights(abi)
    ruleset = Ruleset(handled, CONNECT_TCP if abi >= PORTS_SINCE else 0, SCOPES if abi >= SCOPES_SINCE else 0)
    number = _call(CREATE_RULESET, ctypes.byref(ruleset), 24 if abi >= SCOPES_SINCE else 16 if abi >= PORTS_SINCE else 8, 0)
    if number < 0:
        return 0
    try:
        for path in grants.readable:
            _grant_path(number, path, READ & handled)
        for path in grants.writable:
            _grant_path(number, path, handled & ~EXECUTE)
        for path in grants.listable:
            _grant_path(number, path, READ_DIR)
        for port in grants.ports if abi >= PORTS_SINCE else ():
            _call(ADD_RULE, number, RULE_PORT, ctypes.byref(PortRule(CONNECT_TCP, port)), 0)
        _library().prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        return abi if _call(RESTRICT_SELF, number, 0) == 0 else 0
    finally:
        os.close(number)


def handled_file_rights(abi: int) -> int:
    """Return the rights on files that a version knows.

    >>> handled_file_rights(1) & TRUNCATE, bool(handled_file_rights(3) & TRUNCATE)
    (0, True)
    """
    rights = REFER - 1
    for since, right in ((2, REFER), (3, TRUNCATE), (5, IOCTL_DEVICE)):
        rights |= right if abi >= since else 0
    return rights


def _grant_path(ruleset: int, path: Path, rights: int) -> None:
    with suppress(OSError):
        folder = os.open(path, os.O_PATH | os.O_CLOEXEC)  # type: ignore[attr-defined, unused-ignore]  # Linux only
        try:
            allowed = rights if stat.S_ISDIR(os.fstat(folder).st_mode) else rights & FILE_RIGHTS
            if allowed:
                _call(ADD_RULE, ruleset, RULE_PATH, ctypes.byref(PathRule(allowed, folder)), 0)
        finally:
            os.close(folder)


def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _call(number: int, *arguments: object) -> int:
    return int(_library().syscall(number, *arguments))
