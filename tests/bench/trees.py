"""Why the tree is lxml's: lexbor (selectolax) is faster on ordinary pages; a small hostile one takes it seconds and gigabytes.

    python tests/bench/trees.py [--bold 4000] [--nested 100000]

Each page is read in a process of its own, start-up included. HTML5 opens every formatting element that was left open again in
each paragraph that follows, so open `<b>` and paragraphs multiply. Neither library can be stopped in the middle.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from process import measure

from moviescrape.practice import START_PATH, Catalogue, Pages

READ = "import sys, pathlib; page = pathlib.Path(sys.argv[1]).read_bytes(); "
BUILD = {
    "lxml": READ + "from lxml import etree; etree.fromstring(page, etree.HTMLParser(encoding='utf-8', huge_tree=True))",
    "selectolax": READ + "from selectolax.lexbor import LexborHTMLParser; LexborHTMLParser(page)",
}


def pages(bold: int, nested: int) -> dict[str, bytes]:
    """What is read, by name."""
    return {
        "classic list, 50 times": Pages(Catalogue(), layout="classic").page(START_PATH) * 50,
        f"{bold:,} open <b>": b"<p>" + b"".join(b"<b id=%d>" % i for i in range(bold)) + b"<p>x" * bold,
        f"{nested:,} nested <div>": b"<div>" * nested,
    }


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--bold", type=int, default=4_000)
    arguments.add_argument("--nested", type=int, default=100_000)
    given = arguments.parse_args()
    print(f"{'':26}{'KB':>8}  {'':12}{'CPU s':>10}{'peak MB':>10}")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.html")
        for name, page in pages(given.bold, given.nested).items():
            file.write_bytes(page)
            for library, build in BUILD.items():
                cost = measure([sys.executable, "-c", build, str(file)])
                print(f"{name:26}{len(page) / 1000:8.0f}  {library:12}{cost.cpu_s:10.2f}{cost.peak_mb:10.0f}", flush=True)


if __name__ == "__main__":
    main()
