"""The practice site behind its own name: where it is asked for and nobody serves it, it is started for the time of a command."""

import socket
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urlsplit

from moviescrape.cli.terminal import say
from moviescrape.practice.address import PUBLIC_ORIGIN


@contextmanager
def practice_site_for(urls: Iterable[str], *, always: bool, quiet: bool) -> Iterator[Mapping[str, str]]:
    """Yield the aliases to fetch `urls` with: none where they don't name the practice site.

    Where `moviescrape serve` serves it that one is asked, unless the built-in one is wanted `always`.
    """
    if not any(url.startswith(f"{PUBLIC_ORIGIN}/") for url in urls):
        yield {}
        return
    if not always and _is_served():
        yield {PUBLIC_ORIGIN: PUBLIC_ORIGIN}  # an alias of itself, as links to aliased hosts may be asked for
        return
    from moviescrape.practice.server import PracticeSite

    with PracticeSite() as site:
        if not quiet:
            say(f"reading the built-in practice site, at {site.dialled}; for other movies name a URL, a saved page or a folder")
        yield {PUBLIC_ORIGIN: site.dialled}


def _is_served() -> bool:
    port = urlsplit(PUBLIC_ORIGIN).port or 80
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True
