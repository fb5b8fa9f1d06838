"""Hold the share of the package's lines that the last `pytest --cov` ran against its floor; --raise raises it."""

import json
import sys
from pathlib import Path

from coverage import Coverage
from floors import check

REPORT = Path("output/coverage.json")


def covered_percent() -> float:
    """Return the share of lines run, in percent, rounded down to a tenth; files below 80 % are printed."""
    measured = Coverage()
    measured.load()
    measured.json_report(outfile=str(REPORT))
    report = json.loads(REPORT.read_text(encoding="utf-8"))
    for name, one in report["files"].items():
        if one["summary"]["percent_covered"] < 80:
            print(f"{name}: {one['summary']['percent_covered']:.0f} % of lines, not line {one['missing_lines'][0]} and others")
    return int(report["totals"]["percent_covered"] * 10) / 10


if __name__ == "__main__":
    percent = covered_percent()
    print(f"coverage: {percent} % of lines")
    sys.exit(check("coverage", {"percent of lines": percent}))
