"""What a run did, and what is missing from its table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from moviescrape.errors import MoviescrapeError, SourceError
from moviescrape.pipeline.crawl import PageResult
from moviescrape.pipeline.pagination import ListProgress, Stop, movies_before

if TYPE_CHECKING:
    from moviescrape.fetch.host_stats import HostStats


class Shortfall(NamedTuple):
    """A page or list (`where`) that declares more movies than were read from it."""

    where: str
    declared: int
    read: int

    def __str__(self) -> str:
        """One line.

        >>> print(Shortfall("https://movies.example/top", 250, 25))
        https://movies.example/top: declares 250 movies, 25 were read
        """
        return f"{self.where}: declares {self.declared:,} movies, {self.read:,} were read"


@dataclass(slots=True)
class Report:
    """Grows while a run goes on. Movies are counted as pages show them in `found`, as rows of the table in `movies`."""

    pages: int = 0
    """Lists, title pages and saved pages read."""
    lists: int = 0
    """Of the pages, URLs to begin with that were followed to their end."""
    details: int = 0
    """Movies' own pages read for `--details`."""
    found: int = 0
    duplicates: int = 0
    outside_years: int = 0
    movies: int = 0
    filled: dict[str, int] = field(default_factory=dict)
    """By column, in how many rows it holds a value."""
    problems: list[MoviescrapeError] = field(default_factory=list)
    """Pages that failed, were refused or could not be read, each with its URL or file."""
    shortfalls: list[Shortfall] = field(default_factory=list)
    endless: list[MoviescrapeError] = field(default_factory=list)
    """Lists that were left because they went on for more pages than such a list can have."""
    notes: list[str] = field(default_factory=list)
    """Worth saying, nothing missing: a list that repeats itself."""
    left_out: int = 0
    """Values that could not be what they seemed (a film of 1066, say); each page's own `notes` name them."""
    account: "Mapping[str, HostStats]" = field(default_factory=dict)
    """What was asked of each host."""
    _missing_here: int = 0
    """Of the list being read: how many movies its pages were already said to lack."""

    @property
    def written(self) -> bool:
        """Whether there is a table: without a single movie nothing is written."""
        return self.movies > 0

    @property
    def complete(self) -> bool:
        """Whether the table holds all that the sources declare, but for what the user's limits left out."""
        return self.written and not (self.problems or self.shortfalls or self.endless)

    def share_filled(self, column: str) -> float:
        """How full a column is, 0 to 1."""
        return self.filled.get(column, 0) / self.movies if self.movies else 0.0

    def note_page(self, visit: PageResult, *, alone: bool) -> None:
        """Count a list or saved page, and what it lacks. `alone`: it is not followed, so it owes all that it declares."""
        self.pages += visit.page is not None
        self.found += len(visit.movies)
        self._note(visit)
        declared = _declared_by(visit, alone=alone)
        if visit.movies and declared > len(visit.movies):
            self.shortfalls.append(Shortfall(visit.where, declared, len(visit.movies)))
            self._missing_here += declared - len(visit.movies)

    def note_detail(self, visit: PageResult) -> None:
        """Count a movie's own page."""
        self.details += visit.page is not None
        self._note(visit)

    def note_list(self, start: str, trail: ListProgress) -> None:
        """Say how a list ended, and what it lacks beyond what its pages were said to lack."""
        self.lists += 1
        missing_here, self._missing_here = self._missing_here, 0
        if trail.stop is Stop.ENDLESS:
            what = f"goes on after {trail.pages:,} pages, more than such a list has"
            self.endless.append(SourceError(what, where=start, remedy="say with --max-pages how far to follow it"))
        if trail.stop in (Stop.LOOP, Stop.REPEATED):
            self.notes.append(f"{start}: repeats itself after {trail.pages:,} pages, not followed further")
        declared = trail.declared or 0
        if trail.stop is not Stop.LIMIT and trail.pages and declared - trail.read > missing_here:
            self.shortfalls.append(Shortfall(start, declared, trail.read))

    def note_rows(self, rows: int, filled: dict[str, int]) -> None:
        """Count rows written; `filled` says by column in how many of them it holds a value."""
        self.movies += rows
        for column, number in filled.items():
            self.filled[column] = self.filled.get(column, 0) + number

    def _note(self, visit: PageResult) -> None:
        if visit.problem is not None:
            self.problems.append(visit.problem)
        if visit.parsed is not None:
            self.left_out += len(visit.parsed.notes)


def _declared_by(visit: PageResult, *, alone: bool) -> int:
    parsed = visit.parsed
    if parsed is None or parsed.declared_here is not None:
        return (parsed and parsed.declared_here) or 0
    whole = alone and parsed.next_url is None
    return (parsed.declared_total or 0) - movies_before(parsed.movies) if whole else 0
