"""A list on its way: the page to read next, and where to go from it."""

from dataclasses import dataclass, field

from moviescrape.pages.frontier import Place
from moviescrape.pages.page import PageRequest
from moviescrape.parse import PageKind
from moviescrape.pipeline.pagination import ListProgress
from moviescrape.pipeline.results import PageResult


@dataclass(slots=True, eq=False)
class FollowedList:
    """The list that begins at `start`; `next` is the request for its next page, None at its end, `before` the page read last."""

    start: str
    progress: ListProgress = field(default_factory=ListProgress)
    next: PageRequest | None = None
    before: PageResult | None = None
    _number: int = 1

    @classmethod
    def begin(cls, start: str, max_pages: int | None = None) -> "FollowedList":
        """Return a list of which nothing was read; the user typed its address."""
        return cls(start, ListProgress(max_pages), PageRequest(start, typed=True))

    @property
    def place(self) -> Place:
        """Return the place of the next page."""
        return Place(self.start, self._number)

    def add(self, result: PageResult) -> bool:
        """Note the page that was asked for, and decide where to go from it; return whether it belongs to the list."""
        self._number += 1
        self.next = None
        if result.parsed and result.parsed.kind is PageKind.EMPTY and self.progress.pages:
            self.progress.end_at_empty_page()  # some lists link from their last page to an empty one
            return False
        if result.movies and result.page:
            self.before = result.without_body()
            url = self.progress.next_url(result)
            self.next = PageRequest(url, referer=result.page.url) if url else None
        return True
