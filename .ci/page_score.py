"""Hold the scores on labelled real pages against their floors.

page_score.py SHARED           fail where a layout or page, or a total, is below its floor
page_score.py SHARED --raise   raise the floors to what is reached now (never lowers one)
"""

import re
import subprocess
import sys
from pathlib import Path

from floors import check

CORPORA = {"corpus": "layout", "corpus-2/known": "layout", "corpus-2/unknown": "page"}
"""The folders of pages, and by what their floors are kept."""
LINE = re.compile(r"^(\S+)\s+\d+\s+\d+\s.*\s(\d\.\d{4})\s+(\d\.\d{4})$")


def read_scores(shared: Path, corpus: str, by: str) -> dict[str, float]:
    """Return F1 by layout or page, that of the TOTAL and its precision, as the scorer prints them."""
    command = [sys.executable, str(shared / "tools" / "score_pages.py"), str(shared / corpus), "--python", sys.executable]
    printed = subprocess.run([*command, "--by", by], capture_output=True, encoding="utf-8", check=True).stdout  # noqa: S603
    print(f"{corpus}\n{printed if by == 'layout' else printed[printed.find('TOTAL') :]}")
    found = [match for line in printed.splitlines() if (match := LINE.match(line))]
    totals = {f"{match[1]} precision": float(match[2]) for match in found if match[1] in ("TOTAL", "MOVIE-PAGES")}
    return {match[1]: float(match[3]) for match in found} | totals


def main() -> int:
    shared = Path(sys.argv[1])
    return max(check(corpus, read_scores(shared, corpus, by)) for corpus, by in CORPORA.items() if (shared / corpus).is_dir())


if __name__ == "__main__":
    sys.exit(main())
