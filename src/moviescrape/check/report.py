"""A verdict as text for people, and as the files that other programs read."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from moviescrape.check.verdict import Verdict


def as_text(verdict: Verdict) -> str:
    """A line a column, its mistakes below it, then what is to be said of the whole."""
    return "\n".join([f"Day {verdict.day}: {verdict.score:g} of {verdict.max_score:g} points", *_lines(verdict)])


def _lines(verdict: Verdict) -> Iterator[str]:
    width = max(map(len, verdict.columns), default=0)
    for name, column in verdict.columns.items():
        sign = "+" if column.score == column.max_score else "~" if column.score else "-"
        yield f"  {sign} {name:<{width}}  {column.score:g} of {column.max_score:g}"
        yield from (f"      {mistake.message}" for mistake in column.mistakes)
    yield from (f"  ! {message}" for message in verdict.messages)


def as_gradescope(verdict: Verdict) -> str:
    """Gradescope's results.json: a test a column, the mistakes as its output."""
    return json.dumps(
        {
            "score": verdict.score,
            "output": "\n".join(verdict.messages),
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


def as_table(checked: Iterable[tuple[str, Verdict]]) -> list[dict[str, Any]]:
    """A row a submission: who, the score, the points of each column, and everything said, for a class's CSV."""
    return [
        {
            "submission": name,
            "score": verdict.score,
            "max_score": verdict.max_score,
            **{column: said.score for column, said in verdict.columns.items()},
            "mistakes": " | ".join(_said(verdict)),
        }
        for name, verdict in checked
    ]


def _said(verdict: Verdict) -> list[str]:
    return [mistake.message for column in verdict.columns.values() for mistake in column.mistakes] + verdict.messages
