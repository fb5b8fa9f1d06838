"""`python dying_run.py SIGNAL EVENT N ARGUMENT...`: `moviescrape ARGUMENT...`, sent a signal before the n-th EVENT.

The events are calls of the program's own functions, so that it dies there and nowhere else, however fast the machine is.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from moviescrape.cli import main
from moviescrape.export import publish
from moviescrape.fetch.client import HttpClient
from moviescrape.pages.store import PageStore
from moviescrape.pipeline.results import PageParser

EVENTS: dict[str, tuple[Any, str]] = {
    "begin": (PageStore, "begin_run"),
    "ask": (HttpClient, "get"),
    "store": (PageStore, "put"),
    "parse": (PageParser, "_guarded"),
    "write": (publish.ErrorTranslatingFile, "write"),
    "rename": (Path, "replace"),
    "finish": (PageStore, "finish_run"),
    "close": (PageStore, "close"),
}


def signal_before(owner: Any, name: str, number: int, sent: signal.Signals) -> None:
    """Replace a function by one that sends this process a signal before its `number`-th call."""
    original: Callable[..., Any] = getattr(owner, name)
    calls = 0

    def signalling(*arguments: Any, **keywords: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == number:
            os.kill(os.getpid(), sent)
        return original(*arguments, **keywords)

    setattr(owner, name, signalling)


if __name__ == "__main__":
    signal_before(*EVENTS[sys.argv[2]], int(sys.argv[3]), signal.Signals[sys.argv[1]])
    del sys.argv[1:4]
    main()
