"""What helps is said in the words of whoever asks: parameters in Python, options on the command line."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from moviescrape.errors import MissingContact
from moviescrape.errors.remedies import Remedy
from support.paths import PACKAGE

_FACES = {"cli", "check", "assignments"}
"""Packages that speak to people on the command line alone."""
FILES = [
    path
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.relative_to(PACKAGE).parts[0] not in _FACES and path.name != "remedies.py"
]
_OPTION = re.compile(r"(?:^|[\s`(])--[a-z]")
_COMMAND = re.compile(r"`moviescrape [a-z]")


def _texts_of_errors(path: Path) -> Iterator[str]:
    """Yield the texts, those of f-strings too, that stand in calls: what an error is made of."""
    for call in (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)):
        for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
            yield from (
                node.value for node in ast.walk(argument) if isinstance(node, ast.Constant) and isinstance(node.value, str)
            )


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_library_names_no_option_of_the_command_line(path: Path) -> None:
    assert [text for text in _texts_of_errors(path) if _OPTION.search(text) or _COMMAND.search(text)] == []


@pytest.mark.parametrize("remedy", Remedy)
def test_a_remedy_is_a_part_of_a_line_in_both_words(remedy: Remedy) -> None:
    for words in (remedy.in_python, remedy.with_options):
        assert words
        assert "\n" not in words
        assert not words.endswith(".")
    assert not _OPTION.search(remedy.in_python)


def test_an_error_says_its_remedy_to_programs_and_to_people_at_the_command_line() -> None:
    problem = MissingContact("nobody says who asks", where="movies.example", remedy=Remedy.GIVE_CONTACT)
    assert str(problem) == f"movies.example: nobody says who asks; {Remedy.GIVE_CONTACT.in_python}"
    assert problem.with_options == f"movies.example: nobody says who asks; {Remedy.GIVE_CONTACT.with_options}"
    assert problem.without_remedy == "movies.example: nobody says who asks"
