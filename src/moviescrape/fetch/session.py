"""How a run asks for pages and where it keeps them: opened by the pipeline, chosen by whoever starts the run."""

import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from moviescrape.fetch import contact
from moviescrape.settings import Settings

if TYPE_CHECKING:
    from moviescrape.fetch.fetcher import Fetcher


def check_contact(urls: Iterable[str], settings: Settings) -> None:
    """Raise MissingContact where a site off this machine would be asked by somebody who doesn't say who it is."""
    if settings.offline:
        return
    contact.user_agent(settings.contact)
    for url in urls:
        contact.check_contact(settings.contact, urlsplit(url).hostname or "")


@dataclass(frozen=True, slots=True)
class Fetching:
    """What a run fetches with: its settings, and `store`, the file that keeps the pages; without one they are kept for the run.

    `log` gets a line of JSON a request. `aliases` maps the origin that pages are named by to the one that is dialled.
    """

    settings: Settings
    store: Path | None = None
    aliases: Mapping[str, str] = field(default_factory=dict)
    log: Path | None = None

    @contextmanager
    def open(self, key: str = "") -> "Iterator[Fetcher]":
        """Yield a fetcher over the page store, for the run that `key` names; without a store of its own the key means nothing.

        A run that ends without an exception is finished; any other goes on from its pages when one of the same key begins.
        """
        from moviescrape.fetch.fetcher import Fetcher
        from moviescrape.fetch.request_log import write_request_log
        from moviescrape.pages.store import PageStore

        with ExitStack() as stack:
            path = self.store or Path(stack.enter_context(tempfile.TemporaryDirectory()), "pages.sqlite")
            if self.store:
                stack.enter_context(_removed_if_empty(self.store))
            if self.log:
                stack.enter_context(write_request_log(self.log))
            store = stack.enter_context(PageStore.open(path, self.settings))
            store.begin_run(hashlib.sha256(key.encode()).hexdigest())
            with Fetcher(self.settings, store, aliases=self.aliases) as fetcher:
                yield fetcher
            store.finish_run()


@contextmanager
def _removed_if_empty(path: Path) -> "Iterator[None]":
    """Remove a store that was not there before and has no page at the end: all was refused, or none was asked for."""
    from moviescrape.pages.store import PageStore

    is_new = not path.exists()
    try:
        yield
    finally:
        if is_new and path.exists():
            with PageStore.open(path) as store:
                is_empty = len(store) == 0
            if is_empty:
                path.unlink()
