"""The textbook: a chapter a day, in Markdown, in `book/`.

A chapter's Python blocks run one after the other. A `text` block right after one is what it prints; a block `python check` holds
an exercise's asserts, and the `python answer` blocks at the end of the chapter, in the same order, are what passes them.
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from moviescrape.assignments.language import translated

BOOK = files("moviescrape.assignments") / "book"

_BLOCK = re.compile(r"^```(\w+) ?(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Prose(NamedTuple):
    """What stands between two blocks of a chapter."""

    text: str


class CodeBlock(NamedTuple):
    """A fenced block: its language, its `role` (`check`, `answer`, mostly empty), and what is in it."""

    language: str
    role: str
    code: str


def read_chapter(day: int) -> str:
    """Return the chapter of a day, in the language in use; in English where it is not translated."""
    return translated(BOOK, f"day{day}.md").read_text(encoding="utf-8")


def read_picture(name: str) -> bytes:
    """Return a picture of the book, SVG, by the name that a chapter gives it: `pictures/tree.svg`."""
    return (BOOK / name).read_bytes()


def split_chapter(text: str) -> Iterator[Prose | CodeBlock]:
    """Yield a chapter in its parts.

    >>> list(split_chapter("Add:\\n```python\\n1 + 1\\n```\\n"))
    [Prose(text='Add:\\n'), CodeBlock(language='python', role='', code='1 + 1\\n')]
    """
    end = 0
    for block in _BLOCK.finditer(text):
        if prose := text[end : block.start()].strip("\n"):
            yield Prose(prose + "\n")
        yield CodeBlock(*block.groups())
        end = block.end()
    if rest := text[end:].strip("\n"):
        yield Prose(rest + "\n")
