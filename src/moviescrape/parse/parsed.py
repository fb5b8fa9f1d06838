"""What a page turned out to be: its kind, its movies, and where it leads."""

from dataclasses import dataclass
from enum import StrEnum

from moviescrape.errors import ParseError
from moviescrape.movie import Movie


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


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """A page, read. URLs in it are absolute.

    `next_url` is the list's next page. `detail_urls[i]` is the link to follow for `movies[i]`, against the address
    that was fetched (None where the page links nowhere); `movies[i].url` is canonical and may be another.
    `declared_here` is how many movies the page says it shows (`1-50 of 1,234`: 50), `declared_total` how many the whole
    list has (1,234); None where the page doesn't say. `problem` says why there are no movies, ready to be raised or shown; a page
    that has movies and a problem lacks what its layout always showed.
    `notes` name what was dropped and why, a line each (an impossible year, say).
    """

    kind: PageKind
    movies: tuple[Movie, ...] = ()
    next_url: str | None = None
    detail_urls: tuple[str | None, ...] = ()
    declared_here: int | None = None
    declared_total: int | None = None
    site: str | None = None
    layout: str | None = None
    problem: ParseError | None = None
    notes: tuple[str, ...] = ()
