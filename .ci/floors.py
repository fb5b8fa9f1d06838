"""Figures that main has reached and that nothing may fall below; they stand in floors.json, and only rise."""

import json
import math
import sys
from pathlib import Path

FILE = Path(__file__).with_name("floors.json")
MARGIN = 0.002
"""A score's floor is set this far below what was reached, so that rounding in the printed score can't break it."""


def floor_of(reached: float) -> float:
    """Return the floor that a figure gives: a count itself, a score a little less."""
    return reached if isinstance(reached, int) else max(0.0, math.floor((reached - MARGIN) * 1000) / 1000)


def hold(group: str, reached: dict[str, float], minimum: dict[str, float]) -> int:
    """Say which figures of `group` are below their floors; return 1 if any is, else 0. `minimum` holds the floors."""
    low = [name for name, least in minimum.items() if reached.get(name, 0) < least]
    for name in low:
        print(f"{group}: {name} is {reached.get(name, 0)}, its floor {minimum[name]}", file=sys.stderr)
    if not reached or not minimum:
        print(f"{group}: no figures or no floors to compare", file=sys.stderr)
    return 1 if low or not reached or not minimum else 0


def check(group: str, reached: dict[str, float]) -> int:
    """Hold `reached` against the floors of `group`, or, with --raise on the command line, raise these; return the exit status."""
    floors = json.loads(FILE.read_text(encoding="utf-8"))
    before = floors.get(group, {})
    if "--raise" not in sys.argv:
        return hold(group, reached, before)
    raised = {name: max(before.get(name, 0), floor_of(reached.get(name, 0))) for name in sorted({*before, *reached})}
    floors[group] = {name: floor for name, floor in raised.items() if floor}
    FILE.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    return 0
