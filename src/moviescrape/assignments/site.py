"""The practice site over HTTP, for the days that ask for many pages.

The site at the address in MOVIESCRAPE_SITE, or, where none is set, one that is started here and closed at the end.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from moviescrape._version import __version__
from moviescrape.errors import UnsafeURL
from moviescrape.practice import PUBLIC_ORIGIN, PracticeSite

USER_AGENT = f"moviescrape-course/{__version__}"
TIMEOUT_S = 20.0


class SiteClient:
    """A site to ask for pages. Says who asks, never waits for ever, and keeps one connection open."""

    def __init__(self, address: str) -> None:
        """`address` is where the site listens, such as `http://127.0.0.1:8000`."""
        self.address = address.rstrip("/")
        self._client = httpx.Client(headers={"User-Agent": USER_AGENT}, timeout=TIMEOUT_S, trust_env=False)

    def get(self, url: str) -> str:
        """Return the text of a page, by its path (`/chart/top/`) or by its URL as the site's pages name it.

        httpx.HTTPStatusError where the site has no such page; UnsafeURL for another site's page.
        """
        answer = self._client.get(self.address + self._path_of(url))
        answer.raise_for_status()
        return answer.text

    def _path_of(self, url: str) -> str:
        for origin in (PUBLIC_ORIGIN, self.address):
            url = url.removeprefix(origin)
        if not url.startswith("/"):
            raise UnsafeURL("not a page of the practice site", where=url, remedy="for other sites use `moviescrape run`")
        return url

    def close(self) -> None:
        """Close the connection."""
        self._client.close()


@contextmanager
def open_site() -> Iterator[SiteClient]:
    """Return the practice site, for a `with` block: the one at MOVIESCRAPE_SITE, else one of our own."""
    address = os.environ.get("MOVIESCRAPE_SITE")
    if address:
        yield from _visit(address)
    else:
        with PracticeSite() as practice:
            yield from _visit(practice.dialled)


def _visit(address: str) -> Iterator[SiteClient]:
    site = SiteClient(address)
    try:
        yield site
    finally:
        site.close()
