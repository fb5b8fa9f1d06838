"""The types that the modules of `parse` share: a page's address, what one extractor found, and the page as it is returned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Self, TypeAlias, TypedDict

from moviescrape.errors import ParseError
from moviescrape.movie import DEFAULT_COLUMNS, Movie

if TYPE_CHECKING:
    import pandas as pd

SHOWN = 10
"""Movies of a page that a notebook shows."""


class PageKind(StrEnum):
    """What a page is. Only the first two carry movies; the others carry a `problem`."""

    LIST = "list"
    TITLE = "title"
    BLOCKED = "blocked"
    EMPTY = "empty"
    ERROR = "error"
    OTHER = "not a movie page"
    CHANGED = "layout changed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, repr=False)
class ParsedPage:
    """A page, read. URLs in it are absolute.

    `url` is the page's own address. `next_url` is the list's next page, `page_number` this page's number in its list and
    `last_page` the highest that it names; `goes_on` says what shows that the list goes on where no link leads there
    (`a button "Load more"`).
    `detail_urls[i]` is the link to follow for `movies[i]`, against the address that was fetched (None where the page links
    nowhere); `movies[i].url` is canonical and may be another.
    `declared_here` is how many movies the page says it shows (`1-50 of 1,234`: 50), `declared_total` how many the whole
    list has (1,234); None where the page doesn't say. `problem` says why there are no movies, ready to be raised or shown; a page
    that has movies and a problem lacks what its layout always showed.
    `notes` name what was dropped and why, a line each (an impossible year, say).
    """

    kind: PageKind
    movies: tuple[Movie, ...] = ()
    next_url: str | None = None
    page_number: int | None = None
    last_page: int | None = None
    goes_on: str | None = None
    detail_urls: tuple[str | None, ...] = ()
    declared_here: int | None = None
    declared_total: int | None = None
    url: str | None = None
    site: str | None = None
    layout: str | None = None
    problem: ParseError | None = None
    notes: tuple[str, ...] = ()

    def to_frame(self, columns: Sequence[str] = DEFAULT_COLUMNS) -> "pd.DataFrame":
        """Return the movies as a typed frame, as `moviescrape.to_frame` does."""
        from moviescrape.table.build import to_frame  # loads pandas

        return to_frame(self.movies, columns)

    def raise_for_problems(self) -> Self:
        """Raise the page's problem; return the page where it has none."""
        if self.problem:
            raise self.problem
        return self

    def __repr__(self) -> str:
        """Return it in short.

        >>> ParsedPage(PageKind.LIST, (Movie("Heat"), Movie("Ran")), url="https://movies.example/top")
        ParsedPage(list, movies=2, url='https://movies.example/top')
        """
        said = [f"{name}={value!r}" for name in ("url", "problem") if (value := getattr(self, name))]
        return f"ParsedPage({', '.join([self.kind, f'movies={len(self.movies)}', *said])})"

    def _repr_html_(self) -> str:
        """Return the first movies as a table, for notebooks."""
        from moviescrape.table.columns import to_columns
        from moviescrape.table.html_table import html_table

        shown = to_columns(self.movies[:SHOWN], lists=False)
        more = f", the first {SHOWN} are shown" if len(self.movies) > SHOWN else ""
        caption = f"{self.kind}, movies: {len(self.movies)}{more}" + (f"; {self.problem}" if self.problem else "")
        return html_table(list(shown), zip(*shown.values(), strict=True), caption)


@dataclass(frozen=True, slots=True)
class PageAddress:
    """Where a page is from: `base` resolves its links, `url` is its canonical address; each None where nothing says so."""

    url: str | None
    base: str | None


ColumnNames: TypeAlias = frozenset[str] | None
"""The names of the columns asked for; None is all."""


class Extractor(Enum):
    """The extractors, the most trusted first: where two disagree about a field, the one with the smaller number is believed."""

    STATE = 1
    """The data that a site's script draws the page from."""
    SITE = 2
    """What a site file's selectors find."""
    HEADLINE = 3
    """The year in the page's title or heading."""
    JSON_LD = 4
    MICRODATA = 5
    RDFA = 6
    META = 7
    GENERAL = 8
    """Repeated structure and labels on pages of sites without a site file."""

    def __str__(self) -> str:
        """Return the name as `explain` shows it.

        >>> str(Extractor.JSON_LD)
        'json-ld'
        """
        return self.name.lower().replace("_", "-")


class RecordValues(TypedDict, total=False):
    """Clean values of one movie, typed as in `moviescrape.movie.Movie`; a field that was not found is absent."""

    title: str
    rating: float
    year: int
    actors: tuple[str, ...]
    runtime: int
    url: str
    languages: tuple[str, ...]
    genres: tuple[str, ...]
    directors: tuple[str, ...]
    votes: int
    original_title: str
    rank: int
    metascore: int
    certificate: str
    country: tuple[str, ...]
    poster: str
    description: str


@dataclass(slots=True)
class Record:
    """Some values of one movie as one extractor found them.

    `places` say where each field was looked for (selectors, a JSON key), and `found_at`, where several places were tried,
    which of them had it. `link` is the absolute link to the movie's page as it stands on the page. `rejected` says of a
    field what stood there and why it was not taken. `title_year` is the year that stood in brackets behind the title: it
    counts where nothing else says the year.
    """

    values: RecordValues
    places: Mapping[str, str] = field(default_factory=dict)
    link: str | None = None
    rejected: dict[str, str] = field(default_factory=dict)
    found_at: dict[str, str] = field(default_factory=dict)
    title_year: int | None = None


@dataclass(slots=True)
class Extraction:
    """All that one extractor found.

    `kind` is LIST or TITLE; `is_complete`: no other extractor could add to it; `is_of_series`: all records are series, seasons or
    episodes; `notes` say what was broken, a line each.
    """

    extractor: Extractor
    kind: PageKind
    records: list[Record]
    layout: str | None = None
    next_url: str | None = None
    declared_here: int | None = None
    declared_total: int | None = None
    is_complete: bool = False
    is_of_series: bool = False
    notes: tuple[str, ...] = ()
