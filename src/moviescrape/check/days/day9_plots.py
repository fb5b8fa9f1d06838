"""Days 9, 11 and 12: programs that draw a table. The image is looked at, and what was drawn in it."""

from collections import Counter
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from moviescrape.assignments.samples import DETAILED, movies_csv
from moviescrape.check.days.answers import read_answers
from moviescrape.check.days.day6_programs import odd_names
from moviescrape.check.days.plot_answers import ANSWERS
from moviescrape.check.days.plot_data import NOBODY_SPEAKS, count_actors, count_languages, mean_ratings, plotted_movies
from moviescrape.check.messages import say_outcome
from moviescrape.check.sandbox.runner import ProgramRun, Runner, SandboxTask, run_submission
from moviescrape.check.score import ColumnVerdict, Mistake, Verdict, mark, nothing, points_of
from moviescrape.check.submission import Submission
from moviescrape.errors import UsageError
from moviescrape.movie import Movie

PNG = b"\x89PNG\r\n\x1a\n"
SMALLEST_PX = (400, 250)
LARGEST_PX = 10_000

Plot = dict[str, Any]
PlotJudge = Callable[[Plot, Sequence[Movie], dict[str, float]], dict[str, ColumnVerdict]]


def check_plot(day: int, submission: Submission, seed: int, timeout_s: float, run: Runner = run_submission) -> Verdict:
    """Run the program on a table of the five best movies a year, and look at the last plot it saved."""
    if find_spec("matplotlib") is None:
        raise UsageError("plots can't be checked without matplotlib", remedy="pip install matplotlib")
    points = points_of(day)
    movies = plotted_movies(seed)
    (source,), (image,) = odd_names(seed, ["details"]), odd_names(seed, ["plot"], ".png")
    files = {**submission.beside, source: movies_csv(movies, DETAILED)}
    task = SandboxTask(submission.script, submission.cells, runs=[ProgramRun([source, image])], files=files, plots=True)
    with run(task, timeout_s) as outcome:
        columns = {"image": judge_image(outcome.folder / image, points["image"])}
        columns["answer"] = ANSWERS[day](read_answers(outcome.stdout, outcome.folder), movies, points["answer"])
        plots = [record for record in outcome.records if record["type"] == "plot" and record["axes"]]
        if plots:
            columns |= JUDGES[day](plots[-1], movies, points)
        absent = {
            name: nothing(most, "no_plot", f"{name}: no plot was saved with matplotlib")
            for name, most in points.items()
            if name not in columns
        }
        return Verdict(day, {name: (columns | absent)[name] for name in points}, say_outcome(outcome, timeout_s))


def judge_image(path: Path, max_score: float) -> ColumnVerdict:
    """Grade the image file: a PNG of sensible size, under the name that was given."""
    if not path.is_file():
        return nothing(max_score, "no_file", f"image: the program did not write {path.name}, the name it was given")
    head = path.read_bytes()[:24]
    if not head.startswith(PNG):
        return nothing(max_score, "not_png", "image: the file is no PNG image")
    width, height = int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
    if width < SMALLEST_PX[0] or height < SMALLEST_PX[1]:
        return mark(max_score, 0.5, [Mistake("small", f"image: {width} x {height} pixels are too few to read")])
    if max(width, height) > LARGEST_PX:
        return mark(max_score, 0.5, [Mistake("large", f"image: {width} x {height} pixels are more than a screen shows")])
    return mark(max_score, 1.0)


def judge_years(plot: Plot, movies: Sequence[Movie], points: dict[str, float]) -> dict[str, ColumnVerdict]:
    """Day 9: a bar a year, as high as the mean rating; an axis on which they differ; labels."""
    wanted = list(mean_ratings(movies).values())
    axes = _axes_with(plot, "bars")
    heights = [bottom + height for _, bottom, _, height in sorted(axes["bars"])]
    return {
        "bars": _judge_numbers("bars", heights, wanted, "years", points["bars"]),
        "range": _judge_range(axes, wanted, points["range"]),
        "labels": _judge_labels(axes, points["labels"]),
    }


def _judge_range(axes: Plot, wanted: Sequence[float], max_score: float) -> ColumnVerdict:
    """Grade the y axis: the bars' tops spread over a good part of it, and none is cut off."""
    low, high = sorted(axes["ylim"])
    if max(wanted) > high + 1e-9 or min(wanted) < low:
        return nothing(max_score, "cut_off", f"range: the y axis from {low:g} to {high:g} cuts bars off")
    if (max(wanted) - min(wanted)) / (high - low) < 0.4:
        return nothing(max_score, "flat", f"range: on a y axis from {low:g} to {high:g} all years look alike")
    return mark(max_score, 1.0)


def _judge_labels(axes: Plot, max_score: float) -> ColumnVerdict:
    """Something says what is drawn: a title, or a name for both axes."""
    title, across, up = axes["labels"]
    if title.strip() or (across.strip() and up.strip()):
        return mark(max_score, 1.0)
    return nothing(max_score, "no_labels", "labels: neither a title nor the names of both axes say what is drawn")


def judge_actors(plot: Plot, movies: Sequence[Movie], points: dict[str, float]) -> dict[str, ColumnVerdict]:
    """Day 11: the 50 highest counts, highest first, each with its name."""
    counts = count_actors(movies)
    wanted = sorted(counts.values(), reverse=True)[:50]
    axes = _axes_with(plot, "bars")
    lying = _are_lying(axes["bars"])
    bars = sorted(axes["bars"], key=lambda bar: bar[1] if lying else bar[0], reverse=lying and axes["ylim"][0] < axes["ylim"][1])
    sizes = [bar[2] if lying else bar[3] for bar in bars]
    return {
        "bars": _judge_numbers("bars", sorted(sizes, reverse=True), wanted, "actors", points["bars"]),
        "order": _judge_order(sizes, points["order"]),
        "names": _judge_names(axes, "y" if lying else "x", counts, points["names"]),
    }


def _are_lying(bars: Sequence[Sequence[float]]) -> bool:
    """Lying bars have one height and many widths."""
    return len({round(height, 6) for *_, height in bars}) == 1 and len({round(bar[2], 6) for bar in bars}) > 1


def _judge_order(sizes: Sequence[float], max_score: float) -> ColumnVerdict:
    if sizes and list(sizes) == sorted(sizes, reverse=True):
        return mark(max_score, 1.0)
    return nothing(
        max_score, "order", "order: the actor with the most movies does not come first (top or left), the others after"
    )


def _judge_names(axes: Plot, side: str, counts: Counter[str], max_score: float) -> ColumnVerdict:
    names = [text for _, text in axes[f"{side}ticks"] if text]
    known = sum(name in counts for name in names)
    if not known:
        return nothing(max_score, "no_names", "names: the bars have no actors' names")
    if axes["overlap"][side]:
        return mark(max_score, 0.5, [Mistake("overlap", "names: they lie on each other and can't be read")])
    if known < 50:
        return mark(max_score, known / 50, [Mistake("few_names", f"names: {known} bars have an actor's name, 50 are asked for")])
    return mark(max_score, 1.0)


def judge_languages(plot: Plot, movies: Sequence[Movie], points: dict[str, float]) -> dict[str, ColumnVerdict]:
    """Day 12: a line a language, its points the occurrences in each decade; None is no language; a legend."""
    axes = _axes_with(plot, "lines")
    legend = axes["legend"] or plot["legend"]
    lines = {_label(line, place, legend): line for place, line in enumerate(axes["lines"])}
    return {
        "lines": _judge_lines(lines, movies, points["lines"]),
        "none": _judge_none([*lines, *legend], points["none"]),
        "legend": _judge_legend(legend, movies, points["legend"]),
    }


def _label(line: Plot, place: int, legend: Sequence[str]) -> str:
    label = str(line["label"])
    return legend[place] if label.startswith("_") and place < len(legend) else label


def _judge_lines(lines: dict[str, Plot], movies: Sequence[Movie], max_score: float) -> ColumnVerdict:
    counts = count_languages(movies)
    totals = Counter({name: sum(decades.values()) for name, decades in counts.items()})
    least = sorted(totals.values(), reverse=True)[:10][-1]
    right = [name for name, line in lines.items() if totals[name] >= least and _points(line) == _positive(counts[name])]
    mistakes = []
    if len(lines) != 10:
        mistakes.append(Mistake("line_count", f"lines: {len(lines)} languages are drawn, 10 are asked for"))
    if rare := [name for name in lines if name in totals and totals[name] < least]:
        mistakes.append(Mistake("rare", f"lines: {rare[0]!r} is not one of the 10 most frequent languages"))
    if wrong := [name for name in lines if name in totals and _points(lines[name]) != _positive(counts[name])]:
        mistakes.append(
            Mistake("wrong_points", f"lines: {len(wrong)} lines differ from the occurrences per decade; first {wrong[0]!r}")
        )
    return mark(max_score, min(1.0, len(right) / max(10, len(lines))), mistakes)


def _points(line: Plot) -> list[float]:
    """Return the counts of a line from left to right, without decades in which there are none."""
    return [y for y in line["y"] if isinstance(y, int | float) and y]


def _positive(decades: Counter[int]) -> list[float]:
    return [decades[decade] for decade in sorted(decades) if decades[decade]]


def _judge_none(names: Sequence[str], max_score: float) -> ColumnVerdict:
    if NOBODY_SPEAKS in names:
        return nothing(max_score, "none", "none: None is drawn as if it were a language")
    return mark(max_score, 1.0) if names else nothing(max_score, "no_lines", "none: no languages are drawn")


def _judge_legend(legend: Sequence[str], movies: Sequence[Movie], max_score: float) -> ColumnVerdict:
    known = set(count_languages(movies)) & set(legend)
    if not known:
        return nothing(max_score, "no_legend", "legend: nothing says which line is which language")
    return (
        mark(max_score, 1.0)
        if len(known) >= 10
        else mark(max_score, 0.5, [Mistake("short_legend", f"legend: it names {len(known)} languages")])
    )


def _judge_numbers(name: str, given: Sequence[float], wanted: Sequence[float], what: str, max_score: float) -> ColumnVerdict:
    """Bars in order beside the sizes they should have."""
    right = sum(abs(one - other) < 1e-6 for one, other in zip(given, wanted, strict=False))
    mistakes = []
    if len(given) != len(wanted):
        mistakes.append(Mistake("bar_count", f"{name}: there are {len(given)} bars for {len(wanted)} {what}"))
    elif right < len(wanted):
        first = next(place for place, (one, other) in enumerate(zip(given, wanted, strict=True)) if abs(one - other) >= 1e-6)
        mistakes.append(
            Mistake("bar_size", f"{name}: {len(wanted) - right} of {len(wanted)} have another size; first bar {first + 1}")
        )
    return mark(max_score, right / max(len(wanted), len(given)), mistakes)


def _axes_with(plot: Plot, what: str) -> Plot:
    """Return the axes that have the most bars or lines."""
    return max(plot["axes"], key=lambda axes: len(axes[what]))


JUDGES: dict[int, PlotJudge] = {9: judge_years, 11: judge_actors, 12: judge_languages}
