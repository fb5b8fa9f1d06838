"""The list of pages that failed: JSON lines, for programs that look after them, and for reading pages again."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from json import dumps
from pathlib import Path
from typing import Self

import msgspec

from moviescrape import errors
from moviescrape.errors import MoviescrapeError, PageSetAside, SourceError
from moviescrape.export.publish import published


@dataclass(frozen=True, slots=True)
class FailedPage:
    """A page: its `file`, the `record` in it (where it begins, or its id; empty for a file of its own), what and why.

    Its movies would be in row `row` of the table and on, counted from 0, of a table that had so many `rows` then.
    """

    file: str
    record: str
    kind: str
    reason: str
    row: int | None = None
    rows: int | None = None

    @classmethod
    def of(cls, problem: MoviescrapeError, row: int | None = None) -> Self:
        """
        >>> FailedPage.of(errors.SourceError("is cut off", where="crawl.warc.gz#1234"), row=40)
        FailedPage(file='crawl.warc.gz', record='1234', kind='SourceError', reason='is cut off', row=40, rows=None)
        """
        file, _, record = problem.where.rpartition("#")
        if not file or not (record.isdecimal() or record.startswith("<")):  # a `#` in a file's name
            file, record = problem.where, ""
        return cls(file, record, type(problem).__name__, problem.what, row)

    @property
    def where(self) -> str:
        """Return the page's name."""
        return f"{self.file}#{self.record}" if self.record else self.file

    @property
    def is_set_aside(self) -> bool:
        """Return whether the page was not read to its end, and may be another time."""
        return self.kind == PageSetAside.__name__ and self.row is not None

    @property
    def problem(self) -> MoviescrapeError:
        """Return the error again, without its remedy."""
        kind = getattr(errors, self.kind, MoviescrapeError)
        error: MoviescrapeError = kind(self.reason, where=self.where)
        return error


def failures_beside(table: Path) -> Path:
    """Return where the pages are listed that a table lacks: `movies.failed.jsonl` beside `movies.csv`."""
    return table.with_name(f"{table.stem}.failed.jsonl")


def write_failures(failures: Iterable[FailedPage], path: Path) -> None:
    """Write the list to `path`, a line a page; where nothing failed, there is no such file afterwards."""
    text = failures_text(failures)
    if not text:
        path.unlink(missing_ok=True)
        return
    with published(path) as file:
        file.write(text)


def failures_text(failures: Iterable[FailedPage]) -> bytes:
    """Return the list as a file holds it; empty where nothing failed."""
    kept = [{name: value for name, value in asdict(failure).items() if value is not None} for failure in failures]
    return "".join(dumps(failure, ensure_ascii=False) + "\n" for failure in kept).encode()


def read_failures(path: Path) -> list[FailedPage]:
    """Return the list that `write_failures` wrote; empty where there is none. Raise SourceError for a file of another kind."""
    try:
        return msgspec.json.Decoder(FailedPage).decode_lines(path.read_bytes()) if path.exists() else []
    except (msgspec.MsgspecError, OSError) as error:
        raise SourceError(f"is no list of failed pages ({error})", where=str(path), remedy="move it away") from error
