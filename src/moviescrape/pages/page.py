"""A page to be asked for, and a page that came back: bytes and where they are from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A page to be asked for: `url` is absolute, http or https; `referer` is the fetched page that linked to it.

    `typed`: the user named this very address. Only then may it lie on a private or loopback host, and only pages fetched
    from such a host may lead to more of its pages. A link found in any content (a saved page, an archive, a cell of a
    table) is not typed.
    """

    url: str
    referer: str | None = None
    typed: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Page:
    """A page as it was fetched or saved.

    `body` is the decoded transfer (no gzip), not yet text. `url` is the address that answered, after
    redirects; None for a saved page, which is recognised from its own bytes. `asked_url` is the address
    first asked for. `headers` have lower-case names. `name` is the file or record a saved page was read from.
    """

    body: bytes
    url: str | None = None
    asked_url: str | None = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    fetched_at: datetime | None = None
    name: str | None = None

    def __repr__(self) -> str:
        """Return it without its body.

        >>> Page(b"x" * 106_200, url="https://movies.example/top")
        Page('https://movies.example/top', 106 kB, 200)
        """
        return f"Page({self.source!r}, {len(self.body) / 1000:,.0f} kB, {self.status})"

    @property
    def source(self) -> str:
        """Return what to call this page in messages and in the `source` column: its file, else its URL."""
        return self.name or self.asked_url or self.url or "page"
