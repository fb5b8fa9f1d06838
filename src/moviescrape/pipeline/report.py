"""What a run did, and what is missing from its table."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from moviescrape.errors import MoviescrapeError, SourceError
from moviescrape.errors.remedies import Remedy
from moviescrape.export.batches import Batch, count_filled, count_rows
from moviescrape.pages.record_counts import RecordCounts
from moviescrape.pipeline.index_choice import IndexCounts
from moviescrape.pipeline.pagination import ListEnd, ListProgress, first_place
from moviescrape.pipeline.results import PageResult
from moviescrape.pipeline.saved_parts import SavedParts, is_part

if TYPE_CHECKING:
    from moviescrape.export.update_sqlite import UpdateCounts
    from moviescrape.fetch.host_stats import HostStats


class Shortfall(NamedTuple):
    """A page or list (`where`) that declares more movies than were read from it."""

    where: str
    declared: int
    read: int

    def __str__(self) -> str:
        """Return one line.

        >>> print(Shortfall("https://movies.example/top", 250, 25))
        https://movies.example/top: declares 250 movies, 25 were read
        """
        return f"{self.where}: declares {self.declared:,} movies, {self.read:,} were read"

    @property
    def problem(self) -> SourceError:
        """Return it as what is missing."""
        what = f"declares {self.declared:,} movies, {self.read:,} were read"
        return SourceError(what, where=self.where, remedy="it may load more by script, or its layout has changed")


@dataclass(slots=True, repr=False)
class Report:
    """The one place that counts. Movies are counted as pages show them in `found`, as rows of the table in `movies`."""

    pages: int = 0
    """Lists, title pages and saved pages read."""
    lists: int = 0
    """Of the pages, URLs to begin with that were followed to their end."""
    details: int = 0
    """Movies' own pages read for `--details`."""
    without_movies: int = 0
    """Of the pages, those about something else, with which nothing is wrong."""
    records: RecordCounts = field(default_factory=RecordCounts)
    """Of all archives."""
    index: IndexCounts = field(default_factory=IndexCounts)
    """Of an index of archives, what was taken from it."""
    found: int = 0
    duplicates: int = 0
    outside_years: int = 0
    movies: int = 0
    filled: dict[str, int] = field(default_factory=dict)
    """By column, in how many rows it holds a value."""
    problems: list[MoviescrapeError] = field(default_factory=list)
    """Pages that failed, were refused or could not be read, each with its URL or file."""
    shortfalls: list[Shortfall] = field(default_factory=list)
    endless_lists: list[MoviescrapeError] = field(default_factory=list)
    """Lists that go on where they were not followed any further."""
    repeats: list[str] = field(default_factory=list)
    """Lists that repeat themselves, in a line each; nothing is missing."""
    updated: "UpdateCounts | None" = None
    """Of a database that is kept up to date: what became of the rows."""
    left_out: int = 0
    """Values that could not be what they seemed (a film of 1066, say); each page's own `notes` name them."""
    parts: SavedParts = field(default_factory=SavedParts)
    """Saved pages that are parts of their lists."""
    whole_lists: bool = False
    """Whether a saved page leaves the table incomplete where the rest of its list is not there."""
    hosts: "Mapping[str, HostStats]" = field(default_factory=dict)
    """What was asked of each host."""
    _missing_here: int = 0
    """Of the list being read: how many movies its pages were already said to lack."""

    def __repr__(self) -> str:
        """Return it in short.

        >>> Report(pages=8, movies=399, shortfalls=[Shortfall("https://movies.example/top", 400, 399)])
        Report(movies=399, pages=8, incomplete)
        """
        return f"Report(movies={self.movies}, pages={self.pages}, {'complete' if self.complete else 'incomplete'})"

    @property
    def written(self) -> bool:
        """Return whether there is a table: without a single movie nothing is written."""
        return self.movies > 0

    @property
    def cut_lists(self) -> list[MoviescrapeError]:
        """Return what is wrong with lists that go on where they were not followed, or, of saved ones, not saved."""
        missing = [part.problem for part in self.parts.without_rest()] if self.whole_lists else []
        return [*self.endless_lists, *missing]

    @property
    def notes(self) -> list[str]:
        """Return what is worth saying, a line each, though nothing is missing."""
        parts = [] if self.whole_lists else self.parts.without_rest()
        return [*self.repeats, *map(str, parts)]

    @property
    def complete(self) -> bool:
        """Return whether the table holds all that the sources declare, but for what the user's limits left out."""
        return self.written and not (self.problems or self.shortfalls or self.cut_lists)

    @property
    def oldest_stored_at(self) -> datetime | None:
        """Return when the oldest page was fetched that this run took from its store; None where it took none."""
        times = [stats.oldest_stored_at for stats in self.hosts.values() if stats.oldest_stored_at]
        return min(times, default=None)

    @property
    def all_stored(self) -> bool:
        """Return whether every page that was asked for came from the store."""
        return any(stats.from_store for stats in self.hosts.values()) and not any(s.requests for s in self.hosts.values())

    def share_filled(self, column: str) -> float:
        """Return how full a column is, 0 to 1."""
        return self.filled.get(column, 0) / self.movies if self.movies else 0.0

    def add_page(self, result: PageResult, *, followed: bool) -> None:
        """Count a list or saved page, and what it lacks. A page that is not `followed` owes all that it declares."""
        self.pages += result.page is not None
        self.without_movies += bool(result.parsed and not result.movies and not result.problem)
        self.found += len(result.movies)
        self._add(result)
        if result.records:
            self.records += result.records
        declared = _declared_by(result, followed=followed)
        if result.movies and declared > len(result.movies):
            self.shortfalls.append(Shortfall(result.where, declared, len(result.movies)))
            self._missing_here += declared - len(result.movies)
        if result.parsed and not followed:
            self.parts.add(result.where, result.parsed)

    def add_detail(self, result: PageResult) -> None:
        """Count a movie's own page."""
        self.details += result.page is not None
        self._add(result)

    def add_list(self, start: str, progress: ListProgress) -> None:
        """Count a list that was followed, and what it lacks beyond what its pages were said to lack."""
        self.lists += 1
        missing_here, self._missing_here = self._missing_here, 0
        if progress.end is ListEnd.ENDLESS:
            what = f"goes on after {progress.pages:,} pages, more than such a list has"
            self.endless_lists.append(SourceError(what, where=start, remedy=Remedy.LIMIT_PAGES))
        if progress.goes_on:
            what = f"goes on where it can't be followed ({progress.goes_on})"
            remedy = "name the other pages' URLs, or save them in a browser"
            self.endless_lists.append(SourceError(what, where=start, remedy=remedy))
        elif progress.end in (ListEnd.LOOP, ListEnd.REPEATED):
            self.repeats.append(f"{start}: repeats itself after {progress.pages:,} pages, not followed further")
        declared = progress.declared or 0
        if progress.end is not ListEnd.LIMIT and progress.pages and declared - progress.read > missing_here:
            self.shortfalls.append(Shortfall(start, declared, progress.read))

    def add_rows(self, rows: int, filled: Mapping[str, int]) -> None:
        """Count rows written; `filled` says by column in how many of them it holds a value."""
        self.movies += rows
        for column, number in filled.items():
            self.filled[column] = self.filled.get(column, 0) + number

    def count_rows(self, batches: Iterable[Batch]) -> Iterator[Batch]:
        """Yield the batches of a table as they are written, and count their rows."""
        for batch in batches:
            self.add_rows(count_rows(batch), count_filled(batch))
            yield batch

    def _add(self, result: PageResult) -> None:
        if result.problem is not None:
            self.problems.append(result.problem)
        if result.parsed is not None:
            self.left_out += len(result.parsed.notes)


def _declared_by(result: PageResult, *, followed: bool) -> int:
    parsed = result.parsed
    if parsed is None or parsed.declared_here is not None:
        return (parsed and parsed.declared_here) or 0
    is_whole = not followed and not is_part(parsed)
    return (parsed.declared_total or 0) - first_place(parsed.movies) if is_whole else 0
