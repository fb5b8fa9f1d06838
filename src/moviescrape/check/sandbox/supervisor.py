"""The process between the checker and the student's code: nothing that the code starts outlives it or the checker."""

import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from moviescrape.check.sandbox import namespaces

ROUNDS = 50


def supervise(run: Callable[[frozenset[str]], None], *, network: bool) -> None:
    """Run a function in a process of its own, in namespaces where the system has them, and end all that it leaves behind.

    The function is told which namespaces there are. Never returns: this process ends with the exit status of that one (128 and
    the signal's number where a signal ended it), at once where it gets SIGTERM.
    """
    if not hasattr(os, "fork") or not sys.platform.startswith("linux"):
        run(frozenset())
        os._exit(0)
    entered = namespaces.enter(network=network)
    if not entered:
        namespaces.adopt_orphans()
    namespaces.end_with_parent()  # a checker that is killed leaves no endless loop behind; entering namespaces would undo it
    child = os.fork()
    if child == 0:
        namespaces.end_with_parent()
        run(entered)
        os._exit(0)
    signal.signal(signal.SIGTERM, lambda *_: _end_child(child))
    status = _wait(child)
    _end_orphans()
    os._exit(status)


def _end_child(child: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)


def _wait(child: int) -> int:
    """Return the exit status of the child; orphans that end meanwhile are waited for too."""
    while True:
        ended, status = os.waitpid(-1, 0)
        if ended == child:
            code = os.waitstatus_to_exitcode(status)
            return code if code >= 0 else 128 - code


def _end_orphans() -> None:
    """End the processes that the child left behind, and theirs."""
    for _ in range(ROUNDS):
        for orphan in _children():
            with suppress(ProcessLookupError, PermissionError):
                os.kill(orphan, signal.SIGKILL)
        try:
            while os.waitpid(-1, os.WNOHANG) != (0, 0):
                pass
        except ChildProcessError:
            return
        time.sleep(0.01)


def _children() -> list[int]:
    own = os.getpid()
    with suppress(OSError):
        return [int(number) for number in Path(f"/proc/{own}/task/{own}/children").read_text(encoding="ascii").split()]
    return []
