"""The list of pages that failed: JSON lines, for programs that look after them."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from json import dumps
from pathlib import Path
from typing import Self

from moviescrape import errors
from moviescrape.errors import MoviescrapeError
from moviescrape.export.publish import published


@dataclass(frozen=True, slots=True)
class FailedPage:
    """A page: its `file`, the `record` in it (where it begins, or its id; empty for a file of its own), what and why."""

    file: str
    record: str
    kind: str
    reason: str

    @classmethod
    def of(cls, problem: MoviescrapeError) -> Self:
        """
        >>> FailedPage.of(errors.SourceError("took longer than 30 s", where="crawl.warc.gz#1234"))
        FailedPage(file='crawl.warc.gz', record='1234', kind='SourceError', reason='took longer than 30 s')
        """
        file, _, record = problem.where.rpartition("#")
        if not file or not (record.isdecimal() or record.startswith("<")):  # a `#` in a file's name
            file, record = problem.where, ""
        return cls(file, record, type(problem).__name__, problem.what)

    @property
    def problem(self) -> MoviescrapeError:
        """Return the error again, without its remedy."""
        kind = getattr(errors, self.kind, MoviescrapeError)
        error: MoviescrapeError = kind(self.reason, where=f"{self.file}#{self.record}" if self.record else self.file)
        return error


def write_failures(failures: Iterable[FailedPage], path: Path) -> None:
    """Write the list to `path`, a line a page; where nothing failed, there is no such file afterwards."""
    lines = [dumps(asdict(failure), ensure_ascii=False) + "\n" for failure in failures]
    if not lines:
        path.unlink(missing_ok=True)
        return
    with published(path) as file:
        file.write("".join(lines).encode())
