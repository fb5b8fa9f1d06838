"""Pages about a class: one for each student with what the checker said, and one for the teacher about all of them."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from moviescrape.assignments.language import chosen_language
from moviescrape.check.score import Verdict

MARKS = 10
"""Into how many bars of the same width the marks of a class are counted."""

_PAGES = Environment(
    loader=PackageLoader("moviescrape.check", "pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


class CommonMistake(NamedTuple):
    """A class of mistake in a column, how many students made it, and what one of them was told."""

    column: str
    kind: str
    students: int
    example: str


def student_page(name: str, verdict: Verdict) -> str:
    """Return what the checker says of one submission as an HTML page that needs no other file."""
    return _PAGES.get_template("student.html").render(language=chosen_language(), name=name, verdict=verdict)


def class_page(day: int, verdicts: Sequence[tuple[str, Verdict]]) -> str:
    """Return the page of a class: how the marks are spread, which mistakes how often, and a line a student.

    It links to `students/NAME.html`.
    """
    return _PAGES.get_template("class.html").render(
        language=chosen_language(),
        day=day,
        verdicts=verdicts,
        bars=spread_of_marks([verdict for _, verdict in verdicts]),
        mistakes=common_mistakes([verdict for _, verdict in verdicts]),
    )


def spread_of_marks(verdicts: Sequence[Verdict]) -> list[int]:
    """Return how many submissions have 0 to 1 tenth of the points, 1 to 2 tenths and so on; full points are in the last.

    >>> from moviescrape.check.score import mark
    >>> spread_of_marks([Verdict(3, {"title": mark(5, share)}) for share in (0, 0.5, 0.95, 1)])
    [1, 0, 0, 0, 0, 1, 0, 0, 0, 2]
    """
    counted = Counter(min(MARKS - 1, int(MARKS * verdict.score / verdict.max_score)) for verdict in verdicts)
    return [counted[place] for place in range(MARKS)]


def common_mistakes(verdicts: Sequence[Verdict]) -> list[CommonMistake]:
    """Return the classes of mistakes by column, the most frequent first; a student counts once for each."""
    students: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], str] = {}
    for verdict in verdicts:
        said = {(name, found.kind): found.message for name, column in verdict.columns.items() for found in column.mistakes}
        students.update(said.keys())
        examples = {**said, **examples}
    found = [CommonMistake(*key, count, examples[key]) for key, count in students.items()]
    return sorted(found, key=lambda mistake: (-mistake.students, mistake.column, mistake.kind))
