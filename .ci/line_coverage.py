"""Hold the share of the package's lines that the last `pytest --cov` ran against its floor; --raise raises it."""

import json
import sys

from coverage import Coverage
from floors import check


def covered_percent() -> float:
    """Return the share of lines run, in percent, rounded down to a tenth; files below 80 % are printed."""
    measured = Coverage()
    measured.load()
    measured.json_report(outfile="output/coverage.json")
    with open("output/coverage.json", encoding="utf-8") as file:
        report = json.load(file)
    for name, one in report["files"].items():
        if one["summary"]["percent_covered"] < 80:
            print(f"{name}: {one['summary']['percent_covered']:.0f} % of lines run, line {one['missing_lines'][0]} and others not")
    return int(report["totals"]["percent_covered"] * 10) / 10


if __name__ == "__main__":
    percent = covered_percent()
    print(f"coverage: {percent} % of lines")
    sys.exit(check("coverage", {"percent of lines": percent}))
