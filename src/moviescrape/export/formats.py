"""The formats by name and suffix. Each is one small module; what it needs is imported when it is used."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from moviescrape.errors import UsageError
from moviescrape.errors.remedies import Remedy
from moviescrape.movie import DEFAULT_COLUMNS

if TYPE_CHECKING:
    from moviescrape.export.batches import Batch

    Write = Callable[[Iterator[Batch], BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Format:
    """How a table is written.

    `lists`: names are lists, not text joined by `;`. `plain`: it is written from values alone, and needs no frame.
    `columns`: what a table has when none are named. `spreadsheet`: a program that runs cells as formulas opens it.
    `package`: what it needs beyond our dependencies.
    """

    name: str
    suffix: str
    lists: bool = False
    plain: bool = False
    columns: tuple[str, ...] = DEFAULT_COLUMNS
    spreadsheet: bool = False
    package: str = ""

    def writer(self) -> "Write":
        """Return the function that writes batches of a table, the first of which has the columns, to a binary file."""
        self.check_installed()
        write: Write = import_module(f"moviescrape.export.to_{self.name}").write
        return write

    def check_installed(self) -> None:
        """Raise UsageError where the package that it needs isn't there."""
        if self.package:
            require(self.package)


FORMATS: dict[str, Format] = {
    format_.name: format_
    for format_ in (
        Format("csv", ".csv", plain=True, spreadsheet=True),
        Format("jsonl", ".jsonl", lists=True, plain=True, columns=(*DEFAULT_COLUMNS, "source")),
        Format("parquet", ".parquet", package="pyarrow"),
        Format("sqlite", ".sqlite"),
        Format("xlsx", ".xlsx", spreadsheet=True, package="openpyxl"),
    )
}


def format_of(path: Path, given: str | None = None) -> Format:
    """Return the format that was `given` by name, else the one of the path's suffix; CSV for standard output (`-`).

    >>> format_of(Path("movies.jsonl")).name, format_of(Path("movies.txt"), "csv").name
    ('jsonl', 'csv')
    """
    if given is not None:
        if given not in FORMATS:
            raise UsageError(f"no format is called {given!r}", remedy=f"the formats are {', '.join(FORMATS)}")
        return FORMATS[given]
    if path == Path("-"):
        return FORMATS["csv"]
    for format_ in FORMATS.values():
        if path.suffix.lower() == format_.suffix:
            return format_
    what = f"no format has the suffix {path.suffix!r}" if path.suffix else "the name has no suffix that tells the format"
    suffixes = ", ".join(format_.suffix for format_ in FORMATS.values())
    raise UsageError(f"{what}; there are {suffixes}", where=str(path), remedy=Remedy.CHOOSE_FORMAT)


def require(package: str) -> None:
    """Raise UsageError, with the command that helps, where `package` isn't installed."""
    if find_spec(package) is None:
        raise UsageError(f"this needs {package}, which is not installed", remedy=f"pip install {package}")
