"""Kill runs at random moments and go on: the same bytes, and at most one page asked for again a kill.

    python tests/bench/kills.py [--kills 100] [--movies 120] [--seed 1]

A run with `--details` of the practice site is sent SIGKILL at a random moment, and begun again by the same command until it ends;
then the next one. One line a run; exit 1 where bytes differ, a run fails, or more pages were asked for again than it was killed.
"""

import argparse
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from moviescrape.practice import START_PATH, Catalogue, PracticeSite


@dataclass(frozen=True, slots=True)
class KilledRun:
    """How often a run was killed before it ended, and how many requests asked for a page that it had asked for before."""

    kills: int
    asked_again: int
    output: bytes

    def fault(self, undisturbed: bytes) -> str | None:
        """Return what is wrong with it; None where nothing is."""
        if self.output != undisturbed:
            return "other bytes than those of a run that was not killed"
        return f"{self.asked_again} pages asked for again" if self.asked_again > self.kills else None


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def start(site: PracticeSite, out: Path) -> "subprocess.Popen[bytes]":
    """Begin `moviescrape run` with the details of all movies of the site."""
    command = [sys.executable, "-m", "moviescrape", "run", site.origin + START_PATH, "--details", "-q", "--out", str(out)]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


def run_to_the_end(site: PracticeSite, out: Path) -> float:
    """Run without a kill; return the seconds it took. SystemExit where it fails."""
    started = time.monotonic()
    if start(site, out).wait():
        raise SystemExit("a run that nobody killed failed")
    return time.monotonic() - started


def run_with_kills(site: PracticeSite, out: Path, chance: random.Random, most_s: float, most_kills: int) -> KilledRun:
    """Begin a run again and again, killed after up to `most_s` seconds, until it ends. SystemExit where it fails."""
    asked_before = len(site.request_stats.requests)
    kills = 0
    while True:
        process = start(site, out)
        try:
            status = process.wait(chance.uniform(0, most_s) if kills < most_kills else None)
            break
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            kills += 1
    if status:
        raise SystemExit(f"a run ended with {status} after {kills} kills")
    asked = Counter(request.path for request in site.request_stats.requests[asked_before:] if request.path != "/robots.txt")
    return KilledRun(kills, asked.total() - len(asked), out.read_bytes())


def main() -> None:
    """Print a line a run, and how many kills and pages asked again there were in all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--movies", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    kills = asked_again = faults = number = 0
    with (
        tempfile.TemporaryDirectory() as folder,
        PracticeSite(Catalogue(movies=options.movies), port=free_port()) as site,
    ):
        undisturbed = Path(folder, "undisturbed.csv")
        most_s = run_to_the_end(site, undisturbed)
        while kills < options.kills:
            number += 1
            one = run_with_kills(site, Path(folder, f"{number}.csv"), chance, most_s, options.kills - kills)
            fault = one.fault(undisturbed.read_bytes())
            print(f"run {number}: {one.kills} kills, {one.asked_again} pages asked for again: {fault or 'right'}", flush=True)
            kills, asked_again, faults = kills + one.kills, asked_again + one.asked_again, faults + bool(fault)
    print(
        f"{kills} kills in {number} runs, {asked_again} pages asked for again, {faults} runs with a fault (--seed {options.seed})"
    )
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
