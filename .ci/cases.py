"""Hold the small cases made from public bug reports against their floors: how many of each kind pass.

cases.py SHARED           fail where fewer cases of a kind pass than its floor says
cases.py SHARED --raise   raise the floors to what is reached now (never lowers one)
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from floors import check


def count_passed(shared: Path) -> dict[str, float]:
    """Return how many cases of each kind pass; those that fail are printed."""
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "results.jsonl"
        command = [sys.executable, str(shared / "tools" / "run_cases.py"), str(shared / "cases"), "--json", str(results)]
        ours = str(Path(sys.executable).with_name("moviescrape"))
        subprocess.run([*command, "--moviescrape", ours], check=False)  # noqa: S603
        lines = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]
    passed = Counter(line["kind"] for line in lines if line["passed"])
    return {**dict.fromkeys((line["kind"] for line in lines), 0), **passed, "TOTAL": passed.total()}


if __name__ == "__main__":
    sys.exit(check("cases", count_passed(Path(sys.argv[1]))))
