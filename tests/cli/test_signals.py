"""Ctrl-C and SIGTERM: the exit status that shells know."""

import signal
from collections.abc import Iterator

import pytest

from moviescrape.cli.signals import Terminated, _interrupt, exit_code_of


@pytest.fixture(autouse=True)
def _signals_as_before() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_the_first_raises_and_the_second_ends_the_process(number: signal.Signals, status: int) -> None:
    with pytest.raises(KeyboardInterrupt) as interrupt:
        _interrupt(number, None)
    assert isinstance(interrupt.value, Terminated) == (number == signal.SIGTERM)
    assert exit_code_of(interrupt.value) == status
    assert signal.getsignal(number) is signal.SIG_DFL
