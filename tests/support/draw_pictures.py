"""Draw the README's pictures: a session in a terminal, and the homepage that it makes. A command, for Chromium on Linux.

python tests/support/draw_pictures.py      writes terminal.svg and homepage.png beside the pages of the guide
"""

import os
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path
from textwrap import wrap

from PIL import Image

GUIDE = Path(__file__).parents[2] / "src" / "moviescrape" / "guide"
SESSION = (
    "moviescrape run --out movies.csv",
    "moviescrape top movies.csv -n 1 --columns title,rating,year --out best.csv",
    "tail -n 4 best.csv",
    "moviescrape homepage movies.csv --out home",
)
COLUMNS, LINE_PX, CHAR_PX = 112, 18, 7.83
STYLE = "text { font: 13px 'DejaVu Sans Mono', Menlo, Consolas, monospace; fill: #d7dce5 } .command { fill: #8fd18f }"
WINDOW = "1000,860"


def run_session(folder: Path) -> list[tuple[str, str]]:
    """Run the commands in `folder`; return the lines that a terminal shows, each `command` or `output`."""
    lines: list[tuple[str, str]] = []
    search = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": str(COLUMNS)}
    for command in SESSION:
        ran = subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            env=os.environ | search,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=True,
        )
        printed = [part for line in ran.stdout.splitlines() for part in wrap(line, COLUMNS)]
        lines += [(f"$ {command}", "command"), *((line, "output") for line in printed)]
    return lines


def terminal(lines: list[tuple[str, str]]) -> str:
    """Return the lines as SVG: light on dark, the commands green."""
    width, height = COLUMNS * CHAR_PX + 32, len(lines) * LINE_PX + 32
    drawn = "\n".join(
        f'<text x="16" y="{number * LINE_PX + 30}" class="{kind}" xml:space="preserve">{escape(line)}</text>'
        for number, (line, kind) in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" role="img">\n'
        f"<style>{STYLE}</style>\n"
        f'<rect width="{width:.0f}" height="{height}" rx="8" fill="#1d2433"/>\n{drawn}\n</svg>\n'
    )


def photograph(page: Path, out: Path) -> None:
    """Write a picture of a page as Chromium shows it, in 64 colours."""
    command = ["chromium", "--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={WINDOW}", f"--screenshot={out}"]
    subprocess.run([*command, page.as_uri()], check=True, capture_output=True)
    with Image.open(out) as picture:
        small = picture.convert("RGB").quantize(64)
    small.save(out, optimize=True)


def main() -> None:
    """Run the session in a scratch folder and draw what it shows and makes."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (GUIDE / "terminal.svg").write_text(terminal(run_session(folder)), encoding="utf-8")
        photograph(folder / "home" / "index.html", GUIDE / "homepage.png")


if __name__ == "__main__":
    main()
