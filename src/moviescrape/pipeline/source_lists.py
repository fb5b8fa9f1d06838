"""Files that list sources: pages, folders and archives, one a line, such as Common Crawl's `warc.paths.gz`."""

import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from moviescrape.table.gzip_file import unpacked

_SUFFIXES = frozenset({"", ".txt", ".lst", ".list", ".paths"})
_MAX_BYTES = 64 * 2**20
_TRIED_BYTES = 4096


def expand_lists(texts: Iterable[str]) -> Iterator[str]:
    """Yield each text, or, for a file whose first line names what is there, all that its lines name, in order.

    Names are those beside the list, else those of the current folder. Blank lines and lines that begin with `#` don't count.
    """
    for text in texts:
        yield from _listed_in(Path(text)) or [text]


def _listed_in(path: Path) -> list[str]:
    """Return what a list names; nothing where the file is none."""
    plain = Path(path.name.lower().removesuffix(".gz"))
    if plain.suffix not in _SUFFIXES or not _names_something(_lines(path, _TRIED_BYTES)[:1], path.parent):
        return []
    return [_found(line, path.parent) for line in _lines(path, _MAX_BYTES)]


def _names_something(lines: list[str], folder: Path) -> bool:
    try:
        return any(Path(_found(line, folder)).exists() for line in lines)
    except (OSError, ValueError):  # what no file system can hold
        return False


def _found(line: str, folder: Path) -> str:
    beside = folder / line
    return str(beside) if "://" not in line and beside.exists() else line


def _lines(path: Path, most: int) -> list[str]:
    """Return the lines of a text file, which may be gzipped; none where it is not there, or no text."""
    try:
        if not path.is_file():
            return []
        with path.open("rb") as file:
            text = unpacked(file).read(most).decode("utf-8-sig", "strict" if most == _MAX_BYTES else "ignore")
    except (OSError, ValueError, EOFError, zlib.error):
        return []
    return [line for line in map(str.strip, text.splitlines()) if line and not line.startswith("#") and "\0" not in line]
