"""Hold decisions on robots.txt, made by public test suites, against their floors: how many of each suite are ours too.

robots.py SHARED           fail where fewer decisions of a suite agree than its floor says
robots.py SHARED --raise   raise the floors to what is reached now (never lowers one)
"""

import json
import sys
from collections import Counter
from pathlib import Path

from floors import check

from moviescrape.fetch.robots import read_robots


def count_agreed(shared: Path) -> dict[str, float]:
    """Return how many decisions agree, by suite; those that don't are printed."""
    cases = json.loads((shared / "robots_cases.json").read_text(encoding="utf-8"))["cases"]
    agreed: Counter[str] = Counter()
    for case in cases:
        allowed = read_robots(case["robots"].encode("latin-1"), case["agent"]).allows(case["url"])
        agreed[case["suite"]] += allowed == case["expected"]
        if allowed != case["expected"]:
            print(f"robots: {case['suite']}: {case['agent']} at {case['url']}: {allowed}, not {case['expected']}")
    print(f"robots: {agreed.total()} of {len(cases)} decisions agree")
    return {**agreed, "TOTAL": agreed.total()}


if __name__ == "__main__":
    sys.exit(check("robots", count_agreed(Path(sys.argv[1]))))
