"""What the page store gives: pages, what is known of them, and failures."""

from dataclasses import dataclass
from datetime import datetime

from moviescrape.pages.page import Page


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page in the store, and whether this run may use it without asking again."""

    page: Page
    fresh: bool

    @property
    def validators(self) -> dict[str, str]:
        """Return the headers of a conditional request for it (RFC 9110 13.1)."""
        pairs = (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified"))
        return {asked: self.page.headers[given] for asked, given in pairs if given in self.page.headers}


@dataclass(frozen=True, slots=True)
class PageInfo:
    """A page in the store without its body; `size` is the body's, in bytes."""

    asked_url: str
    url: str
    status: int
    size: int
    fetched_at: datetime | None


@dataclass(frozen=True, slots=True)
class FetchFailure:
    """A page that was refused or failed: the error's name, its reason, and when."""

    asked_url: str
    kind: str
    reason: str
    failed_at: datetime | None
