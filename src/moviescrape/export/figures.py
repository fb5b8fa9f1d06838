"""Plots of a table's figures, readable at a glance. Drawn without a screen; each function gives a matplotlib figure."""

import io
import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from moviescrape.errors import UsageError
from moviescrape.export.publish import check_writable, published

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

SUFFIXES = (".png", ".svg", ".pdf")

_BAR, _BEST, _INK = "#7a93ac", "#c8553d", "#333333"
# Okabe and Ito's colours, told apart by colour-blind readers too; with the markers, ten lines are told apart in grey.
_COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#000000", "#b8a800", "#7f7f7f", "#8c564b")
_MARKERS = "osD^vPX<>*"
# The first has Latin, Greek, Cyrillic, Hebrew and Arabic; the others, where installed, what it lacks.
_FONTS = (
    "DejaVu Sans",
    "Noto Sans CJK JP",
    "Hiragino Sans",
    "Yu Gothic",
    "Microsoft YaHei",
    "Malgun Gothic",
    "WenQuanYi Zen Hei",
    "Noto Sans Devanagari",
    "Nirmala UI",
    "Noto Sans Thai",
)


class Plot(Figure):
    """A figure that a notebook shows as a picture also where nobody has imported pyplot, which tells IPython how."""

    def _repr_png_(self) -> bytes:
        """Return the picture as PNG."""
        picture = io.BytesIO()
        with warnings.catch_warnings(), _styled():
            warnings.simplefilter("ignore")  # letters that no font here has are boxes, which the reader sees
            self.savefig(picture, format="png")
        return picture.getvalue()


def check_plot(path: Path) -> None:
    """Raise UsageError or ExportError where no plot can be written to `path`; `-` is a PNG on standard output."""
    if path != Path("-") and path.suffix.lower() not in SUFFIXES:
        raise UsageError("no plot has such a name", where=str(path), remedy=f"end it in {', '.join(SUFFIXES)}")
    check_writable(path)


def draw_years(means: "pd.Series[Any]", n: int) -> Figure:
    """Draw bars: the mean rating of the top `n` of each year. The best year (the first, of equals) stands out and is named."""
    with _styled():
        figure, axes = _sheet(width=min(20.0, max(7.0, 2 + 0.13 * len(means))), height=5)
        best = means.index[int(means.argmax())]
        colours = [_BEST if year == best else _BAR for year in means.index]
        axes.bar(list(means.index), list(means), color=colours, width=0.8)
        floor = max(0.0, math.floor(2 * (means.min() - 0.5)) / 2)
        axes.set_ylim(floor, min(10.6, means.max() + 0.3 * max(1.0, means.max() - floor)))
        axes.set_xlim(min(means.index) - 1, max(means.index) + 1)
        axes.annotate(
            f"{best}: {means.max():.2f}",
            (best, means.max()),
            (0, 6),
            textcoords="offset points",
            ha="center",
            color=_BEST,
            weight="bold",
        )
        axes.xaxis.set_major_locator(MaxNLocator(12, integer=True, steps=[1, 2, 5, 10]))
        axes.set_title(f"{best} was the best year: mean rating of the top {n} a year")
        axes.set_ylabel(f"mean rating (axis from {floor:g})" if floor else "mean rating")
        axes.grid(axis="y")
    return figure


def draw_appearances(counts: "pd.Series[Any]", what: str) -> Figure:
    """Draw horizontal bars: the names with the most movies, most first, each with its number."""
    with _styled():
        figure, axes = _sheet(width=8, height=1.2 + 0.22 * len(counts))
        names = [_short(str(name)) for name in counts.index]
        bars = axes.barh(range(len(counts)), list(counts), color=_BAR, height=0.75)
        axes.bar_label(bars, padding=3, fontsize=8, color=_INK)
        axes.set_yticks(range(len(counts)), names, fontsize=8)
        axes.set_ylim(len(counts) - 0.4, -0.6)
        axes.xaxis.set_major_locator(MaxNLocator(6, integer=True))
        axes.tick_params(axis="y", length=0)
        axes.set_title(f"The {len(counts)} {what} with the most movies")
        axes.set_xlabel("movies in the table")
        axes.grid(axis="x")
    return figure


def draw_decades(counts: "pd.DataFrame", what: str) -> Figure:
    """Draw lines: in how many movies each name appears, by decade; the legend in the order of the totals."""
    with _styled():
        figure, axes = _sheet(width=10, height=5.5)
        for name, colour, marker in zip(counts.columns, cycle(_COLOURS), cycle(_MARKERS), strict=False):
            axes.plot(list(counts.index), list(counts[name]), color=colour, marker=marker, markersize=6, label=_short(str(name)))
        axes.set_xticks(list(counts.index), [f"{decade}s" for decade in counts.index])
        axes.set_ylim(bottom=0)
        axes.yaxis.set_major_locator(MaxNLocator(8, integer=True))
        axes.set_title(f"The {len(counts.columns)} most frequent {what} by decade")
        axes.set_ylabel("movies in the table")
        axes.grid(axis="y")
        axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False)
    return figure


def save(figure: Figure, path: Path) -> bool:
    """Write the figure, whole or not at all. False where some letters are boxes, because no font here has them."""
    kind = path.suffix.lower().removeprefix(".") or "png"
    undated = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}.get(kind)
    with warnings.catch_warnings(record=True) as caught, _styled():
        warnings.simplefilter("always")
        with published(path) as file:
            figure.savefig(file, format=kind, dpi=150, metadata=undated)
    return not any("missing from" in str(warning.message) for warning in caught)


@contextmanager
def _styled() -> Iterator[None]:
    """Set our look, for this figure only."""
    installed = set(font_manager.get_font_names())
    look: dict[Any, Any] = {
        "font.family": [name for name in _FONTS if name in installed],
        "text.parse_math": False,  # `$` in a name is a dollar
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.axisbelow": True,
        "axes.titlelocation": "left",
        "axes.titleweight": "bold",
        "axes.edgecolor": _INK,
        "grid.color": "#dddddd",
        "svg.hashsalt": "moviescrape",  # the same figure is the same file
    }
    with mpl.rc_context(look):
        yield


def _sheet(width: float, height: float) -> "tuple[Figure, Axes]":
    figure = Plot(figsize=(width, height), layout="constrained")
    return figure, figure.subplots()


def _short(name: str) -> str:
    return name if len(name) <= 40 else f"{name[:39]}…"
