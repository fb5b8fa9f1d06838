"""Hold the page score on the real pages against the floors in page_score_floors.json; floors only rise.

page_score.py SHARED           fail where a layout, or the total, is below its floor
page_score.py SHARED --raise   raise the floors to what is reached now (never lowers one)
"""

import json
import math
import re
import subprocess
import sys
from pathlib import Path

FLOORS = Path(__file__).parent / "page_score_floors.json"
MARGIN = 0.002
"""A floor is set this far below what was reached, so that rounding in the printed score can't break it."""
LINE = re.compile(r"^(\S+)\s+\d+\s+\d+\s.*\s(\d\.\d{4})$")


def read_scores(shared: Path) -> dict[str, float]:
    """F1 by layout, and TOTAL, as the scorer prints them."""
    command = [sys.executable, str(shared / "tools" / "score_pages.py"), str(shared / "corpus"), "--python", sys.executable]
    printed = subprocess.run([*command, "--by", "layout"], capture_output=True, encoding="utf-8", check=True).stdout  # noqa: S603
    print(printed)
    return {found[1]: float(found[2]) for line in printed.splitlines() if (found := LINE.match(line))}


def main() -> int:
    shared = Path(sys.argv[1])
    scores = read_scores(shared)
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    if "--raise" in sys.argv:
        reached = {name: math.floor((score - MARGIN) * 1000) / 1000 for name, score in scores.items()}
        raised = {name: max(floors.get(name, 0.0), reached.get(name, 0.0)) for name in sorted({*floors, *reached})}
        FLOORS.write_text(json.dumps(raised, indent=1) + "\n", encoding="utf-8")
        return 0
    low = {name: floor for name, floor in floors.items() if scores.get(name, 0.0) < floor}
    for name, floor in low.items():
        print(f"{name}: the page score is {scores.get(name, 0.0):.4f}, its floor {floor:.3f}", file=sys.stderr)
    if not floors or "TOTAL" not in scores:
        print("page score: no floors or no total to compare", file=sys.stderr)
        return 1
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
