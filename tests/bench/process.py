"""What a whole process costs, start-up and all, as the operating system accounts it."""

import compileall
import os
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import NamedTuple

import moviescrape


class Cost(NamedTuple):
    """Of one finished process."""

    wall_s: float
    cpu_s: float
    peak_mb: float


def compile_package() -> None:
    """Compile moviescrape to bytecode, as pip does with what it installs: an editable install is compiled when it is first used,
    and, where PYTHONDONTWRITEBYTECODE is set, at each start."""
    compileall.compile_dir(Path(moviescrape.__file__).parent, quiet=1)


def measure(command: list[str]) -> Cost:
    """Run to the end; SystemExit where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = status
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def middle(costs: Iterable[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(median(figures) for figures in zip(*costs, strict=True)))
