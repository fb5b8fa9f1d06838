"""Interleaved measuring: every contestant in each round, medians and ratios at the end, so that a slow minute hurts all alike."""

import gc
import time
from collections.abc import Callable, Mapping
from statistics import median

Contestant = Callable[[], object]


def time_each(contestants: Mapping[str, Contestant], rounds: int, round_s: float) -> dict[str, list[float]]:
    """CPU seconds a call, one figure a round, for each contestant. A round calls it as often as fits into `round_s`."""
    calls = {name: _calls_within(contestant, round_s) for name, contestant in contestants.items()}
    figures: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, contestant in contestants.items():
            gc.collect()
            start = time.process_time()
            for _ in range(calls[name]):
                contestant()
            figures[name].append((time.process_time() - start) / calls[name])
    return figures


def _calls_within(contestant: Contestant, round_s: float) -> int:
    contestant()  # compiled selectors and caches are not what is measured
    start = time.process_time()
    contestant()
    return max(1, round(round_s / max(time.process_time() - start, 1e-6)))


def show(title: str, figures: Mapping[str, list[float]], ours: str = "moviescrape") -> None:
    """Print calls a second (median, lowest, highest) and how many times faster ours is."""
    print(f"\n{title}\n{'':24}{'median/s':>10}{'lowest':>10}{'highest':>10}{'ours is':>10}")
    base = median(figures[ours])
    for name, times in figures.items():
        rates = [1 / each for each in times]
        ratio = "" if name == ours else f"{median(times) / base:.2f} x"
        print(f"{name:24}{median(rates):10.1f}{min(rates):10.1f}{max(rates):10.1f}{ratio:>10}")
