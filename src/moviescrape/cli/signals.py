"""Ctrl-C and SIGTERM end a command tidily."""

import signal
from typing import NoReturn

from moviescrape.cli.exit_codes import INTERRUPTED, TERMINATED


class Terminated(KeyboardInterrupt):
    """SIGTERM came; what tidies up on Ctrl-C does so here too."""


def handle_signals() -> None:
    """Let the first Ctrl-C or SIGTERM raise KeyboardInterrupt, so that a run ends tidily; the second ends the process at once."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)


def exit_code_of(interrupt: BaseException | None) -> int:
    """Return the exit status of a command that was ended by `interrupt`."""
    return TERMINATED if isinstance(interrupt, Terminated) else INTERRUPTED


def _interrupt(number: int, _frame: object) -> NoReturn:
    signal.signal(number, signal.SIG_DFL)
    raise Terminated if number == signal.SIGTERM else KeyboardInterrupt
