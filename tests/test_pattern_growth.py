"""Patterns that see text from pages are linear: four times the text takes about four times the time, not sixteen times.

Each compiled pattern of the package is run over repeated pieces of text, made of common characters and of what the pattern
itself looks for, as attackers make them. What is measured is growth, not seconds.
"""

import importlib
import inspect
import math
import pkgutil
import re
import time
import warnings
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, NamedTuple

import pytest

import moviescrape
from moviescrape.parse.sites import SITES

pytestmark = pytest.mark.slow

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    sre_parse = importlib.import_module("re._parser")

PIECES = (
    *(" ", "\n", "a", "A", "1", "1 ", "a ", "1.", ".", "(", ")", "(a", "[", "{", "<", "<a ", "<!--", '"', "'", "&", ":", ","),
    *("-", "/", "=", "a=", "…", "★", "é", "٠", "한", "1:", "_", "|", " as ", "\\"),
)
SCREEN, SHORT, LONG = 1_000, 25_000, 100_000
NOTICED_S, MEASURED_S, TOO_LONG_S = 0.001, 0.05, 0.1
MAX_GROWTH = 10
"""From SHORT to LONG linear work grows 4 times, quadratic work 16 times."""
ANCHORED = {"_AFTER_KEY"}
"""Used with `match` by a name that the source of its module doesn't show."""
LEFT_OUT = ("templates", "__main__", "assignments", "moviescrape.check")
"""They see no text from pages: the course's."""


class Case(NamedTuple):
    """A pattern, by name, and the method that the package calls on it."""

    name: str
    pattern: re.Pattern[Any]
    method: str


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(moviescrape.__path__, "moviescrape."):
        if not any(part in found.name for part in LEFT_OUT):
            yield importlib.import_module(found.name)


def _patterns(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (list, tuple, set, frozenset)):
        for each in value:
            yield from _patterns(each)
    elif isinstance(value, dict):
        for key in value:
            yield from _patterns(key)
            yield from _patterns(value[key])


def _method(name: str, source: str) -> str:
    called = set(re.findall(rf"\b{name}\.(\w+)", source))
    anchored = called and called <= {"match", "fullmatch", "pattern"}
    return ("fullmatch" if "match" not in called else "match") if anchored or name in ANCHORED else "search"


def _cases() -> Iterator[Case]:
    seen: set[re.Pattern[Any]] = set()
    for module in _modules():
        source = inspect.getsource(module)
        for name, value in vars(module).items():
            for pattern in _patterns(value):
                if pattern not in seen:
                    seen.add(pattern)
                    yield Case(f"{module.__name__}.{name}", pattern, _method(name, source))
    for site in SITES:
        for field in ("movie_url", "not_movies"):
            if said := getattr(site, field):
                yield Case(f"{site.name} {field}", re.compile(said), "match" if field == "movie_url" else "search")


def _literals(parsed: Any) -> Iterator[str]:
    """Yield the texts that a parsed pattern looks for."""
    text = ""
    for operation, argument in parsed:
        if operation is sre_parse.LITERAL:
            text += chr(argument)
            continue
        if text:
            yield text
            text = ""
        branches = argument[1] if operation is sre_parse.BRANCH else argument if isinstance(argument, tuple) else ()
        for inner in branches:
            if isinstance(inner, sre_parse.SubPattern):
                yield from _literals(inner)
    if text:
        yield text


def _pieces(pattern: re.Pattern[Any]) -> list[tuple[str, str]]:
    """Return (beginning, repeated piece) pairs for a pattern."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    own = sorted(set(_literals(sre_parse.parse(source, pattern.flags))), key=len)[:12]
    repeated = [*PIECES, *own, *(f"{text} " for text in own), *(f"{text}1" for text in own)]
    return [("", piece) for piece in repeated] + [(text, piece) for text in own[:3] for piece in (" ", "a", "1", "(")]


def _seconds(case: Case, beginning: str, piece: str, length: int) -> float:
    """Return the CPU time of one run over a text of about `length` characters."""
    text = beginning + piece * (length // len(piece))
    subject = text if isinstance(case.pattern.pattern, str) else text.encode("utf-8")
    run: Callable[[Any], object] = getattr(case.pattern, case.method)
    start = time.thread_time()
    run(subject)
    return time.thread_time() - start


CASES = list(_cases())


def test_the_patterns_of_the_package_are_found() -> None:
    assert len(CASES) > 150


def test_a_quadratic_pattern_is_noticed() -> None:
    assert _growth(Case("bad", re.compile(r"\s+x"), "search")) > MAX_GROWTH


def _growth(case: Case) -> float:
    """Return how the work of the worst piece grows from SHORT to LONG; 0 where no piece takes a noticeable time."""
    worst = (0.0, "", "")
    for beginning, piece in _pieces(case.pattern):
        taken = _seconds(case, beginning, piece, SCREEN)
        if taken > TOO_LONG_S:
            return math.inf
        worst = max(worst, (taken, beginning, piece))
    if worst[0] < NOTICED_S and _seconds(case, worst[1], worst[2], LONG) < MEASURED_S:
        return 0
    short = min(_seconds(case, worst[1], worst[2], SHORT) for _ in range(2))
    return _seconds(case, worst[1], worst[2], LONG) / short


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_work_grows_with_the_text(case: Case) -> None:
    assert _growth(case) < MAX_GROWTH
