"""What every day needs and no lesson is about: arguments, a page to try things on, a place to save."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
from bs4 import BeautifulSoup

from moviescrape.practice import START_PATH, Catalogue, Pages

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Extract = Callable[[BeautifulSoup], pd.DataFrame]


def open_page(path: str = START_PATH) -> BeautifulSoup:
    """Return a page of the practice site, made here and now: no server, no network. By default the best rated 50 movies."""
    site = Pages(Catalogue())
    return BeautifulSoup(site.page(path), "lxml")


def command_line(arguments: Sequence[str] | None = None) -> list[str]:
    """Return the arguments given, else those of the script; none in a notebook, whose command line belongs to Jupyter."""
    if arguments is not None:
        return list(arguments)
    return [] if "ipykernel" in sys.modules else sys.argv[1:]


def try_out(extract: Extract, what: str, out: str, arguments: Sequence[str] | None = None) -> None:
    """Run a day's program: extract the movies of one page, print the first five, save all of them to `--out`."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("--out", type=Path, default=Path(out), help=f"the CSV file to write (default: {out})")
    options = parser.parse_args(command_line(arguments))
    movies = extract(open_page())
    print(movies.head().to_string())
    save(movies, options.out)


def save(table: pd.DataFrame, path: Path) -> None:
    """Write a table as CSV, without the index, into a folder that is made if need be; say so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    table.to_csv(path, index=False, lineterminator="\n")
    print(f"{path}: {len(table)} rows")


FONTS = ("Noto Sans CJK JP", "Yu Gothic", "Hiragino Sans", "Malgun Gothic", "Apple SD Gothic Neo", "Arial Unicode MS")
"""Fonts of Linux, Windows and macOS with the letters that matplotlib's own lacks; those not installed are passed over."""


def save_plot(figure: "Figure", path: Path) -> None:
    """Write a plot as an image into a folder that is made if need be; say so, and where it has boxes for letters."""
    path.parent.mkdir(parents=True, exist_ok=True)
    from moviescrape.export.figures import save  # loads matplotlib

    whole = save(figure, path)
    print(f"{path}: saved")
    if not whole:
        print("Some names are boxes: no font here has their letters. Noto Sans CJK, from your system's packages, has them.")


def fonts_for_names() -> list[str]:
    """Families of fonts for names in any script, matplotlib's own first."""
    from matplotlib import font_manager

    installed = set(font_manager.get_font_names())
    return ["DejaVu Sans", *(font for font in FONTS if font in installed)]
