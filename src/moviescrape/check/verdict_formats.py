"""A verdict as text for people, and as the files that other programs read."""

import csv
import io
import json
from collections.abc import Iterator, Sequence

from moviescrape.check.score import Verdict, points_of


def as_text(verdict: Verdict) -> str:
    """Return a line a column, its mistakes below it, then what is to be said of the whole."""
    seed = "" if verdict.seed is None else f" (--seed {verdict.seed})"
    return "\n".join([f"Day {verdict.day}: {verdict.score:g} of {verdict.max_score:g} points{seed}", *_lines(verdict)])


def _lines(verdict: Verdict) -> Iterator[str]:
    width = max(map(len, verdict.columns), default=0)
    for name, column in verdict.columns.items():
        sign = "+" if column.score == column.max_score else "~" if column.score else "-"
        yield f"  {sign} {name:<{width}}  {column.score:g} of {column.max_score:g}"
        yield from (f"      {mistake.message}" for mistake in column.mistakes)
    yield from (f"  ! {message}" for message in verdict.messages)
    if verdict.isolation:
        yield "  kept apart by " + "; ".join(f"{what}: {how}" for what, how in verdict.isolation.items())


def as_gradescope(verdict: Verdict) -> str:
    """Gradescope's results.json: a test a column, the mistakes as its output."""
    return json.dumps(
        {
            "score": verdict.score,
            "output": "\n".join([*_seed_line(verdict), *verdict.messages]),
            "tests": [
                {
                    "name": name,
                    "score": column.score,
                    "max_score": column.max_score,
                    "output": "\n".join(mistake.message for mistake in column.mistakes),
                    "visibility": "visible",
                }
                for name, column in verdict.columns.items()
            ],
        },
        ensure_ascii=False,
        indent=1,
    )


def _seed_line(verdict: Verdict) -> list[str]:
    return [] if verdict.seed is None else [f"data made with --seed {verdict.seed}"]


def csv_header(day: int) -> str:
    """Return the first line of a class's results: who, the score, the seed, each column, and everything that was said."""
    return _csv_line(["submission", "score", "max_score", "seed", *points_of(day), "mistakes"])


def csv_line(name: str, verdict: Verdict) -> str:
    """Return the line of a submission."""
    points = [column.score for column in verdict.columns.values()]
    return _csv_line([name, verdict.score, verdict.max_score, verdict.seed, *points, " | ".join(_said(verdict))])


def _csv_line(cells: Sequence[object]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()


def _said(verdict: Verdict) -> list[str]:
    return [mistake.message for column in verdict.columns.values() for mistake in column.mistakes] + verdict.messages
