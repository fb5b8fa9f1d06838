"""Saved pages that are parts of a list: which of them lack the rest of it."""

from dataclasses import dataclass, field
from typing import NamedTuple

from moviescrape.errors import SourceError
from moviescrape.errors.remedies import Remedy
from moviescrape.parse import PageKind, ParsedPage
from moviescrape.parse.values.urls import canonical_url, page_key
from moviescrape.pipeline.pagination import first_place


class ListPart(NamedTuple):
    """A saved page with something of its list behind it: `part` says which and where the rest is."""

    where: str
    part: str
    next_url: str | None

    def __str__(self) -> str:
        """Return one line."""
        return f"{self.where}: {self.part}"

    @property
    def problem(self) -> SourceError:
        """Return it as what is missing."""
        return SourceError(self.part, where=self.where, remedy=Remedy.SAVE_ALL_PAGES)


@dataclass(slots=True)
class SavedParts:
    """The pages of lists among all saved pages; page 2 may be there before or after page 1."""

    _parts: list[ListPart] = field(default_factory=list)
    _addresses: set[str] = field(default_factory=set)

    def add(self, where: str, parsed: ParsedPage) -> None:
        """Note a page if it is one of a list of several."""
        if is_part(parsed) and parsed.url:
            self._addresses.add(_key(parsed.url))
        if part := describe_part(parsed):
            self._parts.append(ListPart(where, part, parsed.next_url))

    def without_rest(self) -> list[ListPart]:
        """Return the pages whose next page was not saved too."""
        return [part for part in self._parts if part.next_url is None or _key(part.next_url) not in self._addresses]


def _key(url: str) -> str:
    """Return what two addresses of one page have in common, whatever their scheme and tracking queries."""
    return page_key(canonical_url(url) or url)


def is_part(parsed: ParsedPage) -> bool:
    """Return whether a page shows that its list has other pages."""
    return bool(parsed.next_url or parsed.goes_on) or (parsed.last_page or 1) > 1


def describe_part(parsed: ParsedPage) -> str | None:
    """Return which part of its list a page is, and where the rest is; None where nothing comes after it.

    >>> from moviescrape.parse import PageKind
    >>> page = ParsedPage(PageKind.LIST, next_url="https://films.example/top?page=2", page_number=1, declared_total=250)
    >>> describe_part(page)
    'page 1 of a list of 250 movies; the next page is https://films.example/top?page=2'
    """
    shown, total = len(parsed.movies), parsed.declared_total
    is_less = total is not None and parsed.declared_here is not None and shown < total and not parsed.last_page
    if parsed.kind is not PageKind.LIST or not (parsed.next_url or parsed.goes_on or is_less):
        return None
    number = parsed.page_number or _number_by_rank(parsed)
    page = f"page {number}" if number else "a page"
    movies = f" of {total:,} movies" if total else ""
    goes_on = f"it goes on ({parsed.goes_on})" if parsed.goes_on else f"it shows {shown:,}"
    return f"{page} of a list{movies}; {f'the next page is {parsed.next_url}' if parsed.next_url else goes_on}"


def _number_by_rank(parsed: ParsedPage) -> int | None:
    """Return the page's number, told by the ranks of its movies: 51 to 100 stand on page 2."""
    before = first_place(parsed.movies)
    return before // len(parsed.movies) + 1 if before or any(movie.rank == 1 for movie in parsed.movies) else None
