"""Hints for each day, in three steps and two languages: none gives the solution away."""

import re
import tomllib
from collections.abc import Iterator

import pytest

from moviescrape.assignments.days import DAYS, Day
from moviescrape.assignments.hints import STEPS, read_hints
from moviescrape.assignments.language import ENGLISH, LANGUAGES, use_language
from moviescrape.assignments.textbook import BOOK
from moviescrape.errors import UsageError
from support.command_line import moviescrape
from support.paths import PACKAGE


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    yield
    use_language(ENGLISH)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", [day.number for day in DAYS])
def test_each_day_has_three_hints_in_each_language(day: int, language: str) -> None:
    use_language(language)
    hints = read_hints(day)
    assert len(hints) == STEPS == len(set(hints))
    assert all(len(hint) > 60 and hint.rstrip().endswith((".", "?")) for hint in hints)


def test_the_languages_hint_at_the_same_code() -> None:
    """A hint in Dutch quotes the code of the English one, but for the name of a page."""
    english, dutch = (tomllib.loads((BOOK / name).read_text(encoding="utf-8")) for name in ("hints.toml", "nl/hints.toml"))
    assert english.keys() == dutch.keys()
    for day, hints in english.items():
        for one, other in zip(hints, dutch[day], strict=True):
            assert one != other
            quoted = [re.findall(r"`([^`]+)`", text) for text in (one, other)]
            assert len(quoted[0]) == len(quoted[1]), (day, one, other)


@pytest.mark.parametrize("day", [day for day in DAYS if day.number > 1], ids=lambda day: f"day {day.number}")
def test_no_hint_holds_a_line_of_the_solution_of_any_length(day: Day) -> None:
    lines = {line.strip() for line in (PACKAGE / "assignments" / f"{day.module}.py").read_text(encoding="utf-8").splitlines()}
    said = " ".join(read_hints(day.number))
    assert [line for line in lines if len(line) > 60 and line in said and not line.startswith("#")] == []


def test_the_command_says_one_hint_or_more() -> None:
    first, all_three = moviescrape("assignment", "hint", 3).stdout, moviescrape("assignment", "hint", 3, "--step", 3).stdout
    assert first.strip() == read_hints(3)[0]
    assert all_three.strip() == "\n\n".join(read_hints(3))
    assert moviescrape("assignment", "hint", 3, "--lang", "nl").stdout.startswith("Zoek eerst het *blok*")


@pytest.mark.parametrize("arguments", [(0,), (13,), ("x",), (3, "--step", 0), (3, "--step", 4)])
def test_what_there_is_no_hint_for_is_said(arguments: tuple[object, ...]) -> None:
    assert moviescrape("assignment", "hint", *arguments).exit_code == 2
    with pytest.raises(UsageError):
        read_hints(13)
