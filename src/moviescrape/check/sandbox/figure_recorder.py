"""What a plot shows, noted in the student's process at the moment it is saved: bars, lines, limits, labels."""

import itertools
from typing import TYPE_CHECKING, Any

from moviescrape.check.sandbox.encoding import RecordWriter, encode_cell

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def watch_plots(write: RecordWriter) -> None:
    """From now on each `savefig`, by whatever way it is called, is noted as a record of type plot."""
    from matplotlib.figure import Figure

    save = Figure.savefig

    def savefig(figure: "Figure", *arguments: Any, **options: Any) -> None:
        save(figure, *arguments, **options)
        figure.canvas.draw()
        write({"type": "plot", "axes": [describe(axes) for axes in figure.axes], "legend": _figure_legend(figure)})

    Figure.savefig = savefig  # type: ignore[method-assign, assignment]


def describe(axes: "Axes") -> dict[str, Any]:
    """Return the bars with a size, lines, limits and texts of one pair of axes."""
    legend = axes.get_legend()
    return {
        "bars": [_bar(patch) for patch in axes.patches if hasattr(patch, "get_width")],
        "lines": [_line(line) for line in axes.get_lines()],
        "ylim": [float(limit) for limit in axes.get_ylim()],
        "xlim": [float(limit) for limit in axes.get_xlim()],
        "labels": [axes.get_title(), axes.get_xlabel(), axes.get_ylabel()],
        "xticks": _ticks(axes.get_xticks(), axes.get_xticklabels()),
        "yticks": _ticks(axes.get_yticks(), axes.get_yticklabels()),
        "overlap": {"x": _overlap(axes.get_xticklabels()), "y": _overlap(axes.get_yticklabels())},
        "legend": [text.get_text() for text in legend.get_texts()] if legend else [],
    }


def _bar(patch: Any) -> list[float]:
    """Left, bottom, width, height."""
    return [float(size) for size in (patch.get_x(), patch.get_y(), patch.get_width(), patch.get_height())]


def _line(line: Any) -> dict[str, Any]:
    across, up = (line.get_xdata(orig=False), line.get_ydata(orig=False))
    return {"label": str(line.get_label()), "x": [encode_cell(x) for x in across], "y": [encode_cell(y) for y in up]}


def _ticks(places: Any, labels: Any) -> list[list[Any]]:
    return [[float(place), label.get_text()] for place, label in zip(places, labels, strict=False)]


def _overlap(labels: Any) -> bool:
    """Whether two labels that follow each other lie on each other by more than a quarter of their own height or width."""
    boxes = [label.get_window_extent() for label in labels if label.get_visible() and label.get_text()]
    return any(_covered(one, other) for one, other in itertools.pairwise(boxes))


def _covered(one: Any, other: Any) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    up = min(one.y1, other.y1) - max(one.y0, other.y0)
    return bool(across > 0.25 * min(one.width, other.width) and up > 0.25 * min(one.height, other.height))


def _figure_legend(figure: "Figure") -> list[str]:
    return [text.get_text() for legend in figure.legends for text in legend.get_texts()]
